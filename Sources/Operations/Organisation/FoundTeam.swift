package import Domain
import Storage

/// Founds a task force by a decision (thành lập Tổ công tác, Ban chỉ đạo, Tổ giúp việc), with the scan of the decision.
package struct FoundTeam: Operation {
    package static let permission = Permission.administer
    let team: NewTeam

    package init(_ team: NewTeam) { self.team = team }

    package func perform(_ turn: Turn) throws -> Team {
        let made = Team(
            id: turn.newID(), key: team.key, name: team.name, kind: team.kind, level: team.level, numberPrefix: team.numberPrefix,
            foundingDecision: "Quyết định số \(team.decision.cited)", decidedOn: team.decision.date, purpose: team.purpose,
            validFrom: team.validFrom, standingUnit: team.standingUnit)
        try made.check()
        var list = ProblemList()
        team.decision.check("decision", &list)
        try list.refuse()
        guard let unit = try OrganisationStore.unit(team.standingUnit, turn.tx), unit.isOpen(on: turn.now.day) else {
            throw Refusal.noSuch(.unit)
        }
        let others = try TeamStore.all(turn.tx)
        if others.contains(where: { $0.key == made.key }) { throw Refusal.taken(made.key) }
        // Numbers of one series would be told apart by nobody.
        if others.contains(where: { $0.numberPrefix == made.numberPrefix }) { throw Refusal.taken(made.numberPrefix) }
        try TeamStore.insert(made, paper: try turn.keep(team.paper), turn.tx)
        try RulesStore.noteChange(turn.tx)
        try turn.note(.teamFounded(team: made.name, decision: made.foundingDecision))
        return made
    }
}

/// What is typed of a new task force.
package struct NewTeam: Sendable {
    package var key: String
    package var name: String
    package var kind: Team.Kind
    package var level: Unit.Level
    package var numberPrefix: String
    package var decision: Decision
    package var purpose: String
    /// The day on which the decision takes effect.
    package var validFrom: Day
    package var standingUnit: ID<Unit>
    package var paper: UploadedFile?

    package init(
        key: String, name: String, kind: Team.Kind, level: Unit.Level, numberPrefix: String, decision: Decision, purpose: String = "",
        validFrom: Day, standingUnit: ID<Unit>, paper: UploadedFile? = nil
    ) {
        self.key = key
        self.name = name
        self.kind = kind
        self.level = level
        self.numberPrefix = numberPrefix
        self.decision = decision
        self.purpose = purpose
        self.validFrom = validFrom
        self.standingUnit = standingUnit
        self.paper = paper
    }
}

/// Issues an operating regulation or a new version of it (ban hành quy chế hoạt động).
package struct IssueRegulation: Operation {
    package static let permission = Permission.administer
    let team: ID<Team>
    let document: Decision
    let validFrom: Day
    let parameters: Regulation.Parameters
    let paper: UploadedFile?

    package init(team: ID<Team>, document: Decision, validFrom: Day, parameters: Regulation.Parameters, paper: UploadedFile? = nil) {
        self.team = team
        self.document = document
        self.validFrom = validFrom
        self.parameters = parameters
        self.paper = paper
    }

    package func perform(_ turn: Turn) throws -> Regulation {
        let team = try turn.standingTeam(team)
        let regulation = Regulation(id: turn.newID(), document: document, validFrom: validFrom, parameters: parameters)
        try regulation.check()
        if validFrom < team.validFrom { throw Refusal.notOnThisDay(validFrom) }
        try TeamStore.insert(regulation, of: team.id, paper: try turn.keep(paper), turn.tx)
        try RulesStore.noteChange(turn.tx)
        try turn.note(.regulationIssued(team: team.name, document: document))
        return regulation
    }
}

extension Turn {
    /// A task force that has not ended. Throws `Refusal`.
    func standingTeam(_ id: ID<Team>) throws -> Team {
        guard let team = try TeamStore.load(id, tx) else { throw Refusal.noSuch(.team) }
        if team.end != nil { throw Refusal.isOver }
        return team
    }

    /// Keeps the scan of a document. Throws `Refusal.invalid` for a file of another kind.
    func keep(_ file: UploadedFile?) throws -> ID<Paper>? {
        guard let file else { return nil }
        let problems = UploadedFile.problems([file])
        guard let kind = file.recognised, problems.isEmpty else { throw Refusal.invalid(problems) }
        let paper = Paper(id: newID(), name: file.name, contentType: kind.contentType, size: file.bytes.count)
        try PaperStore.insert(paper, NewContent(file.bytes, kind), tx)
        return paper.id
    }
}
