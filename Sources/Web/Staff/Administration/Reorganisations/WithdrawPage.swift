import Database
import Domain
import Operations
import Storage

/// Rút lại: a prepared plan is taken back before its day.
struct WithdrawPage: AdministrationForm {
    static let path: Path = "/app/quan-tri/sap-xep/:id/rut-lai"

    static func subject(_ visit: Visit, _ tx: Transaction) throws -> Reorganisation {
        let one = try ReorganisationPage.find(visit, tx)
        if one.state != .prepared { throw Refusal.isOver }
        return one
    }

    static func title(_ one: Reorganisation) -> String { "Rút lại phương án" }
    static func crumbs(_ one: Reorganisation) -> [NavItem] { ReorganisationPage.crumbs(one) }
    static func button(_ one: Reorganisation) -> Button { .submit("Rút lại phương án", isDestructive: true) }

    static func introduction(_ one: Reorganisation) -> HTML {
        "<p>“\(one.plan.title)” sẽ không được thực hiện vào ngày \(one.on.vietnamese). Phương án vẫn xem được trong danh sách.</p>"
    }

    static func fields(_ form: FormView, _ one: Reorganisation) -> HTML { .empty }

    static func take(_ form: FormBody, _ one: Reorganisation, _ visit: Visit) async throws -> String {
        try await visit.office.perform(WithdrawReorganisation(reorganisation: one.id), as: visit.actor)
        return ReorganisationPage.path.link(one.id.text)
    }
}
