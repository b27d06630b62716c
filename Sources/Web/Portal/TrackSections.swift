import Documents
import Domain
import Operations

/// What a sender can do on the page of his case: answer a question, add a word, read the answer, rate it, come back.
enum TrackSections {
    /// - Parameter actor: whoever has signed in is not the sender, and rates nothing in his name.
    static func all(_ tracked: TrackedCase, _ form: FormView, _ actor: Actor, at now: Instant) -> HTML {
        let petition = tracked.petition
        let heading = petition.outcome == nil ? "Trả lời trước đây, đang được xem xét lại" : "Trả lời"
        let showsEnding = !petition.state.isOpen || petition.state == .referred
        return """
            \(form.summary)
            \(when(tracked.question) { notice(.soon, title: "Cần Quý vị bổ sung", paragraphs($0)) })
            \(when(heardAbove(petition)) { level in
                notice(.soon, "<p>Quý vị chưa hài lòng với trả lời trước. \(Terms.name(level)) đang xem xét lại.</p>")
            })
            \(when(tracked.answer) { "<h2>\(heading)</h2>\(answerView($0, drafted: false))" })
            \(when(showsEnding ? tracked.ending : nil) { "<section><h2>Lý do</h2>\(paragraphs($0))</section>" })
            \(when(petition.state.isOpen) { supply(tracked, form) })
            \(when(petition.offers(.rate, to: actor, at: now)) { rate(petition, form) })
            \(when(petition.rating) { notice(.done, "<p>Quý vị đã đánh giá: \($0.satisfied ? "hài lòng" : "chưa hài lòng").</p>") })
            \(when(petition.offers(.reopen, to: actor, at: now)) { reopen(petition, form) })
            """
    }

    /// The level before which the case lies because its sender was not content; `nil` when it lies there for another reason or nowhere.
    private static func heardAbove(_ petition: Case) -> Level? {
        guard let waiting = petition.work.escalation, waiting.cause == .dissatisfied else { return nil }
        return waiting.level
    }

    private static func supply(_ tracked: TrackedCase, _ form: FormView) -> HTML {
        let title = tracked.question == nil ? "Gửi thêm nội dung" : "Gửi bổ sung"
        let fields: HTML = """
            <form method="post" action="\(SupplyPage.path.link(tracked.petition.lookupCode.text))" enctype="multipart/form-data">
            \(form.area("text", "Nội dung", rows: 4))
            \(form.files("files", "Tệp kèm theo"))
            \(buttonRow(primary: .submit(title)))</form>
            """
        return tracked.question == nil ? disclosure(title, fields) : fields
    }

    private static func rate(_ petition: Case, _ form: FormView) -> HTML {
        """
        <section><h2>Quý vị có hài lòng với trả lời này không?</h2>
        <form method="post" action="\(RatePage.path.link(petition.lookupCode.text))">
        \(form.choice("satisfied", "Đánh giá", [Choice("1", "Hài lòng"), Choice("0", "Chưa hài lòng")]))
        \(form.area("remark", "Ý kiến thêm", optional: true, rows: 3))
        \(buttonRow(primary: .submit("Gửi đánh giá")))</form></section>
        """
    }

    private static func reopen(_ petition: Case, _ form: FormView) -> HTML {
        disclosure(
            "Chưa được giải quyết? Kiến nghị lại",
            """
            <form method="post" action="\(ReopenPage.path.link(petition.lookupCode.text))">
            \(form.area("reason", "Điều chưa được giải quyết", hint: "Hồ sơ được mở lại với hạn trả lời mới.", rows: 4))
            \(buttonRow(primary: .submit("Kiến nghị lại")))</form>
            """)
    }
}

/// Gửi bổ sung.
struct SupplyPage: Page {
    static let path: Path = "/tra-cuu/:code/bo-sung"
    static let access = Access.anyone

    static func show(_ visit: Visit) async throws -> Reply { .see(TrackCasePage.path.link(visit.parameter("code"))) }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        try await TrackedCase.answering(form, visit) { code in
            _ = try await visit.office.perform(SupplyByCode(code: code, text: form.words("text"), files: uploads(form)), as: .sender)
        }
    }
}

/// Đánh giá.
struct RatePage: Page {
    static let path: Path = "/tra-cuu/:code/danh-gia"
    static let access = Access.anyone

    static func show(_ visit: Visit) async throws -> Reply { .see(TrackCasePage.path.link(visit.parameter("code"))) }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        try await TrackedCase.answering(form, visit) { code in
            guard let word = form["satisfied"], ["0", "1"].contains(word) else { throw Refusal.invalid([Problem("satisfied", .missing)]) }
            let rating = Rating(satisfied: word == "1", remark: form.words("remark"))
            _ = try await visit.office.perform(RateByCode(code: code, rating: rating), as: visit.actor)
        }
    }
}

/// Kiến nghị lại.
struct ReopenPage: Page {
    static let path: Path = "/tra-cuu/:code/kien-nghi-lai"
    static let access = Access.anyone

    static func show(_ visit: Visit) async throws -> Reply { .see(TrackCasePage.path.link(visit.parameter("code"))) }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        try await TrackedCase.answering(form, visit) { code in
            _ = try await visit.office.perform(ReopenByCode(code: code, reason: form.words("reason")), as: visit.actor)
        }
    }
}

extension TrackedCase {
    /// Does what a sender's form asks; when it is refused he stays on his page with what he typed.
    static func answering(_ form: FormBody, _ visit: Visit, _ act: (LookupCode) async throws -> Void) async throws -> Reply {
        let petition = try await find(visit).petition
        do {
            try await act(petition.lookupCode)
            return .see(TrackCasePage.path.link(petition.lookupCode.text))
        } catch let refusal as Refusal {
            return try await TrackCasePage.reply(visit, FormView(form, refusal), status: FailurePage.status(of: refusal))
        }
    }
}
