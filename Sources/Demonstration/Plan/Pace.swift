import Domain

/// How fast a case goes: about one in seven is answered late, some wait for a sender who says nothing, a few lie.
enum Pace: Equatable {
    /// Answered so many working days after it came.
    case answered(workingDays: Int)
    /// Asked back, and nothing came.
    case silentSender
    /// With its unit, long after its due date.
    case stuck

    /// - Parameter age: working days since it came.
    static func draw(for petition: Petition, age: Int, _ chance: inout Chance) -> Pace {
        if petition.question != nil, age <= 14, chance.happens(0.5) { return .silentSender }
        if age > due, age <= due + 14, petition.kind != .question, chance.happens(0.14) { return .stuck }
        // Officers, too, work towards the date: some of what is due tomorrow is still there today.
        if (due - 3..<due).contains(age), chance.happens(0.4) { return .answered(workingDays: due) }
        if petition.urgent == true { return .answered(workingDays: chance.number(1...4)) }
        if petition.kind == .question { return .answered(workingDays: chance.number(1...6)) }
        if chance.happens(0.17) { return .answered(workingDays: chance.number(due + 2...due + 9)) }
        return .answered(workingDays: chance.number(4...due - 1))
    }

    /// Working days until the national clock runs out (brief §2.2).
    static let due = 15
}
