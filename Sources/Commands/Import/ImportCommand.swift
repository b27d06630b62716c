import ArgumentParser

/// `donghanh import …`.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Nạp dữ liệu.",
        subcommands: [ImportPetitionsCommand.self, ImportUnitsCommand.self, ImportAccountsCommand.self, ImportAdministrativeUnitsCommand.self])
}
