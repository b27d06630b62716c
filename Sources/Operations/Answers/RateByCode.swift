package import Domain
import Storage

/// The sender's word on the answer, by lookup code (đánh giá).
package struct RateByCode: Operation {
    package static let permission = Permission.rate
    let code: LookupCode
    let rating: Rating

    package init(code: LookupCode, rating: Rating) {
        self.code = code
        self.rating = rating
    }

    package func perform(_ turn: Turn) throws -> Case {
        guard let petition = try CaseStore.find(code.text, turn.tx) else { throw Refusal.noSuch(.petition) }
        let rated = try turn.record(petition.rate(rating, by: turn.actor), on: petition)
        try turn.count(.rating, on: petition.channel, contact: petition.contact, petition: petition)
        return rating.satisfied ? rated : try turn.hearAgain(rated.reopenUnsatisfied(at: turn.now, rules: try turn.rules()), rated)
    }
}

/// The sender comes back about the result, by lookup code (kiến nghị lại).
package struct ReopenByCode: Operation {
    package static let permission = Permission.reopen
    let code: LookupCode
    let reason: String

    package init(code: LookupCode, reason: String) {
        self.code = code
        self.reason = reason
    }

    package func perform(_ turn: Turn) throws -> Case {
        guard let petition = try CaseStore.find(code.text, turn.tx) else { throw Refusal.noSuch(.petition) }
        let event = try petition.reopen(reason: reason, by: turn.actor, at: turn.now, rules: try turn.rules())
        let message = Message(
            id: turn.newID(), contact: petition.contact, petition: petition.id, direction: .inbound, channel: petition.channel,
            externalID: nil, text: reason, at: turn.now)
        try MessageStore.insert(message, turn.tx)
        try turn.count(.reopening, on: petition.channel, contact: petition.contact, petition: petition)
        try SearchIndex.add(petition.id, text: [reason], turn.tx)
        return try turn.hearAgain(event, petition)
    }
}

extension Turn {
    /// Opens a case again because its sender is not content, and puts it before the next level by itself (requirement 19).
    func hearAgain(_ reopening: CaseEvent, _ petition: Case) throws -> Case {
        let open = try record(reopening, on: petition)
        return try record(open.climb(asked: asked(at: open.nextHearing, for: open), at: now), on: open)
    }
}
