/// What a column of a list of petitions may hold (cột của danh sách kiến nghị). The raw words are fixed: they stand in remembered
/// mappings and on the command line.
package enum PetitionColumn: String, CaseIterable, Sendable, Codable {
    /// The number in the system that the list comes from (mã ở hệ thống nguồn).
    case number
    case received, title, text, kind, field, area
    case organisation
    case taxCode = "tax-code"
    case sender, phone, email, address
    /// What that system answered, or says of its answer.
    case state, answer, answered

    /// As pages and templates name it.
    package var head: String {
        switch self {
        case .number: "Mã ở hệ thống nguồn"
        case .received: "Ngày tiếp nhận"
        case .title: "Tiêu đề"
        case .text: "Nội dung"
        case .kind: "Loại nội dung"
        case .field: "Lĩnh vực"
        case .area: "Địa bàn"
        case .organisation: "Tổ chức, doanh nghiệp"
        case .taxCode: "Mã số thuế"
        case .sender: "Họ tên người gửi"
        case .phone: "Số điện thoại"
        case .email: "Thư điện tử"
        case .address: "Địa chỉ"
        case .state: "Trạng thái"
        case .answer: "Nội dung trả lời"
        case .answered: "Ngày trả lời"
        }
    }

    /// How surely a head names this column: 3 by its very words, 2 by its first words, 1 for a mere running number, 0 not at all.
    /// - Parameter head: as `normalised` makes it.
    func fit(_ head: String) -> (surety: Int, length: Int) {
        if self == .number, Self.runningNumbers.contains(head) { return (1, head.utf8.count) }
        if head == Self.normalised(self.head) || words.contains(head) { return (3, head.utf8.count) }
        let begun = words.filter { head.hasPrefix($0 + " ") && $0.utf8.count > 3 }.map(\.utf8.count).max()
        return begun.map { (2, $0) } ?? (0, 0)
    }

    /// A head as it is compared: no marks, no capitals, nothing in brackets, words apart by one space.
    package static func normalised(_ head: String) -> String {
        var bytes: [UInt8] = []
        var depth = 0
        for byte in head.folded.utf8 {
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): depth = max(0, depth - 1)
            case _ where depth > 0: continue
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): bytes.append(byte)
            default: if bytes.last != UInt8(ascii: " ") { bytes.append(UInt8(ascii: " ")) }
            }
        }
        while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
        return String(decoding: bytes.drop { $0 == UInt8(ascii: " ") }, as: UTF8.self)
    }

    /// Numbers of rows: they tell rows of one list apart, nothing more.
    private static let runningNumbers: Set<String> = ["stt", "so tt", "tt", "so thu tu", "no"]
}
