import Documents
import Domain
import HTTPTypes
import Operations
import Storage

/// One call to make: the number, large; the words to read out; what became of it.
struct ReplyTaskPage: Page {
    static let path: Path = "/app/goi-lai/:id"
    static let access = Access.staff

    private struct Model: Sendable {
        var task: ReplyTask
        var contact: Contact
        var petition: Case?
        var owner: String?
    }

    static func show(_ visit: Visit) async throws -> Reply { try await reply(FormView(FormBody()), load(visit), visit) }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        let model = try await load(visit)
        do {
            guard let act = form["do"].flatMap({ WorkReplyTask.Act(rawValue: $0) }) else { throw Refusal.invalid([Problem("note", .unknownCode)]) }
            let task = try await visit.office.perform(
                WorkReplyTask(task: model.task.id, act: act, note: form.line("note")), as: visit.actor)
            return .see(task.isOpen ? path.link(task.id.text) : ReplyTasksPage.path.link())
        } catch let refusal as Refusal {
            if case .notPermitted = refusal { throw refusal }
            return try await reply(FormView(form, refusal), model, visit, refusal)
        }
    }

    private static func load(_ visit: Visit) async throws -> Model {
        let (actor, id) = (visit.actor, ID<ReplyTask>(visit.parameter("id")))
        let about = try await visit.office.read { tx in
            try id.flatMap { try ReplyTaskStore.load($0, tx) }?.petition.flatMap { try CaseStore.load($0, tx) }
        }
        if let about { try await visit.noteLook(at: about) }
        return try await visit.office.read { tx in
            guard let id, let task = try ReplyTaskStore.load(id, tx), let contact = try ContactStore.load(task.contact, tx) else {
                throw Refusal.noSuch(.replyTask)
            }
            guard try ReplyTaskQueries.isSeen(task, by: actor, tx) else { throw Refusal.notPermitted(.view) }
            return Model(
                task: task, contact: contact, petition: try task.petition.flatMap { try CaseStore.load($0, tx) },
                owner: try task.account.flatMap { try AccountStore.load($0, on: nil, tx)?.name })
        }
    }

    private static func reply(_ form: FormView, _ model: Model, _ visit: Visit, _ refusal: Refusal? = nil) async throws -> Reply {
        let title = "\(Terms.name(model.task.kind)): \(name(model))"
        let content: HTML = """
            \(breadcrumbs([NavItem("Việc gọi lại", ReplyTasksPage.path.link())], here: name(model)))
            <h1>\(title)</h1>
            \(when(model.task.isLate(at: visit.now)) { notice(.late, "<p>Quá giờ hẹn: \(model.task.dueAt.vietnamese).</p>") })
            \(form.summary)
            <div class="spoken">
            \(when(model.task.kind == .call && !model.contact.person.phone.isEmpty) {
                copyableCode(PhoneNumber(model.contact.person.phone)?.vietnamese ?? model.contact.person.phone, label: "Số điện thoại")
            })
            <section><h2>Lời cần nói</h2><div class="say">\(paragraphs(model.task.text))</div></section>
            \(facts(model))
            </div>
            \(attempts(model.task))
            \(model.task.done.map(ended) ?? outcome(form, model, visit))
            """
        return .document(
            try await StaffFrame.page(title: title, queue: nil, content, visit), status: refusal.map(FailurePage.status) ?? .ok)
    }

    private static func name(_ model: Model) -> String {
        let person = model.contact.person
        return person.display.nonEmpty ?? person.phone.nonEmpty ?? "Người gửi chưa nêu tên"
    }

    private static func facts(_ model: Model) -> HTML {
        let person = model.contact.person
        return factsList(
            [
                Fact("Họ tên", text: person.name), Fact("Tổ chức", text: person.organisation), Fact("Thư điện tử", text: person.email),
                Fact("Địa chỉ", text: person.address),
                Fact("Hồ sơ", model.petition.map { "<a href=\"\(CasePage.path.link($0.number.text))\">\($0.number.text)</a> \($0.title)" } ?? .empty),
                Fact("Vì sao", text: model.task.reason), Fact("Trước", text: model.task.dueAt.vietnamese),
                Fact("Người làm", text: model.owner ?? "Chưa ai nhận"),
            ].filter { !$0.value.isEmpty })
    }

    private static func attempts(_ task: ReplyTask) -> HTML {
        if task.attempts.isEmpty { return .empty }
        return """
            <section><h2>Đã thử</h2><ul>\(each(task.attempts) { "<li>\($0.at.vietnamese), \($0.by): \($0.note)</li>" })</ul></section>
            """
    }

    private static func ended(_ done: ReplyTask.Done) -> HTML {
        let head = done.reached ? "Đã báo người gửi" : "Thôi liên hệ"
        return notice(
            done.reached ? .done : .plain,
            "<p>\(head): \(done.by), \(done.at.vietnamese).\(done.note.isEmpty ? "" : " \(done.note)")</p>")
    }

    private static func outcome(_ form: FormView, _ model: Model, _ visit: Visit) -> HTML {
        let isMine = model.task.account == visit.staff?.account.id
        return """
            <form method="post" action="\(path.link(model.task.id.text))" data-guard>\(hiddenFields(visit))
            \(form.line("note", "Ghi kết quả", hint: "Người nghe nói gì, hẹn lại lúc nào. Thôi liên hệ thì ghi lý do.", optional: true))
            <div class="buttons">
            <button class="button primary" type="submit" name="do" value="reached">Đã báo người gửi</button>
            <button class="button plain" type="submit" name="do" value="inVain">Chưa gặp được</button>
            \(when(!isMine) { "<button class=\"button plain\" type=\"submit\" name=\"do\" value=\"take\">Tôi nhận việc này</button>" })
            <button class="button plain destructive" type="submit" name="do" value="giveUp">Thôi liên hệ</button>
            </div></form>
            """
    }
}
