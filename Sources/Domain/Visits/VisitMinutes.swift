/// The minutes of a visit (biên bản làm việc): who was there, what was found, what was agreed, how it ended.
package struct VisitMinutes: Sendable, Equatable, Codable {
    /// One person or body a line.
    package var present: String
    package var findings: String
    package var agreements: [Agreement]
    package var result: Result

    /// Who does what by when.
    package struct Agreement: Sendable, Equatable, Codable {
        package var who: String
        package var what: String
        /// `nil`: no day was named.
        package var by: Day?

        package init(who: String, what: String, by: Day? = nil) {
            self.who = who
            self.what = what
            self.by = by
        }
    }

    /// How a visit ends (kết quả).
    package enum Result: String, CaseIterable, Sendable, Codable {
        /// Giải quyết ngay tại chỗ.
        case settledOnSite
        /// Thống nhất việc phải làm và ngày xong.
        case agreed
        /// Không gặp được bên liên quan.
        case notMet
        /// Cần cấp trên quyết định.
        case needsDecision
    }

    package init(present: String, findings: String, agreements: [Agreement], result: Result) {
        self.present = present
        self.findings = findings
        self.agreements = agreements
        self.result = result
    }

    /// Lines of agreements that a form has.
    package static let mostAgreements = 8

    /// What keeps them from being signed. What was agreed names a day; nobody met means nobody agreed.
    package func problems(on day: Day) -> [Problem] {
        var list = ProblemList()
        list.text("present", present, atLeast: result == .notMet ? 0 : 3, atMost: 2000)
        list.text("findings", findings, atLeast: 10, atMost: 5000)
        if result == .agreed, agreements.isEmpty { list.add("who0", .missing) }
        for (index, agreement) in agreements.prefix(Self.mostAgreements).enumerated() {
            list.text("who\(index)", agreement.who, atMost: 200)
            list.text("what\(index)", agreement.what, atMost: 500)
            if let by = agreement.by {
                if by < day { list.add("by\(index)", .dateInPast) }
            } else if result == .agreed {
                list.add("by\(index)", .missing)
            }
        }
        return list.problems
    }
}
