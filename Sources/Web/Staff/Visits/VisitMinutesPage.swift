import Documents
import Domain
import Operations
import Storage

/// Biên bản: as it is printed and signed.
struct VisitMinutesPage: Page {
    static let path: Path = "/app/hien-truong/:id/bien-ban"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        let file = try await VisitFile.open(visit)
        let lead = try await visit.office.read { try OrganisationStore.unit(file.petition.lead, $0)?.name }
        let plan = file.visit.plan
        let content: HTML = """
            \(breadcrumbs(file.crumbs, here: "Biên bản"))
            <h1>Biên bản làm việc tại hiện trường</h1>
            \(when(file.visit.ending == nil) { notice(.soon, "<p>Chưa lập biên bản: trang này mới có kế hoạch và ghi nhận.</p>") })
            \(factsList([
                ("Hồ sơ", "\(file.petition.number.text), \(file.petition.title)"), ("Đơn vị chủ trì", lead ?? ""),
                ("Thời điểm", plan.startsAt.vietnamese), ("Địa điểm", plan.place), ("Mục đích", plan.purpose),
                ("Thành phần theo kế hoạch", VisitWords.team(plan)),
                ("Đơn vị tham gia", plan.units.map(\.name).joined(separator: "; ")),
            ]))
            \(when(file.visit.ending) { minutes($0) })
            \(when(!file.entries.isEmpty) { "<h2>Ghi nhận</h2>\(VisitPage.entries(file))" })
            <h2>Ký xác nhận</h2>
            <div class="signatures"><p>Đại diện Tổ công tác<br><span class="quiet">(ký, ghi rõ họ tên)</span></p>
            <p>Đại diện bên làm việc<br><span class="quiet">(ký, ghi rõ họ tên)</span></p></div>
            """
        return .document(try await StaffFrame.page(title: "Biên bản · \(file.petition.number.text)", queue: nil, content, visit))
    }

    private static func minutes(_ ending: FieldVisit.Ending) -> HTML {
        let minutes = ending.minutes
        let rows = minutes.agreements.map { DataTable.Row(["\($0.who)", "\($0.what)", "\($0.by?.vietnamese ?? "")"]) }
        return """
            <h2>Thành phần tham dự</h2>\(paragraphs(minutes.present))
            <h2>Diễn biến, kết quả kiểm tra</h2>\(paragraphs(minutes.findings))
            \(when(!rows.isEmpty) {
                """
                <h2>Thống nhất</h2>
                \(dataTable(DataTable(
                    .sheet, caption: "Việc thống nhất", columns: ["Ai", "Làm gì", "Trước ngày"].map { .init($0) }, rows: rows)))
                """
            })
            <h2>Kết quả</h2><p>\(VisitWords.name(minutes.result)).</p>
            <p class="quiet">Chốt lúc \(ending.at.vietnamese), người lập: \(ending.byName).</p>
            """
    }
}
