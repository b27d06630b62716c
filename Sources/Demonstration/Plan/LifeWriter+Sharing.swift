import Domain

extension LifeWriter {
    /// What the unit does not do alone: an opinion of another unit, more time, a word of a higher level.
    mutating func share(of unit: String, as handler: CastAccount) {
        if petition.answer?.outcome == .referredUpward { return goUp(from: unit, as: handler) }
        guard span > 3 * OfficeClock.minutesADay else { return }
        if chance.happens(0.25), let other = neighbour(of: unit) {
            staff(handler.login, at: 0.32, .consults(unit: other.unit, question: phrase(\.opinionQuestions)))
            staff(other.login, after: chance.number(60...1200), .advises(unit: other.unit, text: phrase(\.opinions)))
        }
        if span > 8 * OfficeClock.minutesADay, span < Pace.due * OfficeClock.minutesADay, chance.happens(0.1) {
            staff(handler.login, at: 0.4, .asksExtension(days: 5, reason: phrase(\.extensionReasons)))
            if let approver = cast.account(.approver, of: unit) { staff(approver.login, after: chance.number(30...300), .extends) }
        }
    }

    private mutating func goUp(from unit: String, as handler: CastAccount) {
        let options = (petition.options ?? []).map { text in
            Proposal.Option(
                text: placeholders.fill(text), pros: phrase(\.pros), cons: phrase(\.cons),
                legalBasis: (petition.legalBasis ?? []).joined(separator: "; "))
        }
        let proposal = Proposal(
            question: phrase(\.proposalQuestions), options: Array(options.prefix(Proposal.mostOptions)), preferred: 0)
        staff(handler.login, at: 0.35, .escalates(proposal))
        staff(cast.team.head, after: chance.number(120...900), .directs(order: phrase(\.directives), unit: unit))
    }

    /// Another unit with a handler, to be asked.
    private mutating func neighbour(of unit: String) -> CastAccount? {
        chance.one(of: cast.accounts.filter { $0.unit != unit && $0.roles.contains(.handler) && cast.unit($0.unit)?.level == .department })
    }
}
