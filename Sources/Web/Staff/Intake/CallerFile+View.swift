import Documents
import Domain
import Storage

extension CallerFile {
    /// Beside the form: who it may be, what he has with us, what the words suggest.
    var view: HTML {
        """
        <h2>Người gọi</h2>
        \(when(!taxCode.isEmpty && !TaxCode.isValid(taxCode)) {
            notice(.soon, "<p>Mã số thuế chưa đúng số kiểm tra; hãy hỏi lại. Vẫn lưu được.</p>")
        })
        \(when(isCodeUnknown) { notice(.soon, "<p>Không có hồ sơ nào với số hoặc mã vừa nhập.</p>") })
        \(contacts.isEmpty && cases.isEmpty ? nobody : "\(known)\(history)")
        \(when(!alike.isEmpty) {
            """
            <h3>Có thể trùng nội dung</h3>
            <ul>\(each(alike) { proposal in
                """
                <li><a href="\(CasePage.path.link(proposal.row.number.text))" target="_blank">\(proposal.row.number.text)</a>
                \(proposal.row.title) \
                <span class="quiet">\(DuplicateOffer.words(proposal.reasons))</span></li>
                """
            })</ul>
            """
        })
        \(hints)
        """
    }

    private var nobody: HTML {
        "<p class=\"quiet\">Nhập số điện thoại, mã số thuế hoặc số hồ sơ để xem người gọi đã có gì. Chưa thấy thì lưu như người mới.</p>"
    }

    private var known: HTML {
        if contacts.isEmpty { return .empty }
        return """
            <ul class="callers">\(each(contacts.enumerated()) { index, contact in
                let person = contact.person
                return """
                    <li><strong>\(person.display.isEmpty ? "Chưa rõ tên" : person.display)</strong>\
                    \(when(!person.organisation.isEmpty && !person.name.isEmpty) { ", \(person.name)" })
                    <p class="quiet">\(facts(contact))</p>
                    <button class="button plain" type="submit" name="do" value="\(Self.fillPrefix)\(contact.id.text)" data-fill\
                    \(fills(person))\(attribute: "accesskey", index == 0 ? "a" : nil)\
                    \(attribute: "data-key", index == 0 ? keyName("a") : nil)>Điền thông tin này</button></li>
                    """
            })</ul>
            """
    }

    private func facts(_ contact: Contact) -> String {
        let person = contact.person
        return ([person.phone, person.taxCode.isEmpty ? "" : "MST \(person.taxCode)", Terms.name(contact.channel)]).filter { !$0.isEmpty }
            .joined(separator: " · ")
    }

    /// What the script puts into the empty lines.
    private func fills(_ person: Contact.Person) -> HTML {
        let values = Dictionary(Self.values(of: person).map { ($0.name, $0.value) }) { first, _ in first }
        return """
            \(attribute: "data-name", values["name"])\(attribute: "data-organisation", values["organisation"])\
            \(attribute: "data-tax-code", values["taxCode"])\(attribute: "data-phone", values["phone"])\
            \(attribute: "data-email", values["email"])\(attribute: "data-address", values["address"])\(attribute: "data-area", values["area"])
            """
    }

    private var history: HTML {
        if cases.isEmpty { return "<p class=\"quiet\">Chưa có hồ sơ nào.</p>" }
        let earlier: [(value: String, label: HTML)] = cases.map { (Matter($0.purpose, $0.row.number).text, label($0)) }
        let offered = [(value: Self.newMatter, label: "Việc mới")] + earlier
        return """
            <fieldset class="field" id="petition" tabindex="-1"><legend>Việc này là</legend>
            <input type="hidden" name="listed" value="\(code)">
            \(each(offered.enumerated()) { index, one in
                let id = "petition-\(index)"
                return """
                    <div class="choice"><input id="\(id)" type="radio" name="petition" value="\(one.value)"\
                    \(flag: "checked", one.value == chosen)><label for="\(id)">\(one.label)</label></div>
                    """
            })
            </fieldset>
            """
    }

    private func label(_ line: Line) -> HTML {
        let (row, act) = (line.row, Self.words(line.purpose))
        return """
            \(act) <a href="\(CasePage.path.link(row.number.text))" target="_blank">\(row.number.text)</a>
            <span class="line">\(row.title)</span>
            <span class="line quiet">\(Terms.name(row.state)) · <span class="due \(line.due.tone.rawValue)">\
            \(row.state.isOpen ? line.due.text : "hạn \(line.due.text)")</span> · nhận \(row.receivedAt.day.vietnamese)</span>
            """
    }

    private static func words(_ purpose: Matter.Purpose) -> String {
        switch purpose {
        case .adds: "Ghi thêm vào"
        case .comesBack: "Chưa đồng ý, kiến nghị lại"
        case .asks: "Hỏi về (đã kết thúc)"
        }
    }
}
