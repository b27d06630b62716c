import Database
import Documents
import Domain
import Hummingbird
import Operations
import Storage

/// Tra cứu: asks for the code.
struct TrackPage: Page {
    static let path: Path = "/tra-cuu"
    static let access = Access.anyone

    static func show(_ visit: Visit) async throws -> Reply {
        guard let typed = visit.query["ma"], !typed.isEmpty else { return try await reply(FormView(FormBody()), visit, status: .ok) }
        guard let code = LookupCode(typed) else {
            return try await reply(FormView(FormBody(values: ["ma": typed]), .noSuch(.petition)), visit, status: .notFound)
        }
        return .see(TrackCasePage.path.link(code.text))
    }

    private static func reply(_ form: FormView, _ visit: Visit, status: HTTPResponse.Status) async throws -> Reply {
        let content: HTML = """
            <h1>Tra cứu kiến nghị</h1>
            \(form.summary)
            <form method="get" action="\(path.link())">
            \(form.line("ma", "Mã tra cứu", hint: "10 ký tự, có trong tin nhắn hoặc trang xác nhận khi gửi.", autocomplete: "off", short: true))
            \(buttonRow(primary: .submit("Tra cứu")))</form>
            """
        return .document(try await PublicFrame.page(title: "Tra cứu kiến nghị", here: path, content, visit), status: status)
    }
}

/// A case as its sender sees it: the date promised in the first line, then what happened, newest on top. Nothing personal.
struct TrackCasePage: Page {
    static let path: Path = "/tra-cuu/:code"
    static let access = Access.anyone

    static func show(_ visit: Visit) async throws -> Reply { try await reply(visit, FormView(FormBody()), status: .ok) }

    static func reply(_ visit: Visit, _ form: FormView, status: HTTPResponse.Status) async throws -> Reply {
        let tracked = try await TrackedCase.find(visit)
        return .document(
            try await PublicFrame.page(
                title: "Kiến nghị \(tracked.petition.lookupCode.grouped)", here: TrackPage.path, body(tracked, form, visit), visit),
            status: status)
    }

    private static func body(_ tracked: TrackedCase, _ form: FormView, _ visit: Visit) -> HTML {
        let petition = tracked.petition
        // What is said about the delay of a duplicate is for its own sender.
        let excuse = petition.state.isOpen && petition.clock.isOwnLate(at: visit.now) ? petition.work.excuse : nil
        return """
            \(visit.query["moi"] == "1" ? sent(petition) : "<h1>Kiến nghị <span class=\"nowrap\">\(petition.lookupCode.grouped)</span></h1>")
            <p class="promise">\(promise(petition, visit.now))</p>
            \(factsList([
                ("Trạng thái", petition.clock.isPaused ? "Chờ Quý vị bổ sung thông tin" : Terms.name(tracked.state)),
                ("Đơn vị chủ trì", tracked.lead), ("Tiếp nhận", petition.receivedAt.vietnamese),
                ("Hạn trả lời", petition.clock.own.day.vietnamese),
                ("Hạn ban đầu", petition.clock.originalDue == petition.clock.own ? "" : petition.clock.originalDue.day.vietnamese),
                ("Lý do gia hạn", petition.clock.originalDue == petition.clock.own ? "" : petition.clock.extensions.last?.reason ?? ""),
                ("Ngày cam kết", excuse?.committed.vietnamese ?? ""), ("Lý do chậm", excuse?.reason ?? ""),
            ]))
            \(when(tracked.letter) { letter($0, here: petition) })
            \(TrackSections.all(tracked, form, visit.actor, at: visit.now))
            <h2>Diễn biến</h2>
            \(timeline(tracked.history.map { TimelineEntry(time: $0.vietnamese, machineTime: $0.iso, title: $1) }))
            """
    }

    private static func sent(_ petition: Case) -> HTML {
        """
        <h1 data-draft-done="gui-kien-nghi">Đã nhận kiến nghị của Quý vị</h1>
        \(copyableCode(petition.lookupCode.grouped, label: "Mã tra cứu của Quý vị"))
        <p>Hãy ghi lại mã này. Ai có mã đều xem được tiến độ và trả lời; trang này không hiện thông tin cá nhân.</p>
        """
    }

    /// The other petitions of the same letter by number, unit and state: each has a page of its own, and none says more here.
    private static func letter(_ letter: TrackedCase.Letter, here: Case) -> HTML {
        let done = letter.items.count { !$0.petition.state.isOpen }
        return """
            <section><h2>Văn bản gồm \(letter.items.count) nội dung</h2>
            <p>\(letter.closedAt.map { "Đã xong mọi nội dung ngày \($0.day.vietnamese)." }
                ?? "Đã xong \(done)/\(letter.items.count) nội dung; Quý vị nhận một trả lời chung khi xong nội dung cuối cùng.")</p>
            \(dataTable(DataTable(
                .sheet, caption: "Các nội dung của văn bản",
                columns: ["Nội dung", "Đơn vị chủ trì", "Trạng thái", "Hạn trả lời"].map { .init($0) },
                rows: letter.items.map { item in
                    let number = item.petition.item?.item ?? 0
                    if item.petition.id == here.id { return row("<strong>Nội dung \(number) (trang này)</strong>", item) }
                    // A restricted petition is followed by its own code alone.
                    if item.petition.isRestricted { return .init(["Nội dung \(number)", "", "Theo dõi bằng mã riêng", ""]) }
                    return row("<a href=\"\(path.link(item.petition.lookupCode.text))\">Nội dung \(number)</a>", item)
                })))</section>
            """
    }

