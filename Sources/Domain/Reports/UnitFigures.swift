/// The figures of one unit in a week (số liệu theo đơn vị).
///
/// A case counts once at the beginning of the week and once at its end, for the unit that led it at that border. So the rows of a
/// table add up to the figures of the whole, and the figures of a past week never change: who led at a border stays true. What was
/// received counts for who led it at the end, since every petition begins with the standing body and would make all the others
/// look idle. A case that was open when the week began and went to another unit in it is handed over by the one and taken over by
/// the other.
package struct UnitFigures: Sendable, Equatable {
    /// Tồn kỳ trước.
    package var opening = 0
    /// Nhận từ đơn vị khác: of what other units carried into the week.
    package var takenOver = 0
    /// Chuyển đơn vị khác: of what it carried into the week itself.
    package var handedOver = 0
    /// Tiếp nhận trong kỳ.
    package var received = 0
    /// Đã giải quyết.
    package var done = 0
    package var doneInTime = 0
    /// Đúng hạn ban đầu.
    package var doneInFirstTime = 0
    /// Đang giải quyết at the end of the week.
    package var open = 0
    package var openOverdue = 0
    /// Chuyển cơ quan ngoài hệ thống, từ chối.
    package var transferred = 0

    package init() {}

    /// The identity of each row.
    package var isBalanced: Bool { opening + takenOver - handedOver + received == done + open + transferred }

    package static func + (a: Self, b: Self) -> Self {
        var sum = a
        sum.opening += b.opening
        sum.takenOver += b.takenOver
        sum.handedOver += b.handedOver
        sum.received += b.received
        sum.done += b.done
        sum.doneInTime += b.doneInTime
        sum.doneInFirstTime += b.doneInFirstTime
        sum.open += b.open
        sum.openOverdue += b.openOverdue
        sum.transferred += b.transferred
        return sum
    }

    /// Whether these, as sums of all units, are the figures of the whole.
    package func agree(with whole: WeeklyReport.Figures) -> Bool {
        takenOver == handedOver && opening == whole.opening && received == whole.received && done == whole.done
            && doneInTime == whole.doneInTime && doneInFirstTime == whole.doneInFirstTime && open == whole.open
            && openOverdue == whole.openOverdue && transferred == whole.transferred
    }
}

/// A case that a week counts, with who led it when.
package struct WeeklyCase: Sendable, Equatable {
    /// Who led when the week began; `nil` for what came later.
    package var leadAtStart: ID<Unit>?
    package var leadAtEnd: ID<Unit>
    /// Who leads today, or led last.
    package var leadNow: ID<Unit>
    /// When it was ended; `nil` while it is open today.
    package var endedOn: Day?
    package var matter: Matter
    /// The figures of the week that count it.
    package var counts: Set<WeeklyFigure>

    package init(
        leadAtStart: ID<Unit>?, leadAtEnd: ID<Unit>, leadNow: ID<Unit>, endedOn: Day?, matter: Matter, counts: Set<WeeklyFigure>
    ) {
        self.leadAtStart = leadAtStart
        self.leadAtEnd = leadAtEnd
        self.leadNow = leadNow
        self.endedOn = endedOn
        self.matter = matter
        self.counts = counts
    }
}

/// The figures of a week by unit.
package struct UnitReport: Sendable, Equatable {
    /// To which unit a case is counted.
    package enum Way: String, CaseIterable, Sendable {
        /// Theo đơn vị khi đó: who led at the borders of the week, by the name of then. Never changes.
        case then
        /// Theo đơn vị kế thừa hiện nay: who leads today; for what is ended, who would go on with it today.
        case now
    }

    package struct Row: Sendable, Equatable {
        package var unit: ID<Unit>
        package var name: String
        package var figures: UnitFigures
    }

    package var team: Team
    package var week: Week
    package var way: Way
    /// By name.
    package var rows: [Row]
    package var sum: UnitFigures

    /// - Parameters:
    ///   - cases: all that the week counts.
    ///   - today: for successors and their names.
    package init(team: Team, week: Week, way: Way, cases: [WeeklyCase], register: UnitRegister, today: Day) {
        self.team = team
        self.week = week
        self.way = way
        var figures: [ID<Unit>: UnitFigures] = [:]
        for one in cases {
            switch way {
            case .then:
                Self.count(one, from: one.leadAtStart ?? one.leadAtEnd, to: one.leadAtEnd, in: &figures)
            case .now:
                let unit = one.endedOn.map { register.heir(of: one.leadNow, for: one.matter, on: today, since: $0).unit } ?? one.leadNow
                Self.count(one, from: unit, to: unit, in: &figures)
            }
        }
        let day = way == .then ? week.lastWholeDay : today
        rows = figures.map { Row(unit: $0.key, name: register.name(of: $0.key, on: day) ?? $0.key.text, figures: $0.value) }
            .sorted { ($0.name.sortKey, $0.unit) < ($1.name.sortKey, $1.unit) }
        sum = rows.reduce(UnitFigures()) { $0 + $1.figures }
    }

    private static func count(_ one: WeeklyCase, from start: ID<Unit>, to end: ID<Unit>, in figures: inout [ID<Unit>: UnitFigures]) {
        if one.counts.contains(.opening) {
            figures[start, default: UnitFigures()].opening += 1
            if start != end {
                figures[start, default: UnitFigures()].handedOver += 1
                figures[end, default: UnitFigures()].takenOver += 1
            }
        }
        var last = figures[end] ?? UnitFigures()
        for figure in one.counts {
            switch figure {
            case .received: last.received += 1
            case .done: last.done += 1
            case .doneInTime: last.doneInTime += 1
            case .doneInFirstTime: last.doneInFirstTime += 1
            case .open: last.open += 1
            case .openOverdue: last.openOverdue += 1
            case .transferred: last.transferred += 1
            case .opening, .reopened, .total, .waiting: break
            }
        }
        figures[end] = last
    }
}
