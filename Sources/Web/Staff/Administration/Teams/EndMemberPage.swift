import Database
import Documents
import Domain
import Operations
import Storage

/// Thôi tham gia: ends a membership and the mandates that went with it.
struct EndMemberPage: AdministrationForm {
    static let path: Path = "/app/quan-tri/to-cong-tac/:key/thanh-vien/:position/thoi"

    struct Subject: Sendable {
        var team: Team
        var position: Int
        var member: TeamMember
    }

    static func subject(_ visit: Visit, _ tx: Transaction) throws -> Subject {
        let team = try TeamPage.team(visit, tx)
        guard let position = Int(visit.parameter("position")),
            let found = try TeamStore.members(of: team.id, tx).first(where: { $0.position == position })
        else { throw Refusal.noSuch(.member) }
        return Subject(team: team, position: position, member: found.member)
    }

    static func title(_ subject: Subject) -> String { "Thôi tham gia Tổ" }
    static func crumbs(_ subject: Subject) -> [NavItem] { TeamPage.crumbs(subject.team) }
    static func button(_ subject: Subject) -> Button { .submit("Xác nhận thôi tham gia", isDestructive: true) }
    static func opening(_ subject: Subject, _ visit: Visit) -> FormBody { FormBody(values: ["to": visit.now.day.iso]) }

    static func introduction(_ subject: Subject) -> HTML {
        let account: HTML =
            subject.member.account == nil
            ? .empty : " Nhiệm vụ đi với vai trò này trên tài khoản cũng kết thúc cùng ngày; hồ sơ đang xử lý vẫn thuộc đơn vị."
        return """
            <p><strong>\(subject.member.name)</strong>, \(Terms.name(subject.member.post)), thôi tham gia \(subject.team.name).\(account)</p>
            """
    }

    static func fields(_ form: FormView, _ subject: Subject) -> HTML {
        """
        \(form.line("to", "Ngày cuối cùng tham gia", kind: .date))
        \(Administration.document(form))
        """
    }

    static func take(_ form: FormBody, _ subject: Subject, _ visit: Visit) async throws -> String {
        var reading = FormReading(form)
        let (last, document) = (reading.day("to"), reading.decisionIfAny("document"))
        try reading.finish()
        try await visit.office.perform(
            EndMember(team: subject.team.id, position: subject.position, last: last, document: document), as: visit.actor)
        return TeamPage.path.link(subject.team.key)
    }
}
