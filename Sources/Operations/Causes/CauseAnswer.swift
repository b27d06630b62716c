package import Domain
import Storage

/// Keeps a draft of the answer to all (lưu dự thảo trả lời chung).
package struct DraftCommonAnswer: CauseStep {
    package static let permission = Permission.draft
    package let cause: ID<CommonCause>
    package let version: Int
    let content: AnswerContent
    let files: [UploadedFile]

    /// - Parameter files: new files, in the order of the evidence that has none yet.
    package init(cause: ID<CommonCause>, version: Int, content: AnswerContent, files: [UploadedFile] = []) {
        self.cause = cause
        self.version = version
        self.content = content
        self.files = files
    }

    package func decide(_ current: CommonCause, _ turn: Turn) throws -> CauseEvent {
        guard let account = turn.actor.account else { throw Refusal.notPermitted(.draft) }
        return try current.draft(turn.proved(content, by: files, known: current.draft).draft(by: account), by: turn.actor)
    }
}

/// Puts the answer to all before its approver (trình duyệt), what is on the page first.
package struct SubmitCommonAnswer: Operation {
    package static let permission = Permission.submit
    let draft: DraftCommonAnswer

    package init(_ draft: DraftCommonAnswer) { self.draft = draft }

    package func perform(_ turn: Turn) throws -> CommonCause {
        let drafted = try draft.perform(turn)
        let members = try CauseQueries.openMembers(of: drafted.id, turn.tx).filter(\.isAnsweredInCommon)
        return try turn.record(drafted.submit(members: members, by: turn.actor, at: turn.now), on: drafted)
    }
}

/// Sends the draft of the answer to all back (trả lại dự thảo).
package struct ReturnCommonAnswer: CauseStep {
    package static let permission = Permission.returnDraft
    package let cause: ID<CommonCause>
    package let version: Int
    let reason: String

    package init(cause: ID<CommonCause>, version: Int, reason: String) {
        self.cause = cause
        self.version = version
        self.reason = reason
    }

    package func decide(_ current: CommonCause, _ turn: Turn) throws -> CauseEvent {
        try current.returnDraft(reason: reason, by: turn.actor)
    }
}

/// Signs the answer to all: it goes to every sender on the channel that he came by. The first bite goes with the signature, the rest
/// by the watch, so that no one waits behind thousands of letters.
package struct ApproveCommonAnswer: CauseStep {
    package static let permission = Permission.approve
    package let cause: ID<CommonCause>
    package let version: Int

    package init(cause: ID<CommonCause>, version: Int) {
        self.cause = cause
        self.version = version
    }

    package func decide(_ current: CommonCause, _ turn: Turn) throws -> CauseEvent {
        let members = try CauseQueries.openMembers(of: current.id, turn.tx).filter(\.isAnsweredInCommon)
        return try current.approve(members: members, by: turn.actor, at: turn.now)
    }

    package func perform(_ turn: Turn) throws -> CommonCause {
        let current = try turn.cause(cause, version: version)
        let signed = try turn.record(decide(current, turn), on: current)
        _ = try turn.deliver(signed)
        return signed
    }
}

/// Carries a signed answer to the members that it has not reached, one bite of them; whether that was all.
package struct DeliverCommonAnswer: Operation {
    package static let permission = Permission.approve
    let cause: ID<CommonCause>

    package func perform(_ turn: Turn) throws -> Bool {
        guard let common = try CauseStore.load(cause, turn.tx) else { return true }
        return try turn.deliver(common)
    }
}

extension Turn {
    /// Members in one bite.
    static let deliveryBite = 100

    fileprivate func deliver(_ common: CommonCause) throws -> Bool {
        guard let answer = common.answer else { return true }
        let waiting = try CauseQueries.openMembers(of: common.id, tx).filter { $0.awaits(common) }
        for member in waiting.prefix(Self.deliveryBite) { try record(member.answerInCommon(answer), on: member) }
        if waiting.count > Self.deliveryBite { return false }
        try CauseStore.endDelivery(of: common.id, round: common.round, tx)
        return true
    }
}

extension Office {
    /// Carries every signed answer on to those that it has not reached.
    func deliverCommonAnswers() async throws {
        for cause in try await read({ try CauseQueries.delivering(limit: CaseWatch.bite, $0) }) {
            while try await !perform(DeliverCommonAnswer(cause: cause), as: .system) {}
        }
    }
}
