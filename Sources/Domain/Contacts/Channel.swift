/// A way on which a petition comes in and its answer goes out (kênh tiếp nhận; seed 001, brief §1.1, requirement 1). The raw words
/// are fixed: they stand in the store, in filters and in exports.
package enum Channel: String, CaseIterable, Sendable, Codable {
    /// The public form; the sender comes back with his lookup code.
    case form
    /// The chat with the task force's Official Account.
    case zalo
    /// A Zalo group: one that the account owns, or an ordinary one of which an excerpt was captured by hand.
    case zaloGroup
    case mail
    case hotline
    /// Face to face at a service centre or one-stop desk.
    case counter
    /// A letter on paper.
    case letter
    /// A question at a dialogue conference.
    case dialogue
    /// Heard during work on site.
    case visit
    /// Questions in the electronic tax system.
    case tax
    /// Questions on the province's portal.
    case portal
    /// The national petition system.
    case national
    /// The call centre 1022.
    case callCentre
    /// Passed on by another body.
    case forwarded

    /// Whether messages come in and go out on it by machine.
    package var hasWire: Bool {
        switch self {
        case .zalo, .mail: true
        case .form, .zaloGroup, .hotline, .counter, .letter, .dialogue, .visit, .tax, .portal, .national, .callCentre, .forwarded: false
        }
    }

    /// Whether an officer writes down what came in on it (nhập hộ), because no machine takes it in.
    package var isNotedByOfficer: Bool {
        switch self {
        case .hotline, .counter, .letter, .dialogue, .visit, .forwarded, .zaloGroup: true
        case .form, .zalo, .mail, .tax, .portal, .national, .callCentre: false
        }
    }

    /// Whether it comes in as a file of another system.
    package var isImported: Bool {
        switch self {
        case .tax, .portal, .national, .callCentre: true
        case .form, .zalo, .zaloGroup, .mail, .hotline, .counter, .letter, .dialogue, .visit, .forwarded: false
        }
    }
}
