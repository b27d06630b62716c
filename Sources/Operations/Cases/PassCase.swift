package import Domain
import Storage

/// Offers a case to another unit (chuyển đơn vị khác).
package struct HandOffCase: CaseStep {
    package static let permission = Permission.handOff
    package let petition: ID<Case>
    package let version: Int
    let unit: ID<Unit>
    let reason: String

    package init(petition: ID<Case>, version: Int, unit: ID<Unit>, reason: String) {
        self.petition = petition
        self.version = version
        self.unit = unit
        self.reason = reason
    }

    package func decide(_ current: Case, _ turn: Turn) throws -> CaseEvent {
        guard let unit = try OrganisationStore.unit(unit, turn.tx) else { throw Refusal.noSuch(.unit) }
        guard let own = try OrganisationStore.unit(current.lead, turn.tx) else { throw Refusal.noSuch(.unit) }
        return try current.handOff(
            to: unit, from: own, reason: reason, limit: turn.parameters(for: current).transferLimit, by: turn.actor, at: turn.now)
    }
}

/// Takes over what was offered (tiếp nhận chuyển giao).
package struct TakeOverCase: CaseStep {
    package static let permission = Permission.takeOver
    package let petition: ID<Case>
    package let version: Int

    package init(petition: ID<Case>, version: Int) {
        self.petition = petition
        self.version = version
    }

    package func decide(_ current: Case, _ turn: Turn) throws -> CaseEvent {
        guard let offer = current.work.offer else { throw Refusal.stateForbids(.takeOver, current.state) }
        var subject = current.subject
        subject.lead = offer.to
        let unit = try OrganisationStore.unit(offer.to, turn.tx)
        let owner = try turn.owner(of: subject, at: .unit(offer.to, unit?.shortName ?? offer.toName), turn: current.number.serial)
        return try current.takeOver(owner: owner, by: turn.actor)
    }
}

/// Returns what was offered (trả lại nơi chuyển).
package struct SendBackCase: CaseStep {
    package static let permission = Permission.sendBack
    package let petition: ID<Case>
    package let version: Int
    let reason: String

    package init(petition: ID<Case>, version: Int, reason: String) {
        self.petition = petition
        self.version = version
        self.reason = reason
    }

    package func decide(_ current: Case, _ turn: Turn) throws -> CaseEvent {
        try current.sendBack(reason: reason, by: turn.actor)
    }
}

/// Takes an offer back before it was answered (rút đề nghị chuyển).
package struct WithdrawOffer: CaseStep {
    package static let permission = Permission.withdrawOffer
    package let petition: ID<Case>
    package let version: Int

    package init(petition: ID<Case>, version: Int) {
        self.petition = petition
        self.version = version
    }

    package func decide(_ current: Case, _ turn: Turn) throws -> CaseEvent {
        try current.withdrawOffer(by: turn.actor)
    }
}
