import Database
package import Domain

/// Which cases a list shows. It lives in the address bar, so a list can be sent to a colleague.
package struct CaseFilter: Sendable, Equatable {
    package var queue: Queue = .all
    package var unit: ID<Unit>?
    package var field: FieldCode?
    package var channel: Channel?
    package var site: Site?
    package var state: CaseState?
    package var since: Instant?
    package var until: Instant?
    /// Whose cases.
    package var person: ID<Account>?
    /// Only what is urgent.
    package var urgent = false
    package var words = ""
    /// Only the cases behind a figure of a week.
    package var figure: WeeklyFigure?
    package var week: Week?

    package init() {}

    /// A desk or a heap on it (hàng đợi).
    package enum Queue: String, CaseIterable, Sendable {
        /// Chờ sàng lọc.
        case intake
        /// Chờ chẩn đoán, đề xuất.
        case diagnosis
        /// Đang xử lý.
        case handling
        /// Chờ phê duyệt.
        case approving
        /// Chờ người gửi bổ sung.
        case waiting
        /// Sắp đến hạn.
        case soon
        /// Quá hạn.
        case late
        /// Vượt thẩm quyền, đã kiến nghị cấp trên.
        case referred
        /// Đã trả lời.
        case answered
        case all
    }
}

extension CaseFilter {
    /// What must stand in the case.
    package var terms: [SearchTerm] { SearchTerm.read(words) }

    /// The filter as conditions on `petition`, all but the words.
    /// - Parameter soon: cases due before this moment are due soon.
    func conditions(at now: Instant, soon: Instant) -> [SQL] {
        var all = queueConditions(at: now, soon: soon)
        if let unit { all.append("petition.lead = \(unit)") }
        if let field { all.append("petition.field = \(field)") }
        if let channel { all.append("petition.channel = \(channel)") }
        if let site { all.append("petition.site = \(site)") }
        if let state { all.append("petition.state = \(state)") }
        if let since { all.append("petition.received_at >= \(since)") }
        if let until { all.append("petition.received_at < \(until)") }
        if let person { all.append("petition.person = \(person)") }
        if urgent { all.append("petition.urgent = 1") }
        if let figure, let week { all.append(figure.condition(in: week)) }
        return all
    }

    private func queueConditions(at now: Instant, soon: Instant) -> [SQL] {
        switch queue {
        case .intake: [Self.open, "petition.state = 'received'", "petition.is_paused = 0"]
        case .diagnosis: [Self.open, "petition.state = 'diagnosing'", "petition.is_paused = 0"]
        case .handling: [Self.open, "petition.state = 'handling'", "petition.is_paused = 0"]
        case .approving: [Self.open, "petition.state = 'approving'"]
        case .waiting: [Self.open, "petition.is_paused = 1"]
        case .soon: [Self.open, "petition.is_paused = 0", "petition.due_at >= \(now)", "petition.due_at < \(soon)"]
        case .late: [Self.open, "petition.is_paused = 0", "petition.due_at < \(now)"]
        case .referred: [Self.open, "petition.state = 'referred'"]
        case .answered: ["petition.state = 'answered'"]
        case .all: []
        }
    }

    private static let open: SQL = "petition.is_open = 1"

    /// Whether the list is of open cases and so goes by due date, soonest first; the others, and whatever is searched for, go by
    /// receipt, newest first.
    package var isByDueDate: Bool {
        guard terms.isEmpty else { return false }
        return switch queue {
        case .intake, .diagnosis, .handling, .approving, .waiting, .soon, .late, .referred: true
        case .answered, .all: false
        }
    }
}
