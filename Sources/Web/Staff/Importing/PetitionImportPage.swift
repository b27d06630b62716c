import Documents
import Domain
import HTTPTypes
import Operations
import Storage

/// One import of a list: while it waits, how its columns are read and what would come of each row; when it is done, what came of it.
struct PetitionImportPage: Page {
    static let path: Path = "/app/nhap-danh-sach/:id"
    static let access = Access.staff
    static let formLimits = {
        var limits = FormLimits()
        // A choice for each column that a sheet may have.
        limits.fields = 300
        return limits
    }()

    static func show(_ visit: Visit) async throws -> Reply {
        let waiting = try await Waiting(visit)
        return try await waiting.run.state == .done ? done(waiting.run, visit) : look(waiting, FormView(FormBody()), visit)
    }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        let waiting = try await Waiting(visit)
        let id = waiting.run.id
        if waiting.run.state == .done { return .see(path.link(id.text)) }
        do {
            switch form["do"] {
            case "discard":
                try await visit.office.perform(DiscardImport(id), as: visit.actor)
                return .see(ImportListPage.path.link())
            case "run":
                let run = RunImport(id, seal: form["seal"] ?? "", list: try await waiting.list())
                try await visit.office.perform(run, as: visit.actor)
            default:
                let columns = waiting.run.order.mapping.columns.indices.map { PetitionColumn(rawValue: form["c\($0)"] ?? "") }
                try await visit.office.perform(
                    MapImport(
                        id, mapping: PetitionMapping(columns), name: form.line("mappingName"), leavesAnswered: form["leaveAnswered"] == "1"),
                    as: visit.actor)
            }
            return .see(path.link(id.text))
        } catch is ImportFailure {
            // The page itself says row by row what is wrong.
            return .see(path.link(id.text))
        } catch let refusal as Refusal {
            if case .notPermitted = refusal { throw refusal }
            if refusal == .isOver { return .see(path.link(id.text)) }
            if refusal == .changedMeanwhile {
                return try await look(waiting, FormView(form), visit, isChanged: true, status: FailurePage.status(of: refusal))
            }
            return try await look(waiting, FormView(form, refusal), visit, status: FailurePage.status(of: refusal))
        }
    }

    /// An import with its file.
    struct Waiting {
        var run: PetitionImport
        var bytes: [UInt8]

        /// - Parameter always: also the file of one that is done, which nothing but its download needs.
        init(_ visit: Visit, always: Bool = false) async throws {
            try ImportListPage.check(visit)
            guard let id = ID<PetitionImport>(visit.parameter("id")) else { throw Entry.noSuchPage }
            let kept = try await visit.office.read { tx in
                try ImportStore.load(id, tx).map { run in
                    (run, try always || run.state == .waiting ? ImportStore.file(of: id, tx) ?? [] : [])
                }
            }
            guard let kept else { throw Entry.noSuchPage }
            (run, bytes) = kept
        }

        /// What was read once is read again.
        func list() async throws -> ImportedList { try await ImportedList.read(fileName: run.fileName, bytes: bytes) }
    }

    /// - Parameter isChanged: somebody else says how the list is read since this person saw it.
    private static func look(
        _ waiting: Waiting, _ form: FormView, _ visit: Visit, isChanged: Bool = false, status: HTTPResponse.Status = .ok
    ) async throws -> Reply {
        let (run, table) = (waiting.run, try await waiting.list().table)
        let plan = try await visit.office.preview(run.order, of: table, as: visit.actor)
        let before = try await visit.office.read { try ImportStore.done(hash: run.hash, channel: run.order.channel, $0) }
        let counts = plan.counts
        let canRun = plan.problems.isEmpty && counts.new > 0
        let title = "Kiểm tra trước khi nạp"
        let content: HTML = """
            \(breadcrumbs([NavItem("Nạp danh sách", ImportListPage.path.link())], here: run.fileName))
            <h1>\(title)</h1>
            \(form.summary)
            \(when(isChanged) {
                notice(.soon, "<p>Cách ghép cột vừa được người khác thay đổi, chưa nạp dòng nào. Hãy xem lại các dòng dưới đây rồi nạp.</p>")
            })
            \(ImportSections.facts(run, table))
            \(when(before) { before in
                notice(.soon, "<p>Tệp này đã nạp lúc <a href=\"\(path.link(before.id.text))\">\(before.at.vietnamese)</a>.</p>")
            })
            \(ImportSections.verdict(plan))
            <form method="post" action="\(path.link(run.id.text))">\(hiddenFields(visit))
            <input type="hidden" name="seal" value="\(run.order.seal)">
            \(buttonRow(
                primary: canRun ? .submit("Nạp \(Wording.number(counts.new)) kiến nghị", name: "do", value: "run") : nil,
                others: (plan.problems.isEmpty ? [] : [.link("Tải dòng bị từ chối", RefusedRowsPage.path.link(run.id.text))])
                    + [.submit("Bỏ tệp này", name: "do", value: "discard")]))</form>
            \(when(!plan.problems.isEmpty) { "<h2>Cần sửa</h2>\(ImportSections.problems(plan.problems))" })
            <h2>Ghép cột</h2>
            <form method="post" action="\(path.link(run.id.text))">\(hiddenFields(visit))
            \(ImportSections.mapping(run, table))
            \(checkbox("leaveAnswered", label: "Để lại ở nguồn những dòng nguồn đã trả lời", isChecked: run.order.leavesAnswered))
            \(textInput(
                "mappingName", label: "Tên cách ghép cột", value: run.mappingName.isEmpty ? Terms.name(run.order.channel) : run.mappingName,
                hint: "Lần sau, tệp cùng nguồn có các tiêu đề như vậy được ghép như thế này.", error: form.error("mappingName")))
            \(buttonRow(primary: nil, others: [.submit("Ghép lại và kiểm tra", name: "do", value: "map")]))</form>
            \(when(!plan.rows.isEmpty) { "<h2>Từng dòng</h2>\(ImportSections.rows(plan))" })
            """
        return .document(try await StaffFrame.page(title: title, queue: nil, content, visit), status: status)
    }

    private static func done(_ run: PetitionImport, _ visit: Visit) async throws -> Reply {
        let account = try visit.account()
        let after = visit.query["sau"].flatMap { Int($0) } ?? 0
        let visibility = CaseVisibility(of: account)
        let (rows, showsAll) = try await visit.office.read {
            (
                try ImportQueries.rows(of: run.id, seenBy: visibility, after: after, limit: perPage + 1, $0),
                try ImportQueries.showsAll(of: run.id, to: visibility, $0)
            )
        }
        let shown = Array(rows.prefix(perPage))
        let next = rows.count > perPage
            ? shown.last.map { NavItem("Trang sau", path.link(run.id.text, query: ["sau": String($0.line)])) } : nil
        let content: HTML = """
            \(breadcrumbs([NavItem("Nạp danh sách", ImportListPage.path.link())], here: run.fileName))
            <h1>Đã nạp danh sách</h1>
            \(when(run.counts) { notice(.done, "<p>\(PetitionImportWords.sentence($0))</p>") })
            \(ImportSections.facts(run, nil, hasFile: showsAll))
            <h2>Từng dòng</h2>
            \(ImportSections.imported(shown))
            \(when(after > 0 || next != nil) {
                pager(label: "Trang", previous: after > 0 ? NavItem("Trang đầu", path.link(run.id.text)) : nil, next: next)
            })
            """
        return .document(try await StaffFrame.page(title: "Đã nạp danh sách", queue: nil, content, visit))
    }

    private static let perPage = 200
}

