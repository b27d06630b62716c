package import Domain
import Storage

// What channels say by themselves: the officer's words, or the standard ones (requirement 5).
extension Turn {
    /// The acknowledgement of a case, by the hour.
    func acknowledgement(of petition: Case, on channel: Channel) throws -> SenderText {
        let calendar = try rules().calendar
        let purpose: ChannelText.Purpose = calendar.isOpen(at: now) ? .received : .receivedOutOfHours
        return SenderText(try words(purpose, on: channel, values: ChannelText.values(petition, calendar.hours, settings)))
    }

    func greeting(on channel: Channel) throws -> SenderText {
        SenderText(try words(.greeting, on: channel, values: ChannelText.values(nil, try rules().calendar.hours, settings)))
    }

    private func words(_ purpose: ChannelText.Purpose, on channel: Channel, values: [ChannelText.Placeholder: String]) throws -> String {
        let text = try ChannelTextStore.load(channel, purpose, tx) ?? SenderTexts.standard(purpose)
        return ChannelText.filled(text, values)
    }
}

extension ChannelText {
    /// What is filled in for a case; without one, what holds for everybody.
    package static func values(_ petition: Case?, _ hours: OfficeHours, _ settings: OfficeSettings) -> [Placeholder: String] {
        var values: [Placeholder: String] = [.form: "\(settings.baseURL)/gui-kien-nghi", .hours: hours.vietnamese]
        if let petition {
            values[.code] = petition.lookupCode.grouped
            values[.due] = petition.clock.own.day.vietnamese
            values[.link] = SenderTexts.link(petition, settings)
        }
        return values
    }

    /// As it will read for a case of tomorrow.
    package static func examples(for purpose: Purpose, _ hours: OfficeHours, _ settings: OfficeSettings) -> [Placeholder: String] {
        var values = values(nil, hours, settings)
        if allowed(for: purpose).contains(.code) {
            values[.code] = "ABCDE-23456"
            values[.due] = "31/12/2026"
            values[.link] = "\(settings.baseURL)/tra-cuu/ABCDE23456"
        }
        return values
    }
}

/// An officer's words for what a channel says by itself; the standard ones again when they are empty. Throws `Refusal`.
package struct KeepChannelText: Operation {
    package static let permission = Permission.administer
    let channel: Channel
    let purpose: ChannelText.Purpose
    let text: String

    package init(_ channel: Channel, _ purpose: ChannelText.Purpose, text: String) {
        self.channel = channel
        self.purpose = purpose
        self.text = text
    }

    package func perform(_ turn: Turn) throws {
        guard ChannelText.purposes(of: channel).contains(purpose), ChannelText.channels.contains(channel) else {
            throw Refusal.invalid([Problem("text", .unknownCode)])
        }
        if text.isEmpty { return try ChannelTextStore.remove(channel, purpose, turn.tx) }
        let examples = ChannelText.examples(for: purpose, try turn.rules().calendar.hours, turn.settings)
        let problems = ChannelText.problems(text, for: purpose, filledWith: examples)
        if !problems.isEmpty { throw Refusal.invalid(problems) }
        try ChannelTextStore.save(channel, purpose, text: text, by: turn.actor.account?.id, at: turn.now, turn.tx)
    }
}
