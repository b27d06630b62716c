/// What kind of message it is (loại nội dung): the first decision at intake (brief §2.1).
package enum Kind: String, CaseIterable, Sendable, Codable {
    /// Phản ánh, kiến nghị về quy định hành chính, cơ chế, chính sách, khó khăn trong sản xuất, kinh doanh (Decree 20/2008).
    case regulation
    /// Phản ánh về hành vi hành chính: chậm trễ, gây phiền hà (Decree 92/2017).
    case conduct
    /// Hỏi đáp, đề nghị hướng dẫn.
    case question
    /// Khiếu nại (Law 02/2011).
    case complaint
    /// Tố cáo (Law 25/2018): the denouncer's identity is protected.
    case denunciation
    /// Khẩn cấp, tin báo tội phạm: 113, 114, 115.
    case emergency

    /// Whether it is answered as a petition; the others are handed to the procedure that the law gives them.
    package var isPetition: Bool {
        switch self {
        case .regulation, .conduct, .question: true
        case .complaint, .denunciation, .emergency: false
        }
    }

    /// The kinds that the public form offers (brief §1.5).
    package static let offeredToSenders: [Kind] = [.regulation, .conduct, .question]
}
