import Testing

@testable import Channels

/// What whole messages of the corpus do not show: single bytes, and how sure a guess must be.
struct MailCharsetTests {
    @Test(arguments: ["windows-1258", "tcvn"]) func noLetterIsLostBeforeAByteThatIsNone(_ label: String) {
        let bytes = Array(repeating: UInt8(ascii: "x"), count: 60) + Array("abc".utf8) + [0x9D] + Array("def".utf8)
        let text = MailCharset.decode(bytes, label: label)
        #expect(text.hasPrefix(String(repeating: "x", count: 60) + "abc") && text.hasSuffix("def"))
    }

    @Test func windowsHasLettersWhereLatin1HasControls() {
        #expect(MailCharset.decode(Array("a ".utf8) + [0x80, 0x93, 0xE9, 0x94], label: "iso-8859-1") == "a €“é”")
        #expect(HTMLText.text("&#128;&#147;&#233;&#x94;&#256;") == "€“é”Ā")
    }

    @Test(arguments: [
        "Não é já à tarde, ação e situação; você está só.", "På båten så är gås för små.", "Più città, perché così è la virtù, già là.",
        "für Müller, Straße, größer, höher, schön, übrig", "Año más él señor niño qué está aquí", "déjà prévu à l'été, où être là, élève",
    ])
    func otherLanguagesThatAreLatin1StaySo(_ text: String) {
        let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        #expect(MailCharset.decode(bytes, label: "iso-8859-1") == text)
    }

    @Test(arguments: ["kính gửi Quý cơ quan", "Đường xuống khuỷu giếng nước", "THỦ TỤC THUẾ", "“được” – (yêu cầu), gìn giữ; ngoằn ngoèo khuya"])
    func whatIsVietnameseCanBeSpelled(_ text: String) {
        #expect(VietnameseSpelling.share(of: "\(text) \(text)") == 1)
    }

    @Test func whatIsNotCannotAndAFewWordsSayNothing() {
        #expect((VietnameseSpelling.share(of: "KÝnh göi Tæ c«ng t¸c doanh nghiÖp") ?? 1) < 0.3)
        #expect(VietnameseSpelling.share(of: "tổ công ở") == nil)
        #expect(VietnameseSpelling.share(of: "một hai ba bốn năm sáu bẩy") != nil)
        #expect(VietnameseSpelling.share(of: "càt kíp tập bạch") == 0.75, "a stop takes no falling tone")
    }
}
