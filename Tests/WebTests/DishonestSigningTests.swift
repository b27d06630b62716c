import Domain
import Operations
import Testing
import TestSupport
@testable import Web

/// Ways of closing a case by whoever must not: each tried through the page's own request and through the operation beneath.
@Suite(.eachEngine) struct DishonestSigningTests {
    /// Somebody who may both write and sign in the board of the parks, and works in a unit.
    private static func kiem(_ site: SiteUnderTest, in unit: ID<Unit>? = nil) async throws -> Account {
        let board = site.test.ground.parkBoard.id
        let account = try await site.test.office.addAccount(
            NewAccount(
                login: "kiem", name: "Ngô Văn Kiểm", title: "Phó Trưởng ban", roles: [.handler, .approver], unit: unit ?? board,
                password: Cast.password), as: .system)
        guard let unit, unit != board else { return account }
        for role in [Role.handler, .approver] {
            _ = try await site.test.office.perform(
                GiveMandate(account: account.id, authority: Authority(role: role, unit: board), from: site.test.clock.now.day),
                as: .staff(site.test.cast.admin))
        }
        return try await site.test.office.read { tx in
            guard let found = try site.test.office.accounts(tx).first(where: { $0.id == account.id }) else { throw Missing("Kiem") }
            return found
        }
    }

    @Test func byOnesOwnHand() async throws {
        try await SiteUnderTest.serving { site in
            let kiem = try await Self.kiem(site)
            let assigned = try await site.test.assigned()
            let petition = try await site.test.office.perform(
                SubmitAnswer(petition: assigned.id, version: assigned.version, content: site.test.answer()), as: .staff(kiem))
            try await site.refuses(
                petition, "phe-duyet", by: kiem, SentForm.approve, .drafterMayNotApprove,
                ApproveAnswer(petition: petition.id, version: petition.version))
        }
    }

    @Test func afterHavingWrittenAPart() async throws {
        try await SiteUnderTest.serving { site in
            let kiem = try await Self.kiem(site)
            let assigned = try await site.test.assigned()
            let kept = try await site.test.office.perform(
                DraftAnswer(petition: assigned.id, version: assigned.version, content: site.test.answer()), as: .staff(kiem))
            let petition = try await site.test.submitted(kept)
            #expect(petition.draft?.drafterName == site.test.cast.nga.name)
            try await site.refuses(
                petition, "phe-duyet", by: kiem, SentForm.approve, .drafterMayNotApprove,
                ApproveAnswer(petition: petition.id, version: petition.version))
        }
    }

