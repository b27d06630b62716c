/// A person on the stand-in platform: what the platform knows about one user of the account.
package struct ZaloCitizen: Sendable {
    package typealias Message = ZaloLine
    package typealias Attachment = ZaloAttachment

    package let id: String
    package internal(set) var name: String
    let idByApp: String
    package internal(set) var follows = false
    /// Milliseconds since 1970, by the platform's clock: the last follow or message to the account.
    package internal(set) var lastInteraction: Int64?
    package internal(set) var messages: [ZaloLine] = []
    /// `84…`, by which template messages find the person.
    package internal(set) var phone: String?
    /// Tags that the account gave (nhãn).
    package internal(set) var tags: [String] = []
    /// The name that the account gave.
    package internal(set) var alias = ""
    /// The account's own number for the person.
    package internal(set) var externalID = ""
    /// What the person told of himself, or the account wrote down: name, phone, address, …
    package internal(set) var details: [String: String] = [:]
    /// Uses the app on a telephone: tells when messages arrive and are read.
    package internal(set) var isOnMobile = false
    /// Takes no messages of the account any more.
    package internal(set) var blocks = false
    /// A member of the account's staff.
    package internal(set) var isAdmin = false
    /// One of the many that only make up the account's past.
    var isCrowd = false
    /// Free messages since the last interaction.
    var repliesSince = 0
    /// A visitor of a web page without an account of his own, and the conversation that he is in.
    var anonymousConversation: String?

    init(id: String, name: String) {
        self.id = id
        self.name = name
        idByApp = "8" + id.dropFirst()
    }
}
