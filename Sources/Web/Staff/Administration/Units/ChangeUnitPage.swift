import Database
import Domain
import Operations
import Storage

/// Đổi tên, đổi cấp trên: a new version of a unit from a day on; letters of before keep the name of then.
struct ChangeUnitPage: AdministrationForm {
    static let path: Path = "/app/quan-tri/don-vi/:key/thay-doi"

    struct Subject: Sendable {
        var key: String
        var unit: UnitVersion
        var others: [UnitVersion]
    }

    static func subject(_ visit: Visit, _ tx: Transaction) throws -> Subject {
        let register = try OrganisationStore.register(tx)
        let key = visit.parameter("key")
        guard let id = register.unit(key), let unit = register.versions[id]?.last else { throw Entry.noSuchPage }
        return Subject(key: key, unit: unit, others: register.living(on: visit.now.day).filter { $0.unit != id })
    }

    static func title(_ subject: Subject) -> String { "Đổi tên, cấp trên" }
    static func button(_ subject: Subject) -> Button { .submit("Lưu thay đổi") }

    static func crumbs(_ subject: Subject) -> [NavItem] {
        [NavItem("Đơn vị", UnitsPage.path.link()), NavItem(subject.unit.name, UnitPage.path.link(subject.key))]
    }

    static func opening(_ subject: Subject, _ visit: Visit) -> FormBody {
        let unit = subject.unit
        return FormBody(values: [
            "name": unit.name, "shortName": unit.shortName == unit.name ? nil : unit.shortName, "level": unit.level.rawValue,
            "parent": unit.parent?.text, "classification": unit.code?.classification, "code": unit.code?.code, "from": visit.now.day.iso,
        ])
    }

    static func introduction(_ subject: Subject) -> HTML {
        """
        <p>Hồ sơ, tài khoản và quy tắc vẫn thuộc đơn vị này. Văn bản, báo cáo của những ngày trước giữ tên gọi khi đó. \
        Thay đổi từ một ngày sắp tới thì lập phương án sắp xếp tổ chức.</p>
        """
    }

    static func fields(_ form: FormView, _ subject: Subject) -> HTML { UnitFields.fields(form, subject.others) }

    static func take(_ form: FormBody, _ subject: Subject, _ visit: Visit) async throws -> String {
        try await visit.office.perform(ChangeUnit(unit: subject.unit.unit, try UnitFields.read(form)), as: visit.actor)
        return UnitPage.path.link(subject.key)
    }
}
