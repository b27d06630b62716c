import Documents
import Domain
import Hummingbird
import Operations
import Storage

/// The public form, with the fields and limits of the national form (brief §1.5). Nothing is lost when it is refused; sent twice
/// it is one case.
struct SubmitPage: Page {
    static let path: Path = "/gui-kien-nghi"
    static let access = Access.anyone

    static func show(_ visit: Visit) async throws -> Reply {
        let key = hexadecimal(visit.office.world.chance(16))
        return try await reply(FormView(FormBody(values: ["formKey": key, "sender": "organisation"])), visit, status: .ok)
    }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        do {
            let petition = try await visit.office.perform(
                SubmitForm(draft: try draft(form), files: uploads(form), formKey: form["formKey"] ?? ""), as: .sender)
            return .see(TrackCasePage.path.link(petition.lookupCode.text, query: ["moi": "1"]))
        } catch let refusal as Refusal {
            return try await reply(FormView(form, refusal), visit, status: FailurePage.status(of: refusal))
        }
    }

    /// What was typed, cleaned once.
    private static func draft(_ form: FormBody) throws(Refusal) -> SubmissionDraft {
        var person = Contact.Person()
        person.isOrganisation = form["sender"] != "person"
        person.name = form.line("name")
        person.office = form.line("office")
        person.organisation = form.line("organisation")
        person.taxCode = form.line("taxCode")
        person.phone = form.line("phone")
        person.email = form.line("email")
        person.address = form.line("address")
        person.area = form.line("area").nonEmpty.map { AreaCode($0) }
        let classification = Classification(
            kind: try form.choice("kind"), field: form.line("field").nonEmpty.map { FieldCode($0) }, area: person.area,
            site: try form.choice("site"), siteName: form.line("siteName"))
        return SubmissionDraft(
            person: person, title: form.line("title"), text: form.words("text"), classification: classification,
            wantsProtection: form["protect"] == "1")
    }

    private static func reply(_ form: FormView, _ visit: Visit, status: HTTPResponse.Status) async throws -> Reply {
        let catalogue = try await visit.office.read { try visit.office.catalogue($0) }
        let content: HTML = """
            <h1>Gửi khó khăn, kiến nghị</h1>
            <p>Vui lòng không ghi thông tin cá nhân nhạy cảm (số căn cước, tài khoản, bệnh án).</p>
            \(form.summary)
            <form method="post" action="\(path.link())" enctype="multipart/form-data" data-draft="gui-kien-nghi">
            \(hiddenField("formKey", form.value("formKey")))
            \(matter(form, catalogue))
            \(sender(form, catalogue))
            \(buttonRow(primary: .submit("Gửi kiến nghị")))</form>
            """
        return .document(try await PublicFrame.page(title: "Gửi khó khăn, kiến nghị", here: path, content, visit), status: status)
    }

    private static func matter(_ form: FormView, _ catalogue: Catalogue) -> HTML {
        """
        <h2>Nội dung</h2>
        \(form.choice("kind", "Loại nội dung", Kind.offeredToSenders.map { Choice($0.rawValue, Terms.name($0), hint: Terms.hint($0).nonEmpty) }))
        \(form.area("text", "Khó khăn, kiến nghị", hint: "Việc gì, ở đâu, từ khi nào, đề nghị điều gì. Tối đa 10.000 ký tự.", rows: 8))
        \(form.line("title", "Tiêu đề", hint: "Tối đa 200 ký tự.", optional: true))
        \(form.select("field", "Lĩnh vực", hint: "Chưa rõ thì để trống.", catalogue.fields.map { ($0.code.text, $0.name) }, optional: true))
        \(form.files("files", "Tệp kèm theo"))
        """
    }

    private static func sender(_ form: FormView, _ catalogue: Catalogue) -> HTML {
        """
        <h2>Người gửi</h2>
        \(form.choice("sender", "Quý vị là", [
            Choice("organisation", "Tổ chức, doanh nghiệp, hộ kinh doanh"), Choice("person", "Cá nhân, người lao động"),
        ]))
        \(form.line("organisation", "Tên doanh nghiệp, tổ chức", hint: "Bỏ trống nếu là cá nhân.", autocomplete: "organization"))
        \(form.line("taxCode", "Mã số thuế", optional: true, short: true))
        \(form.line("name", "Họ tên người gửi hoặc người đại diện", autocomplete: "name"))
        \(form.line("office", "Chức vụ", optional: true, autocomplete: "organization-title"))
        \(form.line("phone", "Số điện thoại", hint: "Nhập số điện thoại hoặc thư điện tử.", kind: .tel, autocomplete: "tel"))
        \(form.line("email", "Thư điện tử", kind: .email, optional: true, autocomplete: "email"))
        \(form.choice("site", "Nơi đặt nhà máy, cơ sở", Site.allCases.map { Choice($0.rawValue, Terms.name($0)) }, optional: true))
        \(form.line("siteName", "Tên khu, cụm công nghiệp", optional: true, suggestions: catalogue.places.map(\.name)))
        \(form.select("area", "Xã, phường", catalogue.areas.map { ($0.code.text, $0.name) }, optional: true))
        \(form.line("address", "Địa chỉ", optional: true, autocomplete: "street-address"))
        \(form.check("protect", "Tôi đề nghị giữ kín thông tin cá nhân"))
        <p class="hint">Nếu chọn, chỉ những người được Tổ trưởng giao đích danh mới xem được hồ sơ này, và mỗi lần xem đều được ghi lại.</p>
        """
    }
}

/// The files of a form, each told by its content.
func uploads(_ form: FormBody) -> [UploadedFile] {
    form.files("files").map { UploadedFile(name: $0.name, bytes: $0.bytes, recognised: FileKind($0.bytes)) }
}
