import Documents
import Domain
import Operations
import Storage

/// Nhắn người gửi: words and files to the sender on his channel, while the clock runs on.
struct TellPage: StepPage {
    typealias Lists = Void
    static let path: Path = "/app/ho-so/:number/nhan-nguoi-gui"
    static let step = Permission.tell
    static let takesFiles = true
    static let buttons: [Button] = [.submit("Gửi")]

    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Void) -> HTML {
        """
        \(form.area(
            "message", "Lời nhắn",
            hint: """
                Đến người gửi qua \(Terms.name(file.petition.channel)); không gửi được thì chuyển cách khác. Thời hạn vẫn tính. Không ghi thông tin \
                cá nhân.
                """,
            rows: 5))
        \(form.files("files", "Tệp gửi kèm"))
        """
    }

    static func take(_ form: FormBody, _ petition: Case, version: Int, _ visit: Visit) async throws {
        _ = try await visit.office.perform(
            TellSender(petition: petition.id, version: version, text: form.words("message"), files: uploads(form)), as: visit.actor)
    }
}
