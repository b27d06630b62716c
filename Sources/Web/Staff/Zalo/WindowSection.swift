import Documents
import Domain
import Operations
import Storage

/// The reply window of a sender on Zalo as a clock (khung giờ trả lời), on his case and on the desk of whoever answers for it.
enum WindowSection {
    /// On the case; empty for senders of other channels.
    static func ofCase(_ file: CaseFile, _ visit: Visit) async throws -> HTML {
        guard file.contact.channel == .zalo else { return .empty }
        let (number, now) = (file.petition.number.text, visit.now)
        let withdrew = try await visit.office.read { try ZaloStore.hasWithdrawn(file.contact.id, $0) }
        let asks = file.petition.state.isOpen && Rights.allow(visit.actor, .ask, on: file.petition.subject)
        return """
            <section><h2>Trả lời qua Zalo</h2>
            \(clock(file.contact.lastAt.map { ReplyWindow(lastInteraction: $0) }, isOwed: file.petition.state.isOpen, at: now))
            \(when(withdrew) { notice(.soon, "<p>Người gửi đã yêu cầu xóa dữ liệu cá nhân; xem việc cần liên hệ lại.</p>") })
            \(when(asks) { "<p><a href=\"\(ContactAskPage.path.link(number))\">Hỏi thông tin liên hệ qua Zalo</a></p>" })
            </section>
            """
    }

    private static func clock(_ window: ReplyWindow?, isOwed: Bool, at now: Instant) -> HTML {
        guard let window else {
            return "<p>\(tag("Chưa mở", .quiet)) Người gửi chưa nhắn gì nên chưa nhắn lại được.</p>"
        }
        let state: HTML =
            switch window.standing(at: now) {
            case .free: tag("Miễn phí", .done)
            case .paid: tag("Có phí", .soon)
            case .shut: tag("Đã đóng", .late)
            }
        return """
            \(when(isOwed && window.warns(at: now)) { notice(.soon, "<p>\(remaining(window, at: now))</p>") })
            <p>\(state)</p>
            \(factsList([
                ("Lần cuối liên hệ", window.lastInteraction.vietnamese), ("Nhắn miễn phí đến", window.freeUntil.vietnamese),
                ("Nhắn có phí đến", window.shutsAt.vietnamese),
                ("Sau đó", "Mẫu tin, thư điện tử hoặc gọi điện, cho đến khi người gửi nhắn lại"),
            ]))
            """
    }

    /// “còn 3 giờ để trả lời miễn phí qua Zalo”.
    static func remaining(_ window: ReplyWindow, at now: Instant) -> String {
        guard let end = window.ends(after: now) else { return "đã hết giờ trả lời qua Zalo" }
        let minutes = max(1, end.seconds(since: now) / 60)
        let span = minutes >= 60 ? "\(minutes / 60) giờ" : "\(minutes) phút"
        return "Còn \(span) để trả lời \(window.standing(at: now) == .free ? "miễn phí " : "")qua Zalo"
    }

    /// On the desk: what should be answered while it is still possible there.
    static func desk(_ windows: [ClosingWindow], at now: Instant) -> HTML {
        if windows.isEmpty { return .empty }
        return notice(
            .soon, title: "Sắp hết giờ trả lời qua Zalo",
            """
            <ul>\(each(windows) { closing in
                """
                <li><a href="\(CasePage.path.link(closing.number.text))">\(closing.number.text)</a> \(closing.title). \
                \(remaining(closing.window, at: now)).</li>
                """
            })</ul>
            """)
    }
}
