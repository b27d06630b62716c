import Documents
import Domain
import Testing

/// A refusal tells what is wrong and what to do now.
@Suite struct RefusalWordsTests {
    static let refusals: [Refusal] = [
        .invalid([Problem("text", .tooShort(10))]), .notPermitted(.approve), .stateForbids(.screen, .handling), .waitsForSender,
        .notWaiting, .changedMeanwhile, .drafterMayNotApprove, .noSuch(.petition), .noSuch(.unit), .noSuch(.person), .noSuch(.team),
        .noSuch(.draft), .noSuch(.invitation), .noSuch(.profile), .tooMany(retryAfter: 30), .wrongCredentials, .locked(retryAfter: 900),
        .taken("lan"), .noSuch(.calendarDay), .hindered(.profileInForce), .hindered(.rulesChanged), .invalid([Problem("from", .begunTwice)]),
        .invalid([Problem("dayKind", .wrongWeekday)]), .invalid([Problem("calendarDay", .yearOutOfReach(2025, 2031))]),
    ]

    @Test(arguments: refusals) func itSaysWhatToDoNow(refusal: Refusal) {
        let sentence = RefusalWords.sentence(refusal)
        #expect(sentence.hasSuffix("."))
        #expect(sentence.lowercased().contains("hãy"), "\(sentence)")
    }

    @Test func waitsAreWordedInTheirUnit() {
        #expect(RefusalWords.sentence(.locked(retryAfter: 900)).contains("15 phút"))
        #expect(RefusalWords.sentence(.tooMany(retryAfter: 30)).contains("30 giây"))
        #expect(RefusalWords.sentence(.tooMany(retryAfter: 121)).contains("3 phút"))
    }

    @Test func aLimitIsNamed() {
        #expect(RefusalWords.sentence(.tooLong(10_000)).contains("10.000"))
        #expect(RefusalWords.sentence(.fileTooLarge(FileKind.largest)).contains("10 MB"))
    }
}
