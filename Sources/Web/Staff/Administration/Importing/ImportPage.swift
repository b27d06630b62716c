import Documents
import Domain
import HTTPTypes
import Operations

/// Brings units and accounts in from a table: first it is shown what would happen, then it happens whole or not at all.
struct ImportPage: Page {
    static let path: Path = "/app/quan-tri/nhap"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        try check(visit)
        return try await form(FormView(FormBody(values: ["kind": visit.query["loai"]])), visit)
    }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        try check(visit)
        let upload: ImportUpload
        do throws(Refusal) {
            upload = try ImportUpload(form)
        } catch {
            return try await self.form(FormView(form, error), visit, status: .unprocessableContent)
        }
        do {
            switch form["do"] {
            case "import": return try await carryOut(upload, visit)
            default: return try await preview(upload, visit)
            }
        } catch let refusal as Refusal {
            if case .notPermitted = refusal { throw refusal }
            return try await self.form(FormView(form, refusal), visit, status: FailurePage.status(of: refusal))
        } catch let failure as ImportFailure {
            return try await refused(failure, upload, asFile: form["do"] == "problems", visit)
        } catch let fault as ImportFileFault {
            switch fault {
            case .wrong(let failure): return try await refused(failure, upload, asFile: form["do"] == "problems", visit)
            case .unreadable:
                return try await self.form(FormView(form), visit, errors: ImportProblemWords.lines(fault), status: .unprocessableContent)
            }
        }
    }

    private static func check(_ visit: Visit) throws {
        _ = try visit.account()
        guard Rights.allow(visit.actor, .administer) else { throw Refusal.notPermitted(.administer) }
    }

    private static func preview(_ upload: ImportUpload, _ visit: Visit) async throws -> Reply {
        switch upload.kind {
        case .units:
            let rows = try await visit.office.preview(try upload.units(), as: visit.actor)
            let count = rows.count { $0.fate != .unchanged }
            let button = count == 0 ? nil : "Nạp \(Wording.number(count)) đơn vị"
            return try await page("Xem trước khi nạp", ImportTables.counts(rows), ImportTables.units(rows), visit, upload, button: button)
        case .accounts:
            let drafts = try await visit.office.previewAccounts(try upload.accounts(), as: visit.actor)
            let words = "Sẽ mở \(Wording.number(drafts.count)) tài khoản. Mật khẩu ban đầu được tạo khi nạp và chỉ hiện một lần."
            return try await page(
                "Xem trước khi nạp", words, ImportTables.accounts(drafts), visit, upload,
                button: "Mở \(Wording.number(drafts.count)) tài khoản")
        }
    }

    private static func carryOut(_ upload: ImportUpload, _ visit: Visit) async throws -> Reply {
        switch upload.kind {
        case .units:
            let rows = try await visit.office.perform(try upload.units(), as: visit.actor)
            return try await page("Đã nạp đơn vị", ImportTables.counts(rows), ImportTables.units(rows), visit)
        case .accounts:
            let made = try await visit.office.importAccounts(try upload.accounts(), as: visit.actor)
            let words = """
                Đã mở \(Wording.number(made.count)) tài khoản. Mật khẩu dưới đây chỉ hiện lần này và không xem lại được: \
                hãy in hoặc chép lại rồi giao cho từng người.
                """
            return try await page("Đã mở tài khoản", words, ImportTables.passwords(made), visit)
        }
    }

    /// What would be or was done; with a button, what was sent goes on.
    private static func page(
        _ title: String, _ words: String, _ table: HTML, _ visit: Visit, _ upload: ImportUpload? = nil, button: String? = nil
    ) async throws -> Reply {
        let again = Button.link("Chọn tệp khác", path.link())
        let content: HTML = """
            \(breadcrumbs([NavItem("Nhập từ Excel", path.link())], here: title))
            <h1>\(title)</h1>
            \(notice(upload == nil ? .done : .plain, "<p>\(words)\(when(upload != nil) { " Chưa ghi gì vào hệ thống." })</p>"))
            \(table)
            <form method="post" action="\(path.link())">\(hiddenFields(visit))\(when(button == nil ? nil : upload) { $0.hidden })
            \(buttonRow(primary: button.map { .submit($0, name: "do", value: "import") }, others: [again]))</form>
            """
        return .document(try await StaffFrame.page(title: title, queue: nil, content, visit))
    }

    private static func refused(_ failure: ImportFailure, _ upload: ImportUpload, asFile: Bool, _ visit: Visit) async throws -> Reply {
        if asFile { return .file(OpenedFile(name: "loi.xlsx", contentType: ImportTemplatePage.type, bytes: try ImportFile.problems(failure))) }
        let title = "Chưa nạp được"
        let content: HTML = """
            \(breadcrumbs([NavItem("Nhập từ Excel", path.link())], here: title))
            <h1>\(title)</h1>
            \(notice(.late, "<p>Tệp có \(grouped: failure.problems.count) lỗi nên không dòng nào được ghi. Hãy sửa trong tệp rồi chọn lại.</p>"))
            \(ImportTables.problems(failure))
            <form method="post" action="\(path.link())">\(hiddenFields(visit))\(upload.hidden)
            \(buttonRow(
                primary: nil, others: [.submit("Tải danh sách lỗi", name: "do", value: "problems"), .link("Chọn tệp khác", path.link())]))
            </form>
            """
        return .document(try await StaffFrame.page(title: title, queue: nil, content, visit), status: .unprocessableContent)
    }
}
