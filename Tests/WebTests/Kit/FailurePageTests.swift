import Database
import Domain
import HTTPTypes
import Testing

@testable import Web

/// The page for whatever cannot go on.
@Suite struct FailurePageTests {
    private struct Strange: Error {}

    private static let errors: [(any Error, Int)] = [
        (Refusal.notPermitted(.approve), 403), (Refusal.noSuch(.petition), 404), (Refusal.changedMeanwhile, 409),
        (Refusal.tooMany(retryAfter: 90), 429), (FormFault.bodyTooLarge(limit: 40 * 1_048_576), 413), (Entry.strangeForm, 403),
        (Entry.noSuchPage, 404), (Strange(), 500),
        (DatabaseFault.unreachable(reason: "connection refused"), 503), (DatabaseFault.outcomeUnknown, 503),
        (DatabaseFault.newerVersion(migration: "9999"), 500),
    ]

    @Test(arguments: errors.indices) func everyFailureSaysWhatToDoAndTheNumberToQuote(index: Int) {
        let (error, status) = Self.errors[index]
        let page = FailurePage(error, number: "01JD0A")
        #expect(page.status.code == status)
        #expect(page.words.lowercased().contains("hãy"))
        let html = page.document.string
        #expect(MarkupChecker(html).problems == [])
        #expect(html.contains("01JD0A"))
    }

    @Test func whoMustWaitIsToldHowLong() {
        #expect(FailurePage(Refusal.tooMany(retryAfter: 90), number: "1").retryAfter == 90)
        #expect(FailurePage(Refusal.notWaiting, number: "1").retryAfter == nil)
        #expect(FailurePage(DatabaseFault.outcomeUnknown, number: "1").retryAfter == 60)
    }

    @Test func whoeverSentSomethingIsToldWhenNobodyKnowsWhetherItWasKept() {
        #expect(FailurePage(DatabaseFault.outcomeUnknown, number: "1").words.contains("chưa rõ"))
        #expect(FailurePage(DatabaseFault.unreachable(reason: "x"), number: "1").words.contains("chưa được ghi nhận"))
    }
}
