import Database
import Domain
import Operations
import Testing
import TestSupport
@testable import Web

/// Work on site as its people see it, without any script.
@Suite(.eachEngine) struct VisitPagesTests {
    /// Plans a visit by the form: where it leads.
    private func planned(_ site: SiteUnderTest, _ petition: Case, by nga: Visitor) async throws -> String {
        let answer = try await nga.fill(
            "/app/ho-so/\(petition.number.text)/hien-truong",
            [
                "hour": "10:30", "place": "Cổng số 2", "purpose": "Xem đoạn đường lún.", "people": site.test.cast.nga.id.text,
                "members": "Ông Ba, chủ đầu tư",
            ])
        #expect(answer.status == 303, "\(answer.text.suffix(500))")
        return try #require(answer.location)
    }

    @Test func aVisitIsPlannedWrittenDownAndClosed() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.assigned()
            let nga = try await site.staff("nga")
            let path = try await planned(site, petition, by: nga)
            let list = try await nga.open("/app/ho-so/\(petition.number.text)/hien-truong")
            #expect(list.text.contains("10:30 03/08/2026") && list.text.contains("Chưa có biên bản"))

            let sent = try await nga.fill(path, ["text": "Nền lún 20 cm."], files: [("photo", Visitor.File("anh.png", Samples.png))])
            #expect(sent.status == 303 && sent.location == path)
            let page = try await nga.open(path)
            #expect(page.text.contains("Nền lún 20 cm.") && page.text.contains("Hoàng Thị Nga"))
            let picture = try #require(page.all("img").first?["src"])
            let photo = try await nga.get(picture)
            #expect(photo.body == Samples.png && photo["content-type"] == "image/png")
            #expect(photo["content-security-policy"] == "default-src 'none'; sandbox")

            let missing = try await nga.fill("\(path)/ket-thuc", ["findings": "Nền lún 20 cm.", "result": "agreed"])
            #expect(missing.status == 422)
            let closed = try await nga.fill(
                "\(path)/ket-thuc",
                ["findings": "Nền lún 20 cm.", "who0": "Chủ đầu tư", "what0": "Gia cố nền", "by0": "20/08/2026", "result": "agreed"])
            #expect(closed.location == "\(path)/bien-ban")
            let minutes = try await nga.open("\(path)/bien-ban")
            #expect(minutes.text.contains("Gia cố nền") && minutes.text.contains("20/08/2026") && minutes.text.contains("Ông Ba, chủ đầu tư"))
            #expect(try await nga.get("\(path)/ket-thuc").status == 409)
        }
    }

    @Test func theScriptMaySendTwiceAndGetsTheShortestAnswer() async throws {
        try await SiteUnderTest.serving { site in
            let nga = try await site.staff("nga")
            let path = try await planned(site, try await site.test.assigned(), by: nga)
            let token = try WebForm.on(try await nga.open(path), having: ["text"]).value("csrf") ?? ""
            let fields = [
                ("csrf", token), ("script", "1"), ("formKey", "0123456789abcdef"), ("takenAt", "2026-08-03T01:15:00.000Z"), ("text", "Nền lún"),
            ]
            for _ in 0..<2 {
                let answer = try await nga.post(path, fields, files: [])
                #expect(answer.status == 200 && answer.body.isEmpty)
            }
            let page = try await nga.open(path)
            #expect(page.everything.count { $0["data-key"] == "0123456789abcdef" } == 1)
            #expect(page.text.contains("08:15 03/08/2026"), "the device's time, in Vietnamese time")
        }
    }

    @Test func whatIsNoPictureIsRefusedInWords() async throws {
        try await SiteUnderTest.serving { site in
            let nga = try await site.staff("nga")
            let path = try await planned(site, try await site.test.assigned(), by: nga)
            let answer = try await nga.fill(path, ["text": "x"], files: [("photo", Visitor.File("anh.jpg", Samples.pdf))])
            #expect(answer.status == 422)
            #expect(try await site.test.rows(in: "visit_entry") == 0)
        }
    }

    @Test func nobodyElseOpensAVisitOrItsPhotos() async throws {
        try await SiteUnderTest.serving { site in
            let nga = try await site.staff("nga")
            let path = try await planned(site, try await site.test.assigned(), by: nga)
            _ = try await nga.fill(path, ["text": ""], files: [("photo", Visitor.File("anh.png", Samples.png))])
            let picture = try #require(try await nga.open(path).all("img").first?["src"])
            let tam = try await site.staff("tam")
            for address in [path, "\(path)/bien-ban", "\(path)/ket-thuc", picture] {
                #expect(try await tam.get(address).status == 403, "\(address)")
            }
            #expect(try await nga.get("/app/hien-truong/khong-co").status == 404)
            #expect(try await nga.get("\(path)/anh/khong-co").status == 404)
        }
    }

    @Test func aDeviceKeepsNoPageOfARestrictedCase() async throws {
        try await SiteUnderTest.serving { site in
            let nga = try await site.staff("nga")
            let path = try await planned(site, try await site.test.assigned(), by: nga)
            #expect(try await nga.open(path).everything.contains { $0["data-keep"] != nil })
            _ = try await site.test.office.database.write { tx in
                try tx.run("UPDATE petition SET is_protected = 1, is_restricted = 1")
                try tx.run(
                    """
                    INSERT INTO case_reader (petition, account, since) SELECT id, \(site.test.cast.nga.id), 0 FROM petition
                    """)
            }
            #expect(try await !nga.open(path).everything.contains { $0["data-keep"] != nil })
        }
    }

    @Test func theWorkerIsServedWhereItRules() async throws {
        try await SiteUnderTest.serving { site in
            let answer = try await site.visitor().get("/app/sw.js")
            #expect(answer.status == 200 && answer["content-type"] == "text/javascript; charset=utf-8")
            #expect(answer["cache-control"] == "no-cache")
            #expect(answer["content-security-policy"] == SecurityHeaders<SiteContext>.policy)
        }
    }
}
