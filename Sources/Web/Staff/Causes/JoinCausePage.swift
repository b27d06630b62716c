import Database
import Documents
import Domain
import Operations
import Storage

/// Nhập vào vấn đề chung: the open causes, the likest first.
struct JoinCausePage: StepPage {
    static let path: Path = "/app/ho-so/:number/van-de-chung"
    static let step = Permission.joinCause

    struct Lists: Sendable {
        var causes: [CauseQueries.Line]
    }

    /// Causes to choose from.
    private static let most = 30

    static func lists(for file: CaseFile, by actor: Actor, at now: Instant, _ tx: Transaction) throws -> Lists {
        let own = Set(Likeness.terms(of: "\(file.petition.title)\n\(file.text)"))
        let causes = try CauseQueries.list([.open, .approving], leads: nil, after: nil, limit: 500, tx)
            .filter { file.petition.refusalToJoin($0.cause, to: actor) == nil }
            .map { line in (line, own.intersection(Likeness.terms(of: "\(line.cause.title)\n\(line.cause.summary)")).count) }
        // As they come, newest first, where two are as like as each other.
        let ranked = causes.enumerated().sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }
        return Lists(causes: ranked.prefix(most).map(\.element.0))
    }

    static func buttons(_ scene: StepScene) -> [Button] { [.submit(Terms.action(step))] }

    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Lists) -> HTML {
        let open = OpenCausePage.path.link(query: ["ho-so": file.petition.number.text])
        return """
            \(quoted(file.text))
            \(lists.causes.isEmpty
                ? emptyState("Chưa có vấn đề chung nào mà bạn nhập được hồ sơ này.")
                : form.choice("cause", "Vấn đề chung", lists.causes.map { line in
                    Choice(line.cause.id.text, "\(line.cause.number) \(line.cause.title)", hint: "\(line.lead) chủ trì, \(line.members) hồ sơ")
                }))
            <p>Không thấy vấn đề phù hợp? <a href="\(open)">Mở vấn đề chung mới từ hồ sơ này</a>.</p>
            """
    }

    static func take(_ form: FormBody, _ petition: Case, version: Int, _ visit: Visit) async throws {
        var reading = FormReading(form)
        let cause: ID<CommonCause> = reading.id("cause")
        try reading.finish()
        _ = try await visit.office.perform(JoinCause(petition: petition.id, version: version, cause: cause), as: visit.actor)
    }
}

/// Tách khỏi vấn đề chung: from now on the case is answered for itself again.
struct LeaveCausePage: AdministrationForm {
    static let path: Path = "/app/ho-so/:number/tach-van-de-chung"

    static func admit(_ visit: Visit) throws { _ = try visit.account() }

    static func subject(_ visit: Visit, _ tx: Transaction) throws -> Case {
        guard let petition = try CaseStore.find(visit.parameter("number"), tx) else { throw Refusal.noSuch(.petition) }
        guard Rights.allow(visit.actor, .view, on: petition.subject) else { throw Refusal.notPermitted(.view) }
        if let refusal = petition.refusalToLeave(to: visit.actor) { throw refusal }
        return petition
    }

    static func title(_ petition: Case) -> String { "Tách khỏi vấn đề chung" }
    static func crumbs(_ petition: Case) -> [NavItem] {
        [NavItem("Hồ sơ", CaseListPage.path.link()), NavItem(petition.number.text, CasePage.path.link(petition.number.text))]
    }
    static func button(_ petition: Case) -> Button { .submit("Tách hồ sơ") }
    static func introduction(_ petition: Case) -> HTML {
        "<p class=\"subject\"><strong>\(petition.number.text)</strong> \(petition.title)</p>"
    }

    static func fields(_ form: FormView, _ petition: Case) -> HTML {
        """
        \(hiddenField("version", form.value("version").nonEmpty ?? "\(petition.version)"))
        \(form.area("reason", "Lý do", hint: "Điểm nào khác nên phải trả lời riêng.", rows: 3))
        """
    }

    static func take(_ form: FormBody, _ petition: Case, _ visit: Visit) async throws -> String {
        let version = form["version"].flatMap { Int($0) } ?? 0
        _ = try await visit.office.perform(LeaveCause(petition: petition.id, version: version, reason: form.words("reason")), as: visit.actor)
        return CasePage.path.link(petition.number.text)
    }
}
