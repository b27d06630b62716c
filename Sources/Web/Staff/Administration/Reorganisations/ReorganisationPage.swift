import Database
import Documents
import Domain
import Operations
import Storage

/// One plan: while it waits, what it would do today; afterwards, what it did.
struct ReorganisationPage: Page {
    static let path: Path = "/app/quan-tri/sap-xep/:id"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        try Administration.check(visit, .administer)
        let (one, counts, register, catalogue) = try await visit.office.read { tx in
            let one = try find(visit, tx)
            return (one, try ReorganisationStore.counts(of: one.id, tx), try OrganisationStore.register(tx), try visit.office.catalogue(tx))
        }
        let content: HTML = """
            \(breadcrumbs([NavItem("Sắp xếp tổ chức", ReorganisationsPage.path.link())], here: one.plan.title))
            <h1>\(one.plan.title)</h1>
            \(when(one.state == .prepared) { buttons(one, today: visit.now.day) })
            \(factsList([
                Fact("Tình trạng", tag(Terms.name(one.state), ReorganisationsPage.tone(one.state))),
                Fact("Văn bản", text: [one.plan.document.cited, one.plan.document.title].filter { !$0.isEmpty }.joined(separator: ". ")),
                Fact("Ngày thực hiện", text: one.on.vietnamese), Fact("Chuẩn bị lúc", text: one.preparedAt.vietnamese),
                Fact("Thực hiện lúc", text: one.carriedOutAt?.vietnamese ?? "Chưa"),
            ]))
            \(ReorganisationSections.steps(one.plan, register, on: one.on, catalogue))
            \(when(counts) { "<h2>Đã thay đổi</h2>\(ReorganisationSections.counts($0, notices: true))" })
            \(one.state == .prepared ? try await preview(one, visit) : .empty)
            """
        return .document(try await StaffFrame.page(title: one.plan.title, queue: nil, content, visit))
    }

    /// The plan of an address that names one.
    static func find(_ visit: Visit, _ tx: Transaction) throws -> Reorganisation {
        guard let id = ID<Reorganisation>(visit.parameter("id")), let one = try ReorganisationStore.load(id, tx) else {
            throw Refusal.noSuch(.reorganisation)
        }
        return one
    }

    static func crumbs(_ one: Reorganisation) -> [NavItem] {
        [NavItem("Sắp xếp tổ chức", ReorganisationsPage.path.link()), NavItem(one.plan.title, path.link(one.id.text))]
    }

    private static func buttons(_ one: Reorganisation, today: Day) -> HTML {
        buttonRow(
            primary: one.on <= today ? .link("Thực hiện", CarryOutPage.path.link(one.id.text)) : nil,
            others: [.link("Rút lại", WithdrawPage.path.link(one.id.text), isDestructive: true)])
    }

    private static func preview(_ one: Reorganisation, _ visit: Visit) async throws -> HTML {
        do {
            return ReorganisationSections.preview(try await visit.office.preview(one.plan, on: one.on, as: visit.actor))
        } catch let refusal as Refusal {
            return notice(
                .late, title: "Phương án không còn thực hiện được với tổ chức hiện nay",
                "<p>\(RefusalWords.sentence(refusal)) Hãy rút lại và lập phương án mới.</p>")
        }
    }
}
