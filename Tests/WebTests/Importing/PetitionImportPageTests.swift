import Database
import Domain
import Operations
import Storage
import Testing
import TestSupport

@testable import Web

@Suite(.eachEngine) struct PetitionImportPageTests {
    private static let path = "/app/nhap-danh-sach"

    private func upload(_ bytes: [UInt8], name: String, _ channel: Channel, list: String = "", by visitor: Visitor) async throws -> Answer {
        try await visitor.fill(Self.path, ["channel": channel.rawValue, "listName": list], files: [("file", Visitor.File(name, bytes))])
    }

    @Test func aListIsLookedAtFirstAndTakenInAfterwards() async throws {
        try await SiteUnderTest.serving { site in
            let lan = try await site.staff("lan")
            let sent = try await upload(try ImportSample.dialogue.bytes, name: "hoi-nghi.xlsx", .dialogue, list: "Đối thoại", by: lan)
            let waiting = try #require(sent.location)
            let page = try await lan.get(waiting).page
            #expect(page.text.contains("3 mới, 0 đã có") && page.text.contains("Công ty TNHH Thép Bền Vững"))
            #expect(try await site.test.rows(in: "petition") == 0)
            let done = try await lan.send(try WebForm.on(page, having: ["csrf"], button: "run"), button: "run")
            #expect(done.location == waiting)
            let result = try await lan.get(waiting).page
            #expect(result.text.contains("Đã nạp danh sách") && result.text.contains("hoi-nghi.xlsx"))
            #expect(try await site.test.rows(in: "petition") == 3)
            let link = try #require(result.all("a").compactMap { $0["href"] }.first { $0.hasPrefix("/app/ho-so/") && $0.contains("-2026-") })
            #expect(try await lan.get(link).page.text.contains("danh sách “Đối thoại”"))
            #expect(try await lan.get(Self.path).page.text.contains("3 mới"))
        }
    }

    @Test func columnsAreReadAsTheOfficerSaysAndRememberedSo() async throws {
        try await SiteUnderTest.serving { site in
            let lan = try await site.staff("lan")
            let file = Array("Số,Chuyện gì,Của ai\n7,Đường vào khu bị ngập,Một\n".utf8)
            let waiting = try #require(try await upload(file, name: "la.csv", .portal, by: lan).location)
            let page = try await lan.get(waiting).page
            #expect(page.text.contains("Chưa có cột nào được ghép") && page.text.contains("Đường vào khu bị ngập"))
            #expect(throws: Missing.self) { try WebForm.on(page, having: [], button: "run") }
            let form = try WebForm.on(page, having: ["c1"], button: "map")
            _ = try await lan.send(form, ["c1": "text", "c2": "sender", "mappingName": "Cổng cũ"], button: "map")
            #expect(try await lan.get(waiting).page.text.contains("1 mới"))
            let next = try #require(try await upload(file, name: "la.csv", .portal, by: lan).location)
            #expect(try await lan.get(next).page.text.contains("Cổng cũ"))
        }
    }

    @Test func refusedRowsAreNamedAndCanBeTakenAlong() async throws {
        try await SiteUnderTest.serving { site in
            let lan = try await site.staff("lan")
            let waiting = try #require(try await upload(try ImportSample.refused.bytes, name: "loi.csv", .national, by: lan).location)
            let page = try await lan.get(waiting).page
            #expect(page.text.contains("5 bị từ chối") && page.text.contains("“20/07/2062” sau thời điểm hiện tại"))
            #expect(throws: Missing.self) { try WebForm.on(page, having: [], button: "run") }
            let file = try await lan.get(waiting + "/dong-loi")
            #expect(file.text.contains("Lý do không nạp được") && file.text.contains("Trần Văn Ba") && !file.text.contains("Trần Văn Một"))
        }
    }

    @Test func aFileThatIsNoTableAndAListWithoutANameAreSaidSo() async throws {
        try await SiteUnderTest.serving { site in
            let lan = try await site.staff("lan")
            let picture = try await upload(Samples.pdf + [0, 0], name: "a.xlsx", .national, by: lan)
            #expect(picture.status == 422)
            let nameless = try await upload(Array("STT,Nội dung\n1,a\n".utf8), name: "a.csv", .dialogue, by: lan)
            #expect(try nameless.status == 422 && (nameless.page.text.contains("Tên danh sách: Hãy nhập")))
            #expect(try await site.test.rows(in: "petition_import") == 0)
        }
    }

