import Channels
import Foundation
import Operations
import TestSupport

/// A real clamd on this machine with a signature of its own; it knows nothing else and asks nobody.
final class ClamdRun: Sendable {
    let folder: URL
    let port: Int
    private let process = Process()

    /// What its only signature looks for.
    static let bad = "DONG-HANH-TEP-THU-NGHIEM"

    init(in folder: URL) throws {
        self.folder = folder
        port = try FreePort.take().port
        let signatures = folder.appendingPathComponent("signatures")
        try FileManager.default.createDirectory(at: signatures, withIntermediateDirectories: true)
        let digits = Self.bad.utf8.map { hexadecimal([$0]) }.joined()
        try Data("DongHanh.ThuNghiem:0:*:\(digits)\n".utf8).write(to: signatures.appendingPathComponent("thu.ndb"))
        let settings = """
            LocalSocket \(folder.path)/clamd.sock
            TCPSocket \(port)
            TCPAddr 127.0.0.1
            DatabaseDirectory \(signatures.path)
            StreamMaxLength 1M
            Foreground yes

            """
        try Data(settings.utf8).write(to: folder.appendingPathComponent("clamd.conf"))
        process.executableURL = URL(fileURLWithPath: "/usr/sbin/clamd")
        process.arguments = ["--config-file=\(folder.path)/clamd.conf"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    var socket: ClamdScanner { ClamdScanner(.socket(path: "\(folder.path)/clamd.sock"), limit: 20) }
    var loopback: ClamdScanner { ClamdScanner(.host("127.0.0.1", port: port), limit: 20) }

    /// Waits until it answers.
    func answers() async throws {
        for _ in 0..<1000 where process.isRunning {
            do { return try await socket.greet() } catch {
                // It is another process: there is nothing to await but time.
                try await Task.sleep(for: .milliseconds(20))
            }
        }
        throw Missing("an answer of clamd")
    }

    func end() {
        process.terminate()
        process.waitUntilExit()
    }

    static func running(_ body: (ClamdRun) async throws -> Void) async throws {
        try await withFolder { folder in
            let run = try ClamdRun(in: folder)
            defer { run.end() }
            try await run.answers()
            try await body(run)
        }
    }
}

/// A port of this machine that nobody listens on, or one on which somebody listens and never says a word.
struct FreePort {
    let port: Int
    private let handle: Int32

    /// - Parameter listening: whether connections are accepted by the system, and by nobody behind it.
    static func take(listening: Bool = false) throws -> FreePort {
        let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let found = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(handle, $0, size) == 0 && getsockname(handle, $0, &size) == 0 }
        }
        guard found, !listening || listen(handle, 8) == 0 else { throw Missing("a port") }
        if !listening { close(handle) }
        return FreePort(port: Int(UInt16(bigEndian: address.sin_port)), handle: handle)
    }

    func release() { close(handle) }
}
