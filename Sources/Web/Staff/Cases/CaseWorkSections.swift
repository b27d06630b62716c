import Documents
import Domain

/// What other units were asked, by when, and what they said.
enum CoordinationSection {
    /// - Parameter now: marks what is late; `nil` where that does not matter.
    static func table(_ consultations: [Consultation], at now: Instant? = nil) -> HTML {
        if consultations.isEmpty { return .empty }
        let columns = ["Đơn vị", "Câu hỏi", "Hạn", "Ý kiến"].map { DataTable.Column($0) }
        let rows = consultations.map { asked in
            DataTable.Row(
                ["\(asked.unitName)", "\(asked.question)", "\(asked.due.day.vietnamese)", opinion(asked, now)],
                tone: asked.isOpen && now.map { $0 > asked.due } == true ? .late : .plain)
        }
        return """
            <section><h2>Ý kiến phối hợp</h2>
            \(dataTable(DataTable(.sheet, caption: "Ý kiến phối hợp", columns: columns, rows: rows)))</section>
            """
    }

    private static func opinion(_ asked: Consultation, _ now: Instant?) -> HTML {
        guard let opinion = asked.opinion else {
            return asked.lapsedAt == nil ? tag("Chờ ý kiến", .soon) : "\(tag("Không có ý kiến đúng hạn", .late)) \(Terms.name(asked.silence))"
        }
        return """
            <strong>\(Terms.name(opinion.stance))</strong>\(when(asked.isLate) { " \(tag("Sau hạn", .late))" })\(paragraphs(opinion.text))
            <p class="quiet">\(opinion.by), \(opinion.at.vietnamese)</p>
            """
    }
}

/// What lies before which level, and what came down.
enum EscalationSection {
    static func section(_ petition: Case) -> HTML {
        """
        \(when(petition.work.escalation) { waiting in
            """
            <section><h2>Chờ \(Terms.name(waiting.level)) cho ý kiến</h2>
            <p>\(cause(waiting.cause)) Đang ở <strong>\(waiting.askedName)</strong> từ \(waiting.at.vietnamese).</p>
            \(escalationView(waiting))</section>
            """
        })
        \(when(!petition.work.directives.isEmpty) {
            "<section><h2>Ý kiến chỉ đạo</h2>\(directives(petition.work.directives))</section>"
        })
        """
    }

    private static func cause(_ cause: Escalation.Cause) -> String {
        switch cause {
        case .beyondCompetence: "Vượt thẩm quyền của cấp dưới."
        case .dissatisfied: "Người gửi chưa hài lòng hoặc kiến nghị lại."
        }
    }

    private static func directives(_ directives: [Directive]) -> HTML {
        timeline(directives.reversed().map { directive in
            TimelineEntry(
                time: directive.at.vietnamese, machineTime: directive.at.iso, title: "\(directive.unitName), hạn \(directive.due.day.vietnamese)",
                actor: [Terms.name(directive.level), directive.by, directive.document].filter { !$0.isEmpty }.joined(separator: " · "),
                body: """
                    \(when(directive.option) { "<p>Theo phương án \($0 + 1).</p>" })\(paragraphs(directive.order))
                    """)
        })
    }
}

/// What waits for somebody besides the handler: a receiver, a decision, more time, a word about a missed date.
enum PendingSection {
    static func notices(_ petition: Case, at now: Instant) -> HTML {
        let work = petition.work
        return """
            \(when(work.offer) { offer in
                notice(
                    .soon, title: "Chờ \(offer.toName) tiếp nhận",
                    "<p>\(offer.fromName) đề nghị chuyển \(offer.at.vietnamese): \(offer.reason)</p>")
            })
            \(when(work.awaitsDecision) {
                notice(.soon, title: "Chờ Tổ phó Thường trực quyết định đơn vị chủ trì", "<p>Hồ sơ đã hết số lần chuyển.</p>")
            })
            \(when(work.wantedExtension) { wanted in
                notice(
                    .soon, title: "Chờ duyệt gia hạn \(wanted.days) ngày làm việc",
                    "<p>\(wanted.byName), \(wanted.at.vietnamese): \(wanted.reason)</p>")
            })
            \(when(petition.state.isOpen && petition.lacksExcuse(at: now) && petition.state.knows(.excuse)) {
                notice(.late, title: "Quá hạn, chưa báo cáo chậm", "<p>Phải nêu lý do và ngày cam kết trước khi trình duyệt, phê duyệt.</p>")
            })
            \(when(petition.state.isOpen ? work.excuse : nil) { excuse in
                notice(
                    .late, title: "Cam kết trả lời ngày \(excuse.committed.vietnamese)",
                    "<p>\(excuse.by), hạn đã lỡ \(excuse.missed.day.vietnamese): \(excuse.reason)</p>")
            })
            """
    }
}
