/// A post of the account (bài viết, brief zalo.md §10).
package struct ZaloArticle: Sendable {
    package let id: String
    package internal(set) var title: String
    /// Milliseconds since 1970.
    let created: Int64
    var updated: Int64
    var type = "normal"
    package internal(set) var isShown: Bool
    package internal(set) var views: Int
    var shares: Int
    /// What was written, as it came: author, cover, description, body, …
    var content: JSON = .object([])

    init(id: String, title: String, created: Int64, isShown: Bool, views: Int = 0, shares: Int = 0) {
        self.id = id
        self.title = title
        self.created = created
        updated = created
        self.isShown = isShown
        self.views = views
        self.shares = shares
    }
}
