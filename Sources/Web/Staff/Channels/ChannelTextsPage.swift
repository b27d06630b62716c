import Database
import Documents
import Domain
import Operations
import Storage

/// Lời nhắn tự động: what each channel says by itself, with a preview.
struct ChannelTextsPage: Page {
    static let path: Path = "/app/quan-tri/loi-nhan"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        try Administration.check(visit, .administer)
        let texts = try await visit.office.read { tx in
            try ChannelText.channels.flatMap { channel in
                try ChannelText.purposes(of: channel).map { ($0, channel, try ChannelTextStore.load(channel, $0, tx)) }
            }
        }
        let content: HTML = """
            <h1>Lời nhắn tự động</h1>
            <p class="quiet">Phần mềm tự gửi những lời này ngay khi nhận được tin, trên từng kênh.</p>
            \(dataTable(
                DataTable(
                    .list, caption: "Lời nhắn tự động", columns: [.init("Kênh"), .init("Khi nào"), .init("Lời nhắn"), .init("Nguồn")],
                    rows: texts.map { purpose, channel, own in
                        .init([
                            "<a href=\"\(ChannelTextPage.link(channel, purpose))\">\(Terms.name(channel))</a>",
                            "\(ChannelTextWords.name(purpose))", clipped(own ?? SenderTexts.standard(purpose), .long),
                            own == nil ? tag("Mẫu sẵn", .quiet) : tag("Đã sửa"),
                        ])
                    })))
            """
        return .document(try await StaffFrame.page(title: "Lời nhắn tự động", queue: nil, content, visit))
    }
}

/// Sửa lời nhắn tự động: one text, as the sender will read it.
struct ChannelTextPage: AdministrationForm {
    static let path: Path = "/app/quan-tri/loi-nhan/:channel/:purpose"

    struct Subject: Sendable {
        var channel: Channel
        var purpose: ChannelText.Purpose
        var text: String
        var isOwn: Bool
        var hours: OfficeHours
        var settings: OfficeSettings
    }

    static func link(_ channel: Channel, _ purpose: ChannelText.Purpose) -> String {
        path.link(channel.rawValue, purpose.rawValue)
    }

    static func subject(_ visit: Visit, _ tx: Transaction) throws -> Subject {
        guard let channel = Channel(rawValue: visit.parameter("channel")), ChannelText.channels.contains(channel),
            let purpose = ChannelText.Purpose(rawValue: visit.parameter("purpose")), ChannelText.purposes(of: channel).contains(purpose)
        else { throw Entry.noSuchPage }
        let own = try ChannelTextStore.load(channel, purpose, tx)
        return Subject(
            channel: channel, purpose: purpose, text: own ?? SenderTexts.standard(purpose), isOwn: own != nil,
            hours: try visit.office.rules(tx).calendar.hours, settings: visit.office.settings)
    }

    static func title(_ subject: Subject) -> String { "\(Terms.name(subject.channel)): \(ChannelTextWords.name(subject.purpose))" }
    static func crumbs(_ subject: Subject) -> [NavItem] { [NavItem("Lời nhắn tự động", ChannelTextsPage.path.link())] }
    static func button(_ subject: Subject) -> Button { .submit("Lưu lời nhắn", name: "do", value: "keep") }
    static func others(_ subject: Subject) -> [Button] {
        [.submit("Xem trước", name: "do", value: "preview")] + (subject.isOwn ? [.submit("Dùng lại mẫu sẵn", name: "do", value: "standard")] : [])
    }

    static func opening(_ subject: Subject, _ visit: Visit) -> FormBody {
        FormBody(values: ["text": subject.text])
    }

    /// The preview keeps nothing.
    static func redrawn(_ form: FormBody) -> FormBody? { form["do"] == "preview" ? form : nil }

    static func fields(_ form: FormView, _ subject: Subject) -> HTML {
        let places = ChannelText.allowed(for: subject.purpose)
        let needed = ChannelText.needed(for: subject.purpose)
        return """
            \(form.area(
                "text", "Lời nhắn",
                hint: """
                    Tối đa \(ChannelText.longest) ký tự; khi đã điền đủ các ô, tối đa \(ChannelText.narrowest) ký tự. \
                    \(needed.isEmpty ? "" : "Phải có \(needed.map { "{\($0.rawValue)}" }.joined(separator: ", ")). ")\
                    Không ghi thông tin cá nhân.
                    """,
                rows: 8))
            \(disclosure("Các ô điền", factsList(places.map { ("{\($0.rawValue)}", ChannelTextWords.name($0)) })))
            <section><h2>Người gửi sẽ đọc</h2><ol class="conversation"><li class="message out">\
            \(paragraphs(preview(form.value("text"), subject)))</li></ol></section>
            """
    }

    /// As it will read: the code and the day are examples.
    private static func preview(_ text: String, _ subject: Subject) -> String {
        ChannelText.filled(text, ChannelText.examples(for: subject.purpose, subject.hours, subject.settings))
    }

    static func take(_ form: FormBody, _ subject: Subject, _ visit: Visit) async throws -> String {
        let text = form["do"] == "standard" ? "" : form.words("text")
        if form["do"] != "standard", text.isEmpty { throw Refusal.invalid([Problem("text", .missing)]) }
        try await visit.office.perform(KeepChannelText(subject.channel, subject.purpose, text: text), as: visit.actor)
        return ChannelTextsPage.path.link()
    }
}

/// What the automatic texts and their places are called.
enum ChannelTextWords {
    static func name(_ purpose: ChannelText.Purpose) -> String {
        switch purpose {
        case .greeting: "Khi có người bắt đầu quan tâm"
        case .received: "Khi nhận kiến nghị, trong giờ làm việc"
        case .receivedOutOfHours: "Khi nhận kiến nghị, ngoài giờ làm việc"
        }
    }

    static func name(_ place: ChannelText.Placeholder) -> String {
        switch place {
        case .code: "Mã tra cứu"
        case .due: "Hạn trả lời"
        case .link: "Đường dẫn theo dõi"
        case .form: "Đường dẫn biểu mẫu"
        case .hours: "Giờ làm việc"
        }
    }
}
