import Domain
import HTTPTypes
import Operations
import Storage

/// Ghi nhận từ nhóm: an excerpt that is pasted, or a picture of the chat, becomes cases or a note in one step.
struct CapturePage: Page {
    static let path: Path = "/app/nhom-zalo/ghi-nhan"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        try Administration.check(visit, .takeIn)
        return try await reply(
            FormView(FormBody(values: ["group": visit.query["nhom"], "rows": "1", "take0": "1", "at0": visit.now.vietnamese])), visit)
    }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        try Administration.check(visit, .takeIn)
        if form["do"] == "read" { return try await reply(FormView(read(form, now: visit.now)), visit) }
        do {
            var reading = FormReading(form)
            let group: ID<ChatGroup> = reading.id("group")
            let lines = captures(form, &reading, now: visit.now)
            try reading.finish()
            let files = uploads(form)
            switch form["do"] {
            case "note":
                let noted = try await visit.office.perform(
                    CaptureNote(group, number: form.line("caseNumber"), lines: lines, files: files), as: visit.actor)
                return .see(CasePage.path.link(noted.number.text))
            case "one":
                let opened = try await visit.office.perform(CaptureCases(group, lines: joined(lines), files: files), as: visit.actor)
                return .see(opened.first.map { CasePage.path.link($0.number.text) } ?? GroupsPage.path.link())
            default:
                let opened = try await visit.office.perform(CaptureCases(group, lines: lines, files: files), as: visit.actor)
                if opened.count == 1, let only = opened.first { return .see(CasePage.path.link(only.number.text)) }
                return .see(CaseListPage.path.link(query: ["hang": CaseFilter.Queue.intake.rawValue]))
            }
        } catch let refusal as Refusal {
            if case .notPermitted = refusal { throw refusal }
            return try await reply(FormView(form, refusal), visit, refusal)
        }
    }

    /// The pasted excerpt, line by line in fields that can be corrected.
    private static func read(_ form: FormBody, now: Instant) -> FormBody {
        let lines = ChatExcerpt.read(form["excerpt"] ?? "", now: now)
        var values: [String: String?] = ["group": form["group"], "excerpt": form["excerpt"], "rows": String(max(1, lines.count))]
        if lines.isEmpty {
            values["take0"] = "1"
            values["at0"] = now.vietnamese
        }
        for (row, line) in lines.enumerated() {
            values["take\(row)"] = "1"
            values["who\(row)"] = line.who
            values["at\(row)"] = (line.at ?? now).vietnamese
            values["text\(row)"] = line.text
        }
        return FormBody(values: values)
    }

    static func rows(_ text: String) -> Int { min(max(1, Int(text) ?? 1), ChatExcerpt.most) }

    private static func captures(_ form: FormBody, _ reading: inout FormReading, now: Instant) -> [Capture] {
        var lines: [Capture] = []
        for row in 0..<rows(form["rows"] ?? "") where form["take\(row)"] == "1" {
            let moment = ChatExcerpt.moment(form.line("at\(row)"), now: now)
            if moment == nil { reading.add("at\(row)", form.line("at\(row)").isEmpty ? .missing : .dateUnreadable) }
            lines.append(
                Capture(
                    who: form.line("who\(row)"), phone: form.line("phone\(row)"), at: moment ?? now, text: form.words("text\(row)")))
        }
        return lines
    }

    /// All lines as one matter: of whoever spoke first.
    private static func joined(_ lines: [Capture]) -> [Capture] {
        guard var one = lines.first, lines.count > 1 else { return lines }
        one.text = lines.map { "\($0.who.isEmpty ? "Người trong nhóm" : $0.who) (\($0.at.vietnamese)): \($0.text)" }.joined(separator: "\n")
        return [one]
    }

    private static func reply(_ form: FormView, _ visit: Visit, _ refusal: Refusal? = nil) async throws -> Reply {
        let groups = try await visit.office.read { try ChatGroupStore.all($0) }.filter { $0.endedAt == nil }
        let content: HTML = """
            \(breadcrumbs([NavItem("Nhóm Zalo", GroupsPage.path.link())], here: "Ghi nhận từ nhóm"))
            <h1>Ghi nhận từ nhóm</h1>
            \(form.summary)
            \(groups.isEmpty
                ? emptyState("Chưa có nhóm nào trong danh bạ.", "<a href=\"\(EditGroupPage.path.link())\">Thêm nhóm</a> trước khi ghi nhận.")
                : fields(form, groups, visit))
            """
        return .document(
            try await StaffFrame.page(title: "Ghi nhận từ nhóm", queue: nil, content, visit), status: refusal.map(FailurePage.status) ?? .ok)
    }

    private static func fields(_ form: FormView, _ groups: [ChatGroup], _ visit: Visit) -> HTML {
        let rows = rows(form.value("rows"))
        var others: [Button] = [.submit("Ghi vào hồ sơ đã có", name: "do", value: "note")]
        if rows > 1 { others.insert(.submit("Lập một hồ sơ chung", name: "do", value: "one"), at: 0) }
        return """
            <form method="post" data-guard action="\(path.link())" enctype="multipart/form-data">\(hiddenFields(visit))
            \(form.select("group", "Nhóm", groups.map { ($0.id.text, $0.name) }))
            \(form.area(
                "excerpt", "Dán đoạn trao đổi",
                hint: "Ví dụ: Nguyễn Văn An (03/08 14:05): Đường vào xưởng ngập. Bấm “Đọc đoạn trích” để tách từng tin.",
                optional: true, rows: 5))
            \(buttonRow(primary: nil, others: [.submit("Đọc đoạn trích", name: "do", value: "read")]))
            \(hiddenField("rows", String(rows)))
            \(each(0..<rows) { row(form, $0, of: rows) })
            \(form.files("files", "Ảnh chụp màn hình, tệp"))
            \(form.line("caseNumber", "Số hồ sơ", hint: "Chỉ cần khi ghi vào hồ sơ đã có.", optional: true, short: true))
            \(buttonRow(
                primary: .submit(rows > 1 ? "Lập hồ sơ cho từng tin" : "Lập hồ sơ", name: "do", value: "cases"), others: others))
            </form>
            """
    }

    private static func row(_ form: FormView, _ row: Int, of rows: Int) -> HTML {
        form.group(
            "row\(row)", rows > 1 ? "Tin \(row + 1)" : "Nội dung ghi nhận",
            """
            \(rows > 1 ? form.check("take\(row)", "Lấy tin này") : hiddenField("take\(row)", "1"))
            \(form.line("who\(row)", "Người nói", optional: true, short: true))
            \(form.line("phone\(row)", "Số điện thoại", kind: .tel, optional: true))
            \(form.line("at\(row)", "Thời điểm nói", hint: "Ví dụ 14:05 03/08/2026; không quá \(Capture.farthest) ngày trước.", short: true))
            \(form.area("text\(row)", "Nội dung", rows: 3))
            """)
    }
}