/// The refused rows of a waiting list, as a table to mend.
struct RefusedRowsPage: Page {
    static let path: Path = "/app/nhap-danh-sach/:id/dong-loi"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        let waiting = try await PetitionImportPage.Waiting(visit)
        if waiting.run.state == .done { throw Entry.noSuchPage }
        let table = try await waiting.list().table
        let plan = try await visit.office.preview(waiting.run.order, of: table, as: visit.actor)
        return .file(
            OpenedFile(name: "dong-bi-tu-choi.csv", contentType: "text/csv; charset=utf-8", bytes: PetitionFile.refused(plan.problems, of: table)))
    }
}

/// The file of an import as it came: once its rows are cases, for those who may see all of them.
struct ImportedFilePage: Page {
    static let path: Path = "/app/nhap-danh-sach/:id/tep"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        let waiting = try await PetitionImportPage.Waiting(visit, always: true)
        let (run, visibility) = (waiting.run.id, CaseVisibility(of: try visit.account()))
        let (restricted, showsAll) = try await visit.office.read {
            (try ImportQueries.restricted(of: run, $0), try ImportQueries.showsAll(of: run, to: visibility, $0))
        }
        for petition in restricted { try await visit.office.perform(NoteLook(petition: petition), as: visit.actor) }
        if !showsAll { throw Refusal.tellsOfHidden }
        return .file(OpenedFile(name: waiting.run.fileName, contentType: "application/octet-stream", bytes: waiting.bytes))
    }
}
