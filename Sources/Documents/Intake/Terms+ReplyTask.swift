package import Domain

extension Terms {
    /// What is to be done to reach a sender (việc liên hệ lại).
    package static func name(_ kind: ReplyTask.Kind) -> String {
        switch kind {
        case .call: "Gọi điện"
        case .letter: "Gửi văn bản"
        case .counter: "Nói tại quầy"
        case .elsewhere: "Trả lời trên hệ thống khác"
        }
    }
}
