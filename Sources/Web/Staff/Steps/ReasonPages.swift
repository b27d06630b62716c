import Documents
import Domain
import Operations
import Storage

/// Từ chối tiếp nhận: in words that the sender will read.
struct DeclinePage: StepPage {
    typealias Lists = Void
    static let path: Path = "/app/ho-so/:number/tu-choi"
    static let step = Permission.decline

    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Void) -> HTML {
        form.area("reason", "Lý do từ chối", hint: "Người gửi đọc được lý do này. Nêu căn cứ và hướng dẫn việc có thể làm tiếp.", rows: 5)
    }

    static func take(_ form: FormBody, _ petition: Case, version: Int, _ visit: Visit) async throws {
        _ = try await visit.office.perform(
            DeclineCase(petition: petition.id, version: version, reason: form.words("reason")), as: visit.actor)
    }
}

/// Chuyển quy trình khác: complaints and denunciations leave the petition flow.
struct TransferPage: StepPage {
    typealias Lists = Void
    static let path: Path = "/app/ho-so/:number/chuyen"
    static let step = Permission.transfer

    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Void) -> HTML {
        let kinds = Kind.allCases.filter { !$0.isPetition }.map { Choice($0.rawValue, Terms.name($0), hint: Terms.hint($0).nonEmpty) }
        let elsewhere = Choice("khac", "Việc của cơ quan khác", hint: "Không thuộc thẩm quyền của tỉnh hoặc của Tổ công tác.")
        return """
            \(quoted(file.text))
            \(form.choice("kind", "Đây là", kinds + [elsewhere]))
            \(form.line("body", "Chuyển đến", hint: "Cơ quan có thẩm quyền theo quy định."))
            \(form.area("reason", "Lý do, căn cứ chuyển", rows: 4))
            """
    }

    static func take(_ form: FormBody, _ petition: Case, version: Int, _ visit: Visit) async throws {
        guard form["kind"] != nil else { throw Refusal.invalid([Problem("kind", .missing)]) }
        let kind: Kind? = form["kind"] == "khac" ? nil : try form.choice("kind")
        _ = try await visit.office.perform(
            TransferCase(petition: petition.id, version: version, kind: kind, body: form.line("body"), reason: form.words("reason")),
            as: visit.actor)
    }
}

/// Yêu cầu bổ sung: the clock stops.
struct AskPage: StepPage {
    typealias Lists = Void
    static let path: Path = "/app/ho-so/:number/yeu-cau-bo-sung"
    static let step = Permission.ask

    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Void) -> HTML {
        form.area(
            "question", "Nội dung cần bổ sung",
            hint: "Gửi cho người gửi qua \(Terms.name(file.petition.channel)). Thời hạn tạm dừng đến khi nhận được bổ sung.", rows: 5)
    }

    static func take(_ form: FormBody, _ petition: Case, version: Int, _ visit: Visit) async throws {
        _ = try await visit.office.perform(
            AskSender(petition: petition.id, version: version, question: form.words("question")), as: visit.actor)
    }
}

/// Tiếp tục tính thời hạn: without the sender's answer.
struct ResumePage: StepPage {
    typealias Lists = Void
    static let path: Path = "/app/ho-so/:number/tiep-tuc"
    static let step = Permission.resume

    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Void) -> HTML {
        form.area("reason", "Lý do", hint: "Ví dụ: người gửi đã bổ sung qua điện thoại, nội dung là …", rows: 4)
    }

    static func take(_ form: FormBody, _ petition: Case, version: Int, _ visit: Visit) async throws {
        _ = try await visit.office.perform(
            ResumeClock(petition: petition.id, version: version, reason: form.words("reason")), as: visit.actor)
    }
}

/// Trả lại tổ chẩn đoán: the matter is not the unit's.
struct GiveBackPage: StepPage {
    typealias Lists = Void
    static let path: Path = "/app/ho-so/:number/tra-lai"
    static let step = Permission.giveBack

    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Void) -> HTML {
        form.area("reason", "Lý do trả lại", hint: "Nêu vì sao không thuộc thẩm quyền và đơn vị nên xử lý. Thời hạn không tính lại.", rows: 4)
    }

    static func take(_ form: FormBody, _ petition: Case, version: Int, _ visit: Visit) async throws {
        _ = try await visit.office.perform(
            GiveBackCase(petition: petition.id, version: version, reason: form.words("reason")), as: visit.actor)
    }
}

/// Ghi chú: stays inside.
struct NotePage: StepPage {
    typealias Lists = Void
    static let path: Path = "/app/ho-so/:number/ghi-chu"
    static let step = Permission.note

    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Void) -> HTML {
        """
        \(form.choice("kind", "Loại ghi chú", kinds(file).map { Choice($0.rawValue, Terms.name($0)) }))
        \(form.area("note", "Nội dung", hint: "Chỉ cán bộ đọc được.", rows: 5))
        """
    }

    /// A word on the draft only where there is one.
    private static func kinds(_ file: CaseFile) -> [Note.Kind] { Note.Kind.allCases.filter { $0 != .onDraft || file.petition.draft != nil } }

    static func opening(_ file: CaseFile, _ lists: Void) -> FormBody { FormBody(values: ["kind": Note.Kind.remark.rawValue]) }

    static func take(_ form: FormBody, _ petition: Case, version: Int, _ visit: Visit) async throws {
        let kind: Note.Kind? = try form.choice("kind")
        _ = try await visit.office.perform(
            WriteNote(petition: petition.id, version: version, note: Note(kind: kind ?? .remark, text: form.words("note"))),
            as: visit.actor)
    }
}
