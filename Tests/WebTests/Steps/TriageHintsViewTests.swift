import Domain
import Testing
@testable import Web

/// The hints as the intake desk sees them.
@Suite struct TriageHintsViewTests {
    private let catalogue = Catalogue(fields: StandardFields.all)

    private func shown(_ text: String, lead: String? = nil) -> HTML {
        triageHints(TriageHints.of(text, catalogue: catalogue), of: text, catalogue: catalogue, lead: lead)
    }

    @Test func theProposalNamesItsWordsAndMarksThem() {
        let page = shown("Bên em MẤT ĐIỆN, đề nghị xem giúp").string
        #expect(page.contains("<mark>MẤT ĐIỆN</mark>") && page.contains("“MẤT ĐIỆN”") && page.contains("Điện"))
        #expect(MarkupChecker(page).problems == [])
    }

    @Test func hostileWordsStayWords() {
        let page = shown("<b>mất điện</b> \"x\" & 'y' \u{0301}<script>alert(1)</script>").string
        #expect(!page.contains("<script") && !page.contains("<b>") && page.contains("&lt;b&gt;"))
        #expect(MarkupChecker(page).problems == [])
    }

    @Test func withoutAHintNothingIsShown() { #expect(shown("asdf qwer").isEmpty) }
}
