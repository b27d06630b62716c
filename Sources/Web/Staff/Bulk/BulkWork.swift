import Documents
import Domain
import Operations
import Storage

/// Nhập vào vấn đề chung: all of them into one.
struct BulkJoin: BulkAction {
    static let key = "join"
    static let permission = Permission.joinCause
    static let title = "Nhập vào vấn đề chung"
    let cause: String

    static func fields(_ form: FormView, _ lists: BulkLists) -> HTML {
        form.select("cause", "Vấn đề chung", lists.causes.map { ($0.number, "\($0.number) \($0.title)") })
    }

    init(_ form: FormBody) throws(Refusal) {
        cause = form.line("cause")
        if cause.isEmpty { throw .invalid([Problem("cause", .missing)]) }
    }

    func perform(on petition: Case, version: Int, _ visit: Visit) async throws {
        guard let common = try await visit.office.read({ try CauseStore.find(cause, $0) }) else { throw Refusal.noSuch(.cause) }
        _ = try await visit.office.perform(JoinCause(petition: petition.id, version: version, cause: common.id), as: visit.actor)
    }
}

/// Sàng lọc: the same kind and field for all of them, where many write about one thing; place and site stay each sender's own.
struct BulkScreen: BulkAction {
    static let key = "screen"
    static let permission = Permission.screen
    static let title = "Phân loại, chuyển chẩn đoán"
    let kind: Kind
    let field: FieldCode
    /// For those of whom it is not known.
    let site: Site?

    static func fields(_ form: FormView, _ lists: BulkLists) -> HTML {
        """
        \(form.choice("kind", "Loại nội dung", Kind.allCases.filter(\.isPetition).map { Choice($0.rawValue, Terms.name($0)) }))
        \(form.select("field", "Lĩnh vực", lists.catalogue.fields.map { ($0.code.text, $0.name) }))
        \(form.choice(
            "site", "Nơi đặt doanh nghiệp, với hồ sơ chưa rõ", Site.allCases.map { Choice($0.rawValue, Terms.name($0)) }, optional: true))
        """
    }

    init(_ form: FormBody) throws(Refusal) {
        var reading = FormReading(form)
        site = try form.choice("site")
        kind = reading.choice("kind", else: .regulation)
        field = FieldCode(reading.line("field"))
        try reading.finish()
    }

    func perform(on petition: Case, version: Int, _ visit: Visit) async throws {
        var classification = petition.classification
        classification.kind = kind
        classification.field = field
        classification.site = classification.site ?? site
        _ = try await visit.office.perform(
            ScreenCase(petition: petition.id, version: version, classification: classification, remark: ""), as: visit.actor)
    }
}

/// Nêu lý do quá hạn: one reason and one new date for all of them.
struct BulkExcuse: BulkAction {
    static let key = "excuse"
    static let permission = Permission.excuse
    static let title = "Nêu lý do quá hạn"
    let reason: String
    let committed: Day

    static func fields(_ form: FormView, _ lists: BulkLists) -> HTML {
        """
        \(form.area("excuse", "Lý do quá hạn", hint: "Người gửi đọc được.", rows: 2))
        \(form.line("committed", "Ngày cam kết mới", kind: .date))
        """
    }

    init(_ form: FormBody) throws(Refusal) {
        reason = form.words("excuse")
        var reading = FormReading(form)
        if reason.isEmpty { reading.add("excuse", .missing) }
        committed = reading.day("committed")
        try reading.finish()
    }

    func perform(on petition: Case, version: Int, _ visit: Visit) async throws {
        _ = try await visit.office.perform(
            ExcuseCase(petition: petition.id, version: version, reason: reason, committed: committed), as: visit.actor)
    }
}