    @Test func byAHandlerOrAnotherUnit() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.submitted()
            for account in [site.test.cast.nga, site.test.cast.tam, site.test.cast.lan, site.test.cast.duc, site.test.cast.admin] {
                try await site.refuses(
                    petition, "phe-duyet", by: account, SentForm.approve, .notPermitted(.approve),
                    ApproveAnswer(petition: petition.id, version: petition.version))
            }
        }
    }

    /// A petition about Sở Tài chính.
    private static func complaint(_ site: SiteUnderTest) async throws -> Case {
        var sorted = TestOffice.parkRoad
        sorted.kind = .conduct
        sorted.complainedOf = site.test.ground.finance.id
        return try await site.test.screened(as: sorted)
    }

    @Test func byAUnitThatIsComplainedOfAsItsLead() async throws {
        try await SiteUnderTest.serving { site in
            let (office, cast, finance) = (site.test.office, site.test.cast, site.test.ground.finance.id)
            let screened = try await Self.complaint(site)
            let diagnosed = try await office.perform(
                DiagnoseCase(petition: screened.id, version: screened.version, diagnosis: TestOffice.diagnosis), as: .staff(cast.duc))
            let reason = "Đơn vị nắm rõ vụ việc nhất."
            try await site.refuses(
                diagnosed, "phan-cong", by: cast.duc, SentForm.fields(["unit": finance.text, "reason": reason]), .complainedOf,
                AssignCase(petition: diagnosed.id, version: diagnosed.version, unit: finance, person: nil, reason: reason))
            let assigned = try await site.test.office.perform(
                AssignCase(
                    petition: diagnosed.id, version: diagnosed.version, unit: site.test.ground.parkBoard.id, person: cast.nga.id, reason: ""),
                as: .staff(cast.duc))
            try await site.refuses(
                assigned, "chuyen-don-vi", by: cast.nga, SentForm.fields(["unit": finance.text, "reason": reason]), .complainedOf,
                HandOffCase(petition: assigned.id, version: assigned.version, unit: finance, reason: reason))
            let escalated = try await site.test.escalated(assigned)
            let due = escalated.clock.due.day
            try await site.refuses(
                escalated, "chi-dao", by: cast.mai,
                SentForm.fields(["unit": finance.text, "due": due.iso, "order": "Giao Sở Tài chính trả lời.", "option": "khac"]), .complainedOf,
                DirectCase(
                    petition: escalated.id, version: escalated.version, order: "Giao Sở Tài chính trả lời.", option: nil, unit: finance, due: due,
                    document: ""))
        }
    }

    @Test func bySomebodyOfTheUnitThatIsComplainedOf() async throws {
        try await SiteUnderTest.serving { site in
            let cast = site.test.cast
            let kiem = try await Self.kiem(site, in: site.test.ground.finance.id)
            let assigned = try await site.test.assigned(try await Self.complaint(site))
            try await site.refuses(
                assigned, "tra-loi", by: kiem, typedAnswer(site.test), .complainedOf,
                SubmitAnswer(petition: assigned.id, version: assigned.version, content: site.test.answer()))
            let submitted = try await site.test.submitted(assigned)
            try await site.refuses(
                submitted, "phe-duyet", by: kiem, SentForm.approve, .complainedOf,
                ApproveAnswer(petition: submitted.id, version: submitted.version))
            #expect(try await site.test.office.perform(
                ApproveAnswer(petition: submitted.id, version: submitted.version), as: .staff(cast.quan)).state == .answered)
        }
    }

    @Test func belowTheLevelThatTheCaseHasBeenBefore() async throws {
        try await SiteUnderTest.serving { site in
            let cast = site.test.cast
            let petition = try await site.test.submitted(try await site.test.directed(try await site.test.escalated()))
            let quan = try await site.staff("quan")
            let page = try await quan.open("/app/ho-so/\(petition.number.text)/phe-duyet")
            #expect(page.all("button").contains { $0.text == "Ký, chuyển cấp trên" })
            #expect(try await quan.fill("/app/ho-so/\(petition.number.text)/phe-duyet", button: "approve").status == 303)
            let signed = try await site.test.load(petition.id)
            #expect(signed.state == .approving && signed.outcome == nil && signed.answeredAt == nil)
            try await site.refuses(
                signed, "phe-duyet", by: cast.quan, SentForm.approve, .alreadySigned,
                ApproveAnswer(petition: signed.id, version: signed.version))
            let hung = try await site.staff("hung")
            #expect(try await hung.open("/app/ho-so/\(signed.number.text)/phe-duyet").text.contains("Vũ Anh Quân, 09:00 03/08/2026"))
            #expect(try await hung.fill("/app/ho-so/\(signed.number.text)/phe-duyet", button: "approve").status == 303)
            #expect(try await site.test.load(petition.id).state == .answered)
        }
    }

    @Test func byRatingInTheSendersName() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.answered()
            let code = petition.lookupCode
            let nga = try await site.staff("nga")
            let page = try await nga.open("/tra-cuu/\(code.text)")
            #expect(!page.all("input").contains { $0["name"] == "satisfied" })
            #expect(try await nga.post("/tra-cuu/\(code.text)/danh-gia", [("satisfied", "1")]).status == 403)
            await #expect(throws: Refusal.notPermitted(.rate)) {
                try await site.test.office.perform(
                    RateByCode(code: code, rating: Rating(satisfied: true, remark: "")), as: .staff(site.test.cast.nga))
            }
            #expect(try await site.test.load(petition.id) == petition)
        }
    }

    @Test func byGrantingOnesOwnExtension() async throws {
        try await SiteUnderTest.serving { site in
            let kiem = try await Self.kiem(site)
            let assigned = try await site.test.assigned()
            let petition = try await site.test.office.perform(
                AskExtension(petition: assigned.id, version: assigned.version, days: 10, reason: "Chờ kết quả đo đạc."), as: .staff(kiem))
            try await site.refuses(
                petition, "duyet-gia-han", by: kiem, SentForm.fields(["do": "grant"]), .requesterMayNotGrant,
                ExtendCase(petition: petition.id, version: petition.version))
        }
    }
}
