package import Domain
package import Operations
import Synchronization

/// An Official Account without a platform: it says what the test has laid out, and remembers what it was asked.
package final class PlayedAccount: ZaloAccount {
    /// What it says.
    package struct Script: Sendable {
        package var facts: Result<ZaloFacts, ZaloFailure> = .success(
            ZaloFacts(oaID: "", name: "Tổ công tác", isVerified: true, followers: 12))
        package var articles: Result<ZaloArticles, ZaloFailure> = .success(ZaloArticles(count: 3, views: 40))
        package var profile: Result<ZaloProfile, ZaloFailure> = .success(
            ZaloProfile(name: "An", isFollower: true, told: Contact.Person()))
        package var missed: [MissedDelivery] = []
        package var missedFailure: ZaloFailure?
        package var groups: [ZaloGroupFacts] = []
        package var members: Result<[ChatGroup.Member], ZaloFailure> = .success([])

        package init() {}
    }

    private let script: Mutex<Script>
    private let memory = Mutex<(asked: [String], since: [Instant])>(([], []))

    package init(_ change: (inout Script) -> Void = { _ in }) {
        var script = Script()
        change(&script)
        self.script = Mutex(script)
    }

    /// From now on it says this.
    package func says(_ change: (inout Script) -> Void) { script.withLock { change(&$0) } }

    /// The questions in the order in which they came.
    package var asked: [String] { memory.withLock { $0.asked } }
    /// From when on it was asked for what was missed, each time.
    package var askedSince: [Instant] { memory.withLock { $0.since } }

    private func answer<Value>(_ question: String, _ part: (Script) -> Result<Value, ZaloFailure>) throws(ZaloFailure) -> Value {
        memory.withLock { $0.asked.append(question) }
        return try script.withLock { part($0) }.get()
    }

    package let oaID = "oa-1"
    package let callback = "https://donghanh.example/zalo/ket-noi"
    package let (hasFixedVerifier, hasConfiguredPair, asksContacts) = (false, true, false)

    package func permissionAddress(verifier: String?, state: String) -> String { "https://example.invalid/\(state)" }
    package func connect(code: String, verifier: String?, isOurs: Bool) async throws(ZaloFailure) {}
    package func adopt(access: String, refresh: String) async throws(ZaloFailure) {}
    package func keepFresh() async throws(ZaloFailure) {}

    package func facts() async throws(ZaloFailure) -> ZaloFacts { try answer("facts", \.facts) }
    package func profile(of person: String) async throws(ZaloFailure) -> ZaloProfile { try answer("profile", \.profile) }
    package func articles() async throws(ZaloFailure) -> ZaloArticles { try answer("articles", \.articles) }
    package func missed(since: Instant) async -> (deliveries: [MissedDelivery], failure: ZaloFailure?) {
        memory.withLock { $0.since.append(since) }
        return script.withLock { ($0.missed, $0.missedFailure) }
    }
    package func groups() async throws(ZaloFailure) -> [ZaloGroupFacts] { try answer("groups") { .success($0.groups) } }
    package func members(of group: String) async throws(ZaloFailure) -> [ChatGroup.Member] { try answer("members", \.members) }
    package func makeGroup(name: String, about: String, members: [String]) async throws(ZaloFailure) -> ZaloGroupFacts {
        throw ZaloFailure("không tạo nhóm", .refused)
    }
}
