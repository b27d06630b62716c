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

    /// The limits of the steps before and after the answer, in one line.
    static func steps(_ profile: DeadlineProfile) -> String {
        """
        Trả lời ban đầu \(profile.firstResponse), từ chối \(profile.refuse), yêu cầu bổ sung \(profile.ask), chuyển cơ quan khác \
        \(profile.forward), phối hợp \(profile.coordinate), công khai \(profile.publish) ngày
        """
    }

    /// How long the clock may stand still and how often it may be given more.
    static func rests(_ profile: DeadlineProfile) -> String {
        let more = profile.mostExtensions == 0
            ? "không gia hạn" : "gia hạn \(profile.mostExtensions) lần, mỗi lần đến \(profile.longestExtension) ngày"
        return "Tạm dừng đến \(profile.longestPause) ngày, \(more)"
    }

    /// One limit: its field, and what it is called in a form.
    struct Limit: Sendable {
        var field: String
        var label: String
        var value: @Sendable (DeadlineProfile) -> Int
    }

    /// The limits in the order in which a case meets them.
    static let limits: [Limit] = [
        Limit(field: "firstResponse", label: "Trả lời ban đầu cho người gửi") { $0.firstResponse },
        Limit(field: "refuse", label: "Từ chối, trả lại") { $0.refuse },
        Limit(field: "ask", label: "Yêu cầu bổ sung lần đầu") { $0.ask },
        Limit(field: "forward", label: "Chuyển cơ quan có thẩm quyền") { $0.forward },
        Limit(field: "coordinate", label: "Đơn vị phối hợp cho ý kiến") { $0.coordinate },
        Limit(field: "resolve", label: "Trả lời") { $0.resolve },
        Limit(field: "publish", label: "Công khai sau khi trả lời") { $0.publish },
        Limit(field: "longestPause", label: "Tạm dừng lâu nhất") { $0.longestPause },
        Limit(field: "longestExtension", label: "Gia hạn mỗi lần nhiều nhất") { $0.longestExtension },
        Limit(field: "mostExtensions", label: "Số lần gia hạn nhiều nhất") { $0.mostExtensions },
    ]
}