    private static func row(_ name: HTML, _ item: (petition: Case, lead: String)) -> DataTable.Row {
        .init([name, "\(item.lead)", "\(Terms.name(item.petition.state))", "\(item.petition.clock.own.day.vietnamese)"])
    }

    private static func promise(_ petition: Case, _ now: Instant) -> String {
        if petition.state == .answered, let at = petition.answeredAt { return "Đã trả lời ngày \(at.day.vietnamese)." }
        if !petition.state.isOpen { return "Hồ sơ đã kết thúc: \(Terms.name(petition.state).lowercased())." }
        if petition.clock.isPaused { return "Thời hạn đang tạm dừng, chờ Quý vị bổ sung thông tin." }
        if petition.clock.isOwnLate(at: now) {
            if let excuse = petition.work.excuse, !petition.lacksExcuse(at: now) {
                let missed = petition.clock.own.day.vietnamese
                return "Đã quá ngày hẹn \(missed). Đơn vị chủ trì cam kết trả lời trước ngày \(excuse.committed.vietnamese)."
            }
            return "Đã quá ngày hẹn \(petition.clock.own.day.vietnamese). Hồ sơ đã được báo lên Tổ phó Thường trực để đôn đốc."
        }
        return "Quý vị được trả lời chậm nhất ngày \(petition.clock.own.day.vietnamese)."
    }
}

/// What whoever holds the code may know.
struct TrackedCase: Sendable {
    var petition: Case
    /// Where the matter stands: of a duplicate that of its main case.
    var state: CaseState
    var lead: String
    var history: [(Instant, String)]
    /// The question that waits for the sender.
    var question: String?
    /// The newest answer that went out.
    var answer: AnswerDraft?
    /// What was said when it was refused or passed on.
    var ending: String?
    /// The letter that it came in, when that holds several petitions.
    var letter: Letter?

    /// A letter by its items, in their order.
    struct Letter: Sendable {
        var items: [(petition: Case, lead: String)]
        var closedAt: Instant?
    }

    /// Finds the case behind the address; guessing is slowed down.
    static func find(_ visit: Visit) async throws -> TrackedCase {
        let typed = visit.parameter("code")
        guard let code = LookupCode(typed), let tracked = try await read(code, visit) else {
            try await visit.limits.lookups.take(visit.caller, at: visit.now)
            throw Refusal.noSuch(.petition)
        }
        return tracked
    }

    private static func read(_ code: LookupCode, _ visit: Visit) async throws -> TrackedCase? {
        try await visit.office.read { tx in
            guard let petition = try CaseStore.find(code.text, tx), let lead = try OrganisationStore.unit(petition.lead, tx) else {
                return nil
            }
            let events = try CaseStore.events(of: petition.id, tx)
            let main = try main(of: petition, tx)
            let all = (events + main.progress).enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
            var tracked = TrackedCase(
                petition: petition, state: main.state ?? petition.state, lead: lead.name,
                history: all.reversed().compactMap { event in EventWords.publicSentence(event.event).map { (event.at, $0) } },
                question: petition.openPause?.reason, letter: try letter(of: petition, tx))
            for event in events {
                switch event.event {
                case .approved(let answer): tracked.answer = answer
                case .declined(let reason): tracked.ending = reason
                case .transferred(_, let body, let reason): tracked.ending = "Đã chuyển đến \(body). \(reason)"
                case .received, .wrote, .screened, .asked, .supplied, .resumed, .diagnosed, .assigned, .gaveBack, .noted, .told, .drafted,
                    .submitted, .draftReturned, .rated, .invited, .readersNamed, .inherited, .handedOver, .reopened, .split, .consulted,
                    .advised, .lapsed, .escalated, .directed, .offered, .decisionAsked, .tookOver, .sentBack, .offerWithdrawn,
                    .extensionAsked, .extended, .extensionRefused, .excused, .clockSet, .recomputed, .endorsed, .joined, .leftCause, .partyMoved,
                    .merged, .followed, .separated, .absorbed, .released, .jointDueSet, .duplicateWrote:
                    break
                }
            }
            return tracked
        }
    }

    /// What happened to the main case of a duplicate since they are one, as far as it is not told in the duplicate's own journal; nothing
    /// that its sender did or was asked.
    private static func main(of petition: Case, _ tx: Transaction) throws -> (state: CaseState?, progress: [RecordedEvent]) {
        guard let merger = petition.merger, let main = try CaseStore.load(merger.main, tx) else { return (nil, []) }
        let end = petition.state.isOpen ? nil : petition.answeredAt
        let shared: Set = ["screened", "consulted", "escalated", "directed"]
        let progress = try CaseStore.events(of: main.id, tx).filter { event in
            shared.contains(event.event.verb) && event.at >= merger.at && end.map { event.at <= $0 } ?? true
        }
        return (petition.isMerged ? main.state : nil, progress)
    }

    private static func letter(of petition: Case, _ tx: Transaction) throws -> Letter? {
        guard let item = petition.item, let letter = try SubmissionStore.load(item.submission, tx) else { return nil }
        let items = try SubmissionStore.items(letter.id, tx).map { item in
            (petition: item, lead: try OrganisationStore.unit(item.lead, tx)?.name ?? "")
        }
        return Letter(items: items, closedAt: letter.closedAt)
    }
}
