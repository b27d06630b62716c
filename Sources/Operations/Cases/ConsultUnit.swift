package import Domain
import Storage

/// Asks another unit for its opinion, by a date and with a rule for its silence (lấy ý kiến phối hợp).
package struct ConsultUnit: CaseStep {
    package static let permission = Permission.invite
    package let petition: ID<Case>
    package let version: Int
    let unit: ID<Unit>
    let question: String
    let due: Instant?
    let silence: Consultation.Silence

    package init(petition: ID<Case>, version: Int, unit: ID<Unit>, question: String, due: Instant?, silence: Consultation.Silence) {
        self.petition = petition
        self.version = version
        self.unit = unit
        self.question = question
        self.due = due
        self.silence = silence
    }

    package func decide(_ current: Case, _ turn: Turn) throws -> CaseEvent {
        guard let unit = try OrganisationStore.unit(unit, turn.tx) else { throw Refusal.noSuch(.unit) }
        return try current.consult(
            unit, question: question, due: due ?? Self.usualDue(current, at: turn.now, rules: try turn.rules()), silence: silence,
            by: turn.actor, at: turn.now)
    }

    /// When an opinion is due unless somebody says otherwise: by the profile, and inside the case's own date.
    package static func usualDue(_ petition: Case, at now: Instant, rules: Rules) -> Instant {
        let usual = rules.due(after: now, workingDays: petition.clock.profile.coordinate)
        return petition.clock.due > now ? min(usual, petition.clock.due) : usual
    }
}

/// A co-ordinating unit's opinion (cho ý kiến phối hợp).
package struct AdviseCase: CaseStep {
    package static let permission = Permission.advise
    package let petition: ID<Case>
    package let version: Int
    let stance: Opinion.Stance
    let opinion: String

    package init(petition: ID<Case>, version: Int, stance: Opinion.Stance, opinion: String) {
        self.petition = petition
        self.version = version
        self.stance = stance
        self.opinion = opinion
    }

    package func decide(_ current: Case, _ turn: Turn) throws -> CaseEvent {
        guard let account = turn.actor.account else { throw Refusal.notPermitted(.advise) }
        let own = account.authorities.map(\.unit)
        guard let asked = current.work.consultations.last(where: { own.contains($0.unit) && $0.opinion == nil }) else {
            throw Refusal.noSuch(.consultation)
        }
        return try current.advise(from: asked.unit, stance: stance, text: opinion, by: turn.actor, at: turn.now)
    }
}
