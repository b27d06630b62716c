import Database
import Documents
import Domain
import Operations
import Storage

/// Thành lập Tổ công tác, Ban chỉ đạo, Tổ giúp việc from a decision, with its scan.
struct FoundTeamPage: AdministrationForm {
    static let path: Path = "/app/quan-tri/thanh-lap-to"
    static let takesFiles = true

    static func subject(_ visit: Visit, _ tx: Transaction) throws -> [UnitVersion] {
        try OrganisationStore.register(tx).living(on: visit.now.day)
    }

    static func title(_ units: [UnitVersion]) -> String { "Thành lập Tổ công tác" }
    static func crumbs(_ units: [UnitVersion]) -> [NavItem] { [NavItem("Tổ công tác", TeamsPage.path.link())] }
    static func button(_ units: [UnitVersion]) -> Button { .submit("Thành lập") }

    static func opening(_ units: [UnitVersion], _ visit: Visit) -> FormBody {
        FormBody(values: ["kind": Team.Kind.taskForce.rawValue, "from": visit.now.day.iso])
    }

    static func fields(_ form: FormView, _ units: [UnitVersion]) -> HTML {
        """
        \(form.line("decision", "Quyết định thành lập: số", hint: "Ví dụ 2290/QĐ-UBND.", short: true))
        \(form.line("decisionDate", "Ngày ký", kind: .date))
        \(form.line("decisionTitle", "Trích yếu", optional: true))
        \(form.line("from", "Có hiệu lực từ ngày", kind: .date))
        \(form.files("files", "Bản chụp quyết định", most: 1))
        \(form.choice("kind", "Loại", Team.Kind.allCases.map { Choice($0.rawValue, Terms.name($0)) }))
        \(form.line("name", "Tên đầy đủ"))
        \(form.select("level", "Cấp", Unit.Level.allCases.map { ($0.rawValue, Terms.name($0)) }))
        \(form.select("unit", "Cơ quan thường trực", Administration.choices(units)))
        \(form.line("key", "Mã", hint: "Chữ thường không dấu, số, gạch nối; không đổi được về sau.", short: true))
        \(form.line("prefix", "Chữ đầu số hồ sơ", hint: "2 đến 8 chữ hoa không dấu, không trùng Tổ khác.", short: true))
        \(form.area("purpose", "Mục đích, nhiệm vụ", optional: true, rows: 4))
        """
    }

    static func take(_ form: FormBody, _ units: [UnitVersion], _ visit: Visit) async throws -> String {
        var reading = FormReading(form)
        let new = NewTeam(
            key: reading.line("key"), name: reading.line("name"), kind: reading.choice("kind", else: .taskForce),
            level: reading.choice("level", else: .province), numberPrefix: reading.line("prefix"), decision: reading.decision("decision"),
            purpose: form.words("purpose"), validFrom: reading.day("from"), standingUnit: reading.id("unit"), paper: reading.file())
        try reading.finish()
        let team = try await visit.office.perform(FoundTeam(new), as: visit.actor)
        return TeamPage.path.link(team.key)
    }
}
