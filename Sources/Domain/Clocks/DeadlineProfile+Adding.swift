extension DeadlineProfile {
    /// Checks a profile that is to stand beside others from a day on: each limit sensible by itself, no single step longer than the
    /// whole, a document behind it, and not two of one scope that begin on the same day, of which nobody could tell which holds.
    /// Throws `Refusal.invalid`.
    package func check(beside others: [DeadlineProfile], on today: Day) throws(Refusal) {
        var list = ProblemList()
        list.text("source", source, atLeast: 3, atMost: 300)
        // What comes before the answer cannot take longer than the answer; a resolve that is wrong itself sets no bound.
        let whole = (1...120).contains(resolve) ? min(resolve, 60) : 60
        let limits = [
            ("resolve", resolve, 1...120), ("refuse", refuse, 1...whole), ("ask", ask, 1...whole), ("publish", publish, 0...60),
            ("forward", forward, 1...whole), ("firstResponse", firstResponse, 0...whole), ("coordinate", coordinate, 1...whole),
            ("longestPause", longestPause, 1...250), ("mostExtensions", mostExtensions, 0...10),
            ("longestExtension", longestExtension, 1...120),
        ]
        for (field, value, range) in limits where !range.contains(value) {
            list.add(field, .outOfRange(range.lowerBound, range.upperBound))
        }
        if validFrom < today {
            list.add("from", .dateInPast)
        } else if validFrom > today.adding(Self.farthestBegin) {
            list.add("from", .tooFar(Self.farthestBegin))
        } else if others.contains(where: { $0.scope.isSame(as: scope) && $0.validFrom == validFrom }) {
            list.add("from", .begunTwice)
        }
        try list.refuse()
    }

    /// Days from today within which a profile may begin: two years and a little.
    package static let farthestBegin = 760

    /// A word for a new profile that none of the others bears: `thoi-han-2027-01-01`.
    package static func freeKey(from day: Day, beside others: [DeadlineProfile]) -> String {
        let taken = Set(others.map(\.key))
        let first = "thoi-han-\(day.iso)"
        if !taken.contains(first) { return first }
        var number = 2
        while taken.contains("\(first)-\(number)") { number += 1 }
        return "\(first)-\(number)"
    }

    /// Where a profile stands on a day beside the others of its scope.
    package enum Standing: String, CaseIterable, Sendable {
        /// Đang áp dụng.
        case inForce
        /// Sẽ áp dụng.
        case toCome
        /// Đã được thay thế.
        case past
    }
}

extension DeadlineProfile.Scope {
    /// Whether two ask for the same, whatever the order in which they say it.
    package func isSame(as other: Self) -> Bool {
        Set(kinds) == Set(other.kinds) && Set(fields) == Set(other.fields) && urgentOnly == other.urgentOnly && Set(units) == Set(other.units)
    }
}

extension Rules {
    /// Whether a profile holds on a day, is still to come, or has been superseded by a later one of its scope.
    package func standing(of profile: DeadlineProfile, on day: Day) -> DeadlineProfile.Standing {
        if profile.validFrom > day { return .toCome }
        return successor(of: profile).map { $0.validFrom <= day } ?? false ? .past : .inForce
    }

    /// The profile of the same scope that supersedes one; `nil` while it is the last.
    package func successor(of profile: DeadlineProfile) -> DeadlineProfile? {
        profiles.filter { $0.scope.isSame(as: profile.scope) && ($0.validFrom, $0.key) > (profile.validFrom, profile.key) }
            .min { ($0.validFrom, $0.key) < ($1.validFrom, $1.key) }
    }
}
