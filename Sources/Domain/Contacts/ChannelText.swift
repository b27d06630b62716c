/// Words that a channel says by itself and that officers edit (lời nhắn tự động; brief §6, requirement 5).
package enum ChannelText {
    package enum Purpose: String, CaseIterable, Sendable, Codable {
        /// To who begins to follow the account.
        case greeting
        /// A petition was taken in.
        case received
        /// Likewise while nobody sits in the office.
        case receivedOutOfHours
    }

    /// What is filled in; it stands in braces, `{ma}`.
    package enum Placeholder: String, CaseIterable, Sendable {
        case code = "ma"
        case due = "han"
        case link = "lien_ket"
        case form = "bieu_mau"
        case hours = "gio_lam_viec"
    }

    /// The channels that say something by themselves.
    package static let channels: [Channel] = [.zalo, .mail]

    /// What a channel says of that kind at all: only an account can be followed.
    package static func purposes(of channel: Channel) -> [Purpose] {
        channel == .zalo ? Purpose.allCases : [.received, .receivedOutOfHours]
    }

    /// Characters at most.
    package static let longest = 1200
    /// UTF-16 units that the narrowest channel takes in one message (brief zalo §3): nothing may be cut from what must arrive.
    package static let narrowest = 2000

    /// What must stand in it: without the code nobody finds his case again.
    package static func needed(for purpose: Purpose) -> [Placeholder] {
        switch purpose {
        case .greeting: []
        case .received, .receivedOutOfHours: [.code, .link]
        }
    }

    /// What may stand in it: a greeting is about no case.
    package static func allowed(for purpose: Purpose) -> [Placeholder] {
        switch purpose {
        case .greeting: [.form, .hours]
        case .received, .receivedOutOfHours: Placeholder.allCases
        }
    }

    /// What is wrong with a text: too short or long, a placeholder that is unknown here, one that is missing.
    /// - Parameter values: examples, by which it is told how long it becomes.
    package static func problems(_ text: String, for purpose: Purpose, filledWith values: [Placeholder: String] = [:]) -> [Problem] {
        var list = ProblemList()
        list.text("text", text, atLeast: 20, atMost: longest)
        let used = MarkedText(text).names
        let known = allowed(for: purpose).map(\.rawValue)
        if let strange = used.first(where: { !known.contains($0) }) { list.add("text", .unknownPlaceholder(strange, known: known)) }
        for missing in needed(for: purpose) where !used.contains(missing.rawValue) {
            list.add("text", .missingPlaceholder(missing.rawValue))
        }
        // A place may stand in it many times.
        if list.problems.isEmpty, filled(text, values).utf16.count > narrowest { list.add("text", .tooLong(narrowest)) }
        return list.problems
    }

    /// The text with its placeholders filled in.
    package static func filled(_ text: String, _ values: [Placeholder: String]) -> String {
        MarkedText(text).filled { name in Placeholder(rawValue: name).flatMap { values[$0] } }
    }
}
