package import Domain
import Storage

/// Arranges that somebody calls a sender back (hẹn gọi lại): on a case, by hand.
package struct ArrangeCallBack: Operation {
    package static let permission = Permission.note
    let petition: ID<Case>
    let kind: ReplyTask.Kind
    let text: String
    let dueAt: Instant?
    /// `nil`: whoever sits at the intake desk.
    let account: ID<Account>?

    /// - Parameter dueAt: by when; `nil`: within four working hours.
    package init(petition: ID<Case>, kind: ReplyTask.Kind = .call, text: String, dueAt: Instant?, account: ID<Account>?) {
        self.petition = petition
        self.kind = kind
        self.text = text
        self.dueAt = dueAt
        self.account = account
    }

    /// Working seconds until a call-back is due by itself.
    private static let usual = 4 * 3600

    package func perform(_ turn: Turn) throws -> ReplyTask {
        let petition = try turn.petition(petition)
        guard Rights.allow(turn.actor, .note, on: petition.subject) else { throw Refusal.notPermitted(.note) }
        let due = try dueAt ?? turn.rules().calendar.adding(workingSeconds: Self.usual, to: turn.now)
        let problems = ReplyTask.problems(text: text, dueAt: due, now: turn.now)
        if !problems.isEmpty { throw Refusal.invalid(problems) }
        if let account, try !turn.office.accounts(turn.tx).contains(where: { $0.id == account && $0.isActive }) {
            throw Refusal.invalid([Problem("account", .unknownCode)])
        }
        let task = ReplyTask(
            id: turn.newID(), kind: kind, channel: petition.channel, contact: petition.contact, petition: petition.id, text: text,
            reason: turn.actor.name.map { "\($0) hẹn." } ?? "", dueAt: due, account: account, createdAt: turn.now)
        try ReplyTaskStore.insert(task, turn.tx)
        turn.askForNews()
        return task
    }
}

/// What somebody did about a task to reach a sender: took it, tried in vain, reached him, or gave it up with a reason.
package struct WorkReplyTask: Operation {
    package static let permission = Permission.note
    let task: ID<ReplyTask>
    let act: Act
    let note: String

    package enum Act: String, Sendable, CaseIterable {
        case take, inVain, reached, giveUp
    }

    package init(task: ID<ReplyTask>, act: Act, note: String = "") {
        self.task = task
        self.act = act
        self.note = note
    }

    package func perform(_ turn: Turn) throws -> ReplyTask {
        var task = try turn.task(task)
        guard let account = turn.actor.account else { throw Refusal.notPermitted(.note) }
        switch act {
        case .take: try task.take(by: account.id)
        case .inVain: try task.tryInVain(note, by: account.name, at: turn.now)
        case .reached: try task.finish(reached: true, note: note, by: account.name, at: turn.now)
        case .giveUp: try task.finish(reached: false, note: note, by: account.name, at: turn.now)
        }
        try ReplyTaskStore.save(task, turn.tx)
        if act == .reached { try turn.told(task, note) }
        turn.askForNews()
        return task
    }
}

extension Turn {
    /// A task for whoever may see its case; one without a case is the intake desk's. Throws `Refusal`.
    func task(_ id: ID<ReplyTask>) throws -> ReplyTask {
        guard let task = try ReplyTaskStore.load(id, tx) else { throw Refusal.noSuch(.replyTask) }
        guard try ReplyTaskQueries.isSeen(task, by: actor, tx) else { throw Refusal.notPermitted(.view) }
        return task
    }

    /// What the sender was told stands in the conversation of his case, and counts as a contact of ours.
    fileprivate func told(_ task: ReplyTask, _ note: String) throws {
        let petition = try task.petition.flatMap { try CaseStore.load($0, tx) }
        try MessageStore.insert(
            Message(
                id: newID(), contact: task.contact, petition: task.petition, direction: .outbound, channel: task.approachChannel,
                externalID: nil, text: task.text, at: now, author: actor.name), tx)
        try count(.callBack, on: task.approachChannel, contact: task.contact, petition: petition, summary: note)
    }
}
