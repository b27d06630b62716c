package import Foundation

/// A PostgreSQL server of a test's own, which the test may kill and revive (`scripts/postgres`).
package struct ClusterRun: Sendable {
    private let folder: URL
    /// The address of an empty database on it.
    package let address: String

    /// Starts it in a folder.
    package init(in folder: URL) throws {
        self.folder = folder
        address = try Self.run("start", folder)
    }

    package func kill() throws { _ = try Self.run("kill", folder) }
    package func revive() throws { _ = try Self.run("revive", folder) }
    package func stop() throws { _ = try Self.run("stop", folder) }

    private static func run(_ verb: String, _ folder: URL) throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let process = Process()
        // A file, for a pipe would stay open as long as the server that is started here.
        let output = folder.appendingPathComponent("cluster.\(verb)")
        try Data().write(to: output)
        process.executableURL = root.appendingPathComponent("scripts/postgres")
        process.arguments = [verb, folder.appendingPathComponent("cluster").path]
        process.standardOutput = try FileHandle(forWritingTo: output)
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Missing("a cluster to \(verb)") }
        return try String(contentsOf: output, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
