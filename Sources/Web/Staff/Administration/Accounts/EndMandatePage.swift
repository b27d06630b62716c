import Database
import Documents
import Domain
import Operations
import Storage

/// Kết thúc nhiệm vụ.
struct EndMandatePage: AdministrationForm {
    static let path: Path = "/app/quan-tri/nhiem-vu/:id/ket-thuc"

    static func subject(_ visit: Visit, _ tx: Transaction) throws -> MandateOnPage { try MandateOnPage(visit, tx) }
    static func title(_ subject: MandateOnPage) -> String { "Kết thúc nhiệm vụ" }
    static func crumbs(_ subject: MandateOnPage) -> [NavItem] { AccountPage.crumbs(subject.holder) }
    static func button(_ subject: MandateOnPage) -> Button { .submit("Kết thúc nhiệm vụ", isDestructive: true) }
    static func opening(_ subject: MandateOnPage, _ visit: Visit) -> FormBody { FormBody(values: ["to": visit.now.day.iso]) }

    static func introduction(_ subject: MandateOnPage) -> HTML {
        let authority = subject.mandate.authority
        return """
            <p><strong>\(subject.holder.name)</strong> thôi “\(Terms.name(authority.role))” tại \(subject.unitName), hiện \
            \(Administration.span(subject.mandate.validFrom, subject.mandate.validTo)). Hồ sơ đang xử lý vẫn thuộc đơn vị.</p>
            """
    }

    static func fields(_ form: FormView, _ subject: MandateOnPage) -> HTML {
        """
        \(form.line("to", "Ngày cuối cùng", hint: "Ngày trước khi bắt đầu nghĩa là thu hồi, coi như chưa giao.", kind: .date))
        \(Administration.document(form))
        """
    }

    static func take(_ form: FormBody, _ subject: MandateOnPage, _ visit: Visit) async throws -> String {
        var reading = FormReading(form)
        let (last, document) = (reading.day("to"), reading.decisionIfAny("document"))
        try reading.finish()
        try await visit.office.perform(EndMandate(mandate: subject.mandate.id, last: last, document: document), as: visit.actor)
        return AccountPage.path.link(subject.holder.login)
    }
}
