import TestSupport
import Testing

@testable import Web

/// Every example of every component, alone and on a page.
@Suite struct KitchenSinkTests {
    @Test(arguments: Example.all.map(\.name)) func everyExampleIsWellFormed(name: String) throws {
        let examples = try #require(Example.all.first { $0.name == name }).html
        #expect(!examples.isEmpty)
        for example in examples {
            let page = MarkupChecker(example.string)
            #expect(page.problems == [], "\(example.string)")
            #expect(!page.elements.isEmpty)
        }
    }

    @Test func bothLayoutsAreWholePages() {
        for page in [publicLayout(.example, content: "<h1>Một</h1>"), staffLayout(.example, content: "<h1>Một</h1>")] {
            let read = MarkupChecker(page.string)
            #expect(read.problems == [])
            #expect(read.elements.filter { $0.name == "h1" }.count == 1)
            #expect(read.elements.first { $0.name == "html" }?["lang"] == "vi")
            #expect(read.elements.contains { $0.name == "a" && $0["href"] == "#noi-dung" })
            #expect(read.elements.contains { $0.name == "meta" && $0["name"] == "viewport" })
        }
    }

    @Test func theSignOutFormCarriesItsToken() {
        #expect(staffLayout(.example, content: "").string.contains("<input type=\"hidden\" name=\"csrf\" value=\"token\">"))
    }

    @Test func anErrorIsToldAtTheInputAndOnTop() {
        let errors: FieldErrors = ["ten": "Hãy ghi tên."]
        let page: HTML = "\(errorSummary(errors))\(textInput("ten", label: "Tên", value: "a\"b", error: errors["ten"]))"
        #expect(MarkupChecker(page.string).problems == [])
        #expect(page.string.contains("href=\"#ten\""))
        #expect(page.string.contains("aria-invalid=\"true\""))
        #expect(page.string.contains("value=\"a&quot;b\""))
    }

    @Test func aPasswordNeverComesBack() {
        #expect(!textInput("mat-khau", label: "Mật khẩu", value: "bi-mat", kind: .password).string.contains("bi-mat"))
    }

    @Test func whatAToneMeansIsNeverColourAlone() {
        for tone in Tone.allCases where tone != .plain && tone != .quiet {
            #expect(tag("chữ", tone).string.contains("<svg"))
        }
    }

    @Test(arguments: [
        "<p>", "<p></b>", "<p title=a></p>", "<input name=\"x\">", "<a href=\"https://vi.du\">a</a>", "<p style=\"x\"></p>",
        "<p id=\"a\"></p><p id=\"a\"></p>", "<p title=\"a\"b=\"c\"></p>", "<script>x</script>", "<p <b></p>",
    ])
    func theCheckerFindsWhatIsWrong(html: String) {
        #expect(MarkupChecker(html).problems != [])
    }
}
