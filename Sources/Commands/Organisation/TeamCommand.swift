import ArgumentParser
import Documents
import Domain
import Operations
import Storage

/// `donghanh team …`.
struct TeamCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "team", abstract: "Tổ công tác.", subcommands: [TeamList.self])
}

/// `donghanh team list`.
struct TeamList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Liệt kê Tổ công tác và thành viên.")

    @OptionGroup var global: GlobalOptions
    @Flag(name: .long, help: "In JSON.") var json = false

    func run() async throws {
        let teams = try await Composition.run(try await global.settings()) { composition in
            try await composition.office.read { tx in
                try OrganisationStore.teams(tx).map { TeamJSON($0, try OrganisationStore.members(of: $0.id, tx)) }
            }
        }
        if json { return try Printing.json(teams) }
        for team in teams {
            Printing.line("\(team.id)  \(team.name)")
            Printing.line("  \(team.founding_decision), từ \(team.valid_from)")
            for member in team.members { Printing.line("  \(member.post): \(member.name), \(member.office)") }
        }
    }
}

/// The JSON of a task force.
struct TeamJSON: Encodable, Sendable {
    struct Member: Encodable, Sendable {
        var name: String
        var post: String
        var office: String
        var duty: String
    }

    var id: String
    var name: String
    var number_prefix: String
    var founding_decision: String
    var valid_from: String
    var members: [Member]

    init(_ team: Team, _ members: [TeamMember]) {
        id = team.key
        name = team.name
        number_prefix = team.numberPrefix
        founding_decision = team.foundingDecision
        valid_from = team.validFrom.iso
        self.members = members.map { Member(name: $0.name, post: Terms.name($0.post), office: $0.office, duty: $0.duty) }
    }
}
