import Domain
import Testing

/// Entering deadlines that hold from a day on.
@Suite struct DeadlineProfileAddingTests {
    private static let today = Scene.monday.day

    private func profile(_ key: String = "moi", from days: Int = 1, _ change: (inout DeadlineProfile) -> Void = { _ in }) -> DeadlineProfile {
        var profile = DeadlineProfile.national
        profile.key = key
        profile.validFrom = Self.today.adding(days)
        change(&profile)
        return profile
    }

    private func problems(_ profile: DeadlineProfile, beside others: [DeadlineProfile] = [.national]) -> [Problem] {
        do {
            try profile.check(beside: others, on: Self.today)
            return []
        } catch {
            if case .invalid(let problems) = error { return problems }
            Issue.record("\(error)")
            return []
        }
    }

    @Test func whatIsSensibleGoesThrough() {
        #expect(problems(profile(from: 0)).isEmpty)
        #expect(problems(profile(from: 400)).isEmpty)
    }

    @Test(arguments: [
        ("resolve", 0), ("resolve", 121), ("refuse", 0), ("ask", -1), ("publish", 61), ("forward", 0), ("firstResponse", -1),
        ("coordinate", 0), ("longestPause", 0), ("mostExtensions", 11), ("longestExtension", 0),
        // Longer than the 15 days of the whole.
        ("refuse", 16), ("ask", 16), ("forward", 16), ("firstResponse", 16), ("coordinate", 16),
    ])
    func aLimitOutsideItsRangeIsNamed(field: String, value: Int) {
        let wrong = profile { profile in
            switch field {
            case "resolve": profile.resolve = value
            case "refuse": profile.refuse = value
            case "ask": profile.ask = value
            case "publish": profile.publish = value
            case "forward": profile.forward = value
            case "firstResponse": profile.firstResponse = value
            case "coordinate": profile.coordinate = value
            case "longestPause": profile.longestPause = value
            case "mostExtensions": profile.mostExtensions = value
            default: profile.longestExtension = value
            }
        }
        #expect(problems(wrong).map(\.field).contains(field))
    }

    @Test func aDocumentMustStandBehindIt() { #expect(problems(profile { $0.source = "" }) == [Problem("source", .missing)]) }

    @Test func nothingBeginsInThePastOrInAnotherAge() {
        #expect(problems(profile(from: -1)) == [Problem("from", .dateInPast)])
        #expect(problems(profile(from: 5000)) == [Problem("from", .tooFar(DeadlineProfile.farthestBegin))])
    }

    @Test func twoOfOneScopeDoNotBeginOnOneDay() {
        let scope = DeadlineProfile.Scope(kinds: [.question, .conduct], fields: [FieldCode("giao-thong")])
        let turned = DeadlineProfile.Scope(kinds: [.conduct, .question], fields: [FieldCode("giao-thong")])
        let first = profile("a") { $0.scope = scope }
        #expect(problems(profile("b") { $0.scope = turned }, beside: [first]) == [Problem("from", .begunTwice)])
        #expect(problems(profile("b") { $0.scope.urgentOnly = true }, beside: [first]).isEmpty)
        #expect(problems(profile("b", from: 2) { $0.scope = turned }, beside: [first]).isEmpty)
    }

    @Test func aLaterOneOfTheSameScopeSupersedesOnItsDay() throws {
        let next = profile("moi", from: 10) { $0.resolve = 10 }
        let urgent = profile("khan", from: -3) { $0.scope.urgentOnly = true }
        let rules = Rules(calendar: Scene.rules.calendar, profiles: [.national, next, urgent], routing: [])
        let (before, after) = (Self.today.adding(9), Self.today.adding(10))
        #expect([.national, next, urgent].map { rules.standing(of: $0, on: before) } == [.inForce, .toCome, .inForce])
        #expect([.national, next, urgent].map { rules.standing(of: $0, on: after) } == [.past, .inForce, .inForce])
        #expect(try rules.profile(on: before).resolve == 15)
        #expect(try rules.profile(on: after).resolve == 10)
        #expect(rules.successor(of: .national)?.key == "moi" && rules.successor(of: next) == nil)
    }

    @Test func aFreeKeyIsNobodyElses() {
        let first = DeadlineProfile.freeKey(from: Self.today, beside: [.national])
        let second = DeadlineProfile.freeKey(from: Self.today, beside: [profile(first)])
        #expect(first == "thoi-han-2026-08-03" && second == "thoi-han-2026-08-03-2")
    }
}
