import Domain

/// Writes the life of one case: who does what when, in office hours, up to now.
struct LifeWriter {
    let cast: Cast
    let office: OfficeClock
    let part: DemonstrationPlan.Part
    let now: Instant
    var chance: Chance

    let channel: Channel
    var placeholders = Placeholders()
    var steps: [PlannedStep] = []
    /// The moment of the last step.
    var cursor: Instant
    /// Where the working days of this pace begin: the arrival, or the sender's answer to a question.
    var begin: Instant
    /// Minutes of office time until the answer.
    var span = 0

    var petition: Petition { part.petition }
    var sender: Sender { part.sender }

    init(cast: Cast, office: OfficeClock, part: DemonstrationPlan.Part, now: Instant, chance: Chance) {
        self.cast = cast
        self.office = office
        self.part = part
        self.now = now
        self.chance = chance
        channel = self.chance.one(of: part.petition.channels) ?? .zalo
        cursor = part.arrivesAt
        begin = part.arrivesAt
    }

    mutating func write() -> PlannedCase {
        fillPlaceholders()
        let address = "99" + (0..<16).map { _ in String(chance.number(0...9)) }.joined()
        let classification = self.classification
        live(classification)
        return PlannedCase(
            petition: petition.key, sender: sender.key, channel: channel, senderAddress: address,
            title: channel == .form ? petition.title.map(placeholders.fill) : nil, text: placeholders.fill(petition.text),
            classification: classification, arrivesAt: part.arrivesAt, steps: steps.filter { $0.at <= now })
    }

    private var classification: Classification {
        Classification(
            kind: petition.kind, field: petition.field, area: cast.places.area(sender.area)?.code, site: sender.site,
            siteName: sender.place.flatMap(cast.places.place)?.name ?? "", urgent: petition.urgent ?? false)
    }

    private mutating func fillPlaceholders() {
        let day = part.arrivesAt.day
        let month = day.adding(-day.dayOfMonth).month
        let lead = cast.lead(of: petition, from: sender)
        placeholders.values = [
            .firm: sender.organisation ?? "", .area: cast.places.area(sender.area)?.name ?? "",
            .park: sender.place.flatMap(cast.places.place)?.name ?? "", .cluster: sender.place.flatMap(cast.places.place)?.name ?? "",
            .street: chance.one(of: cast.places.streets) ?? "", .number: String(chance.number(40...320)),
            .lot: "CN-0\(chance.number(1...9))", .date: day.adding(-chance.number(12...60)).vietnamese,
            .recent: day.adding(-chance.number(1...4)).vietnamese, .soon: day.adding(chance.number(8...16)).vietnamese,
            .month: "tháng \(month)", .unit: lead?.spokenName ?? "",
        ]
    }

    private mutating func live(_ classification: Classification) {
        let age = office.workingDays(after: part.arrivesAt.day, upTo: now.day)
        let pace = Pace.draw(for: petition, age: age, &chance)
        let officer = intakeOfficer
        if let question = petition.question {
            staff(officer, after: chance.number(15...200), .asks(placeholders.fill(question.text)))
            guard hear(question, pace: pace, by: officer) else { return }
        }
        switch pace {
        case .answered(let days): span = days * OfficeClock.minutesADay - chance.number(20...300)
        case .stuck, .silentSender: span = 60 * OfficeClock.minutesADay
        }
        let remark = petition.screening
        if let refusal = petition.refusal {
            staff(officer, after: chance.number(20...300), .declines(reason: placeholders.fill(refusal)))
        } else if petition.duplicateOf != nil {
            staff(officer, after: chance.number(20...300), .declines(reason: cast.phrases.repeatedReason))
        } else if let transfer = petition.transfer {
            let body = cast.unit(transfer.unit)?.name ?? transfer.unit
            let act = PlannedStep.Act.transfers(as: petition.kind, to: body, reason: placeholders.fill(transfer.reason))
            if petition.kind == .emergency {
                onDuty(officer, act)
            } else {
                staff(officer, after: chance.number(20...300), act)
            }
        } else {
            staff(officer, at: 0.05, atMost: 300, .screens(classification, remark: remark))
            handle()
        }
    }

    /// The sender's answer to a question, or that there is none; whether the case goes on.
    private mutating func hear(_ question: Petition.Question, pace: Pace, by officer: String) -> Bool {
        guard pace != .silentSender else { return false }
        if chance.happens(0.08) {
            staff(officer, after: 3 * OfficeClock.minutesADay, .resumes(reason: phrase(\.resumeReasons)))
        } else {
            sends(afterHours: chance.number(1...60), .writes(placeholders.fill(question.reply)))
        }
        begin = cursor
        return true
    }

    private var intakeOfficer: String {
        mutating get { chance.one(of: cast.team.desks.first { $0.key == "intake" }?.officers ?? []) ?? cast.team.standingDeputy }
    }
}
