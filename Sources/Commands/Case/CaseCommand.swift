import ArgumentParser

/// `donghanh case …`.
struct CaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case", abstract: "Xem hồ sơ.", subcommands: [CaseShow.self, CaseList.self, CaseTrace.self])
}
