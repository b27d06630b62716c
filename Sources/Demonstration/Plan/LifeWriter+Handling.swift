import Domain

extension LifeWriter {
    /// From the diagnosis desk to the sender's last word.
    mutating func handle() {
        guard let lead = cast.lead(of: petition, from: sender), let answer = petition.answer,
            let handler = chance.one(of: cast.accounts.filter { $0.unit == lead.key && $0.roles.contains(.handler) })
        else { return }
        diagnose()
        assign(to: lead.key, handler)
        work(as: handler)
        share(of: lead.key, as: handler)
        let planned = self.answer(answer, conclusion: answer.conclusion, explanation: answer.explanation, by: handler)
        conclude(planned, by: handler, of: lead.key, from: 0.78, to: 1)
        guard answer.outcome != .referredUpward else { return }
        hearVerdict(answer, handler, of: lead.key)
    }

    private mutating func diagnose() {
        let officer = chance.one(of: cast.team.desks.first { $0.key == "diagnosis" }?.officers ?? []) ?? cast.team.standingDeputy
        let options = petition.options ?? []
        let proposal = options.count == 1 ? options[0] : options.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: "\n")
        let basis = (petition.legalBasis ?? []).joined(separator: "; ")
        let diagnosis = Diagnosis(
            finding: placeholders.fill(petition.diagnosis ?? ""), proposal: placeholders.fill(proposal) + "\nCăn cứ: \(basis).")
        staff(officer, at: 0.14, atMost: 900, .diagnoses(diagnosis))
    }

    /// Gives the case to its unit; now and then first to the one that co-ordinates where the firm sits, which gives it back.
    private mutating func assign(to unit: String, _ handler: CastAccount) {
        let officer = lastOfficer
        let first = cast.team.members.first { $0.site == sender.site }?.unit
        if let first, first != unit, span > 4 * OfficeClock.minutesADay, chance.happens(0.1), let other = cast.account(.handler, of: first) {
            staff(officer, after: 40, .assigns(unit: first, person: other.login, reason: phrase(\.assignmentReasons)))
            staff(other.login, after: chance.number(120...500), .givesBack(reason: phrase(\.giveBackReasons)))
        }
        if let first, first != unit, span > 6 * OfficeClock.minutesADay, chance.happens(0.12), let other = cast.account(.handler, of: first) {
            staff(officer, after: 40, .assigns(unit: first, person: other.login, reason: phrase(\.assignmentReasons)))
            staff(other.login, after: chance.number(60...400), .handsOff(unit: unit, reason: phrase(\.handOffReasons)))
            return staff(handler.login, after: chance.number(30...300), .takesOver)
        }
        staff(officer, after: chance.number(15...120), .assigns(unit: unit, person: handler.login, reason: phrase(\.assignmentReasons)))
    }

    private var lastOfficer: String {
        if case .staff(let login)? = steps.last?.actor { login } else { cast.team.standingDeputy }
    }

    private mutating func work(as handler: CastAccount) {
        if chance.happens(0.55) { staff(handler.login, at: 0.3, .notes(Note(kind: .remark, text: phrase(\.remarks)))) }
        for text in petition.followUps ?? [] { sends(afterHours: chance.number(2...20), .writes(placeholders.fill(text))) }
        if let visit = petition.visit {
            staff(handler.login, at: 0.55, .notes(Note(kind: .field, text: placeholders.fill(visit))))
        }
        if span > (Pace.due + 1) * OfficeClock.minutesADay {
            let late = Instant(office.day(Pace.due + 1, workingDaysAfter: begin.day), secondOfDay: 9 * 3600)
            if cursor < late { cursor = late }
            staff(handler.login, after: chance.number(5...120), .excusesIfLate(reason: phrase(\.overdueRemarks)))
        }
    }

    private mutating func answer(
        _ answer: Petition.Answer, conclusion: String, explanation: String, by handler: CastAccount
    ) -> PlannedAnswer {
        PlannedAnswer(
            outcome: answer.outcome, conclusion: placeholders.fill(conclusion), explanation: placeholders.fill(explanation),
            legalBasis: (petition.legalBasis ?? []).joined(separator: "; "), commitments: [],
            contact: "\(handler.fullName), \(handler.title), \(cast.unit(handler.unit)?.spokenName ?? "")",
            evidence: answer.outcome.claimsResult ? [proof] : [], publicText: "")
    }

    /// What shows that it was done: the visit, or the minutes with the sender.
    private var proof: AnswerDraft.Evidence {
        let day = cursor.day.vietnamese
        return petition.visit == nil
            ? AnswerDraft.Evidence(kind: .document, text: "Biên bản làm việc với người gửi ngày \(day)")
            : AnswerDraft.Evidence(kind: .visit, text: "Kết quả kiểm tra hiện trường ngày \(day)")
    }

    /// Draft, approval, sometimes one more draft in between. What is promised counts from the day of approval.
    private mutating func conclude(
        _ answer: PlannedAnswer, by handler: CastAccount, of unit: String, from start: Double, to end: Double,
        approver named: String? = nil
    ) {
        let approver = named ?? approver(of: unit)
        var answer = answer
        let approval = max(office.advance(begin, minutes: Int(Double(span) * end)), office.advance(cursor, minutes: 120))
        answer.commitments = commitments(from: approval.day)
        staff(handler.login, at: start, .drafts(answer))
        staff(handler.login, after: chance.number(2...10), .excusesIfLate(reason: phrase(\.overdueRemarks)))
        staff(handler.login, after: chance.number(5...50), .submits)
        if chance.happens(0.14) {
            staff(approver, after: chance.number(30...200), .returnsDraft(reason: phrase(\.returnReasons)))
            staff(handler.login, after: chance.number(30...240), .drafts(answer))
            staff(handler.login, after: chance.number(2...10), .excusesIfLate(reason: phrase(\.overdueRemarks)))
            staff(handler.login, after: chance.number(3...20), .submits)
        }
        // The date may pass while the answer lies before its approver.
        staff(handler.login, at: end, atLeast: 20, .excusesIfLate(reason: phrase(\.overdueRemarks)))
        staff(approver, after: chance.number(2...15), .approves)
    }

    /// The unit's own leader, or the standing deputy or the head where it concerns the whole task force.
    private mutating func approver(of unit: String) -> String {
        if petition.answer?.outcome == .referredUpward { return cast.team.head }
        if petition.kind == .conduct { return cast.team.standingDeputy }
        return chance.happens(0.08) ? cast.team.standingDeputy : cast.account(.approver, of: unit)?.login ?? cast.team.standingDeputy
    }

    private func commitments(from day: Day) -> [AnswerDraft.Commitment] {
        (petition.answer?.commitments ?? []).map { one in
            let who =
                switch one.who {
                case "lead": placeholders.values[.unit] ?? ""
                case "firm": sender.organisation ?? "Người gửi kiến nghị"
                default: cast.unit(one.who)?.spokenName ?? one.who
                }
            // Two days to spare: an answer that is approved a little later must not promise what has passed.
            return AnswerDraft.Commitment(
                who: who, what: placeholders.fill(one.what), by: office.day(one.workingDays + 2, workingDaysAfter: day))
        }
    }

    /// Content, not content, thankful, or nothing at all; who comes back is answered once more.
    private mutating func hearVerdict(_ answer: Petition.Answer, _ handler: CastAccount, of unit: String) {
        if let again = petition.comesBack, chance.happens(0.75) {
            sends(afterHours: chance.number(24...120), .comesBack(placeholders.fill(again.text)))
            begin = cursor
            staff(cast.team.standingDeputy, after: chance.number(60...400), .directs(order: phrase(\.directives), unit: unit))
            span = chance.number(3...9) * OfficeClock.minutesADay
            staff(handler.login, at: 0.2, .notes(Note(kind: .remark, text: phrase(\.remarks))))
            let second = self.answer(answer, conclusion: again.conclusion, explanation: again.explanation, by: handler)
            conclude(second, by: handler, of: unit, from: 0.7, to: 1, approver: cast.team.standingDeputy)
        } else if answer.outcome != .resolved, chance.happens(0.12) {
            sends(afterHours: chance.number(1...90), .rates(Rating(satisfied: false, remark: phrase(\.dissatisfied))))
            answerOnceMore(answer, handler, of: unit)
        } else if let rating = petition.rating, chance.happens(0.62) {
            let remark = chance.happens(0.8) ? rating.remark : ""
            sends(afterHours: chance.number(1...90), .rates(Rating(satisfied: rating.satisfied, remark: remark)))
            if !rating.satisfied { answerOnceMore(answer, handler, of: unit) }
        } else if channel == .zalo, chance.happens(0.4) {
            sends(afterHours: chance.number(1...10), .writes(phrase(\.thanks)))
        }
    }

    /// The deputy heard that the sender is not content, and orders a second look.
    private mutating func answerOnceMore(_ answer: Petition.Answer, _ handler: CastAccount, of unit: String) {
        begin = cursor
        span = chance.number(4...12) * OfficeClock.minutesADay
        staff(cast.team.standingDeputy, after: chance.number(60...600), .directs(order: phrase(\.directives), unit: unit))
        let conclusion = "\(phrase(\.secondLooks)) \(answer.conclusion)"
        let second = self.answer(answer, conclusion: conclusion, explanation: answer.explanation, by: handler)
        conclude(second, by: handler, of: unit, from: 0.7, to: 1, approver: cast.team.standingDeputy)
    }
}
