package import Foundation

/// A PostgreSQL server of a test's own, which the test may kill and revive (`scripts/postgres`).
package struct ClusterRun: Sendable {
    private let folder: URL
    /// The address of an empty database on it.
    package let address: String

    /// Starts it in a folder.
    package init(in folder: URL) async throws {
        self.folder = folder
        address = try await Self.run("start", folder)
    }

    package func kill() async throws { _ = try await Self.run("kill", folder) }
    package func revive() async throws { _ = try await Self.run("revive", folder) }
    package func stop() async throws { _ = try await Self.run("stop", folder) }

    private static func run(_ verb: String, _ folder: URL) async throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let process = Process()
        // A file, for a pipe would stay open as long as the server that is started here.
        let output = folder.appendingPathComponent("cluster.\(verb)")
        try Data().write(to: output)
        process.executableURL = root.appendingPathComponent("scripts/postgres")
        process.arguments = [verb, folder.appendingPathComponent("cluster").path]
        process.standardOutput = try FileHandle(forWritingTo: output)
        // A thread that waits here would be one of the few on which all tests run.
        try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in ended.resume() }
            do { try process.run() } catch { ended.resume(throwing: error) }
        }
        guard process.terminationStatus == 0 else { throw Missing("a cluster to \(verb)") }
        return try String(contentsOf: output, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
