@testable import Channels
import Testing

struct JSONTextTests {
    @Test(arguments: [
        "", " ", "{", "[1,]", "{\"a\":1,}", "{a:1}", "01",
        "1.", ".5", "+1", "1e", "tru", "\"a", "\"\\x\"", "\"\\u12\"", "[1] 2", "\"\u{1}\"", "'a'", "-",
    ])
    func whatIsNoJSONIsNotRead(_ text: String) {
        #expect(JSONText(text.utf8) == nil)
    }

    @Test func numbersKeepTheirDigits() {
        #expect(JSONText("[12345678901234567890, -0.50, 1e5]".utf8)?.elements.map(\.text) == ["12345678901234567890", "-0.50", "1e5"])
    }

    @Test func escapesAreResolved() {
        #expect(JSONText(#""\u0110\ud83d\ude4f\n\/\"\\""#.utf8)?.text == "Đ🙏\n/\"\\")
        #expect(JSONText(#""\ud83d\u0041""#.utf8)?.text == "\u{FFFD}A")
        #expect(JSONText(#""\ude4f""#.utf8)?.text == "\u{FFFD}")
    }

    @Test func nestingIsReadOnlySoDeep() {
        func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        #expect(JSONText(nested(60).utf8) != nil)
        #expect(JSONText(nested(70).utf8) == nil)
    }
}
