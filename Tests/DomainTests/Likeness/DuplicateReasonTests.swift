import Domain
import Testing

@Suite struct DuplicateReasonTests {
    @Test func severalReasonsSayMoreThanOne() {
        #expect(DuplicateReason.score([.phone, .text(60)]) > DuplicateReason.score([.text(60)]))
        #expect(DuplicateReason.score([.phone, .taxCode]) > DuplicateReason.score([.phone]))
    }

    @Test func nothingIsMoreThanCertainAndNothingIsNothing() {
        #expect(DuplicateReason.score([.text(100), .attachment]) == 1)
        #expect(DuplicateReason.score([]) == 0)
    }

    @Test func theSameFileSaysMoreThanTheSameFirm() {
        #expect(DuplicateReason.score([.attachment]) > DuplicateReason.score([.taxCode]))
    }
}
