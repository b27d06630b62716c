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
        /// Việc của tôi: cases in one's own name.
        case mine
        /// Chờ đơn vị tôi cho ý kiến.
        case opinions
        /// Chờ đơn vị tôi tiếp nhận.
        case offers
        /// Chờ duyệt gia hạn.
        case extensions
        /// Chờ ý kiến chỉ đạo at the level of one's office.
        case escalations
        /// Chờ Tổ phó Thường trực quyết định đơn vị chủ trì.
        case decisions
        /// Quá hạn, chưa báo cáo chậm.
        case excuses
        case all
    }
}

extension CaseFilter {
    /// What must stand in the case.
    package var terms: [SearchTerm] { SearchTerm.read(words) }

    /// The filter as conditions on `petition`, all but the words.
    /// - Parameter soon: cases due before this moment are due soon.
    func conditions(at now: Instant, soon: Instant, seenBy visibility: CaseVisibility) -> [SQL] {
        var all = queueConditions(at: now, soon: soon, visibility)
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

    private func queueConditions(at now: Instant, soon: Instant, _ visibility: CaseVisibility) -> [SQL] {
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
        case .mine: [Self.open, visibility.reader.map { "petition.person = \($0)" } ?? Self.none]
        case .opinions:
            [
                Self.open,
                visibility.units.isEmpty
                    ? Self.none
                    : """
                    petition.id IN (
                      SELECT petition FROM consultation WHERE ended_at IS NULL AND unit IN \(SQL.list(visibility.units)))
                    """,
            ]
        case .offers: [visibility.units.isEmpty ? Self.none : "petition.offered_to IN \(SQL.list(visibility.units))"]
        case .extensions: [Self.open, "petition.wants_extension = 1"]
        case .escalations:
            [
                Self.open, "petition.state = 'escalated'",
                visibility.levels.isEmpty ? Self.none : "petition.level IN \(SQL.list(visibility.levels))",
            ]
        case .decisions: [Self.open, "petition.awaits_decision = 1"]
        case .excuses:
            [
                Self.open, "petition.is_paused = 0", "petition.due_at < \(now)", "(petition.promised_at IS NULL OR petition.promised_at <= \(now))",
                "petition.state IN ('handling', 'escalated', 'approving', 'referred')",
            ]
        case .all: []
        }
    }

    private static let open: SQL = "petition.is_open = 1"
    private static let none: SQL = "1 = 0"

    /// Whether the list is of open cases and so goes by due date, soonest first; the others, and whatever is searched for, go by
    /// receipt, newest first.
    package var isByDueDate: Bool {
        guard terms.isEmpty else { return false }
        return switch queue {
        case .intake, .diagnosis, .handling, .approving, .waiting, .soon, .late, .referred, .mine, .opinions, .offers, .extensions,
            .escalations, .decisions, .excuses:
            true
        case .answered, .all: false
        }
    }
}
