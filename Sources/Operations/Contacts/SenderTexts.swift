import Domain

/// What senders are told on their channel: code, link and short status, nothing personal (requirement 8). One catalogue.
enum SenderTexts {
    static func greeting(_ settings: OfficeSettings) -> String {
        """
        Cảm ơn Quý vị đã quan tâm. Quý vị hãy nhắn khó khăn, vướng mắc hoặc kiến nghị ngay tại đây, chỉ cần một dòng, có thể kèm ảnh. \
        Mỗi kiến nghị được cấp mã để theo dõi và được trả lời đúng hạn.
        Gửi theo biểu mẫu: \(settings.baseURL)/gui-kien-nghi
        Vui lòng không ghi thông tin cá nhân nhạy cảm.
        """
    }

    static func received(_ petition: Case, _ settings: OfficeSettings) -> String {
        """
        Đã tiếp nhận kiến nghị của Quý vị.
        Mã tra cứu: \(petition.lookupCode.grouped)
        Hạn trả lời: \(petition.clock.own.day.vietnamese)
        Theo dõi: \(link(petition, settings))
        Quý vị có thể nhắn thêm nội dung hoặc ảnh tại đây.
        """
    }

    static func asked(_ question: String, _ petition: Case, _ settings: OfficeSettings) -> String {
        fitting(
            question, behind: "Để giải quyết kiến nghị mã \(petition.lookupCode.grouped), xin Quý vị bổ sung:\n",
            before: """

                Quý vị trả lời ngay tại đây hoặc tại \(link(petition, settings)). Thời hạn tạm dừng cho đến khi nhận được bổ sung.
                """)
    }

    static func supplied(_ petition: Case) -> String {
        "Đã nhận nội dung bổ sung cho kiến nghị mã \(petition.lookupCode.grouped). Hạn trả lời mới: \(petition.clock.own.day.vietnamese)."
    }

    static func assigned(_ unit: String, _ petition: Case, _ settings: OfficeSettings) -> String {
        """
        Kiến nghị mã \(petition.lookupCode.grouped) đã được giao cho \(unit) chủ trì giải quyết. Hạn trả lời: \
        \(petition.clock.own.day.vietnamese). Theo dõi: \(link(petition, settings))
        """
    }

    static func joined(_ title: String, _ unit: String, _ petition: Case, _ settings: OfficeSettings) -> String {
        fitting(
            "“\(title)”",
            behind: "Kiến nghị mã \(petition.lookupCode.grouped) cùng nguyên nhân với kiến nghị của nhiều người khác và được giải quyết chung: ",
            before: """
                . \(unit) chủ trì. Mã tra cứu và hạn trả lời \(petition.clock.own.day.vietnamese) không thay đổi; câu trả lời vẫn được gửi đến \
                Quý vị tại đây. Theo dõi: \(link(petition, settings))
                """)
    }

    /// Nothing about who the other sender is: the same to both.
    static func merged(_ petition: Case, _ settings: OfficeSettings) -> String {
        """
        Kiến nghị mã \(petition.lookupCode.grouped) có cùng nội dung với một kiến nghị khác và được giải quyết cùng một lần. Mã tra cứu và \
        hạn trả lời \(petition.clock.own.day.vietnamese) không thay đổi; câu trả lời vẫn được gửi đến Quý vị. Theo dõi: \
        \(link(petition, settings))
        """
    }

    static func separated(_ petition: Case, _ settings: OfficeSettings) -> String {
        """
        Kiến nghị mã \(petition.lookupCode.grouped) được giải quyết riêng. Mã tra cứu và hạn trả lời \
        \(petition.clock.own.day.vietnamese) không thay đổi. Theo dõi: \(link(petition, settings))
        """
    }

    static func declined(_ reason: String, _ petition: Case, _ settings: OfficeSettings) -> String {
        fitting(
            reason, behind: "Kiến nghị mã \(petition.lookupCode.grouped) không được tiếp nhận giải quyết. Lý do: ",
            before: "\nNếu chưa đồng ý, Quý vị kiến nghị lại tại \(link(petition, settings))")
    }

    static func transferred(_ body: String, _ petition: Case, _ settings: OfficeSettings) -> String {
        """
        Nội dung mã \(petition.lookupCode.grouped) không thuộc quy trình giải quyết kiến nghị và đã được chuyển đến \(body) theo quy định. \
        Xem hướng dẫn tại \(link(petition, settings))
        """
    }

