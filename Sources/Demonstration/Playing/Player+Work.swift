import Domain
import Operations

extension Player {
    /// What happens between units and levels.
    func work(_ act: PlannedStep.Act, by actor: Actor, case id: ID<Case>, version: Int) async throws {
        switch act {
        case .consults(let unit, let question):
            _ = try await office.perform(
                ConsultUnit(petition: id, version: version, unit: ids.unit(unit), question: question, due: nil, silence: .agrees), as: actor)
        case .advises(_, let text):
            _ = try await office.perform(AdviseCase(petition: id, version: version, stance: .agrees, opinion: text), as: actor)
        case .escalates(let proposal):
            _ = try await office.perform(EscalateCase(petition: id, version: version, proposal: proposal, remark: ""), as: actor)
        case .directs(let order, let unit):
            let due = PlannedStep.Act.orderDue(try await office.petition(id), clock.now)
            _ = try await office.perform(
                DirectCase(
                    petition: id, version: version, order: order, option: nil, unit: ids.unit(unit), due: due.day, document: ""), as: actor)
        case .handsOff(let unit, let reason):
            _ = try await office.perform(HandOffCase(petition: id, version: version, unit: ids.unit(unit), reason: reason), as: actor)
        case .takesOver: _ = try await office.perform(TakeOverCase(petition: id, version: version), as: actor)
        case .asksExtension(let days, let reason):
            _ = try await office.perform(AskExtension(petition: id, version: version, days: days, reason: reason), as: actor)
        case .extends: _ = try await office.perform(ExtendCase(petition: id, version: version), as: actor)
        case .excusesIfLate(let reason):
            guard try await office.petition(id).lacksExcuse(at: clock.now) else { return }
            _ = try await office.perform(
                ExcuseCase(petition: id, version: version, reason: reason, committed: clock.now.day.adding(14)), as: actor)
        case .writes, .screens, .asks, .resumes, .declines, .transfers, .diagnoses, .assigns, .givesBack, .notes, .rates, .comesBack, .drafts,
            .submits, .returnsDraft, .approves:
            throw Refusal.notPermitted(.note)
        }
    }
}
