import Database
import Documents
import Domain
import Operations
import Storage

/// Mở vấn đề chung: with the cases that the address names, and those that are like the first of them.
struct OpenCausePage: AdministrationForm {
    static let path: Path = "/app/mo-van-de-chung"

    struct Subject: Sendable {
        var named: [Case]
        var alike: [(case: Case, sender: String)]
        var catalogue: Catalogue
        var units: [Unit]
        /// What the first of them wrote.
        var text: String?
        /// Who would lead it by the rules.
        var lead: ID<Unit>?
    }

    static func admit(_ visit: Visit) throws {
        _ = try visit.account()
        if !Rights.allowSomewhere(visit.actor, .joinCause) { throw Refusal.notPermitted(.joinCause) }
    }

    static func subject(_ visit: Visit, _ tx: Transaction) throws -> Subject {
        let numbers = (visit.query["ho-so"] ?? "").split(separator: ",").prefix(BulkPage.most).map(String.init)
        let named = try numbers.compactMap { try CaseStore.find($0, tx) }.filter { $0.offers(.joinCause, to: visit.actor, at: visit.now) }
        var alike: [(case: Case, sender: String)] = []
        if let first = named.first, let visibility = CaseVisibility(of: try visit.account()) {
            let known = Set(named.map(\.id))
            let found = try LikenessQueries.alike(first.id, visibility: visibility, onlyAnswered: false, limit: 40, tx)
            for like in found where !known.contains(like.row.id) {
                guard let petition = try CaseStore.load(like.row.id, tx) else { continue }
                if petition.offers(.joinCause, to: visit.actor, at: visit.now) { alike.append((petition, like.row.sender)) }
            }
        }
        return Subject(
            named: named, alike: alike, catalogue: try visit.office.catalogue(tx), units: try OrganisationStore.units(on: visit.now.day, tx),
            text: try named.first.map { try CaseQueries.text(of: $0.id, tx) }, lead: try named.first.flatMap { try lead(of: $0, visit, tx) })
    }

    /// Whoever has it already, else whom the rules of routing name.
    private static func lead(of petition: Case, _ visit: Visit, _ tx: Transaction) throws -> ID<Unit>? {
        if petition.state == .handling { return petition.lead }
        return try visit.office.rules(tx).route(petition.classification, on: visit.now.day).rule?.target
    }

    static func introduction(_ subject: Subject) -> HTML { when(subject.text) { quoted($0) } }

    static func title(_ subject: Subject) -> String { "Mở vấn đề chung" }
    static func crumbs(_ subject: Subject) -> [NavItem] { [NavItem("Vấn đề chung", CausesPage.path.link())] }
    static func button(_ subject: Subject) -> Button { .submit("Mở vấn đề chung") }

    static func opening(_ subject: Subject, _ visit: Visit) -> FormBody {
        let first = subject.named.first
        var fields = FormBody(values: [
            "title": first?.title, "summary": first?.diagnosis?.finding, "field": first?.classification.field?.text, "lead": subject.lead?.text,
        ]).fields
        for petition in subject.named { fields.append("petitions", mark(petition)) }
        return FormBody(fields: fields)
    }

    private static func mark(_ petition: Case) -> String { BulkPage.Marked(petition.number, version: petition.version).text }

    static func fields(_ form: FormView, _ subject: Subject) -> HTML {
        """
        \(form.line("title", "Tên vấn đề", hint: "Ngắn, nói đúng chỗ vướng; không nêu tên người gửi."))
        \(form.area("summary", "Mô tả", hint: "Vướng ở quy định, thủ tục hay công trình nào; ảnh hưởng đến ai.", rows: 5))
        \(form.select("field", "Lĩnh vực", subject.catalogue.fields.map { ($0.code.text, $0.name) }, optional: true))
        \(form.select(
            "lead", "Đơn vị chủ trì trả lời chung", hint: "Hồ sơ được nhập sẽ do đơn vị này chủ trì.", subject.units.map { ($0.id.text, $0.name) }))
        \(when(choices(form, subject)) { form.choices("petitions", "Hồ sơ nhập ngay", $0) })
        """
    }

    /// What was marked before stays to be seen when the form comes back.
    private static func choices(_ form: FormView, _ subject: Subject) -> [Choice]? {
        let offered =
            subject.named.map { Choice(mark($0), "\($0.number.text) \($0.title)") }
            + subject.alike.map { Choice(mark($0.case), "\($0.case.number.text) \($0.case.title)", hint: $0.sender.nonEmpty) }
        let known = Set(offered.map(\.value))
        let marked = form.all("petitions").filter { !known.contains($0) }.map { Choice($0, String($0.prefix { $0 != ":" })) }
        return offered.isEmpty && marked.isEmpty ? nil : offered + marked
    }

    static func take(_ form: FormBody, _ subject: Subject, _ visit: Visit) async throws -> String {
        var reading = FormReading(form)
        let lead: ID<Unit> = reading.id("lead")
        try reading.finish()
        let marked = Dictionary(
            form.all("petitions").compactMap { BulkPage.Marked($0) }.map { ($0.number, $0.version) }, uniquingKeysWith: { first, _ in first })
        let first = try await visit.office.read { tx in
            try marked.sorted { $0.key < $1.key }.map { number, version in
                guard let petition = try CaseStore.find(number, tx) else { throw Refusal.noSuch(.petition) }
                return CaseVersion(petition.id, version: version)
            }
        }
        let cause = try await visit.office.perform(
            OpenCause(
                title: form.line("title"), summary: form.words("summary"), field: form.line("field").nonEmpty.map { FieldCode($0) }, lead: lead,
                first: first),
            as: visit.actor)
        return CausePage.path.link(cause.number)
    }
}