    @Test func aFileIsThrownAwayOnDemand() async throws {
        try await SiteUnderTest.serving { site in
            let lan = try await site.staff("lan")
            let waiting = try #require(try await upload(try ImportSample.tax.bytes, name: "etax.xlsx", .tax, by: lan).location)
            let form = try WebForm.on(try await lan.get(waiting).page, having: ["csrf"], button: "discard")
            #expect(try await lan.send(form, button: "discard").location == Self.path)
            #expect(try await lan.get(waiting).status == 404)
        }
    }

    @Test func whoTakesNothingInComesNoFurther() async throws {
        try await SiteUnderTest.serving { site in
            let nga = try await site.staff("nga")
            for path in [Self.path, Self.path + "/mau", Self.path + "/00000000000000000000000000"] {
                #expect(try await nga.get(path).status == 403)
            }
            #expect(try await site.staff("lan").get(Self.path + "/mau").status == 200)
        }
    }

    @Test func whatSomebodyElseMappedAnewIsShownBeforeItIsTakenIn() async throws {
        try await SiteUnderTest.serving { site in
            let lan = try await site.staff("lan")
            let waiting = try #require(
                try await upload(Array("Số,Nội dung,Khác\n7,Đường ngập,Thiếu điện\n".utf8), name: "la.csv", .portal, by: lan).location)
            let seen = try WebForm.on(try await lan.get(waiting).page, having: ["seal"], button: "run")
            let hung = try await site.staff("hung")
            let mapping = try WebForm.on(try await hung.get(waiting).page, having: ["c1"], button: "map")
            _ = try await hung.send(mapping, ["c1": "", "c2": "text"], button: "map")
            let refused = try await lan.send(seen, button: "run")
            #expect(try refused.status == 409 && refused.page.text.contains("vừa được người khác thay đổi"))
            #expect(try await site.test.rows(in: "petition") == 0)
            let again = try await lan.send(try WebForm.on(try refused.page, having: ["seal"], button: "run"), button: "run")
            #expect(again.status == 303)
            #expect(try await site.test.latest().title == "Thiếu điện")
        }
    }

    @Test func theFileOfAListIsForThoseWhoMaySeeAllOfItsCases() async throws {
        try await SiteUnderTest.serving { site in
            let lan = try await site.staff("lan")
            let list = "Mã,Loại,Lĩnh vực,Nội dung\nT-1,Tố cáo,Chuyện kín,Cán bộ nhận tiền\nT-2,Kiến nghị,Chuyện mở,Đường ngập\n"
            let run = try #require(try await upload(Array(list.utf8), name: "pakn.csv", .national, by: lan).location)
            let form = try WebForm.on(try await lan.get(run).page, having: ["seal"], button: "run")
            #expect(try await lan.send(form, button: "run").status == 303)
            let own = try await lan.get(run).page
            #expect(own.text.contains("Chuyện kín") && own.all("a").contains { $0["href"] == run + "/tep" })
            #expect(try await lan.get(run + "/tep").text.contains("Cán bộ nhận tiền"))
            let hung = try await site.staff("hung")
            let other = try await hung.get(run).page
            #expect(other.text.contains("Chuyện mở") && !other.text.contains("Chuyện kín"))
            #expect(!other.all("a").contains { $0["href"] == run + "/tep" })
            let file = try await hung.get(run + "/tep")
            #expect(file.status == 403 && file.text.contains("hồ sơ hạn chế người xem"))
            #expect(try await site.test.number("SELECT count(*) AS n FROM look WHERE granted = 1") == 1)
            #expect(try await site.test.rows(in: "look") == 2)
        }
    }

    @Test func aFormulaInARefusedRowIsHandedBackAsText() async throws {
        try await SiteUnderTest.serving { site in
            let lan = try await site.staff("lan")
            let list = "Mã,Nội dung,Họ tên,Ngày gửi\n1,=HYPERLINK(\"http://x\"),@SUM(A1),mai\n2,+cmd|' /C calc'!A0,-2+3,mai\n"
            let waiting = try #require(try await upload(Array(list.utf8), name: "la.csv", .national, by: lan).location)
            let file = try await lan.get(waiting + "/dong-loi").text
            for guarded in ["\"'=HYPERLINK(", "'@SUM(A1)", "'+cmd|", "'-2+3"] { #expect(file.contains(guarded), "\(guarded)") }
            for bare in [",=", ",\"=", ",@", ",+", ",-"] { #expect(!file.contains(bare), "\(bare)") }
        }
    }
}
