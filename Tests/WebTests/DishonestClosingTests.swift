import Domain
import Operations
import Storage
import Testing
import TestSupport
@testable import Web

/// Ways of closing a case without having done what closing means, each tried through the page's own request and through the operation
/// beneath: refused by both, and nothing has changed. Those about who signs and writes stand in `DishonestSigningTests`.
@Suite(.eachEngine) struct DishonestClosingTests {
    @Test func withoutAConclusion() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.assigned()
            var empty = site.test.answer()
            empty.conclusion = ""
            try await site.refuses(
                petition, "tra-loi", by: site.test.cast.nga, typedAnswer(site.test).setting("conclusion", ""), .invalid([Problem("conclusion", .missing)]),
                SubmitAnswer(petition: petition.id, version: petition.version, content: empty))
        }
    }

    @Test func withAnOutcomeOfOnesOwn() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.assigned()
            for word in ["closed", "done", "transferred", ""] {
                try await site.refuses(petition, "tra-loi", by: site.test.cast.nga, typedAnswer(site.test).setting("outcome", word), status: 422)
            }
            #expect(Outcome(rawValue: "closed") == nil, "beneath, there is no word for it")
        }
    }

    @Test func resolvedWithoutEvidence() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.assigned()
            var bare = site.test.answer()
            bare.evidence = []
            try await site.refuses(
                petition, "tra-loi", by: site.test.cast.nga, typedAnswer(site.test).setting("proof0", "").setting("proofText0", ""),
                .invalid([Problem("evidence", .missing)]), SubmitAnswer(petition: petition.id, version: petition.version, content: bare))
        }
    }

    @Test func withThePaperOfAnotherCaseAsEvidence() async throws {
        try await SiteUnderTest.serving { site in
            let cast = site.test.cast
            let other = try await site.test.assigned()
            var proved = site.test.answer()
            proved.evidence = [AnswerDraft.Evidence(kind: .file, text: "Biên bản")]
            let drafted = try await site.test.office.perform(
                DraftAnswer(
                    petition: other.id, version: other.version, content: proved,
                    files: [UploadedFile(name: "bien-ban.pdf", bytes: Samples.pdf, recognised: .pdf)]), as: .staff(cast.nga))
            let paper = try #require(drafted.draft?.evidence.first?.paper)
            let petition = try await site.test.assigned()
            var stolen = site.test.answer()
            stolen.evidence = [AnswerDraft.Evidence(kind: .file, text: "Biên bản", paper: paper)]
            try await site.refuses(
                petition, "tra-loi", by: cast.nga, typedAnswer(site.test).setting("proof0", "file").setting("proofPaper0", paper.text),
                .invalid([Problem("file0", .unknownCode)]), SubmitAnswer(petition: petition.id, version: petition.version, content: stolen))
            let nga = try await site.staff("nga")
            #expect(try await nga.get("/app/ho-so/\(other.number.text)/minh-chung/\(paper.text)").body == Samples.pdf)
            #expect(try await nga.get("/app/ho-so/\(petition.number.text)/minh-chung/\(paper.text)").status == 404)
            #expect(try await site.staff("tam").get("/app/ho-so/\(other.number.text)/minh-chung/\(paper.text)").status == 403)
        }
    }

    @Test func byAPromiseThatHasPassed() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.assigned()
            var past = site.test.answer()
            past.commitments[0].by = site.test.clock.now.day.adding(-1)
            try await site.refuses(
                petition, "tra-loi", by: site.test.cast.nga, typedAnswer(site.test).setting("by0", past.commitments[0].by.iso),
                .invalid([Problem("by0", .dateInPast)]), SubmitAnswer(petition: petition.id, version: petition.version, content: past))
        }
    }

    @Test func whileAnotherUnitOwesItsOpinion() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.consulted(try await site.test.assigned())
            try await site.refuses(
                petition, "tra-loi", by: site.test.cast.nga, typedAnswer(site.test), .awaitsOpinion("Sở Công Thương"),
                SubmitAnswer(petition: petition.id, version: petition.version, content: site.test.answer()))
        }
    }

    @Test func whileItIsOfferedToAnotherUnit() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.offered(try await site.test.assigned())
            try await site.refuses(
                petition, "tra-loi", by: site.test.cast.nga, typedAnswer(site.test), .awaitsReceiver("Sở Công Thương"),
                SubmitAnswer(petition: petition.id, version: petition.version, content: site.test.answer()))
        }
    }

    @Test func whileTheStandingDeputyMustDecide() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.forDecision()
            try await site.refuses(
                petition, "tra-loi", by: site.test.cast.nga, typedAnswer(site.test), .awaitsDecision,
                SubmitAnswer(petition: petition.id, version: petition.version, content: site.test.answer()))
        }
    }

    @Test func whileTheClockStandsStill() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.asked(try await site.test.assigned())
            try await site.refuses(
                petition, "tra-loi", by: site.test.cast.nga, typedAnswer(site.test), .waitsForSender,
                SubmitAnswer(petition: petition.id, version: petition.version, content: site.test.answer()))
        }
    }

    @Test func lateWithoutAWordAboutIt() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.assigned()
            site.test.clock.advance(days: 40)
            try await site.refuses(
                petition, "tra-loi", by: site.test.cast.nga, typedAnswer(site.test), .lateNeedsExcuse,
                SubmitAnswer(petition: petition.id, version: petition.version, content: site.test.answer()))
        }
    }

    @Test func lateAndSignedWithoutAWordAboutIt() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.submitted()
            site.test.clock.advance(days: 40)
            try await site.refuses(
                petition, "phe-duyet", by: site.test.cast.quan, SentForm.approve, .lateNeedsExcuse,
                ApproveAnswer(petition: petition.id, version: petition.version))
        }
    }

    @Test func asBeyondCompetenceWithoutHavingAskedAnybody() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.assigned()
            try await site.refuses(
                petition, "tra-loi", by: site.test.cast.nga, typedAnswer(site.test).setting("outcome", "referredUpward"), .neverEscalated,
                SubmitAnswer(petition: petition.id, version: petition.version, content: site.test.answer(.referredUpward)))
        }
    }

    @Test func byPassingItToAnotherBody() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.submit()
            let lan = try await site.staff("lan")
            let sent = try await lan.fill(
                "/app/ho-so/\(petition.number.text)/chuyen", ["kind": "khac", "body": "Bộ Xây dựng", "reason": "Thuộc thẩm quyền của bộ."])
            #expect(sent.status == 303)
            let passed = try await site.test.load(petition.id)
            #expect(passed.state == .referred && passed.state.isOpen && passed.outcome == nil, "it stays open toward its sender")
            let page = try await site.visitor().open("/tra-cuu/\(petition.lookupCode.text)")
            #expect(!page.text.contains("Hồ sơ đã kết thúc") && page.text.contains("Đã chuyển đến Bộ Xây dựng"))
            let assigned = try await site.test.assigned()
            try await site.refuses(
                assigned, "chuyen", by: site.test.cast.nga, SentForm.fields(["kind": "khac", "body": "Bộ Xây dựng", "reason": "Thẩm quyền của bộ."]),
                .notPermitted(.transfer),
                TransferCase(petition: assigned.id, version: assigned.version, kind: nil, body: "Bộ Xây dựng", reason: "Thẩm quyền của bộ."))
        }
    }

    @Test func byDecliningWhatIsAssigned() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.assigned()
            try await site.refuses(
                petition, "tu-choi", by: site.test.cast.lan, SentForm.fields(["reason": "Không có cơ sở để giải quyết."]),
                .stateForbids(.decline, .handling),
                DeclineCase(petition: petition.id, version: petition.version, reason: "Không có cơ sở để giải quyết."))
        }
    }

    @Test func aLetterByOneOfItsItems() async throws {
        try await SiteUnderTest.serving { site in
            let letter = try await site.test.submit()
            let items = ["Đường vào nhà máy", "Giấy phép lao động"].map { ItemDraft(title: $0, text: "\($0) còn vướng, xin được giải quyết.") }
            let split = try await site.test.office.perform(
                SplitCase(petition: letter.id, version: letter.version, items: items), as: .staff(site.test.cast.lan))
            let answered = try await site.test.answered(try await site.test.assigned(try await site.test.screened(split[0])))
            #expect(answered.state == .answered)
            let submission = try #require(answered.item?.submission)
            #expect(try await site.test.office.read { try SubmissionStore.load(submission, $0) }?.closedAt == nil)
            let page = try await site.visitor().open("/tra-cuu/\(answered.lookupCode.text)")
            #expect(page.text.contains("Đã xong 1/2 nội dung"))
            #expect(try await site.test.load(split[1].id).state.isOpen)
        }
    }

    @Test func fromAPageThatIsOld() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.submitted()
            let old = petition.version - 1
            try await site.refuses(
                petition, "phe-duyet", by: site.test.cast.quan, SentForm.approve, .changedMeanwhile,
                ApproveAnswer(petition: petition.id, version: old), version: old)
        }
    }
}
