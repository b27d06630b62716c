import Documents
import Domain
import Storage

/// What the address of a list asks for.
struct CaseListRequest: Sendable {
    var filter = CaseFilter()
    var after: CaseCursor?
    /// The days as they were asked for, both counted in.
    var since: Day?
    var until: Day?
    /// The list of whoever opens it: kept or sent to a colleague it means him.
    var isMine = false

    /// - Parameter me: who opens the list. Throws `Refusal.invalid` for words that the filters do not know.
    init(_ query: QueryString, me: ID<Account>) throws(Refusal) {
        var list = ProblemList()
        filter.queue = Self.read(query, "hang", &list) { CaseFilter.Queue(rawValue: $0) } ?? .all
        filter.site = Self.read(query, "noi-dat", &list) { Site(rawValue: $0) }
        filter.channel = Self.read(query, "kenh", &list) { Channel(rawValue: $0) }
        filter.field = Self.read(query, "linh-vuc", &list) { FieldCode($0) }
        filter.unit = Self.read(query, "don-vi", &list) { ID<Unit>($0) }
        filter.state = Self.read(query, "trang-thai", &list) { CaseState(rawValue: $0) }
        since = Self.read(query, "tu-ngay", &list) { Day(typed: $0) }
        until = Self.read(query, "den-ngay", &list) { Day(typed: $0) }
        filter.since = since.map { Instant($0) }
        filter.until = until.map { Instant($0.adding(1)) }
        isMine = query["nguoi"] == "toi"
        filter.person = isMine ? me : Self.read(query, "nguoi", &list) { ID<Account>($0) }
        filter.urgent = query["khan"] == "1"
        filter.figure = Self.read(query, "so-lieu", &list) { WeeklyFigure(rawValue: $0) }
        filter.week = Self.read(query, "tuan", &list) { Week(iso: $0) }
        filter.words = CleanText(line: query["tim"] ?? "").text
        after = Self.read(query, "sau", &list) { CaseCursor($0) }
        if let since, let until, until < since { list.add("den-ngay", .endsBeforeBegin) }
        try list.refuse()
    }

    private static func read<T>(_ query: QueryString, _ name: String, _ list: inout ProblemList, _ make: (String) -> T?) -> T? {
        guard let text = query[name], !text.isEmpty else { return nil }
        let value = make(text)
        if value == nil { list.add(name, .unknownCode) }
        return value
    }

    func link(after: CaseCursor?) -> String {
        CaseListPage.path.link(query: [
            "hang": filter.queue == .all ? nil : filter.queue.rawValue, "noi-dat": filter.site?.rawValue,
            "kenh": filter.channel?.rawValue, "linh-vuc": filter.field?.text, "don-vi": filter.unit?.text,
            "trang-thai": filter.state?.rawValue, "tu-ngay": since?.iso, "den-ngay": until?.iso,
            "nguoi": isMine ? "toi" : filter.person?.text, "khan": filter.urgent ? "1" : nil, "so-lieu": filter.figure?.rawValue,
            "tuan": filter.week?.iso, "tim": filter.words.isEmpty ? nil : filter.words, "sau": after?.text,
        ])
    }

    /// What stands behind the `?`, without the page; empty for the whole list.
    var query: String { link(after: nil).split(separator: "?", maxSplits: 1).dropFirst().first.map(String.init) ?? "" }

    /// Whether more is asked than a queue of the rail.
    var isOwn: Bool {
        var plain = CaseFilter()
        plain.queue = filter.queue
        return filter != plain
    }

    /// Whether one of the conditions is set that the form keeps folded away.
    var hasFurther: Bool {
        filter.unit != nil || filter.state != nil || filter.since != nil || filter.until != nil || filter.person != nil || filter.urgent
    }

    var title: String {
        if let figure = filter.figure, let week = filter.week { return "\(Terms.name(figure)), tuần \(week.iso)" }
        return QueueWords.name(filter.queue)
    }

    var emptyWords: String {
        filter.words.isEmpty ? "Không có hồ sơ nào ở đây lúc này." : "Không tìm thấy hồ sơ nào có “\(filter.words)”. Hãy thử ít từ hơn."
    }
}
