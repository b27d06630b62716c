import Documents
import Domain
import Operations
import Storage

/// Thực hiện: the consequences in figures once more, then all of it at once.
struct CarryOutPage: Page {
    static let path: Path = "/app/quan-tri/sap-xep/:id/thuc-hien"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        try Administration.check(visit, .administer)
        let one = try await visit.office.read { try ReorganisationPage.find(visit, $0) }
        if one.state != .prepared { throw Refusal.isOver }
        if one.on > visit.now.day { throw Refusal.notOnThisDay(one.on) }
        let moves = try await visit.office.preview(one.plan, on: one.on, as: visit.actor)
        let act = Button.submit("Thực hiện và chuyển \(Wording.number(moves.counts.cases)) hồ sơ", isDestructive: true)
        let content: HTML = """
            \(breadcrumbs(ReorganisationPage.crumbs(one), here: "Thực hiện"))
            <h1>Thực hiện: \(one.plan.title)</h1>
            \(notice(.late, "<p>Sau khi thực hiện không rút lại được; muốn thay đổi tiếp phải lập phương án khác.</p>"))
            \(ReorganisationSections.counts(moves.counts, notices: false))
            <form method="post" action="\(path.link(one.id.text))">\(hiddenFields(visit))
            \(buttonRow(primary: act, others: [.link("Quay lại", ReorganisationPage.path.link(one.id.text))]))</form>
            """
        return .document(try await StaffFrame.page(title: "Thực hiện sắp xếp", queue: nil, content, visit))
    }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        try Administration.check(visit, .administer)
        let one = try await visit.office.read { try ReorganisationPage.find(visit, $0) }
        try await visit.office.perform(CarryOutReorganisation(reorganisation: one.id), as: visit.actor)
        return .see(ReorganisationPage.path.link(one.id.text))
    }
}
