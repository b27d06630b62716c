package import Domain

/// What senders are told on their channel: code, link and short status, nothing personal (requirement 8). One catalogue.
package enum SenderTexts {
    /// What a channel says by itself until an officer writes something else.
    package static func standard(_ purpose: ChannelText.Purpose) -> String {
        switch purpose {
        case .greeting:
            """
            Cảm ơn Quý vị đã quan tâm. Quý vị hãy nhắn khó khăn, vướng mắc hoặc kiến nghị ngay tại đây, chỉ cần một dòng, có thể kèm ảnh. \
            Mỗi kiến nghị được cấp mã để theo dõi và được trả lời đúng hạn.
            Gửi theo biểu mẫu: {bieu_mau}
            Vui lòng không ghi thông tin cá nhân nhạy cảm.
            """
        case .received:
            """
            Đã tiếp nhận kiến nghị của Quý vị.
            Mã tra cứu: {ma}
            Hạn trả lời: {han}
            Theo dõi: {lien_ket}
            Quý vị có thể nhắn thêm nội dung hoặc ảnh tại đây.
            """
        case .receivedOutOfHours:
            """
            Đã tiếp nhận kiến nghị của Quý vị ngoài giờ làm việc; cán bộ xem trong giờ làm việc tới ({gio_lam_viec}).
            Mã tra cứu: {ma}
            Hạn trả lời: {han}
            Theo dõi: {lien_ket}
            Quý vị có thể nhắn thêm nội dung hoặc ảnh tại đây.
            """
        }
    }

    /// The subject of a mail: the case is found again by it.
    static func subject(_ petition: Case?) -> String {
        petition.map { "[KN \($0.number.text)] Kiến nghị mã \($0.lookupCode.grouped)" } ?? "Tiếp nhận kiến nghị"
    }

    /// What a template message says when the free window is shut: only that there is something to read.
    static func waiting(_ petition: Case, _ settings: OfficeSettings) -> String {
        "Kiến nghị mã \(petition.lookupCode.grouped) có nội dung mới. Quý vị xem tại \(link(petition, settings))"
    }

    /// What is filled into an approved template.
    static func templateFields(_ petition: Case, _ settings: OfficeSettings) -> [String: String] {
        [
            "ma": petition.lookupCode.grouped, "han": petition.clock.own.day.vietnamese, "lien_ket": link(petition, settings),
        ]
    }

    /// In place of a file that a chat does not take.
    static func onPage(_ file: String, _ petition: Case, _ settings: OfficeSettings) -> String {
        "Tệp “\(Excerpt.cut(file, limit: 200))” không gửi được qua kênh này. Quý vị xem tại \(link(petition, settings))"
    }

    static func asked(_ question: String, _ petition: Case, _ settings: OfficeSettings) -> SenderText {
        SenderText(
            question, behind: "Để giải quyết kiến nghị mã \(petition.lookupCode.grouped), xin Quý vị bổ sung:\n",
            before: """

                Quý vị trả lời ngay tại đây hoặc tại \(link(petition, settings)). Thời hạn tạm dừng cho đến khi nhận được bổ sung.
                """)
    }

    /// What an officer wrote to him; where he answers is said with it.
    static func told(_ text: String, _ petition: Case, _ settings: OfficeSettings) -> SenderText {
        SenderText(
            text, behind: "Về kiến nghị mã \(petition.lookupCode.grouped):\n",
            before: "\nQuý vị trả lời tại đây hoặc tại \(link(petition, settings)).")
    }

    static func supplied(_ petition: Case) -> SenderText {
        "Đã nhận nội dung bổ sung cho kiến nghị mã \(petition.lookupCode.grouped). Hạn trả lời mới: \(petition.clock.own.day.vietnamese)."
    }

    static func assigned(_ unit: String, _ petition: Case, _ settings: OfficeSettings) -> SenderText {
        """
        Kiến nghị mã \(petition.lookupCode.grouped) đã được giao cho \(unit) chủ trì giải quyết. Hạn trả lời: \
        \(petition.clock.own.day.vietnamese). Theo dõi: \(link(petition, settings))
        """
    }

    static func joined(_ title: String, _ unit: String, _ petition: Case, _ settings: OfficeSettings) -> SenderText {
        SenderText(
            "“\(title)”",
            behind: "Kiến nghị mã \(petition.lookupCode.grouped) cùng nguyên nhân với kiến nghị của nhiều người khác và được giải quyết chung: ",
            before: """
                . \(unit) chủ trì. Mã tra cứu và hạn trả lời \(petition.clock.own.day.vietnamese) không thay đổi; câu trả lời vẫn được gửi đến \
                Quý vị tại đây. Theo dõi: \(link(petition, settings))
                """)
    }

    /// Nothing about who the other sender is: the same to both.
    static func merged(_ petition: Case, _ settings: OfficeSettings) -> SenderText {
        """
        Kiến nghị mã \(petition.lookupCode.grouped) có cùng nội dung với một kiến nghị khác và được giải quyết cùng một lần. Mã tra cứu và \
        hạn trả lời \(petition.clock.own.day.vietnamese) không thay đổi; câu trả lời vẫn được gửi đến Quý vị. Theo dõi: \
        \(link(petition, settings))
        """
    }

    static func separated(_ petition: Case, _ settings: OfficeSettings) -> SenderText {
        """
        Kiến nghị mã \(petition.lookupCode.grouped) được giải quyết riêng. Mã tra cứu và hạn trả lời \
        \(petition.clock.own.day.vietnamese) không thay đổi. Theo dõi: \(link(petition, settings))
        """
    }

    static func declined(_ reason: String, _ petition: Case, _ settings: OfficeSettings) -> SenderText {
        SenderText(
            reason, behind: "Kiến nghị mã \(petition.lookupCode.grouped) không được tiếp nhận giải quyết. Lý do: ",
            before: "\nNếu chưa đồng ý, Quý vị kiến nghị lại tại \(link(petition, settings))")
    }

    static func transferred(_ body: String, _ petition: Case, _ settings: OfficeSettings) -> SenderText {
        """
        Nội dung mã \(petition.lookupCode.grouped) không thuộc quy trình giải quyết kiến nghị và đã được chuyển đến \(body) theo quy định. \
        Xem hướng dẫn tại \(link(petition, settings))
        """
    }

    /// The answer itself, cut at a sentence where the channel is too narrow for it; the page behind the link has it whole.
    static func answered(_ answer: AnswerDraft, _ petition: Case, _ settings: OfficeSettings) -> SenderText {
        let commitments = answer.commitments.map { "- \($0.who): \($0.what), trước ngày \($0.by.vietnamese)" }.joined(separator: "\n")
        let body = """
            \(answer.conclusion)
            \(commitments)
            Căn cứ: \(answer.legalBasis)
            """
        let rest = answer.outcome.stateAfterAnswer == .answered ? "\nNhắn 1 nếu hài lòng, nhắn 2 kèm lý do nếu chưa hài lòng." : ""
        return SenderText(
            body, behind: "Trả lời kiến nghị mã \(petition.lookupCode.grouped):\n",
            before: "\nToàn văn: \(link(petition, settings))" + rest)
    }

    /// Nothing for the sender to do: the case moves as it stands (brief §3.3).
    static func inherited(_ inheritance: Inheritance, _ petition: Case, _ settings: OfficeSettings) -> SenderText {
        """
        Do sắp xếp tổ chức, kiến nghị mã \(petition.lookupCode.grouped) được bàn giao nguyên trạng cho \(inheritance.toName) tiếp tục \
        giải quyết. Mã tra cứu và hạn trả lời \(petition.clock.own.day.vietnamese) không thay đổi; Quý vị không phải gửi lại. Theo dõi: \
        \(link(petition, settings))
        """
    }

    static func reopened(_ petition: Case) -> SenderText {
        """
        Đã ghi nhận ý kiến của Quý vị. Kiến nghị mã \(petition.lookupCode.grouped) được xem xét lại, hạn trả lời \
        \(petition.clock.own.day.vietnamese).
        """
    }

    static func split(_ item: SubmissionItem, _ petition: Case, _ settings: OfficeSettings) -> SenderText {
        """
        Văn bản của Quý vị gồm \(item.of) nội dung. Mỗi nội dung có mã, đơn vị giải quyết và hạn trả lời riêng; Quý vị nhận một trả lời \
        chung khi xong nội dung cuối cùng. Theo dõi: \(link(petition, settings))
        """
    }

    static func itemAnswered(_ item: SubmissionItem, _ petition: Case, _ settings: OfficeSettings) -> SenderText {
        """
        Nội dung \(item.item)/\(item.of) trong văn bản của Quý vị (mã \(petition.lookupCode.grouped)) đã có trả lời. Xem và đánh giá tại \
        \(link(petition, settings))
        """
    }

    /// The one answer to a letter: each item with its outcome, the whole behind the link of each.
    static func consolidated(_ items: [(petition: Case, answer: AnswerDraft?)], _ settings: OfficeSettings) -> SenderText {
        let head = "Trả lời chung văn bản gồm \(items.count) nội dung của Quý vị:\n"
        let tail = items.first.map { "\nToàn văn: \(link($0.petition, settings))" } ?? ""
        let room = (ChannelText.narrowest - head.utf16.count - tail.utf16.count) / max(items.count, 1) - 4
        let lines = items.enumerated().map { index, item in
            let said = item.answer?.conclusion ?? "không thuộc quy trình giải quyết kiến nghị, đã có thông báo riêng."
            return Excerpt.cut("\(index + 1). \(item.petition.lookupCode.grouped): \(said)", limit: room, suffix: "…")
        }
        return SenderText(lines.joined(separator: "\n"), behind: head, before: tail)
    }

    static func extended(_ reason: String, _ due: Instant, _ petition: Case, _ settings: OfficeSettings) -> SenderText {
        SenderText(
            reason, behind: "Kiến nghị mã \(petition.lookupCode.grouped) được gia hạn trả lời đến \(due.day.vietnamese). Lý do: ",
            before: "\nTheo dõi: \(link(petition, settings))")
    }

    static func excused(_ excuse: Excuse, _ petition: Case, _ settings: OfficeSettings) -> SenderText {
        SenderText(
            excuse.reason,
            behind: """
                Xin lỗi Quý vị: kiến nghị mã \(petition.lookupCode.grouped) chưa được trả lời đúng hạn. Ngày cam kết trả lời: \
                \(excuse.committed.vietnamese). Lý do: \

                """, before: "\nTheo dõi: \(link(petition, settings))")
    }

    static let thanksForRating: SenderText = "Cảm ơn Quý vị đã đánh giá. Chúc Quý vị sản xuất, kinh doanh thuận lợi."

    static func link(_ petition: Case, _ settings: OfficeSettings) -> String {
        "\(settings.baseURL)/tra-cuu/\(petition.lookupCode.text)"
    }
}
