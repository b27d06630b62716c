import Database
import Domain
import Operations
import Storage

/// Giải thể: shows what would be handed over, and asks who takes it.
struct DissolveTeamPage: AdministrationForm {
    static let path: Path = "/app/quan-tri/to-cong-tac/:key/giai-the"

    struct Subject: Sendable {
        var team: Team
        var stock: TeamQueries.Stock
        var heirs: [Team]
        var members: Int
    }

    static func subject(_ visit: Visit, _ tx: Transaction) throws -> Subject {
        let team = try TeamPage.team(visit, tx)
        let today = visit.now.day
        return Subject(
            team: team, stock: try TeamQueries.stock(of: team.id, tx),
            heirs: try TeamStore.all(tx).filter { $0.id != team.id && $0.stands(on: today) },
            members: try TeamStore.members(of: team.id, tx).count { $0.member.serves(on: today) })
    }

    static func title(_ subject: Subject) -> String { "Giải thể" }
    static func crumbs(_ subject: Subject) -> [NavItem] { TeamPage.crumbs(subject.team) }
    static func opening(_ subject: Subject, _ visit: Visit) -> FormBody { FormBody(values: ["last": visit.now.day.iso]) }

    static func button(_ subject: Subject) -> Button {
        .submit("Giải thể và bàn giao \(subject.stock.open.count) hồ sơ", isDestructive: true)
    }

    static func introduction(_ subject: Subject) -> HTML {
        let stock = subject.stock
        return """
            \(notice(.late, title: "Giải thể \(subject.team.name)", """
                <p>\(grouped: stock.open.count) hồ sơ đang mở (trong đó \(grouped: stock.restricted) hồ sơ hạn chế) sẽ chuyển sang Tổ tiếp nhận \
                với số, thời hạn và dự thảo giữ nguyên; \(grouped: subject.members) thành viên thôi nhiệm vụ. Không hoàn tác được. \
                Mọi thông tin vẫn xem được về sau.</p>
                """))
            \(factsList([
                Fact("Đã tiếp nhận", "\(grouped: stock.received)"), Fact("Đã kết thúc", "\(grouped: stock.closed)"),
                Fact("Đang mở", "\(grouped: stock.open.count)"), Fact("Hồ sơ hạn chế đang mở", "\(grouped: stock.restricted)"),
            ]))
            \(when(subject.heirs.isEmpty) { notice(.soon, "<p>Chưa có Tổ nào khác để bàn giao. Hãy thành lập Tổ tiếp nhận trước.</p>") })
            """
    }

    static func fields(_ form: FormView, _ subject: Subject) -> HTML {
        """
        \(form.line("last", "Ngày hoạt động cuối cùng", kind: .date))
        \(form.select(
            "heir", "Tổ tiếp nhận", hint: "Bắt buộc khi còn hồ sơ đang mở.", subject.heirs.map { ($0.id.text, $0.name) },
            optional: subject.stock.open.isEmpty))
        \(form.area("reason", "Lý do", rows: 3))
        <p class="quiet">Bỏ trống quyết định khi Tổ tự giải thể vì đã hoàn thành nhiệm vụ theo quyết định thành lập.</p>
        \(Administration.document(form, "decision", legend: "Quyết định giải thể"))
        """
    }

    static func take(_ form: FormBody, _ subject: Subject, _ visit: Visit) async throws -> String {
        var reading = FormReading(form)
        let (last, heir, decision): (Day, ID<Team>?, Decision?) = (
            reading.day("last"), reading.idIfAny("heir"), reading.decisionIfAny("decision")
        )
        try reading.finish()
        try await visit.office.perform(
            DissolveTeam(team: subject.team.id, last: last, decision: decision, reason: form.words("reason"), heir: heir), as: visit.actor)
        return TeamPage.path.link(subject.team.key)
    }
}
