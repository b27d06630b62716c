/// The weekly report of a task force (báo cáo tuần; seed 000): the figures of the week that ends on Friday at noon, and the cases
/// that its four headings name.
package struct WeeklyReport: Sendable, Equatable {
    package var team: Team
    package var week: Week
    package var figures: Figures
    /// What the week before left open: must be what this week carries over.
    package var leftOpenBefore: Int
    package var byChannel: [Count]
    package var byField: [Count]
    /// Approaches of the week (lượt liên hệ), which are more than cases.
    package var approaches: [Approaches]
    /// Cases answered in the week.
    package var answered: [Item]
    /// Open cases that were late at the end of the week.
    package var late: [Item]
    /// Cases of the week that need a decision from above.
    package var referred: [Item]

    package init(
        team: Team, week: Week, figures: Figures, leftOpenBefore: Int, byChannel: [Count] = [], byField: [Count] = [],
        approaches: [Approaches] = [], answered: [Item] = [], late: [Item] = [], referred: [Item] = []
    ) {
        self.team = team
        self.week = week
        self.figures = figures
        self.leftOpenBefore = leftOpenBefore
        self.byChannel = byChannel
        self.byField = byField
        self.approaches = approaches
        self.answered = answered
        self.late = late
        self.referred = referred
    }

    /// The numbers of the week (brief §4.2 B). Each counts cases, each case once.
    package struct Figures: Sendable, Equatable {
        /// Tồn kỳ trước: open when the week began.
        package var opening = 0
        /// Tiếp nhận trong kỳ: not open when the week began, opened in it; includes those that came back.
        package var received = 0
        /// Of those received, the ones that had been ended before and came back.
        package var reopened = 0
        /// Đã giải quyết.
        package var done = 0
        package var doneInTime = 0
        /// Of those done, the ones done by the date promised on receipt, whatever was granted since.
        package var doneInFirstTime = 0
        /// Đang giải quyết at the end of the week.
        package var open = 0
        package var openOverdue = 0
        /// Chuyển, từ chối.
        package var transferred = 0
        /// Of the open ones, those that wait for the sender.
        package var waiting = 0

        package init() {}

        package var total: Int { opening + received }
    }

    /// The identity: carried over + new = done + open + passed on.
    package var isBalanced: Bool {
        figures.total == figures.done + figures.open + figures.transferred && figures.opening == leftOpenBefore
    }

    /// Approaches on one channel, and how many of them opened a case (brief §1.4: contacts counted apart from petitions).
    package struct Approaches: Sendable, Equatable {
        package var channel: Channel
        package var count: Int
        package var opened: Int
        package init(channel: Channel, count: Int, opened: Int) {
            self.channel = channel
            self.count = count
            self.opened = opened
        }

        /// All channels together.
        package static func total(_ all: [Approaches]) -> (count: Int, opened: Int) {
            all.reduce((0, 0)) { ($0.0 + $1.count, $0.1 + $1.opened) }
        }
    }

    /// A number under a name.
    package struct Count: Sendable, Equatable {
        package var key: String
        package var name: String
        package var count: Int
        package init(key: String, name: String, count: Int) {
            self.key = key
            self.name = name
            self.count = count
        }
    }

    /// A case that the report names.
    package struct Item: Sendable, Equatable {
        package var number: CaseNumber
        package var sender: String
        package var title: String
        package var lead: String
        /// What is to be said of it: the conclusion, or what is asked for.
        package var remark: String
        package var due: Day
        package init(number: CaseNumber, sender: String, title: String, lead: String, remark: String, due: Day) {
            self.number = number
            self.sender = sender
            self.title = title
            self.lead = lead
            self.remark = remark
            self.due = due
        }
    }
}

/// A figure behind which cases stand.
package enum WeeklyFigure: String, CaseIterable, Sendable {
    case opening, received, reopened, total, done, doneInTime, doneInFirstTime, open, openOverdue, transferred, waiting
}
