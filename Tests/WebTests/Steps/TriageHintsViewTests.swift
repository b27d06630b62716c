import Database
import Domain
import Operations
import Storage
import TestSupport
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

    @Test func aCaseIsShownWithItsLeadAndAComplaintWithItsWay() async throws {
        let test = try await TestOffice()
        let petition = try await test.submit("Tôi khiếu nại quyết định xử phạt, nhà máy trong KCN.")
        let rules = test.ground.rules
        let day = test.clock.now.day
        let page = try await test.office.read { tx in
            guard let file = try CaseQueries.file(petition.number.text, tx) else { throw Missing("the case") }
            return try triageHints(for: file, catalogue: try CatalogueStore.load(tx), rules: rules, on: day, tx).string
        }
        #expect(page.contains(test.ground.parkBoard.name) && page.contains("Khiếu nại"))
        #expect(page.contains("href=\"/app/ho-so/\(petition.number.text)/chuyen\""))
    }
}
