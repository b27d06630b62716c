package import Domain
package import Storage

/// Lets the program read a delivery once more, after what was wrong has been mended. Throws `Refusal`.
package struct ReadAgain: Operation {
    package static let permission = Permission.takeIn
    let id: ID<HookRecord>

    package init(_ id: ID<HookRecord>) { self.id = id }

    package func perform(_ turn: Turn) throws {
        guard try UnreadableQueries.readAgain(id, turn.tx) else { throw Refusal.noSuch(.delivery) }
        turn.askForWork()
    }
}

/// A person has read a delivery that the program could not, and says what became of it. Throws `Refusal`.
package struct SettleUnreadable: Operation {
    package static let permission = Permission.takeIn
    let id: ID<HookRecord>
    let remark: String

    package init(_ id: ID<HookRecord>, remark: String) {
        self.id = id
        self.remark = remark
    }

    package func perform(_ turn: Turn) throws {
        var list = ProblemList()
        list.text("remark", remark, atLeast: 5, atMost: 500)
        try list.refuse()
        guard let account = turn.actor.account, try UnreadableQueries.settle(id, remark: remark, by: account.id, at: turn.now, turn.tx) else {
            throw Refusal.noSuch(.delivery)
        }
    }
}
