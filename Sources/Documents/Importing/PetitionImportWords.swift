package import Domain

/// What an import of petitions says to people.
package enum PetitionImportWords {
    /// Where a case came in from, for its history.
    package static func sentence(_ origin: ImportOrigin) -> String {
        let parts = [
            "nạp từ tệp “\(origin.file)”, dòng \(origin.row)", origin.list.isEmpty ? "" : "danh sách “\(origin.list)”",
            origin.number.isEmpty ? "" : "mã ở nguồn \(origin.number)", "nguồn tiếp nhận lúc \(origin.receivedAt.vietnamese)",
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "; ")
    }

    package static func name(_ fate: PetitionImportPlan.Fate) -> String {
        switch fate {
        case .new: "mới"
        case .known(let number): "đã có: \(number.text)"
        case .repeated(let row): "trùng dòng \(row)"
        case .left: "để lại ở nguồn"
        }
    }

    /// Of a row of an import that is done.
    package static func name(_ outcome: PetitionImportPlan.Outcome) -> String {
        switch outcome {
        case .new: "mới"
        case .known: "đã có"
        case .repeated: "trùng trong danh sách"
        case .left: "để lại ở nguồn"
        }
    }

    package static func sentence(_ remark: PetitionRemark) -> String {
        switch remark {
        case .unknownArea(let word): "Địa bàn “\(word)” không có trong danh mục, chọn khi sàng lọc."
        case .unknownField(let word): "Lĩnh vực “\(word)” không có trong danh mục, chọn khi sàng lọc."
        case .unknownKind(let word): "Loại “\(word)” không có trong danh mục, chọn khi sàng lọc."
        case .unknownState(let word): "Không rõ trạng thái “\(word)”, coi như chưa trả lời nếu không có nội dung trả lời."
        case .oddPhone(let text): "“\(text)” không đúng dạng số điện thoại, giữ nguyên như nguồn."
        case .oddTaxCode(let text): "“\(text)” không đúng dạng mã số thuế, giữ nguyên như nguồn."
        case .oddEmail(let text): "“\(text)” không đúng dạng thư điện tử, giữ nguyên như nguồn."
        case .noReceipt: "Danh sách không ghi ngày tiếp nhận."
        case .answered: "Nguồn ghi đã trả lời; cán bộ xác nhận sau khi nạp."
        case .late(let due): "Đã quá hạn \(due.vietnamese) khi nạp."
        case .unknownYear(let year): "Chưa có lịch nghỉ năm \(year), hạn chỉ trừ thứ Bảy và Chủ nhật."
        case .like(let number): "Có thể trùng hồ sơ \(number) của cùng người gửi."
        case .likeRow(let row): "Có thể trùng dòng \(row) của cùng người gửi."
        }
    }

    /// `12 mới, 3 đã có, 1 cần xem, 0 bị từ chối`.
    package static func sentence(_ counts: PetitionImportPlan.Counts) -> String {
        let left = counts.left > 0 ? [(counts.left, "để lại ở nguồn")] : []
        let parts = [(counts.new, "mới"), (counts.known, "đã có")] + left + [(counts.warned, "có thể trùng"), (counts.refused, "bị từ chối")]
        return parts.map { "\(Wording.number($0.0)) \($0.1)" }.joined(separator: ", ") + "."
    }

    /// The same for a column of a list: what there is none of is left out.
    package static func brief(_ counts: PetitionImportPlan.Counts) -> String {
        let parts: [(Int, String)] = [(counts.new, "mới"), (counts.known, "đã có"), (counts.left, "để lại"), (counts.warned, "có thể trùng")]
        return parts.filter { $0.0 > 0 }.map { "\(Wording.number($0.0)) \($0.1)" }.joined(separator: ", ")
    }

    /// What an officer reads in a case that its source answered.
    package static func note(_ reply: SourceReply, from channel: Channel) -> String {
        let when = reply.at.map { " ngày \($0.day.vietnamese)" } ?? ""
        let head = "\(Terms.name(channel)) ghi đã trả lời\(when)"
        return reply.text.isEmpty
            ? "\(head), danh sách không kèm nội dung trả lời. Hãy kiểm tra ở hệ thống nguồn."
            : "\(head):\n\(reply.text)\n\nHãy kiểm tra câu trả lời này, rồi soạn và duyệt trả lời để kết thúc hồ sơ."
    }

    /// The words in which lists name kinds: those that people read everywhere else.
    package static let kinds: [(word: String, kind: Kind)] = Kind.allCases.map { (Terms.name($0), $0) }
}
