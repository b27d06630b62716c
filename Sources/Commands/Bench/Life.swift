import Database
import Demonstration
import Domain
import Storage

/// One case on its way through what was planned for it.
struct Life {
    let seeder: Seeder
    let planned: PlannedCase
    let contact: Contact
    var petition: Case
    let tx: Transaction

    mutating func live() throws {
        try send("Đã tiếp nhận kiến nghị của Quý vị. Mã tra cứu: \(petition.lookupCode.grouped)", at: petition.receivedAt)
        for step in planned.steps {
            switch step.actor {
            case .sender: try act(step.act, by: .sender, at: step.at)
            case .staff(let login):
                guard let account = seeder.accounts[login] else { throw Refusal.noSuch(.account) }
                try act(step.act, by: .staff(account), at: step.at)
            }
        }
    }

    private mutating func act(_ act: PlannedStep.Act, by actor: Actor, at now: Instant) throws {
        let event = try event(of: act, by: actor, at: now)
        let before = petition
        petition.apply(event, at: now)
        try CaseStore.save(petition, before: before, event: event, by: actor, at: now, tx)
        try follow(act, event, at: now)
    }

    /// What the domain makes of a step. Throws `Refusal` when the plan is wrong.
    private func event(of act: PlannedStep.Act, by actor: Actor, at now: Instant) throws -> CaseEvent {
        switch act {
        case .writes: petition.state.isOpen ? try petition.hear(at: now, rules: seeder.rules) : .wrote
        case .screens(let classification, let remark): try petition.screen(classification, remark: remark, by: actor, at: now)
        case .asks(let question): try petition.ask(question, by: actor)
        case .resumes(let reason): try petition.resume(reason: reason, by: actor, at: now, rules: seeder.rules)
        case .declines(let reason): try petition.decline(reason: reason, by: actor)
        case .transfers(let kind, let body, let reason): try petition.transfer(as: kind, to: body, reason: reason, by: actor)
        case .diagnoses(let diagnosis): try petition.diagnose(diagnosis, by: actor)
        case .assigns(let unit, let person, let reason): try assigned(unit, person, reason, by: actor, at: now)
        case .givesBack(let reason): try petition.giveBack(reason: reason, limit: Regulation.Parameters().transferLimit, by: actor)
        case .notes(let note): try petition.note(note, by: actor)
        case .drafts(let answer): try petition.draft(try draft(answer, by: actor), by: actor)
        case .submits: try petition.submit(by: actor, at: now)
        case .returnsDraft(let reason): try petition.returnDraft(reason: reason, by: actor)
        case .approves: try petition.approve(by: actor, at: now)
        case .rates(let rating): try petition.rate(rating, by: actor)
        case .comesBack(let reason): try petition.reopen(reason: reason, by: actor, at: now, rules: seeder.rules)
        }
    }

    private func assigned(_ key: String, _ login: String, _ reason: String, by actor: Actor, at now: Instant) throws -> CaseEvent {
        guard let unit = seeder.units[key] else { throw Refusal.noSuch(.unit) }
        let person = seeder.accounts[login]
        let rule = seeder.rules.route(petition.classification, on: now.day).rule.flatMap { $0.target == unit.id ? $0.text : nil }
        let assignment = Assignment(
            unit: unit.id, unitName: unit.name, person: person?.id, personName: person?.name, rule: rule, reason: reason)
        return try petition.assign(assignment, to: unit, by: actor, at: now)
    }

    private func draft(_ answer: PlannedAnswer, by actor: Actor) throws -> AnswerDraft {
        guard let account = actor.account else { throw Refusal.noSuch(.account) }
        return AnswerDraft(
            outcome: answer.outcome, conclusion: answer.conclusion, explanation: answer.explanation, legalBasis: answer.legalBasis,
            commitments: answer.commitments, contact: answer.contact, drafter: account.id, drafterName: account.name)
    }

    /// What a step leaves behind besides the event: the sender's message, what he is told, what can be found.
    private func follow(_ act: PlannedStep.Act, _ event: CaseEvent, at now: Instant) throws {
        switch act {
        case .writes(let text):
            try MessageStore.insert(
                Message(
                    id: seeder.newID(now), contact: contact.id, petition: petition.id, direction: .inbound, channel: contact.channel,
                    externalID: contact.channel == .form ? nil : "\(petition.id)-\(petition.version)", text: text, at: now), tx)
            try SearchIndex.add(petition.id, text: [text], tx)
        case .asks(let question): try send("Xin Quý vị bổ sung: \(question)", at: now)
        case .declines(let reason): try send("Kiến nghị không được tiếp nhận. Lý do: \(reason)", at: now)
        case .transfers(_, let body, _): try send("Nội dung đã được chuyển đến \(body).", at: now)
        case .assigns: try send("Kiến nghị đã được giao cho đơn vị chủ trì.", at: now)
        case .approves:
            guard case .approved(let answer) = event else { return }
            try send("Trả lời kiến nghị: \(answer.conclusion)\nCăn cứ: \(answer.legalBasis)", at: now)
            try SearchIndex.add(petition.id, text: [answer.conclusion, answer.explanation], tx)
        case .comesBack(let reason): try SearchIndex.add(petition.id, text: [reason], tx)
        case .screens, .resumes, .diagnoses, .givesBack, .notes, .drafts, .submits, .returnsDraft, .rates: break
        }
    }

    /// A message that has arrived.
    private func send(_ text: String, at now: Instant) throws {
        guard let address = contact.address else { return }
        let message = Outgoing(id: seeder.newID(now), channel: contact.channel, recipient: address, text: text)
        try OutboxStore.insert(message, contact: contact.id, petition: petition.id, at: now, tx)
        try OutboxStore.markSent(message.id, receipt: "bench-\(message.id)", at: now, tx)
    }
}
