import Testing

@testable import Domain

struct ExcerptTests {
    @Test func whatFitsStaysAsItIs() {
        #expect(Excerpt.cut("Một câu.", limit: 8) == "Một câu.")
    }

    @Test(arguments: [
        ("Câu một. Câu hai. Câu ba dài hơn.", 20, "Câu một. Câu hai.…"), ("Tổng 1.234 hồ sơ còn mở", 16, "Tổng 1.234 hồ…"),
        ("Dòng một\nDòng hai rất dài", 15, "Dòng một…"), ("A. Một câu rất dài không có điểm dừng", 20, "A. Một câu rất dài…"),
        ("khôngcódấucáchnào", 6, "không…"), ("Xong chưa? Đã xong rồi nhé", 11, "Xong chưa?…"),
    ])
    func theCutFallsWhereAReaderWouldPause(text: String, limit: Int, cut: String) {
        #expect(Excerpt.cut(text, limit: limit) == cut)
    }

    @Test func aSuffixCountsAgainstTheLimit() {
        let cut = Excerpt.cut(String(repeating: "Một câu ngắn. ", count: 300), limit: 2000, suffix: "\nXem tiếp: mã ABCDE")
        #expect(cut.utf16.count <= 2000)
        #expect(cut.hasSuffix("ngắn.\nXem tiếp: mã ABCDE"))
    }

    @Test func theLimitHoldsForEveryLengthAndNoCharacterIsTorn() {
        let text = "Đã nhận 👨‍👩‍👧 e\u{302}\u{323}. Cảm ơn! 🇻🇳 x…\n\nHết 1.5 ngày"
        let characters = Array(text)
        for limit in 0...text.utf16.count {
            let cut = Excerpt.cut(text, limit: limit, suffix: "")
            #expect(cut.utf16.count <= limit)
            #expect(Array(cut) == Array(characters.prefix(cut.count)))
        }
    }

    @Test func aSuffixLongerThanTheLimitIsLeftOut() {
        #expect(Excerpt.cut("abcdef", limit: 3, suffix: "......") == "abc")
    }
}
