import Domain
import Testing

@testable import Web

/// A form shown again: what was typed stays, what is wrong is told.
@Suite struct FormViewTests {
    private let typed = FormBody(values: ["name": "Lê \"Lan\"", "kind": "regulation", "urgent": "1"])

    @Test func whatWasTypedStays() {
        let form = FormView(typed)
        #expect(form.line("name", "Họ tên").string.contains("value=\"Lê &quot;Lan&quot;\""))
        #expect(form.choice("kind", "Loại", [Choice("regulation", "Quy định")]).string.contains(" checked"))
        #expect(form.check("urgent", "Khẩn").string.contains(" checked"))
        #expect(form.area("name", "Họ tên", rows: 2).string.contains("\nLê &quot;Lan&quot;</textarea>"))
    }

    @Test func aProblemStandsAtItsFieldAndOnTop() {
        let form = FormView(typed, .invalid([Problem("phone", .missing), Problem("by1", .dateUnreadable)]))
        let page: HTML = "\(form.summary)\(form.line("phone", "Số điện thoại", kind: .tel))\(form.line("by1", "Trước ngày", kind: .date))"
        #expect(MarkupChecker(page.string).problems == [])
        #expect(page.string.contains("<a href=\"#phone\">Số điện thoại: Hãy nhập"))
        #expect(page.string.contains("<a href=\"#by1\">Dòng 2: "))
        #expect(page.string.contains("aria-describedby=\"phone-loi\""))
    }

    @Test func aRefusalOfTheWholeLinksNowhere() {
        let summary = FormView(typed, .wrongCredentials).summary.string
        #expect(summary.contains("Tên đăng nhập hoặc mật khẩu không đúng"))
        #expect(!summary.contains("<a "))
    }

    @Test func aFormWithoutProblemsHasNoSummary() {
        #expect(FormView(typed).summary.isEmpty)
    }

    @Test func noInputLeavesTheWordsToTheBrowser() {
        let form = FormView(FormBody())
        let all: HTML = """
            \(form.line("a", "A"))\(form.area("b", "B", rows: 2))\(form.select("c", "C", [("1", "Một")]))\
            \(form.choices("d", "D", [Choice("1", "Một")]))\(form.files("e", "E"))\(form.group("f", "F", form.line("g", "G")))
            """
        #expect(!all.string.contains("required"))
        #expect(MarkupChecker(all.string).problems == [])
    }
}
