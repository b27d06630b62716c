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
            let today = composition.office.world.now().day
            return try await composition.office.read { tx in
                try TeamStore.all(tx).map { team in
                    // Of one that ended, those who served on its last day.
                    let day = team.end?.last ?? today
                    return TeamJSON(team, try TeamStore.members(of: team.id, tx).map(\.member).filter { $0.serves(on: day) })
                }
            }
        }
        if json { return try Printing.json(teams) }
        for team in teams {
            Printing.line("\(team.id)  \(team.name)")
            let end = team.valid_to.content.map { ", giải thể sau ngày \($0)" } ?? ""
            Printing.line("  \(team.founding_decision), từ \(team.valid_from)\(end)")
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
    /// The last day; `null` while it stands.
    var valid_to: Nullable<String>
    var members: [Member]

    init(_ team: Team, _ members: [TeamMember]) {
        id = team.key
        name = team.name
        number_prefix = team.numberPrefix
        founding_decision = team.foundingDecision
        valid_from = team.validFrom.iso
        valid_to = Nullable(team.end?.last.iso)
        self.members = members.map { Member(name: $0.name, post: Terms.name($0.post), office: $0.office, duty: $0.duty) }
    }
}
