import Database
import Documents
import Domain
import Operations
import Storage

/// The form above a list, whose answers stand in the address.
enum CaseFilterForm {
    /// What it offers.
    struct Lists: Sendable {
        var catalogue: Catalogue
        var calendar: WorkingCalendar
        var units: [Unit]
        /// The chosen person, when it is somebody else.
        var person: Account?

        init(_ request: CaseListRequest, _ visit: Visit, _ tx: Transaction) throws {
            catalogue = try visit.office.catalogue(tx)
            calendar = try visit.office.rules(tx).calendar
            units = try OrganisationStore.units(on: visit.now.day, tx)
            person = request.isMine ? nil : try request.filter.person.flatMap { try AccountStore.load($0, on: nil, tx) }
        }
    }

    static func form(_ request: CaseListRequest, _ lists: Lists) -> HTML {
        let filter = request.filter
        return """
            <form class="filter" method="get" action="\(CaseListPage.path.link())" role="search">
            \(when(filter.queue != .all) { hiddenField("hang", filter.queue.rawValue) })
            \(select("linh-vuc", "Lĩnh vực", lists.catalogue.fields.map { ($0.code.text, $0.name) }, filter.field?.text))
            \(select("noi-dat", "Nơi đặt", Site.allCases.map { ($0.rawValue, Terms.name($0)) }, filter.site?.rawValue))
            \(select("kenh", "Kênh", Channel.allCases.map { ($0.rawValue, Terms.name($0)) }, filter.channel?.rawValue))
            \(textInput("tim", label: "Tìm", value: filter.words, kind: .search))
            \(buttonRow(primary: nil, others: [.submit("Lọc")]))
            \(disclosure("Thêm điều kiện", isOpen: request.hasFurther, further(request, lists)))
            </form>
            """
    }

    private static func further(_ request: CaseListRequest, _ lists: Lists) -> HTML {
        let filter = request.filter
        let people = [("toi", "Tôi")] + (lists.person.map { [($0.id.text, $0.name)] } ?? [])
        return """
            <div class="filter">
            \(select("don-vi", "Đơn vị chủ trì", lists.units.map { ($0.id.text, $0.name) }, filter.unit?.text))
            \(select("trang-thai", "Trạng thái", CaseState.allCases.map { ($0.rawValue, Terms.name($0)) }, filter.state?.rawValue))
            \(select("nguoi", "Người xử lý", people, request.isMine ? "toi" : filter.person?.text))
            \(textInput("tu-ngay", label: "Tiếp nhận từ ngày", value: request.since?.iso ?? "", kind: .date, isShort: true))
            \(textInput("den-ngay", label: "đến ngày", value: request.until?.iso ?? "", kind: .date, isShort: true))
            \(checkbox("khan", label: "Chỉ hồ sơ khẩn", isChecked: filter.urgent))
            </div>
            """
    }

    private static func select(_ name: String, _ label: String, _ options: [(String, String)], _ chosen: String?) -> HTML {
        selectInput(name, label: label, choices: options.map { Choice($0.0, $0.1) }, value: chosen, prompt: "Tất cả")
    }

    /// Keeps a list of one's own under a name.
    static func saving(_ request: CaseListRequest, _ visit: Visit) -> HTML {
        if !request.isOwn { return .empty }
        return disclosure("Lưu bộ lọc này", SavedViewsPage.saveForm(FormView(FormBody(values: ["query": request.query])), visit))
    }
}
