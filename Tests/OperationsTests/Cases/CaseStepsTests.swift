import Domain
import Operations
import Storage
import TestSupport
import Testing

/// The steps of a case by the people whose steps they are.
@Suite(.eachEngine) struct CaseStepsTests {
    @Test func aCaseGoesFromItsFirstLineToItsAnswer() async throws {
        let office = try await TestOffice()
        let petition = try await office.answered()
        #expect(petition.state == .answered && petition.outcome == .resolved && petition.answeredAt == office.clock.now)
        #expect(petition.lead == office.ground.parkBoard.id && petition.person == office.cast.nga.id)
        #expect(
            try await office.events(of: petition).map(\.verb)
                == ["received", "screened", "diagnosed", "assigned", "drafted", "submitted", "approved"])
    }

    @Test func theJournalReplayedIsTheStoredCase() async throws {
        let office = try await TestOffice()
        let start = try await office.submit()
        let end = try await office.answered(try await office.assigned(try await office.screened(start)))
        let journal = try await office.office.read { try CaseStore.events(of: end.id, $0) }
        var replayed = start
        for entry in journal.dropFirst() {
            replayed.apply(entry.event, at: entry.at)
            #expect(entry.position == replayed.version && entry.state == replayed.state)
        }
        #expect(replayed == end)
    }

    @Test func theRuleThatLedThereIsNamed() async throws {
        let office = try await TestOffice()
        let petition = try await office.assigned()
        guard case .assigned(let assignment) = try await office.events(of: petition).last else {
            Issue.record("not assigned")
            return
        }
        #expect(assignment.rule == office.ground.rules[0].text)
        #expect(assignment.unitName == "Ban Quản lý các khu công nghiệp" && assignment.personName == "Hoàng Thị Nga")
    }

    @Test func againstTheRuleAReasonIsAskedFor() async throws {
        let office = try await TestOffice()
        let screened = try await office.screened()
        let diagnosed = try await office.office.perform(
            DiagnoseCase(petition: screened.id, version: screened.version, diagnosis: TestOffice.diagnosis),
            as: .staff(office.cast.duc))
        func assign(_ reason: String) async throws -> Case {
            try await office.office.perform(
                AssignCase(
                    petition: diagnosed.id, version: diagnosed.version, unit: office.ground.industry.id, person: nil, reason: reason),
                as: .staff(office.cast.hung))
        }
        await #expect(throws: Refusal.invalid([Problem("reason", .missing)])) { try await assign("") }
        #expect(try await assign("Ban Quản lý đề nghị chuyển.").lead == office.ground.industry.id)
    }

    @Test func aUnitThatHasEndedGetsNothing() async throws {
        let office = try await TestOffice()
        let screened = try await office.screened()
        let diagnosed = try await office.office.perform(
            DiagnoseCase(petition: screened.id, version: screened.version, diagnosis: TestOffice.diagnosis),
            as: .staff(office.cast.duc))
        await #expect(throws: Refusal.noSuch(.unit)) {
            try await office.office.perform(
                AssignCase(
                    petition: diagnosed.id, version: diagnosed.version, unit: office.ground.planning.id, person: nil,
                    reason: "Như trước đây vẫn làm."), as: .staff(office.cast.duc))
        }
    }

    @Test func aPersonOfAnotherUnitCannotBeNamed() async throws {
        let office = try await TestOffice()
        let petition = try await office.assigned()
        for stranger in [office.cast.tam, office.cast.quan] {
            await #expect(throws: Refusal.noSuch(.person)) {
                try await office.office.perform(
                    AssignCase(
                        petition: petition.id, version: petition.version, unit: office.ground.parkBoard.id, person: stranger.id,
                        reason: "Người phụ trách đi công tác."), as: .staff(office.cast.duc))
            }
        }
    }

    @Test func anOldPageChangesNothing() async throws {
        let office = try await TestOffice()
        let petition = try await office.submit()
        _ = try await office.screened(petition)
        await #expect(throws: Refusal.changedMeanwhile) { try await office.screened(petition) }
        #expect(try await office.load(petition.id).version == petition.version + 1)
    }

    @Test func whoMayNotSeeTheCaseIsNotToldThatItChanged() async throws {
        let office = try await TestOffice()
        let petition = try await office.assigned()
        await #expect(throws: Refusal.notPermitted(.view)) {
            try await office.office.perform(
                GiveBackCase(petition: petition.id, version: petition.version - 1, reason: "Không thuộc đơn vị."),
                as: .staff(office.cast.tam))
        }
    }

    @Test func aHandlerOfAnotherUnitMayNotAnswer() async throws {
        let office = try await TestOffice()
        let petition = try await office.assigned()
        await #expect(throws: Refusal.notPermitted(.draft)) {
            try await office.office.perform(
                SubmitAnswer(petition: petition.id, version: petition.version, content: office.answer()), as: .staff(office.cast.tam))
        }
        #expect(try await office.load(petition.id) == petition)
    }

    @Test func anIncompleteAnswerLeavesTheCaseAsItWas() async throws {
        let office = try await TestOffice()
        let petition = try await office.assigned()
        var answer = office.answer()
        answer.legalBasis = ""
        let content = answer
        await #expect(throws: Refusal.invalid([Problem("legalBasis", .missing)])) {
            try await office.office.perform(
                SubmitAnswer(petition: petition.id, version: petition.version, content: content), as: .staff(office.cast.nga))
        }
        #expect(try await office.load(petition.id) == petition)
    }

    @Test func aDraftSentBackReturnsToItsUnit() async throws {
        let office = try await TestOffice()
        let waiting = try await office.submitted()
        let back = try await office.office.perform(
            ReturnAnswer(petition: waiting.id, version: waiting.version, reason: "Ghi rõ ngày hoàn thành."), as: .staff(office.cast.quan))
        #expect(back.state == .handling && back.draft == waiting.draft)
    }

    @Test func aDenunciationIsHandedOverAndClosedToOthers() async throws {
        let office = try await TestOffice()
        let petition = try await office.submit()
        let gone = try await office.office.perform(
            TransferCase(
                petition: petition.id, version: petition.version, kind: .denunciation, body: "Thanh tra tỉnh",
                reason: "Nội dung là tố cáo."), as: .staff(office.cast.lan))
        #expect(gone.state == .transferred && gone.isRestricted)
        await #expect(throws: Refusal.notPermitted(.note)) {
            try await office.office.perform(
                WriteNote(petition: gone.id, version: gone.version, note: Note(kind: .remark, text: "xem")), as: .staff(office.cast.duc))
        }
    }

    @Test func theNextStepIsOfferedToTheDeskWhoseTurnItIs() async throws {
        let office = try await TestOffice()
        let petition = try await office.screened()
        #expect(petition.offers(.diagnose, to: .staff(office.cast.duc), at: office.clock.now))
        #expect(!petition.offers(.screen, to: .staff(office.cast.lan), at: office.clock.now))
    }

    @Test func anOfficerStartsTheClockAgain() async throws {
        let office = try await TestOffice()
        let asked = try await office.asked(try await office.assigned())
        office.clock.set(try moment("2026-08-10T09:00"))
        let running = try await office.office.perform(
            ResumeClock(petition: asked.id, version: asked.version, reason: "Doanh nghiệp đã gọi điện."), as: .staff(office.cast.nga))
        #expect(running.clock.due.day == (try day("2026-08-28")))
    }
}
