/// A letter on paper as it stands in the register of incoming documents (sổ văn bản đến; Decree 30/2020/NĐ-CP Art. 20-22): its own
/// number and date, and the number under which it arrived.
package struct PaperLetter: Sendable, Equatable {
    package let id: ID<PaperLetter>
    /// The case that it opened; the first item, where it was split.
    package var petition: ID<Case>
    package var team: ID<Team>
    /// The year of the register.
    package var year: Int
    /// Số đến: from 1 in each year, without gaps.
    package var arrival: Int
    package var draft: LetterDraft

    package init(id: ID<PaperLetter>, petition: ID<Case>, team: ID<Team>, year: Int, arrival: Int, draft: LetterDraft) {
        self.id = id
        self.petition = petition
        self.team = team
        self.year = year
        self.arrival = arrival
        self.draft = draft
    }
}

/// What stands on a letter.
package struct LetterDraft: Sendable, Equatable {
    /// Số, ký hiệu; empty on a letter of a person.
    package var number: String
    /// Ngày văn bản.
    package var date: Day?
    /// Ngày đến.
    package var arrivedOn: Day
    /// Nơi gửi: the body or the person that signs.
    package var sender: String

    package init(number: String, date: Day?, arrivedOn: Day, sender: String) {
        self.number = number
        self.date = date
        self.arrivedOn = arrivedOn
        self.sender = sender
    }

    /// What is wrong with it on a day.
    package func problems(on today: Day) -> [Problem] {
        var list = ProblemList()
        list.text("letterNumber", number, atLeast: 0, atMost: 100)
        if let date, date > arrivedOn { list.add("letterDate", .endsBeforeBegin) }
        if arrivedOn > today { list.add("arrivedOn", .momentAhead) }
        list.text("letterSender", sender, atMost: 300)
        return list.problems
    }

    /// Letters of one key are the same letter: same number, same date, same sender. `nil` when it has neither number nor date to go by.
    package var key: String? {
        guard !number.isEmpty, let date else { return nil }
        return "\(number.folded)|\(date.iso)|\(sender.folded)"
    }

    /// When it counts as received: now, where it arrived today; otherwise the opening hour of that day.
    package func receivedAt(now: Instant, hours: OfficeHours) -> Instant? {
        arrivedOn == now.day ? nil : Instant(arrivedOn, secondOfDay: hours.opens)
    }
}
