import Domain
import Testing

@Suite struct ExcerptTitleTests {
    @Test func aShortLineIsItsOwnTitle() { #expect(Excerpt.title(of: "Đường lún.\nXin sửa") == "Đường lún. Xin sửa") }

    @Test func aTitleOfWholeSentencesHasNoEllipsis() {
        let sentence = "Đường vào cổng số 2 của nhà máy lún sâu từ đầu tháng, xe tải chở hàng xuất khẩu không vào được."
        #expect(Excerpt.title(of: sentence + " Đề nghị sửa đường trước kỳ giao hàng cuối tháng này.") == sentence)
    }

    @Test func aTitleWithinASentenceEndsInAnEllipsisBehindAWord() {
        let title = Excerpt.title(of: String(repeating: "đường lún ", count: 40))
        #expect(title.hasSuffix("lún…") || title.hasSuffix("đường…"))
        #expect(title.utf16.count <= 140)
    }

    @Test func aMessageWithoutWordsIsNamed() { #expect(Excerpt.title(of: " \n ") == "(Gửi tệp, không kèm lời)") }
}
