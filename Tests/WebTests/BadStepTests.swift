import Domain
import Operations
import Testing
import TestSupport
@testable import Web

/// Steps that cannot be taken as they are sent.
@Suite(.eachEngine) struct BadStepTests {
    @Test func aPromiseInThePastIsRefusedAndTheDraftStaysOnThePage() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.assigned()
            let nga = try await site.staff("nga")
            let nothing = try await site.storesNothing {
                let answer = try await nga.fill(
                    "/app/ho-so/\(petition.number.text)/tra-loi",
                    [
                        "outcome": "resolved", "conclusion": "Mặt đường được sửa xong.", "legalBasis": "Quyết định 2290/QĐ-UBND",
                        "who0": "Chủ đầu tư", "what0": "Vá mặt đường", "by0": "2026-08-02", "contact": "Phòng Hạ tầng",
                    ], button: "submit")
                #expect(answer.status == 422)
                let page = try answer.page
                #expect(page.text.contains("Ngày đã qua"))
                #expect(try WebForm.on(page, having: ["conclusion"]).value("conclusion") == "Mặt đường được sửa xong.")
            }
            #expect(nothing)
            #expect(try await site.test.load(petition.id) == petition)
        }
    }

    @Test(arguments: ["31/2/2026", "mai", "2026-13-01", "99999999999-01-01"])
    func aDateThatIsNoneIsRefused(date: String) async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.assigned()
            let answer = try await site.staff("nga").fill(
                "/app/ho-so/\(petition.number.text)/tra-loi", ["outcome": "resolved", "what0": "Vá mặt đường", "by0": date], button: "keep")
            #expect(answer.status == 422)
            #expect(try answer.page.text.contains("Ngày không đọc được"))
            #expect(try await site.test.load(petition.id) == petition)
        }
    }

    /// A step, by whom, in a state that does not know it.
    static let outOfState: [(step: String, login: String)] = [
        ("sang-loc", "lan"), ("tu-choi", "lan"), ("chuyen", "lan"), ("chan-doan", "duc"), ("phe-duyet", "quan"), ("tiep-tuc", "nga"),
    ]

    @Test(arguments: outOfState) func aStepThatTheStateDoesNotAllowIs409(step: String, login: String) async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.assigned()
            let path = "/app/ho-so/\(petition.number.text)/\(step)"
            let visitor = try await site.staff(login)
            let shown = try await visitor.get(path)
            #expect([409, 422].contains(shown.status) && shown.status != 200)
            let token = try WebForm.on(try await visitor.open("/app"), having: ["csrf"]).value("csrf") ?? ""
            let nothing = try await site.storesNothing {
                let answer = try await visitor.post(
                    path,
                    [
                        ("csrf", token), ("version", "\(petition.version)"), ("kind", "regulation"), ("field", "giao-thong"), ("site", "park"),
                        ("reason", "Một lý do đủ dài để được nhận"), ("body", "Thanh tra tỉnh"), ("finding", "Một chẩn đoán đủ dài"),
                        ("proposal", "Một phương án đủ dài"), ("do", "approve"),
                    ])
                #expect(answer.status == 409)
                #expect(try answer.page.text.contains("Hãy"))
            }
            #expect(nothing)
        }
    }

    @Test func aStalePageIs409AndWhatWasTypedStays() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.submit()
            let lan = try await site.staff("lan")
            let path = "/app/ho-so/\(petition.number.text)/sang-loc"
            let form = try WebForm.on(try await lan.open(path), having: ["kind", "field"])
            let other = try await lan.fill("/app/ho-so/\(petition.number.text)/ghi-chu", ["note": "Đã gọi điện cho doanh nghiệp."])
            #expect(other.status == 303)
            let stale = try await lan.send(form, ["kind": "regulation", "field": "giao-thong", "site": "park", "remark": "Gấp, chiều nay họp"])
            #expect(stale.status == 409)
            let page = try stale.page
            #expect(page.text.contains("vừa được người khác cập nhật"))
            let again = try WebForm.on(page, having: ["remark"])
            #expect(again.value("remark") == "Gấp, chiều nay họp")
            #expect(again.value("kind") == "regulation")
            #expect(try await lan.send(again).status == 303, "sent again from the page that was shown, it goes through")
            #expect(try await site.test.load(petition.id).state == .diagnosing)
        }
    }

    @Test(arguments: ["sang-loc", "ghi-chu", "yeu-cau-bo-sung"]) func anEmptyStepIs422AndChangesNothing(step: String) async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.submit()
            let lan = try await site.staff("lan")
            let answer = try await lan.fill("/app/ho-so/\(petition.number.text)/\(step)")
            #expect(answer.status == 422)
            #expect(try answer.page.first(class: "summary") != nil)
            #expect(try await site.test.load(petition.id) == petition)
        }
    }

    @Test func anUnknownUnitOrAPersonOfAnotherUnitIsNotAssigned() async throws {
        try await SiteUnderTest.serving { site in
            let screened = try await site.test.screened()
            let petition = try await site.test.office.perform(
                DiagnoseCase(petition: screened.id, version: screened.version, diagnosis: TestOffice.diagnosis), as: .staff(site.test.cast.duc))
            let duc = try await site.staff("duc")
            let form = try WebForm.on(try await duc.open("/app/ho-so/\(petition.number.text)/phan-cong"), having: ["unit"])
            let person = try await duc.send(form, ["person": site.test.cast.tam.id.text])
            #expect(person.status == 422)
            #expect(try person.page.text.contains("không thuộc đơn vị đã chọn"))
            let token = form.value("csrf") ?? ""
            for unit in ["", "khong-co", "01arz3ndektsv4rrffq69g5fav"] {
                let answer = try await duc.post(form.action, [("csrf", token), ("version", "\(petition.version)"), ("unit", unit)])
                #expect(answer.status == 422, "\(unit)")
            }
            #expect(try await site.test.load(petition.id) == petition)
        }
    }
}
