import Database
import Documents
import Domain
import Operations
import Storage

/// Sàng lọc, phân loại: the first desk sorts a message by kind, field, area and by where the firm sits.
struct ScreenPage: StepPage {
    static let path: Path = "/app/ho-so/:number/sang-loc"
    static let step = Permission.screen

    struct Lists: Sendable {
        var catalogue: Catalogue
        var units: [Unit]
        /// What the words of the message suggest, and what it may be the same as.
        var hints: HTML
    }

    static func lists(for file: CaseFile, by actor: Actor, at now: Instant, _ tx: Transaction) throws -> Lists {
        let catalogue = try CatalogueStore.load(tx)
        return Lists(
            catalogue: catalogue, units: try OrganisationStore.units(on: now.day, tx),
            hints: """
                \(DuplicateOffer.hint(try DuplicateOffer.all(for: file.petition, to: actor, tx)))\
                \(try triageHints(for: file, catalogue: catalogue, rules: try RulesStore.load(tx).routing, on: now.day, tx))
                """)
    }

    static func opening(_ file: CaseFile, _ lists: Lists) -> FormBody {
        let known = file.petition.classification
        let person = file.contact.person
        return FormBody(values: [
            "kind": known.kind?.rawValue, "field": known.field?.text, "area": (known.area ?? person.area)?.text,
            "site": known.site?.rawValue, "siteName": known.siteName, "urgent": known.urgent ? "1" : nil,
            "complainedOf": known.complainedOf?.text,
            "organisation": person.organisation, "taxCode": person.taxCode, "name": person.name, "phone": person.phone,
        ])
    }

    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Lists) -> HTML {
        let kinds = Kind.allCases.filter(\.isPetition).map { Choice($0.rawValue, Terms.name($0), hint: Terms.hint($0).nonEmpty) }
        return """
            \(quoted(file.text))
            \(lists.hints)
            \(form.choice("kind", "Loại nội dung", kinds))
            <p class="hint">Khiếu nại, tố cáo, tin khẩn cấp không giải quyết theo quy trình kiến nghị:
            <a href="\(TransferPage.path.link(file.petition.number.text))">chuyển quy trình khác</a>.</p>
            \(form.select(
                "complainedOf", "Đơn vị bị phản ánh",
                hint: "Khi phản ánh hành vi hành chính. Đơn vị này không chủ trì, không soạn, không duyệt trả lời.",
                lists.units.map { ($0.id.text, $0.name) }, optional: true))
            \(form.select("field", "Lĩnh vực", lists.catalogue.fields.map { ($0.code.text, $0.name) }))
            \(form.choice("site", "Nơi đặt doanh nghiệp", Site.allCases.map { Choice($0.rawValue, Terms.name($0)) }))
            \(form.line("siteName", "Tên khu, cụm công nghiệp", optional: true, suggestions: lists.catalogue.places.map(\.name)))
            \(form.select("area", "Địa bàn", lists.catalogue.areas.map { ($0.code.text, $0.name) }, optional: true))
            \(form.check("urgent", "Khẩn: ảnh hưởng ngay đến sản xuất, an toàn"))
            \(form.group("nguoi-gui", "Người gửi", sender(form)))
            \(form.area("remark", "Ghi chú cho tổ chẩn đoán", optional: true, rows: 3))
            """
    }

    private static func sender(_ form: FormView) -> HTML {
        """
        \(form.line("organisation", "Doanh nghiệp, tổ chức", optional: true))
        \(form.line("taxCode", "Mã số thuế", optional: true, short: true))
        \(form.line("name", "Họ tên", optional: true))
        \(form.line("phone", "Số điện thoại", kind: .tel, optional: true))
        """
    }

    static func take(_ form: FormBody, _ petition: Case, version: Int, _ visit: Visit) async throws {
        var reading = FormReading(form)
        let complainedOf: ID<Unit>? = reading.idIfAny("complainedOf")
        try reading.finish()
        let classification = Classification(
            kind: try form.choice("kind"), field: form.words("field").nonEmpty.map { FieldCode($0) },
            area: form.words("area").nonEmpty.map { AreaCode($0) }, site: try form.choice("site"), siteName: form.line("siteName"),
            urgent: form["urgent"] == "1", complainedOf: complainedOf)
        _ = try await visit.office.perform(
            ScreenCase(
                petition: petition.id, version: version, classification: classification, remark: form.words("remark"),
                sender: try await sender(form, of: petition, visit)), as: visit.actor)
    }

    /// What is known of the sender, with what the officer typed.
    private static func sender(_ form: FormBody, of petition: Case, _ visit: Visit) async throws -> Contact.Person {
        var person = try await visit.office.read { try ContactStore.load(petition.contact, $0) }?.person ?? Contact.Person()
        person.organisation = form.line("organisation")
        person.isOrganisation = !person.organisation.isEmpty
        person.taxCode = form.line("taxCode")
        person.name = form.line("name")
        person.phone = form.line("phone")
        return person
    }
}
