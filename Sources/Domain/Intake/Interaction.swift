/// One approach on one channel (lượt liên hệ): a message, a form, a call, a letter. Counted apart from petitions, of which most
/// approaches open none (brief §1.4, requirement 48). Calls that we make ourselves are kept beside them and never counted as approaches.
package struct Interaction: Sendable, Equatable {
    package let id: ID<Interaction>
    /// The task force that was approached; `nil` before the ground is laid.
    package var team: ID<Team>?
    package var channel: Channel
    package var kind: Kind
    /// `nil` when whoever called said nothing of himself.
    package var contact: ID<Contact>?
    /// The case that it opened or that it was about.
    package var petition: ID<Case>?
    /// Whether it opened that case.
    package var opensCase: Bool
    /// When it happened.
    package var at: Instant
    /// When it was noted here: later than `at` where an officer noted it afterwards.
    package var notedAt: Instant
    /// The officer who noted it; `nil` where a wire did.
    package var notedBy: ID<Account>?
    package var notedByName: String
    /// One line on what it was about, where no case tells it ("hỏi đường, đã trả lời ngay").
    package var summary: String
    /// Made when the form was shown: what is sent twice is noted once.
    package var key: String?

    package init(
        id: ID<Interaction>, team: ID<Team>?, channel: Channel, kind: Kind, contact: ID<Contact>?, petition: ID<Case>? = nil,
        opensCase: Bool = false, at: Instant, notedAt: Instant, notedBy: ID<Account>? = nil, notedByName: String = "", summary: String = "",
        key: String? = nil
    ) {
        self.id = id
        self.team = team
        self.channel = channel
        self.kind = kind
        self.contact = contact
        self.petition = petition
        self.opensCase = opensCase
        self.at = at
        self.notedAt = notedAt
        self.notedBy = notedBy
        self.notedByName = notedByName
        self.summary = summary
        self.key = key
    }

    /// Characters of a summary.
    package static let longestSummary = 300

    /// What kind of approach it was. The raw words stand in the store and in exports.
    package enum Kind: String, CaseIterable, Sendable, Codable {
        /// Words in a chat, a mail, or passed on from a chat by hand.
        case message
        case form
        /// More on a case by its lookup code.
        case supply
        /// The word on an answer, by button or by code.
        case rating
        case reopening
        case call
        /// Face to face at a counter.
        case counter
        case letter
        /// A question at a dialogue conference.
        case question
        /// Heard during work on site.
        case onSite
        /// Passed on by another body, or taken from its system.
        case forwarded
        case follow
        /// Pressed a button of a chat, without words.
        case opened
        /// We called, wrote or went to the sender (gọi lại, liên hệ lại).
        case callBack

        /// Whether the sender approached us; the others are ours.
        package var isIncoming: Bool {
            switch self {
            case .message, .form, .supply, .rating, .reopening, .call, .counter, .letter, .question, .onSite, .forwarded, .follow, .opened: true
            case .callBack: false
            }
        }
    }
}

extension Channel {
    /// What an approach on this channel is, unless more is known of it.
    package var approach: Interaction.Kind {
        switch self {
        case .form: .form
        case .zalo, .zaloGroup, .mail: .message
        case .hotline: .call
        case .counter: .counter
        case .letter: .letter
        case .dialogue: .question
        case .visit: .onSite
        case .tax, .portal, .national, .callCentre, .forwarded: .forwarded
        }
    }
}
