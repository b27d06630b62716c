/// A message template of the account, for ZNS by phone and ZBS by user id (brief zalo.md §9).
package struct ZaloTemplate: Sendable {
    package let id: String
    package let name: String
    package internal(set) var status: Status
    package internal(set) var quality = "HIGH"
    /// `TRANSACTION`, `CUSTOMER_CARE` or `PROMOTION`.
    let tag: String
    /// With `<field>` where a field goes.
    let text: String
    let fields: [Field]
    /// Whether it may go by user id.
    let allowsUsers: Bool

    /// Where a template stands in its review.
    package enum Status: String, Sendable, CaseIterable {
        case enabled = "ENABLE"
        case pending = "PENDING_REVIEW"
        case rejected = "REJECT"
        case disabled = "DISABLE"

        /// The number by which lists are narrowed.
        var number: Int {
            switch self {
            case .enabled: 1
            case .pending: 2
            case .rejected: 3
            case .disabled: 4
            }
        }
    }

    /// A field of a template: its length is counted in characters.
    package struct Field: Sendable {
        let name: String
        let isRequired: Bool
        let longest: Int

        package init(_ name: String, isRequired: Bool = true, longest: Int = 100) {
            self.name = name
            self.isRequired = isRequired
            self.longest = longest
        }
    }

    package init(
        id: String, name: String, text: String, fields: [Field], status: Status = .enabled, tag: String = "TRANSACTION", allowsUsers: Bool = true
    ) {
        self.id = id
        self.name = name
        self.text = text
        self.fields = fields
        self.status = status
        self.tag = tag
        self.allowsUsers = allowsUsers
    }

    /// The text with its fields filled in.
    func filled(_ values: JSON) -> String {
        fields.reduce(text) { $0.replacing("<\($1.name)>", with: values[$1.name]?.text ?? "") }
    }

    /// What an account of the kind has: received, answered, and one still in review.
    package static let demonstration = [
        ZaloTemplate(
            id: "300001", name: "Đã tiếp nhận phản ánh",
            text: "Tổ công tác đã tiếp nhận phản ánh của <ten>. Mã tra cứu: <ma>. Hạn trả lời: <han>.",
            fields: [Field("ten", longest: 60), Field("ma", longest: 30), Field("han", longest: 30)]),
        ZaloTemplate(
            id: "300002", name: "Đã có trả lời", text: "Phản ánh mã <ma> của <ten> đã có trả lời. Xem tại <link>.",
            fields: [Field("ten", longest: 60), Field("ma", longest: 30), Field("link", longest: 200)]),
        ZaloTemplate(
            id: "300003", name: "Mời đánh giá", text: "Mời <ten> đánh giá việc xử lý phản ánh mã <ma>.",
            fields: [Field("ten", longest: 60), Field("ma", longest: 30)], status: .pending, tag: "CUSTOMER_CARE"),
    ]
}
