/// A group that the account owns (GMF, brief zalo.md §5).
package struct ZaloGroup: Sendable {
    package let id: String
    package internal(set) var name: String
    package internal(set) var description: String
    var avatar = ""
    var assetID: String
    /// Users; the account itself is always in it.
    package internal(set) var members: [String]
    package internal(set) var admins: [String] = []
    /// Who asked to be let in.
    package internal(set) var pending: [String] = []
    package internal(set) var messages: [ZaloLine] = []
    var settings = Settings()

    /// The four switches of a group.
    struct Settings: Sendable {
        var onlyAdminsWrite = false
        var joiningNeedsApproval = false
        var newcomersSeeHistory = true
        var joinsByLink = true
    }

    var link: String { "https://zalo.me/g/\(id)" }
}

/// What allows the account to have a group of some size for some time.
package struct ZaloGroupAsset: Sendable {
    package let id: String
    /// `gmf10`, `gmf50`, `gmf100`, `gmf1000`.
    package let product: String
    /// Days from the platform's start; afterwards the group is disabled, unless it is renewed by itself.
    package var days: Int
    package var renewsItself: Bool

    package init(id: String, product: String = "gmf100", days: Int = 30, renewsItself: Bool = true) {
        self.id = id
        self.product = product
        self.days = days
        self.renewsItself = renewsItself
    }

    var size: Int { Int(product.drop { $0 < "0" || $0 > "9" }) ?? 100 }
}
