import Domain
import Operations

extension Player {
    /// One planned step, as its actor.
    func play(_ step: PlannedStep, of planned: PlannedCase, case id: ID<Case>, number: String) async throws {
        switch step.actor {
        case .sender: try await play(step.act, bySenderOf: planned, case: id, number: number)
        case .staff(let login):
            guard let account = accounts[login] else { throw Refusal.noSuch(.account) }
            try await play(step.act, by: .staff(account), case: id)
        }
    }

    private func play(_ act: PlannedStep.Act, bySenderOf planned: PlannedCase, case id: ID<Case>, number: String) async throws {
        let code = try await office.lookupCode(of: id)
        switch act {
        case .writes(let text):
            if planned.channel == .zalo {
                try await say(text, planned, number)
            } else {
                _ = try await office.perform(SupplyByCode(code: code, text: text, files: []), as: .sender)
            }
        case .rates(let rating):
            if planned.channel == .zalo, rating.satisfied, rating.remark.isEmpty {
                try await say("1", planned, number)
            } else {
                _ = try await office.perform(RateByCode(code: code, rating: rating), as: .sender)
            }
        case .comesBack(let reason):
            if planned.channel == .zalo {
                try await say("2 \(reason)", planned, number)
            } else {
                _ = try await office.perform(ReopenByCode(code: code, reason: reason), as: .sender)
            }
        case .screens, .asks, .resumes, .declines, .transfers, .diagnoses, .assigns, .givesBack, .notes, .drafts, .submits, .returnsDraft,
            .approves, .consults, .advises, .escalates, .directs, .handsOff, .takesOver, .asksExtension, .extends, .excusesIfLate:
            throw Refusal.notPermitted(.supply)
        }
    }

    private func say(_ text: String, _ planned: PlannedCase, _ number: String) async throws {
        let inbound = Inbound(
            channel: .zalo, externalID: "demonstration-\(number)", sender: planned.senderAddress, sentAt: clock.now,
            content: .message(Words(text)))
        _ = try await office.perform(ReceiveMessage(inbound), as: .sender)
    }

    private func play(_ act: PlannedStep.Act, by actor: Actor, case id: ID<Case>) async throws {
        let version = try await office.version(of: id)
        switch act {
        case .screens(let classification, let remark):
            _ = try await office.perform(
                ScreenCase(petition: id, version: version, classification: classification, remark: remark), as: actor)
        case .asks(let question):
            _ = try await office.perform(AskSender(petition: id, version: version, question: question), as: actor)
        case .resumes(let reason):
            _ = try await office.perform(ResumeClock(petition: id, version: version, reason: reason), as: actor)
        case .declines(let reason):
            _ = try await office.perform(DeclineCase(petition: id, version: version, reason: reason), as: actor)
        case .transfers(let kind, let body, let reason):
            _ = try await office.perform(
                TransferCase(petition: id, version: version, kind: kind, body: body, reason: reason), as: actor)
        case .diagnoses(let diagnosis):
            _ = try await office.perform(DiagnoseCase(petition: id, version: version, diagnosis: diagnosis), as: actor)
        case .assigns(let unit, let person, let reason):
            _ = try await office.perform(
                AssignCase(petition: id, version: version, unit: ids.unit(unit), person: accounts[person]?.id, reason: reason), as: actor)
        case .givesBack(let reason):
            _ = try await office.perform(GiveBackCase(petition: id, version: version, reason: reason), as: actor)
        case .notes(let note):
            _ = try await office.perform(WriteNote(petition: id, version: version, note: note), as: actor)
        case .drafts, .submits, .returnsDraft, .approves:
            try await answer(act, by: actor, case: id, version: version)
        case .consults, .advises, .escalates, .directs, .handsOff, .takesOver, .asksExtension, .extends, .excusesIfLate:
            try await work(act, by: actor, case: id, version: version)
        case .writes, .rates, .comesBack:
            throw Refusal.notPermitted(.note)
        }
    }

    private func answer(_ act: PlannedStep.Act, by actor: Actor, case id: ID<Case>, version: Int) async throws {
        switch act {
        case .drafts(let planned):
            _ = try await office.perform(DraftAnswer(petition: id, version: version, content: content(planned)), as: actor)
        case .submits:
            guard let draft = try await office.draft(of: id) else { throw Refusal.noSuch(.draft) }
            _ = try await office.perform(SubmitAnswer(petition: id, version: version, content: AnswerContent(draft)), as: actor)
        case .returnsDraft(let reason):
            _ = try await office.perform(ReturnAnswer(petition: id, version: version, reason: reason), as: actor)
        case .approves:
            _ = try await office.perform(ApproveAnswer(petition: id, version: version), as: actor)
        case .writes, .screens, .asks, .resumes, .declines, .transfers, .diagnoses, .assigns, .givesBack, .notes, .rates, .comesBack,
            .consults, .advises, .escalates, .directs, .handsOff, .takesOver, .asksExtension, .extends, .excusesIfLate:
            throw Refusal.noSuch(.draft)
        }
    }

    func content(_ planned: PlannedAnswer) -> AnswerContent {
        AnswerContent(
            outcome: planned.outcome, conclusion: planned.conclusion, explanation: planned.explanation, legalBasis: planned.legalBasis,
            commitments: planned.commitments, contact: planned.contact, evidence: planned.evidence, publicText: planned.publicText)
    }
}
