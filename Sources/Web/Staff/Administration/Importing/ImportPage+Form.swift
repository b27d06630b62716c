import Documents
import Domain
import HTTPTypes
import Operations

extension ImportPage {
    /// The form to choose a file, with what was wrong with the last one.
    static func form(
        _ form: FormView, _ visit: Visit, errors: [String] = [], status: HTTPResponse.Status = .ok
    ) async throws -> Reply {
        var list = FieldErrors()
        for error in errors { list.add("file", error) }
        let kinds = [
            Choice("units", "Đơn vị", hint: "Mã đã có với nội dung khác sẽ đổi từ ngày ghi trong bảng; ô để trống giữ nguyên."),
            Choice("accounts", "Tài khoản", hint: "Mỗi tài khoản có mật khẩu ban đầu riêng, chỉ hiện một lần sau khi nạp."),
        ]
        let content: HTML = """
            <h1>Nhập từ Excel</h1>
            \(form.summary)\(errorSummary(list))
            <p>Tải tệp mẫu: <a href="\(ImportTemplatePage.link(.units))">đơn vị</a>, <a href="\(ImportTemplatePage.link(.accounts))">tài khoản</a>.
            Cột có dấu * phải điền.</p>
            <form method="post" action="\(path.link())" enctype="multipart/form-data">\(hiddenFields(visit))
            \(form.choice("kind", "Nhập gì?", kinds))
            \(form.table("file", "Tệp", error: errors.first))
            \(form.line("document", "Số văn bản căn cứ", hint: "Chỉ với đơn vị, ví dụ 429/QĐ-UBND.", optional: true, short: true))
            \(form.line("documentDate", "Ngày văn bản", kind: .date, optional: true))
            \(buttonRow(primary: .submit("Xem trước", name: "do", value: "preview")))</form>
            """
        return .document(try await StaffFrame.page(title: "Nhập từ Excel", queue: nil, content, visit), status: status)
    }
}

extension FormView {
    /// One table of a spreadsheet program.
    func table(_ name: String, _ label: String, error: String?) -> HTML {
        fileInput(
            name, label: label, hint: "Excel (.xlsx) hoặc CSV, đến \(FileKind.largest / 1_048_576) MB.", error: error ?? self.error(name),
            accept: ".xlsx,.csv", takesSeveral: false)
    }
}

/// An empty workbook with the heads that are understood.
struct ImportTemplatePage: Page {
    static let path: Path = "/app/quan-tri/nhap/mau/:kind"
    static let access = Access.staff
    static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    static func link(_ kind: ImportUpload.Kind) -> String { path.link(name(kind)) }

    private static func name(_ kind: ImportUpload.Kind) -> String {
        switch kind {
        case .units: "don-vi"
        case .accounts: "tai-khoan"
        }
    }

    static func show(_ visit: Visit) async throws -> Reply {
        _ = try visit.account()
        guard Rights.allow(visit.actor, .administer) else { throw Refusal.notPermitted(.administer) }
        guard let kind = ImportUpload.Kind.allCases.first(where: { name($0) == visit.parameter("kind") }) else { throw Entry.noSuchPage }
        let bytes =
            switch kind {
            case .units: try ImportFile.template("Đơn vị", of: UnitColumn.self)
            case .accounts: try ImportFile.template("Tài khoản", of: AccountColumn.self)
            }
        return .file(OpenedFile(name: "mau-\(name(kind)).xlsx", contentType: type, bytes: bytes))
    }
}
