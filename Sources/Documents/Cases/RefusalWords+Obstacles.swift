package import Domain

extension RefusalWords {
    /// What stands in the way, and what to do about it.
    package static func sentence(_ obstacle: Obstacle) -> String {
        switch obstacle {
        case .alreadySigned: "Bạn đã ký dự thảo này. Hãy chờ cấp trên ký."
        case .requesterMayNotGrant: "Người đề nghị gia hạn không được tự duyệt. Hãy để người khác duyệt."
        case .notAtThisLevel(let level): "Hồ sơ đang ở cấp \(Terms.name(level)); việc này do cấp đó thực hiện."
        case .complainedOf: "Đơn vị bị phản ánh không được chủ trì, soạn hoặc duyệt trả lời. Hãy giao đơn vị khác; có thể lấy ý kiến đơn vị này."
        case .awaitsOpinion(let unit): "\(unit) chưa cho ý kiến và chưa đến hạn. Hãy chờ ý kiến hoặc chờ hết hạn đã đặt."
        case .awaitsReceiver(let unit): "Hồ sơ đang chờ \(unit) tiếp nhận. Hãy chờ trả lời hoặc rút đề nghị chuyển."
        case .awaitsDecision: "Hồ sơ đã hết số lần chuyển. Tổ phó Thường trực phải quyết định đơn vị chủ trì."
        case .isDecided: "Tổ phó Thường trực đã quyết định đơn vị chủ trì; hồ sơ không chuyển tiếp nữa."
        case .lateNeedsExcuse: "Hồ sơ đã quá hạn. Trước hết hãy báo cáo chậm: nêu lý do và ngày cam kết mới."
        case .notLate: "Hồ sơ chưa quá hạn nên không cần báo cáo chậm."
        case .noMoreExtensions(let most): "Hồ sơ đã được gia hạn đủ \(most) lần. Hãy trả lời đúng hạn hoặc trình cấp trên."
        case .extensionIsAsked: "Đã có đề nghị gia hạn đang chờ duyệt."
        case .neverEscalated: "Kết quả “Vượt thẩm quyền” chỉ dùng khi hồ sơ đã được trình cấp trên. Hãy trình cấp trên trước."
        case .profileInForce: "Mức thời hạn này đã áp dụng nên không rút lại được. Hãy thêm mức mới để thay thế."
        case .rulesChanged: "Lịch hoặc quy định vừa được thay đổi. Hãy xem lại bản xem trước rồi xác nhận lần nữa."
        case .tellsOfHidden:
            "Tệp gốc có nội dung của hồ sơ hạn chế người xem nên không tải được. Hãy đề nghị người được xem mọi hồ sơ của danh sách tải giúp."
        case .isMerged(let number): "Hồ sơ này đã gộp vào hồ sơ chính \(number.text). Hãy làm ở hồ sơ chính, hoặc tách hồ sơ này ra trước."
        case .notMerged: "Hồ sơ này không gộp vào hồ sơ nào, hoặc đã có trả lời chung. Hãy tải lại hồ sơ."
        case .hasDuplicates: "Có hồ sơ trùng đang gộp vào hồ sơ này. Hãy tách các hồ sơ trùng trước."
        case .isSplit: "Hồ sơ đã là một nội dung của văn bản được tách."
        case .belongsToCause: "Hồ sơ thuộc một vấn đề chung và được trả lời chung. Hãy tách hồ sơ ra nếu cần trả lời riêng."
        }
    }
}
