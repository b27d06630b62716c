package import Domain
import Logging
import Storage

/// Begins a grant: fresh codes, good for ten minutes and once (brief zalo.md §1.1, §1.2). Throws `Refusal`.
package struct BeginGrant: Operation {
    package static let permission = Permission.administer
    let isFixed: Bool

    /// - Parameter isFixed: whether the console's own pair is used; then no codes are made.
    package init(isFixed: Bool) { self.isFixed = isFixed }

    package func perform(_ turn: Turn) throws -> (state: String, verifier: String?) {
        let state = hexadecimal(turn.chance(16))
        // 43 characters or more of the alphabet that RFC 7636 allows.
        let verifier = isFixed ? nil : hexadecimal(turn.chance(32))
        try ZaloStore.begin(
            state: state, verifier: verifier, by: turn.actor.account?.id, at: turn.now, until: turn.now.adding(minutes: Self.minutes),
            turn.tx)
        return (state, verifier)
    }

    package static let minutes = 10
}

/// Takes a grant out of the store, so that it serves once; whoever comes with its state was sent by Zalo.
struct TakeGrant: Operation {
    static let permission = Permission.receive
    let state: String

    func perform(_ turn: Turn) throws -> ZaloGrant? { try ZaloStore.take(state: state, at: turn.now, turn.tx) }
}

/// The account has been granted: letters that waited for it go out now, and need not wait for the end of their pause.
struct WakeLetters: Operation {
    static let permission = Permission.receive

    func perform(_ turn: Turn) throws {
        try OutboxStore.wake([.zalo, .zaloGroup], at: turn.now, turn.tx)
        // That the grant was revoked has been seen to.
        try ChannelHealthStore.clear(.zalo, .notice, turn.tx)
        turn.askForWork()
    }
}

extension Office {
    /// Ends a grant with what Zalo brought back. Throws `Refusal` for a state that is used, too old or unknown, `ZaloFailure` for what Zalo
    /// says no to, or where another account was granted.
    /// - Parameter state: ours; where the console keeps the pair of codes, a grant may have begun there, with any state or none.
    package func endGrant(state: String?, code: String, oaID: String, with account: any ZaloAccount) async throws {
        var grant: ZaloGrant?
        if let state { grant = try await perform(TakeGrant(state: state), as: .sender) }
        if grant == nil, !account.hasFixedVerifier { throw Refusal.isOver }
        guard oaID == account.oaID else {
            throw ZaloFailure("Quyền vừa cấp là của tài khoản OA \(oaID), không phải \(account.oaID) đã khai báo.", .final)
        }
        try await account.connect(code: code, verifier: grant?.verifier, isOurs: grant != nil)
        try await perform(WakeLetters(), as: .system)
        log.notice("Zalo: the account was granted")
    }

    /// Takes a pair of tokens that an administrator of the account typed in. Throws `ZaloFailure`.
    package func adoptTokens(access: String, refresh: String, for account: any ZaloAccount) async throws {
        try await account.adopt(access: access, refresh: refresh)
        try await perform(WakeLetters(), as: .system)
    }
}

/// Asks a sender on the provider's form who he is (hỏi thông tin liên hệ). Throws `Refusal`.
package struct AskContact: Operation {
    package static let permission = Permission.ask
    let petition: ID<Case>
    let asks: Bool

    /// - Parameter asks: whether the form can be sent; otherwise words ask.
    package init(petition: ID<Case>, asForm asks: Bool) {
        self.petition = petition
        self.asks = asks
    }

    package func perform(_ turn: Turn) throws {
        let current = try turn.petition(petition)
        guard Rights.allow(turn.actor, .ask, on: current.subject) else { throw Refusal.notPermitted(.ask) }
        guard current.state.isOpen, let contact = try ContactStore.load(current.contact, turn.tx), contact.channel == .zalo,
            let address = contact.address
        else { throw Refusal.stateForbids(.ask, current.state) }
        let text = """
            Để giải quyết kiến nghị mã \(current.lookupCode.grouped), xin Quý vị cho biết họ tên, doanh nghiệp và số điện thoại liên hệ.
            """
        let message = Outgoing(
            id: turn.newID(), channel: .zalo, recipient: address, text: text, content: asks ? .contactRequest : .text)
        try OutboxStore.insert(message, contact: contact.id, petition: current.id, at: turn.now, turn.tx)
        turn.askForWork()
    }
}
