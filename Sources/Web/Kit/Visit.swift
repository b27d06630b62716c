package import Domain
import Foundation
import HTTPTypes
package import Hummingbird
package import Logging
import NIOCore
package import Operations
import Storage

/// What the framework keeps of a request.
package struct SiteContext: RequestContext, RemoteAddressRequestContext {
    package var coreContext: CoreRequestContextStorage
    package let remoteAddress: SocketAddress?

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        remoteAddress = source.channel.remoteAddress
    }
}

/// One visit to a page: who comes, what is asked, and the office behind the page.
package struct Visit: Sendable {
    package let request: Request
    package let office: Office
    package let query: QueryString
    package let now: Instant
    /// The signed-in person and his session's token.
    package let staff: (account: Account, token: Token)?
    /// What a person quotes when something went wrong; the log says the same.
    package let number: String
    package let log: Logger
    /// The caller's network address, for rate limits only; never logged.
    package let caller: String
    /// The Official Account; `nil` where the channel is off.
    package var zalo: (any ZaloAccount)? { door.zalo }
    /// The channels that are on.
    package var channels: Set<Domain.Channel> { door.channels }
    let door: HookDoor
    let limits: Limits
    let parameters: Parameters

    /// A parameter of the path. A path without it does not lead here.
    package func parameter(_ name: String) -> String {
        guard let raw = parameters.get(name) else { return "" }
        return raw.removingPercentEncoding ?? raw
    }

    /// Whoever is behind the visit, as verbs want to know it.
    package var actor: Actor { staff.map { .staff($0.account) } ?? .sender }

    /// The signed-in person. Throws `Entry.signInFirst`.
    package func account() throws -> Account {
        guard let staff else { throw Entry.signInFirst }
        return staff.account
    }

    /// Notes a look at a case that lies in the restricted compartment, granted or not; other cases cost one read and no commit.
    func noteLook(at code: String) async throws {
        let petition = try await office.read { try CaseStore.find(code, $0) }
        if let petition { try await noteLook(at: petition) }
    }

    /// The same, of a case at hand.
    func noteLook(at petition: Case) async throws {
        if petition.isRestricted, staff != nil { try await office.perform(NoteLook(petition: petition.id), as: actor) }
    }

    /// What every form of a signed-in person carries, so that no other site can send it in his name.
    package var formToken: String { staff.map { FormToken.of($0.token) } ?? "" }

    /// The path with its query, to come back to.
    package var address: String { request.uri.string }
}

/// Why a visit cannot go on, besides what the domain refuses.
package enum Entry: Error, Sendable, Equatable {
    case signInFirst
    /// The form was not made by this site for this person.
    case strangeForm
    case noSuchPage
    /// The page knows only looking and sending its form.
    case noSuchMethod
    /// The page has no form to send.
    case noForm
}

/// The token of a person's forms, made of his session and worth nothing without it.
enum FormToken {
    static let field = "csrf"

    static func of(_ session: Token) -> String { contentHash(Array("form \(session.text)".utf8)) }

    static func fits(_ shown: String?, _ session: Token) -> Bool {
        guard let shown else { return false }
        let expected = Array(of(session).utf8)
        let given = Array(shown.utf8)
        guard expected.count == given.count else { return false }
        return zip(expected, given).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
