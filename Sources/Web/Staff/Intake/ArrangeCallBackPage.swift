import Documents
import Domain
import HTTPTypes
import Operations
import Storage

/// Hẹn gọi lại người gửi: by hand, on a case.
struct ArrangeCallBackPage: Page {
    static let path: Path = "/app/ho-so/:number/hen-goi-lai"
    static let access = Access.staff
    private static let title = "Hẹn gọi lại người gửi"

    private struct Model: Sendable {
        var petition: Case
        var contact: Contact
    }

    static func show(_ visit: Visit) async throws -> Reply {
        try await reply(FormView(FormBody(values: ["kind": ReplyTask.Kind.call.rawValue, "who": "me"])), load(visit), visit)
    }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        let model = try await load(visit)
        do {
            var reading = FormReading(form)
            let kind = reading.choice("kind", else: ReplyTask.Kind.call)
            let due = form.line("dueAt")
            let moment = due.isEmpty ? nil : Instant(iso: due)
            if !due.isEmpty, moment == nil { reading.add("dueAt", .dateUnreadable) }
            try reading.finish()
            let task = try await visit.office.perform(
                ArrangeCallBack(
                    petition: model.petition.id, kind: kind, text: form.words("text"), dueAt: moment,
                    account: form["who"] == "desk" ? nil : visit.account().id), as: visit.actor)
            return .see(ReplyTaskPage.path.link(task.id.text))
        } catch let refusal as Refusal {
            if case .notPermitted = refusal { throw refusal }
            return try await reply(FormView(form, refusal), model, visit, refusal)
        }
    }

    private static func load(_ visit: Visit) async throws -> Model {
        let (code, actor) = (visit.parameter("number"), visit.actor)
        try await visit.noteLook(at: code)
        return try await visit.office.read { tx in
            guard let petition = try CaseStore.find(code, tx), let contact = try ContactStore.load(petition.contact, tx) else {
                throw Refusal.noSuch(.petition)
            }
            guard Rights.allow(actor, .note, on: petition.subject) else { throw Refusal.notPermitted(.note) }
            return Model(petition: petition, contact: contact)
        }
    }

    private static func reply(_ form: FormView, _ model: Model, _ visit: Visit, _ refusal: Refusal? = nil) async throws -> Reply {
        let person = model.contact.person
        let content: HTML = """
            \(caseCrumbs(model.petition, title))
            <h1>\(title)</h1>
            <p class="subject"><strong>\(model.petition.number.text)</strong> \(model.petition.title)</p>
            \(factsList([("Người gửi", person.display), ("Họ tên", person.name), ("Điện thoại", person.phone), ("Thư điện tử", person.email)]))
            \(form.summary)
            <form method="post" action="\(path.link(model.petition.number.text))" data-guard>\(hiddenFields(visit))
            \(form.choice("kind", "Cách", ReplyTask.Kind.allCases.map { Choice($0.rawValue, Terms.name($0)) }))
            \(form.area("text", "Lời cần nói", rows: 4))
            \(IntakeForm.line(form, "dueAt", "Trước lúc (bỏ trống: trong 4 giờ làm việc)", key: nil, type: "datetime-local"))
            \(form.choice("who", "Người làm", [Choice("me", "Tôi"), Choice("desk", "Bộ phận tiếp nhận")]))
            \(buttonRow(primary: .submit("Hẹn gọi lại"), others: [.link("Quay lại hồ sơ", CasePage.path.link(model.petition.number.text))]))</form>
            """
        return .document(try await StaffFrame.page(title: title, queue: nil, content, visit), status: refusal.map(FailurePage.status) ?? .ok)
    }
}
