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
    /// What happened last.
    var last: CaseEvent?

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
        let world = PlanWorld(rules: seeder.rules, unit: { [seeder] in seeder.units[$0] }, account: { [seeder] in seeder.accounts[$0] })
        guard let event = try act.event(on: petition, by: actor, at: now, in: world) else { return }
        try record(event, by: actor, at: now)
        // Who is not content is heard by the next level, as in the office.
        if case .rated(let rating) = event, !rating.satisfied {
            try record(petition.reopenUnsatisfied(at: now, rules: seeder.rules), by: actor, at: now)
        }
        if petition.answeredAt == nil, case .reopened? = last { try climb(by: actor, at: now) }
        try follow(act, event, at: now)
    }

    private mutating func climb(by actor: Actor, at now: Instant) throws {
        try record(petition.climb(asked: Escalation.Asked(name: "Tổ phó phụ trách"), at: now), by: actor, at: now)
    }

    private mutating func record(_ event: CaseEvent, by actor: Actor, at now: Instant) throws {
        let before = petition
        petition.apply(event, at: now)
        last = event
        try CaseStore.save(petition, before: before, event: event, by: actor, at: now, tx)
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
        case .screens, .resumes, .diagnoses, .givesBack, .notes, .drafts, .submits, .returnsDraft, .rates, .consults, .advises, .escalates, .directs,
            .handsOff, .takesOver, .asksExtension, .extends, .excusesIfLate:
            break
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
