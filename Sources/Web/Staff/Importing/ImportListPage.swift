import Documents
import Domain
import HTTPTypes
import Operations
import Storage

/// Nạp danh sách: brings in what other systems hold. Here a file is chosen, and all earlier imports stand with what came of them.
struct ImportListPage: Page {
    static let path: Path = "/app/nhap-danh-sach"
    static let access = Access.staff
    static let formLimits = {
        var limits = FormLimits()
        limits.fileBytes = PetitionFile.mostBytes
        return limits
    }()

    static func show(_ visit: Visit) async throws -> Reply {
        try check(visit)
        return try await page(FormView(FormBody(values: ["channel": visit.query["nguon"]])), visit)
    }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        try check(visit)
        if let mapping = form["forget"].flatMap({ ID<RememberedMapping>($0) }) {
            try await visit.office.perform(ForgetMapping(mapping), as: visit.actor)
            return .see(path.link())
        }
        do {
            var reading = FormReading(form)
            let channel = reading.choice("channel", else: Channel.national)
            let day = reading.dayIfAny("listDay")
            guard let file = form.files("file").first else {
                reading.add("file", .missing)
                try reading.finish()
                return .see(path.link())
            }
            try reading.finish()
            let list = try await ImportedList.read(fileName: file.name, bytes: file.bytes)
            let run = try await visit.office.perform(
                OpenImport(list, channel: channel, name: form.line("listName"), day: day), as: visit.actor)
            return .see(PetitionImportPage.path.link(run.id.text))
        } catch let refusal as Refusal {
            if case .notPermitted = refusal { throw refusal }
            return try await page(FormView(form, refusal), visit, status: FailurePage.status(of: refusal))
        } catch let fault as ImportFileFault {
            return try await page(FormView(form), visit, errors: ImportProblemWords.lines(fault), status: .unprocessableContent)
        }
    }

    /// Whoever takes in for a sender takes lists in.
    static func check(_ visit: Visit) throws {
        _ = try visit.account()
        guard Rights.allow(visit.actor, .takeIn) else { throw Refusal.notPermitted(.takeIn) }
    }

    private static func page(
        _ form: FormView, _ visit: Visit, errors: [String] = [], status: HTTPResponse.Status = .ok
    ) async throws -> Reply {
        let (runs, mappings) = try await visit.office.read { (try ImportStore.newest(limit: 100, $0), try ImportMappingStore.all($0)) }
        var faults = FieldErrors()
        for error in errors { faults.add("file", error) }
        let content: HTML = """
            <h1>Nạp danh sách</h1>
            <p class="quiet">Kiến nghị từ hệ thống khác hoặc danh sách tổng hợp, dạng Excel hoặc CSV. Tệp được kiểm tra trước, \
            chưa ghi gì cho đến khi xác nhận. <a href="\(PetitionTemplatePage.path.link())">Tải tệp mẫu</a></p>
            \(form.summary)\(errorSummary(faults))
            <form method="post" action="\(path.link())" enctype="multipart/form-data">\(hiddenFields(visit))
            \(form.select("channel", "Nguồn", PetitionImportOrder.channels.map { ($0.rawValue, Terms.name($0)) }))
            \(form.line(
                "listName", "Tên danh sách",
                hint: "Cần ghi với nguồn không có mã riêng cho từng kiến nghị, ví dụ “Hội nghị đối thoại quý IV/2026”."))
            \(form.line("listDay", "Ngày nhận danh sách", hint: "Dùng cho dòng không ghi ngày tiếp nhận.", kind: .date, optional: true))
            \(fileInput(
                "file", label: "Tệp",
                hint: "Excel (.xlsx) hoặc CSV, đến \(PetitionFile.mostBytes >> 20) MB và \(Wording.number(PetitionFile.mostRows)) dòng.",
                error: errors.first ?? form.error("file"), accept: ".xlsx,.csv,.txt", takesSeveral: false))
            \(buttonRow(primary: .submit("Kiểm tra tệp")))</form>
            <h2>Các lần nạp</h2>
            \(runs.isEmpty ? emptyState("Chưa nạp danh sách nào.") : dataTable(table(runs)))
            \(when(!mappings.isEmpty) { remembered(mappings, visit) })
            """
        return .document(try await StaffFrame.page(title: "Nạp danh sách", queue: nil, content, visit), status: status)
    }

    private static func table(_ runs: [PetitionImport]) -> DataTable {
        DataTable(
            .list, caption: "Các lần nạp",
            columns: [.init("Lúc"), .init("Nguồn"), .init("Danh sách"), .init("Tệp"), .init("Người nạp"), .init("Kết quả")],
            rows: runs.map { run in
                .init([
                    "<a href=\"\(PetitionImportPage.path.link(run.id.text))\">\(run.at.vietnamese)</a>", "\(Terms.name(run.order.channel))",
                    clipped(run.order.list, .medium), clipped(run.fileName, .medium), "\(ImportSections.person(run))",
                    run.counts.map { "\(PetitionImportWords.brief($0))" } ?? tag("chờ xác nhận", .soon),
                ])
            })
    }

    private static func remembered(_ mappings: [RememberedMapping], _ visit: Visit) -> HTML {
        let table = DataTable(
            .figures, caption: "Cách ghép cột đã nhớ", columns: [.init("Tên"), .init("Nguồn"), .init("Số cột"), .init("Dùng lần cuối"), .init("")],
            rows: mappings.map { kept in
                .init([
                    "\(kept.name)", "\(Terms.name(kept.channel))", "\(kept.mapping.columns.count { $0 != nil })", "\(kept.usedAt.vietnamese)",
                    """
                    <button class="button plain" name="forget" value="\(kept.id.text)" aria-label="Quên cách ghép cột \(kept.name)">Quên</button>
                    """,
                ])
            })
        return disclosure(
            "Cách ghép cột đã nhớ (\(mappings.count))",
            "<form method=\"post\" action=\"\(path.link())\">\(hiddenFields(visit))\(dataTable(table))</form>")
    }
}

/// An empty workbook with the heads that are understood.
struct PetitionTemplatePage: Page {
    static let path: Path = "/app/nhap-danh-sach/mau"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        try ImportListPage.check(visit)
        return .file(OpenedFile(name: "mau-kien-nghi.xlsx", contentType: ImportTemplatePage.type, bytes: try PetitionFile.template()))
    }
}