    /// The answer itself, cut at a sentence where the channel is too narrow for it; the page behind the link has it whole.
    static func answered(_ answer: AnswerDraft, _ petition: Case, _ settings: OfficeSettings) -> String {
        let commitments = answer.commitments.map { "- \($0.who): \($0.what), trước ngày \($0.by.vietnamese)" }.joined(separator: "\n")
        let body = """
            \(answer.conclusion)
            \(commitments)
            Căn cứ: \(answer.legalBasis)
            """
        let rest = answer.outcome.stateAfterAnswer == .answered ? "\nNhắn 1 nếu hài lòng, nhắn 2 kèm lý do nếu chưa hài lòng." : ""
        return fitting(
            body, behind: "Trả lời kiến nghị mã \(petition.lookupCode.grouped):\n",
            before: "\nToàn văn: \(link(petition, settings))" + rest)
    }

    /// Nothing for the sender to do: the case moves as it stands (brief §3.3).
    static func inherited(_ inheritance: Inheritance, _ petition: Case, _ settings: OfficeSettings) -> String {
        """
        Do sắp xếp tổ chức, kiến nghị mã \(petition.lookupCode.grouped) được bàn giao nguyên trạng cho \(inheritance.toName) tiếp tục \
        giải quyết. Mã tra cứu và hạn trả lời \(petition.clock.own.day.vietnamese) không thay đổi; Quý vị không phải gửi lại. Theo dõi: \
        \(link(petition, settings))
        """
    }

    static func reopened(_ petition: Case) -> String {
        """
        Đã ghi nhận ý kiến của Quý vị. Kiến nghị mã \(petition.lookupCode.grouped) được xem xét lại, hạn trả lời \
        \(petition.clock.own.day.vietnamese).
        """
    }

    static func split(_ item: SubmissionItem, _ petition: Case, _ settings: OfficeSettings) -> String {
        """
        Văn bản của Quý vị gồm \(item.of) nội dung. Mỗi nội dung có mã, đơn vị giải quyết và hạn trả lời riêng; Quý vị nhận một trả lời \
        chung khi xong nội dung cuối cùng. Theo dõi: \(link(petition, settings))
        """
    }

    static func itemAnswered(_ item: SubmissionItem, _ petition: Case, _ settings: OfficeSettings) -> String {
        """
        Nội dung \(item.item)/\(item.of) trong văn bản của Quý vị (mã \(petition.lookupCode.grouped)) đã có trả lời. Xem và đánh giá tại \
        \(link(petition, settings))
        """
    }

    /// The one answer to a letter: each item with its outcome, the whole behind the link of each.
    static func consolidated(_ items: [(petition: Case, answer: AnswerDraft?)], _ settings: OfficeSettings) -> String {
        let head = "Trả lời chung văn bản gồm \(items.count) nội dung của Quý vị:\n"
        let tail = items.first.map { "\nToàn văn: \(link($0.petition, settings))" } ?? ""
        let room = (longest - head.utf16.count - tail.utf16.count) / max(items.count, 1) - 4
        let lines = items.enumerated().map { index, item in
            let said = item.answer?.conclusion ?? "không thuộc quy trình giải quyết kiến nghị, đã có thông báo riêng."
            return Excerpt.cut("\(index + 1). \(item.petition.lookupCode.grouped): \(said)", limit: room, suffix: "…")
        }
        return head + lines.joined(separator: "\n") + tail
    }

    static func extended(_ reason: String, _ due: Instant, _ petition: Case, _ settings: OfficeSettings) -> String {
        fitting(
            reason, behind: "Kiến nghị mã \(petition.lookupCode.grouped) được gia hạn trả lời đến \(due.day.vietnamese). Lý do: ",
            before: "\nTheo dõi: \(link(petition, settings))")
    }

    static func excused(_ excuse: Excuse, _ petition: Case, _ settings: OfficeSettings) -> String {
        fitting(
            excuse.reason,
            behind: """
                Xin lỗi Quý vị: kiến nghị mã \(petition.lookupCode.grouped) chưa được trả lời đúng hạn. Ngày cam kết trả lời: \
                \(excuse.committed.vietnamese). Lý do: \

                """, before: "\nTheo dõi: \(link(petition, settings))")
    }

    static let thanksForRating = "Cảm ơn Quý vị đã đánh giá. Chúc Quý vị sản xuất, kinh doanh thuận lợi."

    /// UTF-16 units that the narrowest channel takes in one message (brief zalo §3).
    static let longest = 2000

    /// What an officer wrote, cut where the channel is too narrow for it, between words that must arrive.
    private static func fitting(_ text: String, behind head: String, before tail: String) -> String {
        head + Excerpt.cut(text, limit: longest - head.utf16.count - tail.utf16.count, suffix: "…") + tail
    }

    private static func link(_ petition: Case, _ settings: OfficeSettings) -> String {
        "\(settings.baseURL)/tra-cuu/\(petition.lookupCode.text)"
    }
}
