package import Foundation

/// The built program at work in a process of its own, as an operator runs it.
package final class ProgramRun: Sendable {
    /// Where `swift build` has put it: beside the tests.
    package static let program: URL = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let bundles = CommandLine.arguments.map { URL(fileURLWithPath: $0) }.filter { $0.path.contains(".xctest") }
        let folders = bundles.map { $0.deletingLastPathComponent() } + [root.appendingPathComponent(".build/debug")]
        let places = folders.map { $0.appendingPathComponent("donghanh") }
        return places.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? places[places.count - 1]
    }()

    private let process = Process()
    private let said: URL
    private let complained: URL

    /// Starts it. Its environment holds these variables and the path; what it writes lies in the folder.
    package init(_ arguments: [String], in folder: URL, environment: [String: String] = [:], input: String = "") throws {
        let name = "\(UUID())"
        said = folder.appendingPathComponent("\(name).out")
        complained = folder.appendingPathComponent("\(name).err")
        let typed = folder.appendingPathComponent("\(name).in")
        for file in [said, complained] { try Data().write(to: file) }
        try Data(input.utf8).write(to: typed)
        process.executableURL = Self.program
        process.arguments = arguments
        process.environment = environment.merging(["PATH": "/usr/bin:/bin"]) { mine, _ in mine }
        process.currentDirectoryURL = folder
        process.standardOutput = try FileHandle(forWritingTo: said)
        process.standardError = try FileHandle(forWritingTo: complained)
        process.standardInput = try FileHandle(forReadingFrom: typed)
        try process.run()
    }

    package var output: String { read(said) }
    package var faults: String { read(complained) }

    private func read(_ file: URL) -> String { (try? String(contentsOf: file, encoding: .utf8)) ?? "" }  // gone with its folder

    /// Waits until its output holds these words; false when it ended without them or they did not come within a minute.
    package func says(_ words: String) async -> Bool {
        for _ in 0..<3000 {
            if output.contains(words) { return true }
            if !process.isRunning { return output.contains(words) }
            // The program is another process: there is nothing to await but time.
            do { try await Task.sleep(for: .milliseconds(20)) } catch { return false }
        }
        return false
    }

    package func signal(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// Waits for its end: the exit status, negative for the signal that killed it.
    package func status() async -> Int32 {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { [process] in
                process.waitUntilExit()
                let status = process.terminationStatus
                continuation.resume(returning: process.terminationReason == .uncaughtSignal ? -status : status)
            }
        }
    }

    /// Runs a command to its end.
    package static func run(
        _ arguments: [String], in folder: URL, environment: [String: String] = [:], input: String = ""
    ) async throws -> (status: Int32, output: String, faults: String) {
        let run = try ProgramRun(arguments, in: folder, environment: environment, input: input)
        let status = await run.status()
        return (status, run.output, run.faults)
    }
}

/// A folder of its own for a test, gone afterwards.
package func withFolder<T>(_ body: (URL) async throws -> T) async throws -> T {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("donghanh-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    do {
        let result = try await body(folder)
        try FileManager.default.removeItem(at: folder)
        return result
    } catch {
        try FileManager.default.removeItem(at: folder)
        throw error
    }
}

/// A port of this machine on which nobody listens.
package func freePort() throws -> Int {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(socket, $0, size) == 0 && getsockname(socket, $0, &size) == 0 }
    }
    guard bound else { throw Missing("a free port") }
    return Int(UInt16(bigEndian: address.sin_port))
}
