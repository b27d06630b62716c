import Documents
import Domain

/// What a deadline profile is about, in words.
struct ProfileWords: Sendable {
    private let catalogue: Catalogue
    private let register: UnitRegister
    private let day: Day

    init(_ catalogue: Catalogue, _ register: UnitRegister, on day: Day) {
        self.catalogue = catalogue
        self.register = register
        self.day = day
    }

    /// For which cases it holds.
    func scope(_ scope: DeadlineProfile.Scope) -> String {
        if scope.isSame(as: DeadlineProfile.Scope()) { return "Mọi hồ sơ" }
        return [
            scope.urgentOnly ? "Hồ sơ khẩn" : "", scope.kinds.map(Terms.name).joined(separator: ", "),
            scope.fields.map { catalogue.name(of: $0) ?? $0.text }.joined(separator: ", "),
            scope.units.map { register.name(of: $0, on: day) ?? $0.text }.joined(separator: ", "),
        ].filter { !$0.isEmpty }.joined(separator: "; ")
    }

    /// The first day, or that there is none: the national deadlines stood before the system.
    static func begin(_ day: Day) -> String { day.number == 0 ? "từ đầu" : day.vietnamese }

    /// One limit: its field, what it is called in a form and over a column.
    struct Limit: Sendable {
        var field: String
        var label: String
        var short: String
        var value: @Sendable (DeadlineProfile) -> Int
    }

    /// The limits in the order in which a case meets them.
    static let limits: [Limit] = [
        Limit(field: "firstResponse", label: "Trả lời ban đầu cho người gửi", short: "Trả lời ban đầu") { $0.firstResponse },
        Limit(field: "refuse", label: "Từ chối, trả lại", short: "Từ chối") { $0.refuse },
        Limit(field: "ask", label: "Yêu cầu bổ sung lần đầu", short: "Yêu cầu bổ sung") { $0.ask },
        Limit(field: "forward", label: "Chuyển cơ quan có thẩm quyền", short: "Chuyển cơ quan khác") { $0.forward },
        Limit(field: "coordinate", label: "Đơn vị phối hợp cho ý kiến", short: "Phối hợp") { $0.coordinate },
        Limit(field: "resolve", label: "Trả lời", short: "Trả lời") { $0.resolve },
        Limit(field: "publish", label: "Công khai sau khi trả lời", short: "Công khai") { $0.publish },
        Limit(field: "longestPause", label: "Tạm dừng lâu nhất", short: "Tạm dừng") { $0.longestPause },
        Limit(field: "longestExtension", label: "Gia hạn mỗi lần nhiều nhất", short: "Mỗi lần gia hạn") { $0.longestExtension },
        Limit(field: "mostExtensions", label: "Số lần gia hạn nhiều nhất", short: "Số lần gia hạn") { $0.mostExtensions },
    ]
}
