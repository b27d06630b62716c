import Database
import Documents
import Domain
import Logging
import Operations
import Storage

/// A file of a case on a page of its own: what it is, how it looks, and where it is saved; for one that is only kept, why, and a
/// question before it is given out.
struct AttachmentPage: Page {
    static let path: Path = "/app/tep/:id"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        let desk = try await FileAtDesk.open(visit)
        let view = try await visit.office.read { try FileCopyStore.find(.view, of: desk.file.hash, $0) }
        let name = desk.handout == .never ? infectedName : desk.file.name
        let number = desk.petition.number.text
        let content: HTML = """
            \(breadcrumbs([NavItem("Hồ sơ", CaseListPage.path.link()), NavItem(number, CasePage.path.link(number))], here: "Tệp"))
            <h1>\(name)</h1>
            \(body(desk, view, visit))
            """
        return .document(try await StaffFrame.page(title: name, queue: nil, content, visit))
    }

    /// Gives out what is given only to whoever has said that he wants it.
    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        let desk = try await FileAtDesk.open(visit)
        guard case .onceConfirmed(let caution) = desk.handout, form["confirm"] == "1" else { return .see(path.link(desk.id.text)) }
        let account = try visit.account()
        visit.log.notice(
            "a file was taken in spite of a warning",
            metadata: ["content": "\(desk.file.hash)", "caution": "\(caution)", "account": "\(account.id)"])
        return desk.whole(.attachment, visit)
    }

    /// What stands in the place of a name that nobody should be tempted by.
    static let infectedName = "Tệp có mã độc"

    private static func body(_ desk: FileAtDesk, _ view: KeptCopy?, _ visit: Visit) -> HTML {
        let file = desk.file
        switch desk.handout {
        case .never:
            return notice(
                .late, title: "Tệp bị giữ lại",
                "<p>Máy quét tìm thấy mã độc trong tệp này nên không ai tải được. Quản trị viên xem mã độc tìm thấy tại trang Kênh.</p>")
        case .onceScanned(let why):
            return """
                \(notice(.soon, title: "Chưa quét mã độc", "<p>\(FileWords.waiting(why))</p>"))
                \(facts(desk))\(buttonRow(primary: .link("Quay lại hồ sơ", back(desk))))
                """
        case .onceConfirmed(let caution):
            return """
                \(notice(.soon, title: title(caution), "<p>\(FileWords.warning(caution))</p>"))
                \(facts(desk))\(picture(view, desk))
                <form method="post" action="\(path.link(desk.id.text))">\(hiddenFields(visit))\(hiddenField("confirm", "1"))
                \(buttonRow(primary: .submit("Tôi đã đọc, vẫn tải tệp về"), others: [.link("Quay lại hồ sơ", back(desk))]))</form>
                """
        case .freely:
            return """
                \(facts(desk))\(picture(view, desk))\(FileItem.player(desk.id, file.state, file.name))
                \(when(FileItem.remark(file.state)) { "<p class=\"quiet\">\($0)</p>" })
                \(buttonRow(
                    primary: .link("Tải tệp gốc", FileContentPage.path.link(desk.id.text)), others: [.link("Quay lại hồ sơ", back(desk))]))
                """
        }
    }

    private static func title(_ caution: FileState.Caution) -> String {
        switch caution {
        case .closed: "Giữ nguyên, không mở được ở đây"
        case .notScannedYet: "Chưa quét mã độc"
        }
    }

    private static func back(_ desk: FileAtDesk) -> String { CasePage.path.link(desk.petition.number.text) }

    private static func facts(_ desk: FileAtDesk) -> HTML {
        let file = desk.file
        let scan =
            switch file.state.scan {
            case .clean: "Không thấy mã độc"
            case .unscanned where desk.scans: "Chưa quét"
            case .unscanned, .infected: ""
            }
        return factsList([
            ("Loại", FileWords.name(file.state.content)), ("Dung lượng", FileWords.size(file.size)), ("Quét mã độc", scan),
            ("Tên khi tải về", file.state.content.safeName(file.name)),
        ])
    }

    private static func picture(_ view: KeptCopy?, _ desk: FileAtDesk) -> HTML {
        when(view) { view in
            """
            <p><img class="file-view" src="\(FileAddress.copy(desk.id, .view))" width="\(view.width)" height="\(view.height)" \
            alt="\(FileItem.alternative(desk.file.state, desk.file.name))"></p>
            """
        }
    }
}
