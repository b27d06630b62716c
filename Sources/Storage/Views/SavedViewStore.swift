package import Database
package import Domain

/// A list of cases that a person keeps by name (bộ lọc đã lưu).
package struct SavedView: Sendable, Equatable {
    package let id: ID<SavedView>
    package var name: String
    /// What stands behind the `?` of the list's address.
    package var query: String

    package init(id: ID<SavedView>, name: String, query: String) {
        self.id = id
        self.name = name
        self.query = query
    }

    /// Lists that one person keeps at most.
    package static let most = 30
    package static let longestName = 60
}

/// Keeps the lists of each person.
package enum SavedViewStore {
    /// In the order in which they were saved.
    package static func of(_ account: ID<Account>, _ tx: Transaction) throws -> [SavedView] {
        try tx.all("SELECT id, name, query FROM saved_view WHERE account = \(account) ORDER BY position, id LIMIT \(SavedView.most)") {
            SavedView(id: try $0["id"], name: try $0["name"], query: try $0["query"])
        }
    }

    package static func insert(_ view: SavedView, of account: ID<Account>, _ tx: Transaction) throws {
        let last = try tx.count("SELECT coalesce(max(position), 0) AS n FROM saved_view WHERE account = \(account)")
        try tx.run(
            """
            INSERT INTO saved_view (id, account, name, query, position)
            VALUES (\(view.id), \(account), \(view.name), \(view.query), \(last + 1))
            """)
    }

    /// `false` when the account has no such list.
    package static func rename(_ id: ID<SavedView>, to name: String, of account: ID<Account>, _ tx: Transaction) throws -> Bool {
        try tx.run("UPDATE saved_view SET name = \(name) WHERE id = \(id) AND account = \(account)") == 1
    }

    package static func delete(_ id: ID<SavedView>, of account: ID<Account>, _ tx: Transaction) throws {
        try tx.run("DELETE FROM saved_view WHERE id = \(id) AND account = \(account)")
    }
}
