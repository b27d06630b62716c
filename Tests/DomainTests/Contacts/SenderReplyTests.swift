import Domain
import Testing

/// What a short message after an answer means.
@Suite struct SenderReplyTests {
    @Test(arguments: ["1", " 1 ", "1.", "1 ạ", "1 nhé", "1, cảm ơn", "1 - hài lòng"]) func aOneIsSatisfied(text: String) {
        #expect(SenderReply(text) == .satisfied)
    }

    @Test(
        arguments: [
            ("2 đường vẫn lún", "Người gửi chưa hài lòng: đường vẫn lún"),
            ("2. Đường vẫn lún", "Người gửi chưa hài lòng: Đường vẫn lún"),
            ("  2, chưa ai đến", "Người gửi chưa hài lòng: chưa ai đến"),
            ("2: chưa ai đến", "Người gửi chưa hài lòng: chưa ai đến"),
            ("(2) chưa ai đến", "Người gửi chưa hài lòng: chưa ai đến"),
            ("2\nchưa ai đến", "Người gửi chưa hài lòng: chưa ai đến"),
            ("2", "Người gửi chưa hài lòng, không nêu lý do."), ("2.", "Người gửi chưa hài lòng, không nêu lý do."),
        ])
    func aTwoComesBackWithItsReason(text: String, reason: String) {
        #expect(SenderReply(text) == .comesBack(reason))
    }

    @Test(arguments: ["Cảm ơn", "cám ơn anh chị nhiều", "Xin chân thành cảm ơn Tổ công tác ạ", "ok", "OK", "Dạ, em cảm ơn."])
    func thanksAreOnlyThanks(text: String) {
        #expect(SenderReply(text) == .thanks)
    }

    @Test(
        arguments: [
            "", "12", "21 công nhân chưa có lương", "1 năm nay đường chưa sửa", "Đường lại lún", "Cảm ơn, nhưng đường vẫn lún",
            "Cảm ơn. Bao giờ thì sửa?", "Cảm ơn nhưng chưa ai đến cả",
            "Chúng tôi cảm ơn Tổ công tác và xin hỏi thêm về thủ tục thuê đất của công ty chúng tôi",
        ])
    func everythingElseIsANewMatter(text: String) {
        #expect(SenderReply(text) == .other)
    }

    @Test func aReasonIsAlwaysLongEnoughToReopenACase() {
        for text in ["2", "2 a"] {
            guard case .comesBack(let reason) = SenderReply(text) else {
                Issue.record("\(text) does not come back")
                continue
            }
            #expect(reason.unicodeScalars.count >= Case.shortestReason)
        }
    }
}
