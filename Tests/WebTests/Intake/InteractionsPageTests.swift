import Domain
import Operations
import Storage
import Testing
import TestSupport
@testable import Web

/// The register of approaches.
@Suite(.eachEngine) struct InteractionsPageTests {
    private func note(_ text: String, _ site: SiteUnderTest) async throws {
        let draft = IntakeDraft(channel: .hotline, text: text)
        try await site.test.office.perform(
            NoteInteraction(draft: draft, formKey: hexadecimal(site.test.office.world.chance(16))), as: .staff(site.test.cast.lan))
    }

    @Test func approachesAreCountedByChannelApartFromPetitions() async throws {
        try await SiteUnderTest.serving { site in
            _ = try await site.test.submit()
            for number in 1...3 { try await note("Hỏi đường lần \(number).", site) }
            let mai = try await site.staff("mai")
            let page = try await mai.open("/app/lien-he")
            let rows = page.all("table").first?.all("tr").map { $0.all("td").map(\.text) } ?? []
            #expect(rows.contains { $0.dropFirst() == ["1", "1", "1", "1", "0", "0"] })
            #expect(rows.contains { $0.dropFirst() == ["3", "0", "3", "0", "0", "0"] })
            #expect(rows.last == ["Cộng", "4", "1", "4", "1", "0", "0"])
        }
    }

    @Test func theRegisterIsPagedAndFilteredAndNothingIsShownTwice() async throws {
        try await SiteUnderTest.serving { site in
            for number in 1...60 { try await note("Lượt \(number) hết.", site) }
            _ = try await site.test.submit()
            let lan = try await site.staff("lan")
            let first = try await lan.open("/app/lien-he?kenh=hotline")
            let link = try #require(first.all("a").first { $0["rel"] == "next" }?["href"])
            let second = try await lan.open(link)
            let shown = [first, second].map { page in (1...60).filter { page.text.contains("Lượt \($0) hết.") } }
            #expect(shown[0].count == 50 && shown[1].count == 10 && Set(shown[0] + shown[1]).count == 60)
            #expect(!(try await lan.open("/app/lien-he?mo=co").text.contains("Lượt 60 hết.")))
            #expect(try await lan.get("/app/lien-he?mo=x").status == 422)
        }
    }

    @Test func ofARestrictedCaseOnlyThatItHappenedIsShown() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.restricted()
            let hung = try await site.staff("hung")
            let page = try await hung.open("/app/lien-he")
            #expect(page.text.contains("Hồ sơ hạn chế người xem"))
            #expect(!page.text.contains(petition.number.text) && !page.text.contains("Công ty TNHH Đông Á"))
        }
    }

    @Test func theWeeklyReportCountsThemBesidePetitions() async throws {
        try await SiteUnderTest.serving { site in
            try await note("Hỏi đường.", site)
            _ = try await site.test.submit()
            let mai = try await site.staff("mai")
            let page = try await mai.open("/app/bao-cao/tuan/2026-W32")
            #expect(page.text.contains("Lượt liên hệ 2, trong đó mở hồ sơ 1."))
        }
    }
}
