import Domain
import Operations
import Storage
import TestSupport
import Testing
@testable import Web

/// The wizard: steps one at a time, a look, the preparing, the carrying out or the taking back.
@Suite struct ReorganisationPagesTests {
    private static let path = "/app/quan-tri/sap-xep-moi"

    /// Types the head of a plan and two steps, a founding and a merger into it.
    private func planned(_ admin: Visitor, on day: String) async throws -> WebForm {
        var form = try WebForm.on(try await admin.open(Self.path), having: ["kind"])
        let head = try await admin.send(
            form, ["title": "Hợp nhất hai cơ quan", "document": "12/NQ-HĐND", "documentDate": "2026-07-01", "day": day, "kind": "found"],
            button: "choose")
        form = try WebForm.on(head.page, having: ["key"])
        let founded = try await admin.send(form, ["key": "so-moi", "name": "Sở Kinh tế", "level": "department"], button: "add")
        form = try WebForm.on(founded.page, having: ["kind"])
        form = try WebForm.on(try await admin.send(form, ["kind": "merge"], button: "choose").page, having: ["units", "into"])
        let merged = try await admin.send(
            form, ["units": "bql-kcn", "units": "so-cong-thuong", "into": "so-moi"], button: "add")
        #expect(merged.status == 200)
        return try WebForm.on(merged.page, having: ["title"])
    }

    @Test func aPlanIsBuiltLookedAtPreparedAndCarriedOut() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.assigned()
            let admin = try await site.staff("quantri")
            let form = try await planned(admin, on: "2026-08-03")
            #expect(form.value("title") == "Hợp nhất hai cơ quan", "what was typed stays while steps come")
            let preview = try await admin.send(form, button: "preview")
            let page = try preview.page
            #expect(page.text.contains("Ban Quản lý các khu công nghiệp Sở Kinh tế 1 0"), "\(page.text)")
            #expect(try await site.test.load(petition.id).lead == site.test.ground.parkBoard.id, "a look moves nothing")
            let prepared = try await admin.send(try WebForm.on(page, having: ["plan"], button: "prepare"), button: "prepare")
            let address = try #require(prepared.location)
            #expect(try await admin.open("/app/quan-tri/sap-xep").text.contains("Chờ đến ngày"))
            #expect(try await admin.open("\(address)/thuc-hien").text.contains("chuyển 1 hồ sơ"))
            #expect(try await admin.fill("\(address)/thuc-hien").location == address)
            let done = try await admin.open(address).text
            #expect(done.contains("Đã thực hiện") && done.contains("Hồ sơ đang mở được chuyển 1"))
            let moved = try await site.test.load(petition.id)
            #expect(moved.lead != petition.lead && moved.clock.due == petition.clock.due)
            #expect(try await admin.get("\(address)/thuc-hien").status == 409)
        }
    }

    @Test func aPreparedPlanIsTakenBackAndNotCarriedOutBeforeItsDay() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            let form = try await planned(admin, on: "2026-09-01")
            let page = try await admin.send(form, button: "preview").page
            let address = try #require(try await admin.send(try WebForm.on(page, having: ["plan"], button: "prepare"), button: "prepare").location)
            #expect(try await admin.get("\(address)/thuc-hien").status == 409)
            #expect(try await admin.fill("\(address)/rut-lai").location == address)
            #expect(try await admin.open(address).text.contains("Đã rút lại"))
            #expect(try await admin.get("\(address)/rut-lai").status == 409)
        }
    }

    @Test func aStepIsTakenOutAgain() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            let form = try await planned(admin, on: "2026-09-01")
            let page = try await admin.send(form, button: "remove-0").page
            #expect(page.text.contains("Các bước (1)"))
            let preview = try await admin.send(try WebForm.on(page, having: ["title"]), button: "preview")
            #expect(preview.status == 422)
            let summary = try preview.page.first(class: "summary")?.text ?? ""
            #expect(summary.contains("Bước 1") && summary.contains("so-moi"), "\(summary)")
            #expect(try WebForm.on(preview.page, having: ["title"]).value("document") == "12/NQ-HĐND")
        }
    }

    @Test func partsOfOneUnitJoinInOneStep() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            var form = try WebForm.on(try await admin.open(Self.path), having: ["kind"])
            for (into, field) in [("so-tai-chinh", "giao-thong"), ("vp-ubnd", "dat-dai")] {
                form = try WebForm.on(try await admin.send(form, ["kind": "split"], button: "choose").page, having: ["rest"])
                let added = try await admin.send(
                    form, ["unit": "so-cong-thuong", "into": into, "fields": field, "rest": "so-cong-thuong"], button: "add")
                form = try WebForm.on(added.page, having: ["kind"])
            }
            #expect(form.element.text.contains("Các bước (1)"))
        }
    }

    @Test func aStepWithHolesIsRefusedAndStays() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            var form = try WebForm.on(try await admin.open(Self.path), having: ["kind"])
            form = try WebForm.on(try await admin.send(form, ["kind": "found"], button: "choose").page, having: ["key"])
            let answer = try await admin.send(form, ["key": "Sở Mới", "name": "Sở Mới"], button: "add")
            #expect(answer.status == 422)
            let again = try WebForm.on(answer.page, having: ["key"])
            #expect(again.value("key") == "Sở Mới")
            let empty = try await admin.send(try WebForm.on(try await admin.open(Self.path), having: ["kind"]), button: "preview")
            #expect(empty.status == 422)
            #expect(try empty.page.first(class: "summary") != nil)
        }
    }

    @Test func aPlanThatThisSiteDidNotWriteIsRefused() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            let token = try WebForm.on(try await admin.open(Self.path), having: ["kind"]).value("csrf") ?? ""
            for text in ["{", "[]", "{\"steps\":[{\"burn\":{}}],\"people\":{}}"] {
                let answer = try await admin.post(Self.path, [("csrf", token), ("plan", text), ("do", "preview")])
                #expect(answer.status == 422, "\(text)")
            }
        }
    }

    @Test func nobodyButTheAdministratorComesIn() async throws {
        try await SiteUnderTest.serving { site in
            for login in ["mai", "lan", "nga"] {
                let visitor = try await site.staff(login)
                for path in ["/app/quan-tri/sap-xep", Self.path, "/app/quan-tri/nhat-ky"] {
                    let answer = try await visitor.get(path)
                    #expect(answer.status == 403, "\(path)")
                }
            }
        }
    }
}
