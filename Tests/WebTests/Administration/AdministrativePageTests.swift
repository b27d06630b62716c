import Domain
import Operations
import Testing
import TestSupport

@testable import Web

@Suite(.eachEngine) struct AdministrativePageTests {
    private static let path = "/app/quan-tri/dia-ban"

    private func serving(_ body: @escaping @Sendable (Visitor) async throws -> Void) async throws {
        try await SiteUnderTest.serving { site in
            _ = try await site.test.office.perform(ImportAdministrativeUnits(try AdministrativeSamples.map()), as: .system)
            try await body(try await site.staff("lan"))
        }
    }

    @Test func aNameIsFoundWithoutMarksInBothClassifications() async throws {
        try await serving { lan in
            let links = try await lan.open(Self.path + "?tim=suoi").all("tbody").first?.all("a").map(\.text)
            #expect(links == ["Xã Suối", "Xã Suối Lớn"])
            let old = try await lan.open(Self.path + "?tim=suoi&he=3").all("tbody").first?.all("a").map(\.text)
            #expect(old == ["Xã Suối"])
        }
    }

    @Test func aCodeThatWasGivenAnewIsWarnedOf() async throws {
        try await serving { lan in
            let found = try await lan.open(Self.path + "?tim=01")
            #expect(found.text.contains("Mã 01 có nghĩa khác nhau") && found.text.contains("Tỉnh Cũ") && found.text.contains("Tỉnh Mới"))
            let old = try await lan.open(Self.path + "?he=3&ma=01")
            #expect(old.text.contains("Mã 01 còn là mã của Tỉnh Mới") && old.text.contains("Nay là"))
            let once = try await lan.open(Self.path + "?tim=00001")
            #expect(!once.text.contains("có nghĩa khác nhau"))
        }
    }

    @Test func aDividedUnitListsCandidatesAndAsksAPerson() async throws {
        try await serving { lan in
            let page = try await lan.open(Self.path + "?he=3&ma=00002")
            #expect(page.text.contains("Nay là một trong 2 đơn vị") && page.text.contains("hỏi người gửi nếu cần"))
            #expect(page.all("tbody").first?.all("a").map(\.text) == ["Phường Đồi", "Xã Suối Lớn"], "the usual one first")
        }
    }

    @Test func aNewUnitTellsWhatItWasMadeOfAndADistrictWhatBecameOfItsCommunes() async throws {
        try await serving { lan in
            let new = try await lan.open(Self.path + "?he=2&ma=00003")
            #expect(new.text.contains("Thành lập từ") && new.text.contains("toàn bộ") && new.text.contains("một phần"))
            #expect(new.text.contains("Thuộc Tỉnh Mới") || new.text.contains("Tỉnh Mới"))
            let district = try await lan.open(Self.path + "?he=3&ma=001")
            #expect(district.text.contains("Không còn cấp này") && district.text.contains("Đơn vị trực thuộc"))
        }
    }

    @Test func withoutAMapThePageSaysHowToGetOne() async throws {
        try await SiteUnderTest.serving { site in
            let page = try await site.staff("lan").open(Self.path)
            #expect(page.text.contains("import administrative-units"))
        }
    }

    @Test(arguments: ["?ma=99999", "?he=4", "?he=3&ma=x", "?he=2&ma=001"]) func anAddressOfNothingIsNoPage(query: String) async throws {
        try await serving { lan in
            let answer = try await lan.get(Self.path + query)
            #expect(answer.status == 404)
        }
    }
}
