import Domain

extension LifeWriter {
    /// A step of an officer, so many minutes of office time after the one before.
    mutating func staff(_ login: String, after minutes: Int, _ act: PlannedStep.Act) {
        cursor = office.advance(cursor, minutes: max(1, minutes))
        steps.append(PlannedStep(at: cursor, actor: .staff(login), act: act))
    }

    /// A step of an officer at a fraction of the span, in no case sooner than `atLeast` minutes after the step before; with
    /// `atMost`, not later than so many minutes after it either.
    mutating func staff(
        _ login: String, at fraction: Double, atLeast: Int = 3, atMost: Int? = nil, _ act: PlannedStep.Act
    ) {
        let planned = office.advance(begin, minutes: Int(Double(span) * fraction) + chance.number(0...25))
        let earliest = office.advance(cursor, minutes: atLeast)
        let latest = atMost.map { office.advance(cursor, minutes: max(atLeast, chance.number($0 / 3...$0))) }
        cursor = max(earliest, latest.map { min($0, planned) } ?? planned)
        steps.append(PlannedStep(at: cursor, actor: .staff(login), act: act))
    }

    /// A step of whoever is on duty, minutes after the one before, at any hour.
    mutating func onDuty(_ login: String, _ act: PlannedStep.Act) {
        cursor = cursor.adding(minutes: chance.number(1...4)).adding(seconds: chance.number(1...50))
        steps.append(PlannedStep(at: cursor, actor: .staff(login), act: act))
    }

    /// A step of the sender, so many hours after the one before, when people are awake.
    mutating func sends(afterHours hours: Int, _ act: PlannedStep.Act) {
        var moment = cursor.adding(hours: hours).adding(minutes: chance.number(1...55))
        let hour = moment.secondOfDay / 3600
        if hour < 6 || hour > 21 { moment = Instant(moment.day.adding(hour < 6 ? 0 : 1), secondOfDay: chance.number(7 * 3600...9 * 3600)) }
        cursor = moment
        steps.append(PlannedStep(at: cursor, actor: .sender, act: act))
    }

    /// One of the phrases of a kind.
    mutating func phrase(_ kind: KeyPath<Phrases, [String]>) -> String {
        chance.one(of: cast.phrases[keyPath: kind]) ?? ""
    }
}
