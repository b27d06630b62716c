/// What an officer writes down on a sender's behalf (nhập hộ người gửi), on the telephone, at the counter, in a meeting: the words
/// first, everything else may be missing (requirement 3).
package struct IntakeDraft: Sendable, Equatable {
    /// One that officers note by hand.
    package var channel: Channel
    package var person: Contact.Person
    package var text: String
    package var title: String
    package var classification: Classification
    /// The sender asks that his name be kept from all but named persons.
    package var wantsProtection: Bool
    /// When it was received; `nil`: now.
    package var receivedAt: Instant?
    /// Why it is noted only now.
    package var receivedReason: String

    package init(
        channel: Channel, person: Contact.Person = Contact.Person(), text: String, title: String = "",
        classification: Classification = Classification(), wantsProtection: Bool = false, receivedAt: Instant? = nil,
        receivedReason: String = ""
    ) {
        self.channel = channel
        self.person = person
        self.text = text
        self.title = title
        self.classification = classification
        self.wantsProtection = wantsProtection
        self.receivedAt = receivedAt
        self.receivedReason = receivedReason
    }

    /// Channels that the desk offers, the telephone first.
    package static let channels: [Channel] = [.hotline, .counter, .visit, .dialogue, .zaloGroup, .forwarded]

    /// What is wrong, all at once, in the order of the form.
    package func problems(in catalogue: Catalogue, at now: Instant, calendar: WorkingCalendar, mostDays: Int) -> [Problem] {
        var list = ProblemList()
        list.text("text", text, atMost: SubmissionDraft.longestText)
        list.add(saysWhoAndWhen(at: now, calendar: calendar, mostDays: mostDays))
        list.text("title", title, atLeast: 0, atMost: 200)
        if let field = classification.field, catalogue.name(of: field) == nil { list.add("field", .unknownCode) }
        if let area = classification.area, catalogue.name(of: area) == nil { list.add("area", .unknownCode) }
        return list.problems
    }

    /// The same for a line that opens no case.
    package func noteProblems(at now: Instant, calendar: WorkingCalendar, mostDays: Int) -> [Problem] {
        var list = ProblemList()
        list.text("text", text, atMost: Interaction.longestSummary)
        list.add(saysWhoAndWhen(at: now, calendar: calendar, mostDays: mostDays))
        return list.problems
    }

    private func saysWhoAndWhen(at now: Instant, calendar: WorkingCalendar, mostDays: Int) -> [Problem] {
        var list = ProblemList()
        // Who is on the line may not know his tax code by heart: a slip in it is shown, and stops nothing (brief §5.1).
        list.add(person.problems.filter { $0.field != "taxCode" })
        list.text("taxCode", person.taxCode, atLeast: 0, atMost: 20)
        if !channel.isNotedByOfficer { list.add("channel", .unknownCode) }
        if let receivedAt {
            list.add(
                Backdating.problems(receivedAt: receivedAt, reason: receivedReason, now: now, calendar: calendar, mostDays: mostDays))
        }
        return list.problems
    }

    /// The real moment, where it is another one than that of the noting.
    package var backdating: Backdating? { receivedAt.map { Backdating(receivedAt: $0, reason: receivedReason) } }
}
