import Database
import Documents
import Domain
import Operations
import Storage

/// Thêm, sửa mẫu trả lời: one template by `?id=`, a new one without.
struct TemplatePage: AdministrationForm {
    static let path: Path = "/app/quan-tri/mau-tra-loi/sua"

    struct Subject: Sendable {
        var template: ReplyTemplate?
        var catalogue: Catalogue
    }

    static func subject(_ visit: Visit, _ tx: Transaction) throws -> Subject {
        let catalogue = try visit.office.catalogue(tx)
        guard let text = visit.query["id"], !text.isEmpty else { return Subject(template: nil, catalogue: catalogue) }
        guard let id = ID<ReplyTemplate>(text), let template = try ReplyTemplateStore.load(id, tx) else { throw Refusal.noSuch(.template) }
        return Subject(template: template, catalogue: catalogue)
    }

    static func title(_ subject: Subject) -> String { "Soạn mẫu trả lời" }
    static func crumbs(_ subject: Subject) -> [NavItem] { [NavItem("Mẫu trả lời", TemplatesPage.path.link())] }
    static func button(_ subject: Subject) -> Button { .submit("Lưu mẫu", name: "do", value: "keep") }

    static func opening(_ subject: Subject, _ visit: Visit) -> FormBody {
        guard let template = subject.template else { return FormBody() }
        return FormBody(values: [
            "id": template.id.text, "templateName": template.name, "field": template.field?.text, "outcome": template.outcome?.rawValue,
            "conclusion": template.conclusion, "explanation": template.explanation, "legalBasis": template.legalBasis,
            "templateCommitments": template.commitments,
        ])
    }

    static func introduction(_ subject: Subject) -> HTML {
        """
        \(when(subject.template?.retiredAt) { notice(.plain, "<p>Mẫu này đã thôi dùng từ ngày \($0.day.vietnamese), chỉ xem được.</p>") })
        \(disclosure("Các ô điền", places))
        """
    }

    private static let places: HTML = """
        <p>Những ô này được thay bằng thông tin của hồ sơ khi người soạn dùng mẫu:</p>
        \(factsList(ReplyTemplate.Placeholder.allCases.map { ($0.mark, TemplateWords.name($0)) }))
        <p class="quiet">Nội dung người soạn phải tự điền thì để trong ngoặc vuông, ví dụ [nêu văn bản].</p>
        """

    static func fields(_ form: FormView, _ subject: Subject) -> HTML {
        """
        \(when(form.value("id").nonEmpty) { hiddenField("id", $0) })
        \(form.line("templateName", "Tên mẫu", hint: "Người soạn chọn mẫu theo tên này."))
        \(form.select("field", "Lĩnh vực", subject.catalogue.fields.map { ($0.code.text, $0.name) }, optional: true))
        \(form.select("outcome", "Kết quả", Outcome.allCases.map { ($0.rawValue, Terms.name($0)) }, optional: true))
        \(form.area("conclusion", "Kết luận", rows: 3))
        \(form.area("explanation", "Giải thích", optional: true, rows: 6))
        \(form.area("legalBasis", "Căn cứ pháp lý", optional: true, rows: 2))
        \(form.area(
            "templateCommitments", "Ai làm gì",
            hint: "Mỗi dòng một việc, tối đa \(ReplyTemplate.mostPromises) dòng, ví dụ: {don_vi}: kiểm tra tại chỗ. Người soạn tự ghi ngày.",
            optional: true, rows: 3))
        \(when(!form.value("id").isEmpty && subject.template?.retiredAt == nil) {
            buttonRow(primary: nil, others: [.submit("Thôi dùng mẫu này", name: "do", value: "retire", isDestructive: true)])
        })
        """
    }

    /// The form's own address carries no query, so the template comes back as a field.
    static func take(_ form: FormBody, _ subject: Subject, _ visit: Visit) async throws -> String {
        var reading = FormReading(form)
        let id: ID<ReplyTemplate>? = reading.idIfAny("id")
        try reading.finish()
        if form["do"] == "retire", let id {
            try await visit.office.perform(RetireTemplate(id), as: visit.actor)
        } else {
            let entry = TemplateEntry(
                name: form.line("templateName"), field: form.line("field").nonEmpty.map { FieldCode($0) },
                outcome: try form.choice("outcome"), conclusion: form.words("conclusion"), explanation: form.words("explanation"),
                legalBasis: form.words("legalBasis"), commitments: form.words("templateCommitments"))
            try await visit.office.perform(KeepTemplate(id, entry), as: visit.actor)
        }
        return TemplatesPage.path.link()
    }
}

/// What the places of a template are called.
enum TemplateWords {
    static func name(_ place: ReplyTemplate.Placeholder) -> String {
        switch place {
        case .number: "Số hồ sơ"
        case .unit: "Đơn vị chủ trì"
        case .due: "Ngày đến hạn trả lời"
        case .field: "Lĩnh vực"
        case .sender: "Doanh nghiệp hoặc người gửi"
        }
    }
}
