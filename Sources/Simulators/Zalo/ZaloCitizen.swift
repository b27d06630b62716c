/// A person on the stand-in platform: what the platform knows about one user of the account.
package struct ZaloCitizen: Sendable {
    package let id: String
    package let name: String
    let idByApp: String
    package internal(set) var follows = false
    /// Milliseconds since 1970, by the platform's clock: the last follow or message to the account.
    package internal(set) var lastInteraction: Int64?
    package internal(set) var messages: [Message] = []

    /// One line of the conversation, as the person sees it.
    package struct Message: Sendable {
        package let id: String
        /// Milliseconds since 1970.
        package let time: Int64
        package let fromOA: Bool
        package let text: String
        package let quotes: String?
        package let attachments: [Attachment]
    }

    /// What hangs on a message.
    package enum Attachment: Sendable, Equatable {
        case image(url: String)
        case file(url: String, name: String, size: Int)
        case location(latitude: String, longitude: String)
        /// Anything else, by the name of its kind.
        case other(String)
    }

    init(id: String, name: String) {
        self.id = id
        self.name = name
        idByApp = "8" + id.dropFirst()
    }
}
