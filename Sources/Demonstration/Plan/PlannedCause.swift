package import Domain

/// A common cause as it is planned: its cases, when somebody sees that they are one, and the one answer to all.
package struct PlannedCause: Sendable, Equatable {
    package var key: String
    package var title: String
    package var summary: String
    package var field: FieldCode
    /// Key of the unit that answers for all.
    package var unit: String
    /// By arrival; each is screened when it comes.
    package var cases: [PlannedCase]
    package var opensAt: Instant
    /// Login of whoever groups them.
    package var opener: String
    package var draftsAt: Instant
    package var handler: String
    package var answer: PlannedAnswer
    package var proposal: CommonCause.PolicyProposal?
    /// `nil`: it waits for its approver.
    package var approvesAt: Instant?
    package var approver: String
}

extension PlannedCause {
    /// The causes of the cast over the weeks that end now. What would lie ahead of now is left out.
    static func all(cast: Cast, office: OfficeClock, now: Instant, _ chance: inout Chance) -> [PlannedCause] {
        cast.causes.compactMap { PlannedCause($0, cast: cast, office: office, now: now, &chance) }
    }

    private init?(_ cause: CastCause, cast: Cast, office: OfficeClock, now: Instant, _ chance: inout Chance) {
        guard let handler = cast.account(.handler, of: cause.unit), let own = cast.account(.approver, of: cause.unit),
            let opener = cast.team.desks.first(where: { $0.key == "diagnosis" })?.leader
        else { return nil }
        let first = now.day.adding(-cause.daysBefore)
        func working(_ days: Int, _ hour: Int) -> Instant {
            office.opening(onOrAfter: Instant(first.adding(days), secondOfDay: hour * 3600))
        }
        key = cause.key
        title = cause.title
        summary = cause.summary
        field = cause.field
        unit = cause.unit
        self.opener = opener
        self.handler = handler.login
        approver = cause.answer.outcome == .referredUpward ? cast.team.standingDeputy : own.login
        opensAt = working(cause.opensAfter, 9)
        draftsAt = max(working(cause.answersAfter - 1, 14), office.advance(opensAt, minutes: 90))
        let signs = max(working(cause.answersAfter, 10), draftsAt.adding(minutes: 60))
        approvesAt = cause.isWaiting == true ? nil : signs
        guard signs < now else { return nil }
        let spoken = cast.unit(cause.unit)?.spokenName ?? ""
        let proof = "Biên bản kiểm tra, xử lý ngày \(draftsAt.day.vietnamese)"
        let wentUp = "ngày \(draftsAt.day.vietnamese)"
        answer = PlannedAnswer(
            outcome: cause.answer.outcome, conclusion: cause.answer.conclusion, explanation: cause.answer.explanation,
            legalBasis: cause.legalBasis.joined(separator: "; "),
            commitments: cause.answer.commitments.map { one in
                AnswerDraft.Commitment(who: spoken, what: one.what, by: office.day(one.workingDays, workingDaysAfter: signs.day))
            },
            contact: "\(handler.fullName), \(handler.title), \(spoken)",
            evidence: cause.answer.outcome.claimsResult
                ? [AnswerDraft.Evidence(kind: .document, text: proof)] : [],
            publicText: "")
        proposal = cause.proposal.map { proposal in
            CommonCause.PolicyProposal(
                level: proposal.level, text: proposal.text, legalBasis: cause.legalBasis.joined(separator: "; "),
                document: "\(proposal.document), \(wentUp)")
        }
        let senders = cast.senders.filter { cause.sites.contains($0.site) && $0.organisation != nil }.shuffled(using: &chance)
        var cases: [PlannedCase] = []
        for (index, sender) in senders.prefix(cause.count).enumerated() {
            let day = first.adding(index * cause.overDays / max(1, cause.count))
            let arrives = Instant(day, secondOfDay: chance.number(8 * 3600...16 * 3600))
            let signed = cause.isWaiting == true ? nil : signs
            cases.append(Self.planned(cause, sender, index, arrives, signed: signed, cast: cast, office: office, &chance))
        }
        for index in cases.indices { cases[index].steps.removeAll { $0.at > now } }
        self.cases = cases.sorted { $0.arrivesAt < $1.arrivesAt }
    }

    private static func planned(
        _ cause: CastCause, _ sender: Sender, _ index: Int, _ arrives: Instant, signed: Instant?, cast: Cast, office: OfficeClock,
        _ chance: inout Chance
    ) -> PlannedCase {
        let officers = cast.team.desks.first { $0.key == "intake" }?.officers ?? []
        let place = sender.place.flatMap(cast.places.place)?.name ?? cast.places.area(sender.area)?.name ?? ""
        let classification = Classification(
            kind: cause.kind, field: cause.field, area: cast.places.area(sender.area)?.code, site: sender.site,
            siteName: sender.place.flatMap(cast.places.place)?.name ?? "")
        let seen = office.advance(arrives, minutes: chance.number(20...200))
        var steps = [
            PlannedStep(
                at: seen, actor: .staff(chance.one(of: officers) ?? cast.team.standingDeputy), act: .screens(classification, remark: ""))
        ]
        if let signed, index < cause.unhappy.count {
            steps.append(PlannedStep(at: signed.adding(hours: 26), actor: .sender, act: .comesBack(cause.unhappy[index])))
        } else if let signed, index < cause.unhappy.count + cause.happy {
            let at = signed.adding(minutes: chance.number(40...2400))
            steps.append(PlannedStep(at: at, actor: .sender, act: .rates(Rating(satisfied: true, remark: ""))))
        }
        return PlannedCase(
            petition: "\(cause.key)-\(index)", sender: sender.key, channel: index.isMultiple(of: 4) ? .form : .zalo,
            senderAddress: "98" + (0..<16).map { _ in String(chance.number(0...9)) }.joined(), title: nil,
            text: cause.texts[index % max(1, cause.texts.count)].replacing("{place}", with: place), classification: classification,
            arrivesAt: arrives, steps: steps)
    }
}
