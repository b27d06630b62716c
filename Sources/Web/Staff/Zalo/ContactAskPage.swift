import Documents
import Domain
import Operations
import Storage

/// Hỏi thông tin liên hệ: sends the provider's form that asks a sender who he is.
struct ContactAskPage: Page {
    static let path: Path = "/app/ho-so/:number/hoi-lien-he"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        let file = try await load(visit)
        let petition = file.petition
        let isZalo = file.contact.channel == .zalo && petition.state.isOpen
        let words = visit.zalo?.asksContacts == true
            ? "Người gửi nhận phiếu của Zalo để điền họ tên, số điện thoại, địa chỉ. Thông tin điền xong được ghi vào hồ sơ."
            : "Người gửi nhận một tin nhắn xin họ tên, doanh nghiệp và số điện thoại. Câu trả lời vào phần trao đổi của hồ sơ."
        let content: HTML = """
            \(caseCrumbs(petition, "Hỏi thông tin liên hệ"))
            <h1>Hỏi thông tin liên hệ</h1>
            <p class="subject"><strong>\(petition.number.text)</strong> \(petition.title)</p>
            \(isZalo ? "<p>\(words)</p>" : notice(.plain, "<p>Chỉ hỏi được người gửi qua Zalo khi hồ sơ chưa kết thúc.</p>"))
            <form method="post" data-guard action="\(path.link(petition.number.text))">\(hiddenFields(visit))
            \(buttonRow(
                primary: isZalo ? .submit("Gửi câu hỏi") : nil, others: [.link("Quay lại", CasePage.path.link(petition.number.text))]))
            </form>
            """
        return .document(try await StaffFrame.page(title: "Hỏi thông tin liên hệ · \(petition.number.text)", queue: nil, content, visit))
    }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        let petition = try await load(visit).petition
        try await visit.office.perform(AskContact(petition: petition.id, asForm: visit.zalo?.asksContacts ?? false), as: visit.actor)
        return .see(CasePage.path.link(petition.number.text))
    }

    private static func load(_ visit: Visit) async throws -> CaseFile {
        let (code, actor) = (visit.parameter("number"), visit.actor)
        try await visit.noteLook(at: code)
        return try await visit.office.read { tx in
            guard let file = try CaseQueries.file(code, tx) else { throw Refusal.noSuch(.petition) }
            guard Rights.allow(actor, .ask, on: file.petition.subject) else { throw Refusal.notPermitted(.ask) }
            return file
        }
    }
}
