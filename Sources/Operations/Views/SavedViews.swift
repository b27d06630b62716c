package import Domain
package import Storage

/// Keeps a list of cases under a name (lưu bộ lọc).
package struct SaveView: Operation {
    package static let permission = Permission.view
    let name: String
    let query: String

    /// - Parameter query: what stands behind the `?` of the list's address, as the list itself would write it.
    package init(name: String, query: String) {
        self.name = name
        self.query = query
    }

    package func perform(_ turn: Turn) throws -> SavedView {
        guard let account = turn.actor.account else { throw Refusal.notPermitted(.view) }
        try checkName(name)
        let own = try SavedViewStore.of(account.id, turn.tx)
        if own.contains(where: { $0.name == name }) { throw Refusal.invalid([Problem("viewName", .held)]) }
        if own.count >= SavedView.most { throw Refusal.invalid([Problem("viewName", .full(SavedView.most))]) }
        let view = SavedView(id: turn.newID(), name: name, query: query)
        try SavedViewStore.insert(view, of: account.id, turn.tx)
        return view
    }
}

/// Gives a kept list another name (đổi tên bộ lọc).
package struct RenameView: Operation {
    package static let permission = Permission.view
    let view: ID<SavedView>
    let name: String

    package init(view: ID<SavedView>, name: String) {
        self.view = view
        self.name = name
    }

    package func perform(_ turn: Turn) throws {
        guard let account = turn.actor.account else { throw Refusal.notPermitted(.view) }
        try checkName(name)
        let others = try SavedViewStore.of(account.id, turn.tx).filter { $0.id != view }
        if others.contains(where: { $0.name == name }) { throw Refusal.invalid([Problem("viewName", .held)]) }
        guard try SavedViewStore.rename(view, to: name, of: account.id, turn.tx) else { throw Refusal.noSuch(.view) }
    }
}

/// Forgets a kept list (xóa bộ lọc). Forgetting it twice is no fault.
package struct DeleteView: Operation {
    package static let permission = Permission.view
    let view: ID<SavedView>

    package init(view: ID<SavedView>) { self.view = view }

    package func perform(_ turn: Turn) throws {
        guard let account = turn.actor.account else { throw Refusal.notPermitted(.view) }
        try SavedViewStore.delete(view, of: account.id, turn.tx)
    }
}

private func checkName(_ name: String) throws(Refusal) {
    var list = ProblemList()
    list.text("viewName", name, atMost: SavedView.longestName)
    try list.refuse()
}
