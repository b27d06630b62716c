import Database
import Documents
import Domain
import Operations
import Storage

/// Thêm mức thời hạn: opens with what holds for everything today, so that only what differs is typed.
struct AddProfilePage: AdministrationForm {
    static let path: Path = "/app/quan-tri/thoi-han/them"

    struct Subject: Sendable {
        var general: DeadlineProfile
        var catalogue: Catalogue
        var units: [UnitVersion]
    }

    static func subject(_ visit: Visit, _ tx: Transaction) throws -> Subject {
        let rules = try visit.office.rules(tx)
        let general = rules.profiles.last { $0.scope.isSame(as: DeadlineProfile.Scope()) && $0.validFrom <= visit.now.day }
        return Subject(
            general: general ?? .national, catalogue: try visit.office.catalogue(tx),
            units: try OrganisationStore.register(tx).living(on: visit.now.day))
    }

    static func title(_ subject: Subject) -> String { "Thêm mức thời hạn" }
    static func crumbs(_ subject: Subject) -> [NavItem] { [NavItem("Thời hạn xử lý", ProfilesPage.path.link())] }
    static func button(_ subject: Subject) -> Button { .submit("Thêm mức thời hạn") }

    static func opening(_ subject: Subject, _ visit: Visit) -> FormBody {
        var values: [String: String?] = ["from": visit.now.day.adding(1).iso]
        for limit in ProfileWords.limits { values[limit.field] = String(limit.value(subject.general)) }
        return FormBody(values: values)
    }

    static func introduction(_ subject: Subject) -> HTML {
        """
        <p>Mức mới thay mức cùng phạm vi từ ngày áp dụng. Hồ sơ tiếp nhận hoặc phân loại từ ngày đó theo mức mới; hồ sơ đã có mức thì giữ \
        nguyên, hạn đã hứa không đổi.</p>
        """
    }

    static func fields(_ form: FormView, _ subject: Subject) -> HTML {
        let units = Set(form.all("units"))
        return """
            <h2>Áp dụng cho hồ sơ nào</h2>
            <p class="quiet">Không chọn mục nào nghĩa là mọi hồ sơ. Chọn nhiều nhóm thì hồ sơ phải hợp cả các nhóm.</p>
            \(form.choices("kinds", "Loại nội dung", Kind.allCases.map { Choice($0.rawValue, Terms.name($0)) }))
            \(disclosure(
                "Chọn lĩnh vực", isOpen: !form.all("fields").isEmpty,
                form.choices("fields", "Lĩnh vực", subject.catalogue.fields.map { Choice($0.code.text, $0.name) })))
            \(disclosure(
                units.isEmpty ? "Chọn đơn vị chủ trì" : "Đơn vị chủ trì: đã chọn \(units.count)", isOpen: !units.isEmpty,
                form.choices("units", "Đơn vị chủ trì", Administration.choices(subject.units).map { Choice($0.0, $0.1) })))
            \(form.check("urgentOnly", "Chỉ hồ sơ khẩn"))
            <h2>Các thời hạn</h2>
            <p class="quiet">Tính bằng ngày làm việc, không kể ngày bắt đầu; riêng gia hạn còn có số lần.</p>
            \(each(ProfileWords.limits) { form.line($0.field, $0.label, short: true) })
            <h2>Căn cứ và ngày áp dụng</h2>
            \(form.line("source", "Văn bản căn cứ", hint: "Tên, số và ngày văn bản quy định các thời hạn này."))
            \(form.line("from", "Áp dụng từ ngày", hint: "Từ hôm nay trở đi.", kind: .date))
            """
    }

    static func take(_ form: FormBody, _ subject: Subject, _ visit: Visit) async throws -> String {
        var reading = FormReading(form)
        var limits: [String: Int] = [:]
        for limit in ProfileWords.limits { limits[limit.field] = reading.number(limit.field) }
        func days(_ field: String) -> Int { limits[field] ?? 0 }
        let kinds = form.all("kinds").compactMap(Kind.init)
        if kinds.count != form.all("kinds").count { reading.add("kinds", .unknownCode) }
        let units = form.all("units").compactMap { ID<Domain.Unit>($0) }
        if units.count != form.all("units").count { reading.add("units", .unknownCode) }
        let profile = DeadlineProfile(
            key: "", resolve: days("resolve"), refuse: days("refuse"), ask: days("ask"), publish: days("publish"), source: form.line("source"),
            validFrom: reading.day("from"), forward: days("forward"), firstResponse: days("firstResponse"), coordinate: days("coordinate"),
            longestPause: days("longestPause"), mostExtensions: days("mostExtensions"), longestExtension: days("longestExtension"),
            scope: DeadlineProfile.Scope(
                kinds: kinds, fields: form.all("fields").map { FieldCode($0) }, urgentOnly: form["urgentOnly"] == "1", units: units))
        try reading.finish()
        try await visit.office.perform(AddProfile(profile), as: visit.actor)
        return ProfilesPage.path.link()
    }
}
