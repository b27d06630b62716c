import Foundation

/// A program of the system that works on what came from outside: in a process of its own, for so long and with so much memory and disk
/// as it is given, without the network where the system allows that, without what stands in our environment.
struct ConfinedProcess: Sendable {
    /// Seconds from start to end, and of work.
    var seconds = 20
    /// Bytes of address space.
    var memory = 1 << 30
    /// Bytes of one file that it writes.
    var disk = 64 << 20
    /// Whether a process without privileges may be put into a network of its own, which is empty.
    var cutsNetwork: Bool

    /// How it ended.
    enum Ending: Sendable, Equatable {
        case done
        /// It ran out of time.
        case outOfTime
        case failed(status: Int32)
    }

    /// Looks at what the system allows.
    static func probe() async -> ConfinedProcess {
        let trial = ConfinedProcess(cutsNetwork: true)
        // A system without the tool, or one that forbids it, is one on which the other bounds must do.
        let ending = try? await trial.run("/bin/true", [], in: "/tmp")
        return ConfinedProcess(cutsNetwork: ending == .done)
    }

    /// Runs a program to its end in a folder. Throws when it cannot be started.
    func run(_ program: String, _ arguments: [String], in folder: String, environment: [String: String] = [:]) async throws -> Ending {
        let process = Process()
        var command = ["--signal=KILL", "\(seconds)"]
        if cutsNetwork { command += ["/usr/bin/unshare", "--user", "--map-current-user", "--net", "--"] }
        command += ["/usr/bin/prlimit", "--as=\(memory)", "--cpu=\(seconds)", "--fsize=\(disk)", "--nofile=64", "--core=0", "--", program]
        process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
        process.arguments = command + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = environment.merging(
            ["PATH": "/usr/bin:/bin", "HOME": folder, "TMPDIR": folder, "LC_ALL": "C.UTF-8"], uniquingKeysWith: { own, _ in own })
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let status = try await Self.status(of: process)
        switch status {
        case 0: return .done
        // `timeout` dies with the program that it kills.
        case 9, 124, 137: return .outOfTime
        default: return .failed(status: status)
        }
    }

    private static func status(of process: Process) async throws -> Int32 {
        try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                continuation.resume(throwing: error)
            }
        }
    }
}
