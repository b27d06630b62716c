import ArgumentParser
import Foundation

/// The program. Exit status 0: done; 1: refused or failed, with one line on standard error; 2: wrong usage.
struct DonghanhCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "donghanh", abstract: "Đồng Hành: tiếp nhận, giải quyết khó khăn, kiến nghị của doanh nghiệp.",
        subcommands: [
            ServeCommand.self, DemoCommand.self, MigrateCommand.self, CheckCommand.self, UserCommand.self, UnitCommand.self,
            TeamCommand.self, CoverageCommand.self, ReorganiseCommand.self, CaseCommand.self, DeadlineCommand.self,
            RouteCommand.self, ReportCommand.self, SimulateCommand.self, ImportCommand.self, AdministrativeCommand.self,
            BenchCommand.self,
        ])

    /// Runs the command line and ends the process with the right status. Nothing that is thrown leaves here: an error that leaves
    /// `main` would be a crash with a backtrace (stack, pitfall 11).
    static func start() async -> Never {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            Foundation.exit(0)
        } catch {
            Foundation.exit(report(error))
        }
    }

    private static func report(_ error: any Error) -> Int32 {
        switch exitCode(for: error) {
        case .success:
            Printing.write(fullMessage(for: error) + "\n")
            return 0
        case .validationFailure:
            Printing.error(fullMessage(for: error))
            return 2
        default:
            if let code = error as? ExitCode { return code.rawValue }
            Printing.error(CommandFailure(wording: error).description)
            return 1
        }
    }
}

/// The way in for `main.swift`.
package enum Program {
    /// Runs the command line and ends the process.
    package static func start() async -> Never { await DonghanhCommand.start() }
}
