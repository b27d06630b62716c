import Domain
import Testing

/// The words that channels say by themselves.
@Suite struct ChannelTextTests {
    @Test func aTextIsFilledWhereItHasPlaces() {
        let text = ChannelText.filled("Mã {ma}, hạn {han}, {khac} {", [.code: "ABC", .due: "21/11/2026"])
        #expect(text == "Mã ABC, hạn 21/11/2026, {khac} {")
    }

    @Test func withoutTheCodeAndTheLinkItIsRefused() {
        #expect(ChannelText.problems("Cảm ơn Quý vị, chúng tôi đã nhận.", for: .received) == [
            Problem("text", .missingPlaceholder("ma")), Problem("text", .missingPlaceholder("lien_ket")),
        ])
        #expect(ChannelText.problems("Đã nhận, mã {ma}, xem {lien_ket}.", for: .received).isEmpty)
    }

    @Test func aGreetingIsAboutNoCase() {
        #expect(ChannelText.problems("Xin chào Quý vị, mã {ma} nhé.", for: .greeting) == [
            Problem("text", .unknownPlaceholder("ma", known: ["bieu_mau", "gio_lam_viec"]))
        ])
    }

    @Test func onlyAnAccountCanBeFollowed() {
        #expect(ChannelText.purposes(of: .zalo).contains(.greeting))
        #expect(!ChannelText.purposes(of: .mail).contains(.greeting))
    }
}
