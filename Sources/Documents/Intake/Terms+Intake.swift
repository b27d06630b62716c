package import Domain

extension Terms {
    /// What kind of approach it was (loại lượt liên hệ).
    package static func name(_ kind: Interaction.Kind) -> String {
        switch kind {
        case .message: "Tin nhắn, thư"
        case .form: "Biểu mẫu"
        case .supply: "Bổ sung theo mã"
        case .rating: "Đánh giá"
        case .reopening: "Kiến nghị lại"
        case .call: "Cuộc gọi đến"
        case .counter: "Đến tại quầy"
        case .letter: "Văn bản giấy"
        case .question: "Câu hỏi tại đối thoại"
        case .onSite: "Nghe tại hiện trường"
        case .forwarded: "Nơi khác chuyển đến"
        case .follow: "Quan tâm kênh"
        case .opened: "Mở trò chuyện"
        case .callBack: "Gọi lại, liên hệ lại"
        }
    }
}
