import Database
import Documents
import Domain
import Operations
import Storage

/// Thành lập đơn vị.
struct FoundUnitPage: AdministrationForm {
    static let path: Path = "/app/quan-tri/thanh-lap-don-vi"

    /// The units under which the new one may stand.
    static func subject(_ visit: Visit, _ tx: Transaction) throws -> [UnitVersion] {
        try OrganisationStore.register(tx).living(on: visit.now.day)
    }

    static func title(_ units: [UnitVersion]) -> String { "Thành lập đơn vị" }
    static func crumbs(_ units: [UnitVersion]) -> [NavItem] { [NavItem("Đơn vị", UnitsPage.path.link())] }
    static func button(_ units: [UnitVersion]) -> Button { .submit("Thành lập đơn vị") }
    static func opening(_ units: [UnitVersion], _ visit: Visit) -> FormBody { FormBody(values: ["from": visit.now.day.iso]) }

    static func introduction(_ units: [UnitVersion]) -> HTML {
        """
        <p>Dùng cho đơn vị mới hoàn toàn. Đơn vị nhận việc của đơn vị khác thì lập một phương án \
        <a href="\(ReorganisationsPage.path.link())">sắp xếp tổ chức</a>, để hồ sơ đang mở cùng chuyển theo.</p>
        """
    }

    static func fields(_ form: FormView, _ units: [UnitVersion]) -> HTML {
        """
        \(form.line("key", "Mã", hint: "Chữ thường không dấu, số, gạch nối; không đổi được về sau.", short: true))
        \(UnitFields.fields(form, units))
        """
    }

    static func take(_ form: FormBody, _ units: [UnitVersion], _ visit: Visit) async throws -> String {
        let entry = try UnitFields.read(form)
        let unit = try await visit.office.perform(FoundUnit(key: form.line("key"), entry), as: visit.actor)
        return UnitPage.path.link(unit.key)
    }
}

/// The fields that a new unit and a changed one share.
enum UnitFields {
    static func fields(_ form: FormView, _ units: [UnitVersion]) -> HTML {
        """
        \(form.line("name", "Tên đơn vị"))
        \(form.line("shortName", "Tên gọi tắt", hint: "Bỏ trống thì dùng tên đơn vị.", optional: true))
        \(form.select("level", "Cấp", Unit.Level.allCases.map { ($0.rawValue, Terms.name($0)) }))
        \(form.select("parent", "Đơn vị cấp trên", Administration.choices(units), optional: true))
        \(form.line("classification", "Danh mục mã", hint: "Ví dụ 2025 cho danh mục hai cấp từ 01/7/2025.", optional: true, short: true))
        \(form.line("code", "Mã theo danh mục", optional: true, short: true))
        \(form.line("from", "Từ ngày", kind: .date))
        \(Administration.document(form))
        """
    }

    static func read(_ form: FormBody) throws(Refusal) -> UnitEntry {
        var reading = FormReading(form)
        let code = form.line("code")
        let entry = UnitEntry(
            name: form.line("name"), shortName: form.line("shortName"), level: reading.choice("level", else: .department),
            parent: reading.idIfAny("parent"),
            code: code.isEmpty && form.line("classification").isEmpty
                ? nil : UnitCode(classification: form.line("classification"), code: code),
            from: reading.day("from"), document: reading.decisionIfAny("document"))
        if entry.name.isEmpty { reading.add("name", .missing) }
        try reading.finish()
        return entry
    }
}
