/// A document that a change rests on (quyết định, nghị quyết): what it is called on paper.
package struct Decision: Sendable, Equatable, Codable {
    /// The number as printed, such as `429/QĐ-UBND`.
    package var number: String
    package var date: Day
    /// Who issued it, or its title (trích yếu).
    package var title: String

    package init(number: String, date: Day, title: String = "") {
        self.number = number
        self.date = date
        self.title = title
    }

    /// As it is cited: number and day.
    package var cited: String { "\(number) ngày \(date.vietnamese)" }

    /// Reads what `cited` writes: a number, the word “ngày”, a day. `nil` for anything else.
    package init?(cited text: String) {
        let words = CleanText(line: text).text.split(separator: " ")
        guard let place = words.lastIndex(where: { String($0).folded == "ngay" }), place > 0, place == words.count - 2,
            let day = Day(typed: String(words[place + 1]))
        else { return nil }
        let number = words[..<place].joined(separator: " ")
        if number.unicodeScalars.count > 100 { return nil }
        self.init(number: number, date: day)
    }

    package func check(_ field: String, _ list: inout ProblemList) {
        list.text(field, number, atMost: 100)
        list.text("\(field)Title", title, atLeast: 0, atMost: 500)
    }
}
