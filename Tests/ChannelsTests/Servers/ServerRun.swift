import Foundation
import TestSupport

/// A server that is no part of ours, at work in a process of its own while a test needs it.
final class ServerRun: Sendable {
    private let process = Process()
    private let log: URL
    let port: Int

    /// Starts it and waits until it listens. Throws `Silent` with what it said when it does not.
    init(_ program: String, _ arguments: [String], port: Int, log: URL) async throws {
        self.port = port
        self.log = log
        if !FileManager.default.fileExists(atPath: log.path) { try Data().write(to: log) }
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = ["-c", Self.launcher, program] + arguments
        let output = try FileHandle(forWritingTo: log)
        try output.seekToEnd()
        process.standardOutput = output
        process.standardError = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        for _ in 0..<600 {
            if Self.answers(port) { return }
            guard process.isRunning else { break }
            // Another process: there is nothing to await but time.
            try await Task.sleep(for: .milliseconds(50))
        }
        stop()
        throw Silent(program: program, said: said)
    }

    deinit { stop() }

    /// Threads of tests block signals, which a program inherits: it would never hear that it is to stop, nor that its children have.
    private static let launcher = "import os, signal, sys; signal.pthread_sigmask(signal.SIG_SETMASK, []); os.execv(sys.argv[1], sys.argv[1:])"

    struct Silent: Error {
        var program: String
        var said: String
    }

    var said: String { (try? String(contentsOf: log, encoding: .utf8)) ?? "" }  // gone with its folder

    /// Ends it and waits until it is gone; one that does not go within ten seconds is killed.
    func stop() {
        guard process.isRunning else { return }
        process.terminate()
        if !Self.isGone(process, within: 10) { kill(process.processIdentifier, SIGKILL) }
        _ = Self.isGone(process, within: 10)
    }

    /// Waits for its end by asking: `waitUntilExit` needs a run loop, which threads of tests have not.
    private static func isGone(_ process: Process, within seconds: Int) -> Bool {
        for _ in 0..<(seconds * 100) {
            if !process.isRunning { return true }
            usleep(10_000)
        }
        return !process.isRunning
    }

    private static func answers(_ port: Int) -> Bool {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0 }
        }
    }

    /// Runs a program to its end; throws when it fails.
    static func run(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        guard isGone(process, within: 60), process.terminationStatus == 0 else { throw Silent(program: program, said: "it failed") }
    }
}

/// A certificate of this machine's own, for a test.
struct TestCertificate {
    let certificate: String
    let key: String

    init(in folder: URL) throws {
        certificate = folder.appending(path: "cert.pem").path
        key = folder.appending(path: "key.pem").path
        try ServerRun.run(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
                "subjectAltName=IP:127.0.0.1,DNS:localhost", "-keyout", key, "-out", certificate,
            ])
    }
}
