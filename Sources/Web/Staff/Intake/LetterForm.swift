import Documents
import Domain

/// The form of a letter on paper. Its first button opens the rows for several petitions, so that Enter in a line sends nothing.
enum LetterForm {
    static let names = ["title", "text"]
    /// Rows that a letter without numbers opens with.
    private static let rows = 2

    static func draftName(_ visit: Visit) -> String { "van-ban-\(visit.staff?.account.id.text ?? "")" }

    /// What was typed. Throws `Refusal.invalid`.
    static func read(_ form: FormBody) throws(Refusal) -> (LetterDraft, IntakeDraft) {
        var reading = FormReading(form)
        let letter = LetterDraft(
            number: form.line("letterNumber"), date: reading.dayIfAny("letterDate"), arrivedOn: reading.day("arrivedOn"),
            sender: form.line("letterSender"))
        try reading.finish()
        var person = Contact.Person()
        let isPerson = form["sender"] == "person"
        person.isOrganisation = !isPerson
        person.organisation = isPerson ? "" : letter.sender
        person.name = isPerson ? letter.sender : form.line("signer")
        person.taxCode = form.line("taxCode")
        person.phone = form.line("phone")
        person.email = form.line("email")
        person.address = form.line("address")
        return (
            letter,
            IntakeDraft(
                channel: .letter, person: person, text: form.words("text"), title: form.line("title"),
                receivedReason: form.line("receivedReason"))
        )
    }

    static func items(_ form: FormBody) -> [ItemDraft] {
        guard form["rows"] != nil else { return [] }
        let count = FormRows.count(form, names, most: Submission.mostItems)
        return (0..<count).map { ItemDraft(title: form.line("title\($0)"), text: form.words("text\($0)")) }
    }

    /// The form with rows for the petitions in it, cut where the letter numbers them; `nil` where another button was pressed.
    static func redrawn(_ form: FormBody) -> FormBody? {
        switch form["do"] {
        case "letter": return nil
        case "one": return form.without("rows")
        case "more": return form.setting("rows", String(min(count(form) + 1, Submission.mostItems)))
        default:
            let proposed = LetterCut.propose(form.words("text"))
            var all = form.setting("rows", String(max(rows, proposed.count)))
            guard FormRows.count(form, names, most: Submission.mostItems) == 0 else { return all }
            for (index, item) in proposed.enumerated() {
                all = all.setting("title\(index)", item.title).setting("text\(index)", item.text)
            }
            return all
        }
    }

    private static func count(_ form: FormBody) -> Int {
        min(max(form["rows"].flatMap { Int($0) } ?? rows, rows), Submission.mostItems)
    }

    static func view(_ form: FormView, _ visit: Visit, maySplit: Bool) -> HTML {
        let hasRows = !form.value("rows").isEmpty
        return """
            <form method="post" action="\(LetterPage.path.link())" enctype="multipart/form-data" class="intake" data-guard \
            data-draft="\(draftName(visit))">
            \(hiddenFields(visit))<input type="hidden" name="formKey" value="\(form.value("formKey"))" data-draft-key>
            \(letter(form))
            \(form.area("text", "Trích yếu, nội dung", hint: "Nguyên văn phần kiến nghị; văn bản dài thì ghi trích yếu và kèm bản chụp.", rows: 8))
            \(when(maySplit && !hasRows) {
                "<p><button class=\"button plain\" type=\"submit\" name=\"do\" value=\"cut\">Văn bản có nhiều nội dung</button></p>"
            })
            \(when(maySplit && hasRows) { items(form) })
            \(form.files("files", "Bản chụp văn bản"))
            \(sender(form))
            <div class="buttons"><button class="button primary" type="submit" name="do" value="letter" data-save \
            data-key="Ctrl+Enter">Vào sổ, lưu hồ sơ</button></div>
            </form>
            """
    }

    private static func letter(_ form: FormView) -> HTML {
        """
        \(when(form.error("isAnother")) {
            notice(.soon, "<p>\($0)</p>\(form.check("isAnother", "Đây là văn bản khác"))")
        })
        <div class="pair">
        \(IntakeForm.line(form, "letterNumber", "Số, ký hiệu văn bản", key: "s"))
        \(IntakeForm.line(form, "letterDate", "Ngày văn bản", key: nil, type: "date"))
        </div>
        \(form.choice("sender", "Nơi gửi là", [Choice("organisation", "Tổ chức, doanh nghiệp"), Choice("person", "Cá nhân")]))
        \(form.line("letterSender", "Tên nơi gửi", hint: "Cơ quan, doanh nghiệp hoặc người ký đơn."))
        <div class="pair">
        \(IntakeForm.line(form, "arrivedOn", "Ngày đến", key: "g", type: "date"))
        \(IntakeForm.line(form, "receivedReason", "Lý do vào sổ muộn (khi ngày đến đã qua)", key: nil, isWide: true))
        </div>
        """
    }

    private static func items(_ form: FormView) -> HTML {
        let count = min(max(Int(form.value("rows")) ?? rows, rows), Submission.mostItems)
        return """
            \(hiddenField("rows", String(count)))
            \(form.group(
                "items", "Các nội dung", hint: "Mỗi nội dung thành một hồ sơ; ít nhất hai, ô không dùng thì để trống.",
                """
                \(each(0..<count) { index in
                    """
                    \(form.line("title\(index)", "Tiêu đề nội dung \(index + 1)"))
                    \(form.area("text\(index)", "Nội dung \(index + 1)", rows: 3))
                    """
                })
                <div class="buttons"><button class="button plain" type="submit" name="do" value="more">Thêm nội dung</button>
                <button class="button plain" type="submit" name="do" value="one">Chỉ có một nội dung</button></div>
                """))
            """
    }

    private static func sender(_ form: FormView) -> HTML {
        let names = ["signer", "taxCode", "phone", "email", "address"]
        return disclosure(
            "Thêm về nơi gửi", isOpen: names.contains { !form.value($0).isEmpty || form.error($0) != nil },
            """
            <div class="pair">
            \(IntakeForm.line(form, "phone", "Số điện thoại", key: nil, type: "tel"))
            \(IntakeForm.line(form, "taxCode", "Mã số thuế", key: nil))
            </div>
            \(form.line("signer", "Người ký", optional: true))
            \(form.line("email", "Thư điện tử", kind: .email, optional: true))
            \(form.line("address", "Địa chỉ nhận trả lời", optional: true))
            """)
    }
}

extension FormBody {
    /// The same without one value.
    fileprivate func without(_ name: String) -> FormBody {
        var fields = Fields()
        for entry in self.fields.entries where entry.name != name { fields.append(entry.name, entry.value) }
        return FormBody(fields: fields, files: files)
    }
}
