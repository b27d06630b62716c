import Documents
import Domain

/// The form of the intake desk. Its first button looks up who calls, so that Enter in a line sends nothing and loses nothing.
enum IntakeForm {
    /// What was typed, cleaned once. Throws `Refusal.invalid`.
    static func draft(_ form: FormBody) throws(Refusal) -> IntakeDraft {
        var person = Contact.Person()
        person.name = form.line("name")
        person.organisation = form.line("organisation")
        person.taxCode = form.line("taxCode")
        person.phone = form.line("phone")
        person.email = form.line("email")
        person.address = form.line("address")
        let channel: Channel? = try form.choice("channel")
        guard let channel else { throw .invalid([Problem("channel", .missing)]) }
        let classification = Classification(
            kind: try form.choice("kind"), field: form.line("field").nonEmpty.map { FieldCode($0) },
            area: form.line("area").nonEmpty.map { AreaCode($0) }, urgent: form["urgent"] == "1")
        return IntakeDraft(
            channel: channel, person: person, text: form.words("text"), title: form.line("title"), classification: classification,
            wantsProtection: form["protect"] == "1", receivedAt: try moment(form, "receivedAt"),
            receivedReason: form.line("receivedReason"))
    }

    /// A moment as the browser's field sends it, or as a person types it: `2026-11-30T09:05`.
    private static func moment(_ form: FormBody, _ name: String) throws(Refusal) -> Instant? {
        let text = form.line(name)
        if text.isEmpty { return nil }
        guard let moment = Instant(iso: text) else { throw .invalid([Problem(name, .dateUnreadable)]) }
        return moment
    }

    /// Under which name the browser keeps what is being typed; each person's own.
    static func draftName(_ visit: Visit) -> String { "tiep-nhan-\(visit.staff?.account.id.text ?? "")" }

    static func view(_ form: FormView, _ file: CallerFile, _ visit: Visit) -> HTML {
        """
        <form method="post" action="\(IntakeDeskPage.path.link())" enctype="multipart/form-data" class="intake" data-guard \
        data-draft="\(draftName(visit))" data-intake="\(CallerPage.path.link())">
        \(hiddenFields(visit))<input type="hidden" name="formKey" value="\(form.value("formKey"))" data-draft-key>
        \(words(form))
        \(caller(form))
        <section class="beside" data-caller aria-live="polite" aria-label="Người gọi">\(file.view)</section>
        \(moment(form))
        \(further(form, file.catalogue))
        <p class="notice soon" role="status" data-offline hidden>Mất mạng. Nội dung vẫn được giữ trên máy này; hãy lưu lại khi có mạng.</p>
        <div class="buttons">
        <button class="button primary" type="submit" name="do" value="case" data-save data-key="Ctrl+Enter">Lưu hồ sơ</button>
        <button class="button plain" type="submit" name="do" value="note" accesskey="l" \
        data-key="\(keyName("l"))">Chỉ ghi lượt liên hệ</button>
        </div>
        <p class="hint">Việc hỏi đáp xong ngay thì chỉ ghi lượt liên hệ: một dòng, không mở hồ sơ.</p>
        </form>
        """
    }

    private static func words(_ form: FormView) -> HTML {
        let field = FormField(
            name: "text", label: "Nội dung", hint: "Ghi lời người gọi; chỉ ô này là bắt buộc.", error: form.error("text"), isOptional: false,
            key: "n")
        return field.wrap(
            """
            <textarea id="text" name="text" rows="6" autofocus\(field.ties)>
            \(form.value("text"))</textarea>
            """)
    }

    private static func caller(_ form: FormView) -> HTML {
        """
        <div class="pair">
        \(line(form, "phone", "Số điện thoại", key: "s", type: "tel"))
        \(line(form, "taxCode", "Mã số thuế", key: "m"))
        \(line(form, "code", "Số hồ sơ, mã tra cứu", key: "r"))
        </div>
        <button class="button plain look" type="submit" name="do" value="look">\(Icon.search.html) Tìm người gọi</button>
        <div class="pair">
        \(line(form, "name", "Họ tên", key: "h"))
        \(line(form, "organisation", "Tổ chức, doanh nghiệp", key: "t", isWide: true))
        </div>
        """
    }

    private static func moment(_ form: FormView) -> HTML {
        let channel = FormField(name: "channel", label: "Kênh", hint: nil, error: form.error("channel"), isOptional: false, key: "k")
        return """
            <div class="pair">
            \(channel.wrap(
                """
                <select id="channel" name="channel"\(channel.ties)>\(each(IntakeDraft.channels) {
                    "<option value=\"\($0.rawValue)\"\(flag: "selected", $0.rawValue == form.value("channel"))>\(Terms.name($0))</option>"
                })</select>
                """))
            \(line(form, "receivedAt", "Lúc tiếp nhận (bỏ trống: bây giờ)", key: "g", type: "datetime-local"))
            \(line(form, "receivedReason", "Lý do ghi muộn", key: nil, isWide: true))
            </div>
            """
    }

    /// One line with its key; the browser offers nothing of its own, for it would be about somebody who called before.
    static func line(
        _ form: FormView, _ name: String, _ label: String, key: String?, type: String = "text", isWide: Bool = false
    ) -> HTML {
        let field = FormField(name: name, label: label, hint: nil, error: form.error(name), isOptional: false, key: key)
        return field.wrap(
            """
            <input id="\(name)" name="\(name)" type="\(type)" value="\(form.value(name))" autocomplete="off"\
            \(attribute: "class", isWide ? nil : "short")\(field.ties)>
            """)
    }

    private static func further(_ form: FormView, _ catalogue: Catalogue) -> HTML {
        let names = ["title", "kind", "field", "area", "email", "address", "urgent", "protect", "files"]
        let isOpen = names.contains { !form.value($0).isEmpty || form.error($0) != nil }
        return disclosure(
            "Thêm: phân loại, địa chỉ, tệp", isOpen: isOpen,
            """
            \(form.select("kind", "Loại nội dung", Kind.offeredToSenders.map { ($0.rawValue, Terms.name($0)) }, optional: true))
            \(form.select("field", "Lĩnh vực", catalogue.fields.map { ($0.code.text, $0.name) }, optional: true))
            \(form.select("area", "Xã, phường", catalogue.areas.map { ($0.code.text, $0.name) }, optional: true))
            \(form.line("title", "Tiêu đề", hint: "Bỏ trống thì lấy câu đầu của nội dung.", optional: true))
            \(form.line("email", "Thư điện tử", kind: .email, optional: true, autocomplete: "off"))
            \(form.line("address", "Địa chỉ", optional: true, autocomplete: "off"))
            \(form.check("urgent", "Khẩn: ảnh hưởng ngay đến sản xuất, an toàn"))
            \(form.check("protect", "Người gửi đề nghị giữ kín thông tin cá nhân"))
            \(form.files("files", "Tệp kèm theo"))
            """)
    }
}
