import Documents
import Domain
import Operations
import Storage

/// Đã tiếp nhận: number and code, large, and what to say to whoever waits on the line.
struct TakenInPage: Page {
    static let path: Path = "/app/tiep-nhan/da-nhan/:number"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        try IntakeDeskPage.check(visit)
        let (code, actor) = (visit.parameter("number"), visit.actor)
        try await visit.noteLook(at: code)
        let (petition, items, letter) = try await visit.office.read { tx in
            guard let petition = try CaseStore.find(code, tx) else { throw Refusal.noSuch(.petition) }
            guard Rights.allow(actor, .view, on: petition.subject) else { throw Refusal.notPermitted(.view) }
            let items = try petition.item.map { try SubmissionStore.items($0.submission, tx) } ?? [petition]
            // One of them may have been closed to most eyes since.
            return (petition, items.filter { Rights.allow(actor, .view, on: $0.subject) }, try LetterStore.of(petition, tx))
        }
        let isMore = visit.query["them"] == "1"
        let title = isMore ? "Đã ghi vào hồ sơ \(petition.number.text)" : "Đã tiếp nhận \(petition.number.text)"
        let words = isMore ? SpokenWords.added(petition)
            : items.count > 1 ? SpokenWords.received(items, base: visit.office.settings.baseURL)
            : SpokenWords.received(petition, base: visit.office.settings.baseURL)
        let content: HTML = """
            <h1 data-draft-done="\(IntakeForm.draftName(visit))">\(title)</h1>
            <div data-draft-done="\(LetterForm.draftName(visit))" class="spoken">
            \(items.count > 1 ? codes(items) : copyableCode(petition.lookupCode.grouped, label: "Mã tra cứu"))
            <section><h2>Nói với người gọi</h2><p class="say">\(words)</p></section>
            \(factsList([
                ("Số đến", letter?.arrivalWords ?? ""), ("Tiếp nhận", petition.receivedAt.vietnamese),
                ("Hạn trả lời", petition.clock.due.day.vietnamese), ("Kênh", Terms.name(petition.channel)),
            ]))
            </div>
            <div class="buttons">
            <a class="button primary" href="\(next(petition))" accesskey="m" data-key="\(keyName("m"))" autofocus>Tiếp nhận lượt mới</a>
            <a class="button plain" href="\(CasePage.path.link(petition.number.text))" accesskey="x" \
            data-key="\(keyName("x"))">Mở hồ sơ</a>
            </div>
            """
        return .document(try await StaffFrame.page(title: title, queue: nil, content, visit))
    }

    /// The desk again, on the channel that was in hand.
    private static func next(_ petition: Case) -> String {
        petition.channel == .letter ? LetterPage.path.link() : IntakeDeskPage.path.link(query: ["kenh": petition.channel.rawValue])
    }

    private static func codes(_ items: [Case]) -> HTML {
        let table = DataTable(
            .sheet, caption: "Các hồ sơ của văn bản", columns: [.init("Số"), .init("Nội dung"), .init("Mã tra cứu")],
            rows: items.map {
                .init([
                    "<a href=\"\(CasePage.path.link($0.number.text))\">\($0.number.text)</a>", "\($0.title)",
                    "<strong>\($0.lookupCode.grouped)</strong>",
                ])
            })
        return dataTable(table)
    }
}

extension PaperLetter {
    /// `12/CV-SM ngày 30/07/2026`
    var words: String {
        [draft.number, draft.date.map { "ngày \($0.vietnamese)" } ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// `7/2026, đến ngày 03/08/2026`
    var arrivalWords: String { "\(arrival)/\(year), đến ngày \(draft.arrivedOn.vietnamese)" }
}
