import Domain
import Testing
@testable import Web

@Suite struct LetterCutTests {
    static let letters: [(text: String, items: [String])] = [
        ("Kính gửi Tổ công tác.\n1. Đường lún.\n2. Điện yếu.\nXin cảm ơn.", ["Đường lún.", "Điện yếu.\nXin cảm ơn."]),
        ("(1) Đường lún.\n(2) Điện yếu.\n(3) Thiếu nước.", ["Đường lún.", "Điện yếu.", "Thiếu nước."]),
        ("a) Đường lún.\nb) Điện yếu.", ["Đường lún.", "Điện yếu."]),
        ("a) Một.\nb) Hai.\nc) Ba.\nd) Bốn.\nđ) Năm.\ne) Sáu.", ["Một.", "Hai.", "Ba.", "Bốn.", "Năm.", "Sáu."]),
        ("1. Đường:\na) lún;\nb) ngập.\n2. Điện yếu.", ["Đường:\na) lún;\nb) ngập.", "Điện yếu."]),
        ("1/ Đường lún.\n 2/ Điện yếu.", ["Đường lún.", "Điện yếu."]),
        // What only looks like a list.
        ("Đường lún.\nĐiện yếu.", []), ("1. Đường lún.", []), ("", []), ("1.500 m đường bị lún.\n2.000 hộ mất điện.", []),
        ("2026 là năm khó khăn.\n2027 chắc cũng vậy.", []), ("2. Điện yếu.\n3. Thiếu nước.", []), ("a. Một ngày\nb. Hai ngày", []),
    ]

    @Test(arguments: letters) func aLetterIsCutWhereItNumbersItsPetitions(text: String, items: [String]) {
        #expect(LetterCut.propose(text).map(\.text) == items)
    }

    @Test func itsTitlesAreWhatTheItemsBeginWith() {
        #expect(LetterCut.propose("1. Đường lún.\n2. Điện yếu.").map(\.title) == ["Đường lún.", "Điện yếu."])
    }

    @Test func noMoreItemsAreProposedThanALetterMayHave() {
        let text = (1...99).map { "\($0). Việc thứ \($0)." }.joined(separator: "\n")
        #expect(LetterCut.propose(text).count == Submission.mostItems)
    }

    @Test func rowsMoveTogetherAndTheChoiceFollowsItsRow() {
        let form = FormBody(values: ["a0": "x", "a2": "y", "b2": "z", "pick": "2", "other": "o"])
        let tidy = FormRows.tidied(form, ["a", "b"], most: 4, choice: "pick")
        #expect(tidy["a0"] == "x" && tidy["a1"] == "y" && tidy["b1"] == "z" && tidy["pick"] == "1" && tidy["other"] == "o")
        #expect(tidy["a2"] == nil && FormRows.count(tidy, ["a", "b"], most: 4) == 2)
    }
}
