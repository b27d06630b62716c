/// One thing that was said in an ordinary group, as an officer takes it down (ghi nhận từ nhóm Zalo).
package struct Capture: Sendable, Equatable {
    /// As the group shows him.
    package var who: String
    package var phone: String
    package var at: Instant
    package var text: String

    package init(who: String, phone: String = "", at: Instant, text: String) {
        self.who = who
        self.phone = phone
        self.at = at
        self.text = text
    }

    /// Days back that what is taken down may lie.
    package static let farthest = 60

    /// What is wrong with it.
    package func problems(row: Int, hasFiles: Bool, now: Instant) -> [Problem] {
        var list = ProblemList()
        list.text("text\(row)", text, atLeast: hasFiles ? 0 : 1, atMost: SubmissionDraft.longestText)
        list.text("who\(row)", who, atLeast: 0, atMost: 255)
        if !phone.isEmpty, PhoneNumber(phone) == nil { list.add("phone\(row)", .notAPhone) }
        if at > now || at < now.adding(hours: -24 * Self.farthest) { list.add("at\(row)", .tooFar(Self.farthest)) }
        return list.problems
    }
}

/// An excerpt of a chat as people paste it, read into who said what when.
package enum ChatExcerpt {
    /// One line, with what could be read of it.
    package struct Line: Sendable, Equatable {
        package var who: String
        /// `nil` where none stands.
        package var at: Instant?
        package var text: String

        package init(who: String, at: Instant?, text: String) {
            self.who = who
            self.at = at
            self.text = text
        }
    }

    /// Lines of one excerpt at most.
    package static let most = 30

    /// Reads `Tên (dd/MM hh:mm): lời`, `[hh:mm, dd/MM/yyyy] Tên: lời`, `[dd/MM/yyyy hh:mm] Tên: lời`, `Tên, [dd/MM/yyyy hh:mm]` and
    /// `Tên hh:mm` above the words. A day without a year is the last one of that name; a time without a day is today's, or yesterday's
    /// where it is still to come. Lines without a head belong to whoever spoke before. No words are lost: what looks like a head of
    /// nothing stays as it stands, for “Mất điện từ 14:30” is no name.
    package static func read(_ text: String, now: Instant) -> [Line] {
        let rows = text.split(whereSeparator: \.isNewline).map { CleanText(line: String($0)).text }.filter { !$0.isEmpty }
        var heads = rows.map { Head($0, now: now) }
        for index in heads.indices.reversed() {
            guard let head = heads[index], head.rest.isEmpty, index + 1 == heads.count || heads[index + 1] != nil else { continue }
            if head.isBare { heads[index] = nil } else { heads[index]?.rest = rows[index] }
        }
        var lines: [Line] = []
        for (row, head) in zip(rows, heads) {
            if let head, lines.count < most {
                lines.append(Line(who: head.who, at: head.at, text: head.rest))
            } else if lines.isEmpty {
                lines.append(Line(who: "", at: nil, text: row))
            } else {
                let last = lines.count - 1
                lines[last].text += (lines[last].text.isEmpty ? "" : "\n") + row
            }
        }
        return lines
    }

    /// A moment as people type it: `14:05 03/08/2026`, `03/08 14:05`, `14:05`; `nil` for anything else.
    package static func moment(_ text: String, now: Instant) -> Instant? {
        Moment(Array(text.unicodeScalars)[...], now: now).instant
    }

    private struct Head {
        var who: String
        var at: Instant?
        var rest: String
        /// A name and a time, and nothing that sets them off from words.
        var isBare = false

        init?(_ line: String, now: Instant) {
            let scalars = Array(line.unicodeScalars)
            if scalars.first == "[", let end = scalars.firstIndex(of: "]"), let colon = scalars[end...].firstIndex(of: ":"),
                let at = Moment(scalars[1..<end], now: now).instant
            {
                (who, self.at) = (Self.text(scalars[(end + 1)..<colon]), at)
                rest = Self.text(scalars[(colon + 1)...])
            } else if let open = scalars.firstIndex(where: { $0 == "(" || $0 == "[" }), open > 0,
                let close = scalars[open...].firstIndex(where: { $0 == ")" || $0 == "]" }),
                let at = Moment(scalars[(open + 1)..<close], now: now).instant
            {
                (who, self.at) = (Self.text(scalars[..<open]), at)
                rest = Self.text(scalars[(close + 1)...])
            } else if let space = scalars.lastIndex(of: " "), space <= 60, let at = Moment(scalars[(space + 1)...], now: now).instant {
                (who, self.at) = (Self.text(scalars[..<space]), at)
                (rest, isBare) = ("", true)
            } else {
                return nil
            }
            if who.isEmpty || who.unicodeScalars.count > 80 { return nil }
        }

        /// Without the space, commas, dashes and colons around it.
        private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
            let around: Set<Unicode.Scalar> = [" ", ",", ":", "-", "–"]
            let body = scalars.drop { around.contains($0) }
            let end = body.lastIndex { !around.contains($0) }
            return String(String.UnicodeScalarView(end.map { body[...$0] } ?? []))
        }
    }

    /// A day, a time, or both, in either order.
    private struct Moment {
        let instant: Instant?

        init(_ scalars: ArraySlice<Unicode.Scalar>, now: Instant) {
            var day: Day?
            var second: Int?
            for part in scalars.split(whereSeparator: { $0 == " " || $0 == "," }) {
                let numbers = part.split(whereSeparator: { $0 == "/" || $0 == "-" || $0 == "." }).map { Int(String(String.UnicodeScalarView($0))) }
                let clock = part.split(separator: ":").map { Int(String(String.UnicodeScalarView($0))) }
                if (2...3).contains(clock.count), let hour = clock[0], let minute = clock[1], hour < 24, minute < 60, hour >= 0, minute >= 0 {
                    second = hour * 3600 + minute * 60
                } else if numbers.count == 3, let date = numbers[0], let month = numbers[1], let year = numbers[2] {
                    guard let named = Day(year < 100 ? 2000 + year : year, month, date) else {
                        instant = nil
                        return
                    }
                    day = named
                } else if numbers.count == 2, let date = numbers[0], let month = numbers[1] {
                    let year = now.day.year
                    guard let named = Day(year, month, date).flatMap({ $0 > now.day ? Day(year - 1, month, date) : $0 }) else {
                        instant = nil
                        return
                    }
                    day = named
                } else {
                    instant = nil
                    return
                }
            }
            guard let second else {
                instant = nil
                return
            }
            if let day {
                instant = Instant(day, secondOfDay: second)
            } else {
                let today = Instant(now.day, secondOfDay: second)
                instant = today <= now ? today : today.adding(hours: -24)
            }
        }
    }
}
