import Documents
import Domain
import Operations
import Storage

/// What pages show of a plan: its steps in sentences, and what they would move.
enum ReorganisationSections {
    /// Turns keys and codes of a plan into names.
    struct Words {
        private let founded: [String: String]
        private let register: UnitRegister
        private let day: Day
        private let catalogue: Catalogue

        /// - Parameter register: as it is before the plan or after it; the name before the day is what people know.
        init(_ founded: [(key: String, name: String)], _ register: UnitRegister, on day: Day, _ catalogue: Catalogue) {
            self.founded = Dictionary(founded.map { ($0.key, $0.name) }, uniquingKeysWith: { first, _ in first })
            self.register = register
            self.day = day
            self.catalogue = catalogue
        }

        func name(_ key: String) -> String {
            founded[key] ?? register.unit(key).flatMap { register.name(of: $0, on: day.adding(-1)) } ?? key
        }

        func sentence(_ step: ReorganisationPlan.Step) -> String {
            OrganisationWords.sentence(
                step, name: name, field: { catalogue.name(of: $0) ?? $0.text }, area: { catalogue.name(of: $0) ?? $0.text })
        }
    }

    static func steps(_ plan: ReorganisationPlan, _ register: UnitRegister, on day: Day, _ catalogue: Catalogue) -> HTML {
        var sheet = PlanSheet()
        sheet.steps = plan.steps
        let words = Words(sheet.founded, register, on: day, catalogue)
        let people = (plan.people ?? [:]).sorted { $0.key < $1.key }
        return """
            <h2>Các bước</h2>
            <ol>\(each(plan.steps) { "<li>\(words.sentence($0))</li>" })</ol>
            \(when(!people.isEmpty) {
                "<h3>Người đi theo phần được tách</h3><ul>\(each(people) { "<li>\($0.key) về \(words.name($0.value))</li>" })</ul>"
            })
            """
    }

    static func preview(_ moves: ReorganisationMoves) -> HTML {
        """
        <h2>Sẽ thay đổi</h2>
        \(counts(moves.counts, notices: false))
        \(units(moves.effect))
        \(cases(moves))
        \(people(moves))
        \(rules(moves))
        """
    }

    static func counts(_ counts: MovedCounts, notices: Bool) -> HTML {
        var rows: [(String, Int)] = [
            ("Đơn vị thành lập, thay đổi, kết thúc", counts.units), ("Hồ sơ đang mở được chuyển", counts.cases),
            ("Trong đó cần xem lại đơn vị chủ trì", counts.unclear), ("Tài khoản chuyển đơn vị", counts.accounts),
            ("Nhiệm vụ chuyển theo", counts.mandates), ("Quy tắc phân công được điều chỉnh", counts.rules),
        ]
        if notices { rows.append(("Người gửi được thông báo", counts.notices)) }
        return dataTable(
            DataTable(
                .figures, caption: "Số lượng thay đổi", columns: [.init("Nội dung"), .init("Số lượng", align: .number)],
                rows: rows.map { .init(["\($0.0)", "\(grouped: $0.1)"], tone: $0.0.hasPrefix("Trong đó") && $0.1 > 0 ? .soon : .plain) }))
    }

    private static func units(_ effect: ReorganisationEffect) -> HTML {
        func before(_ unit: ID<Unit>) -> String { effect.before.name(of: unit, on: effect.day.adding(-1)) ?? "" }
        func after(_ unit: ID<Unit>) -> String { effect.after.name(of: unit, on: effect.day) ?? "" }
        func above(_ unit: ID<Unit>) -> String { effect.after.version(of: unit, on: effect.day)?.parent.map(after) ?? "" }
        let founded = effect.founded.map { DataTable.Row(["Thành lập", "", "\(after($0))", "\(above($0))"], tone: .done) }
        let changed = effect.changed.map { DataTable.Row(["Thay đổi", "\(before($0))", "\(after($0))", "\(above($0))"]) }
        let ended = effect.ended.map { unit -> DataTable.Row in
            let heirs = effect.successions.filter { $0.from == unit }.map { after($0.to) }
            return DataTable.Row(["Kết thúc", "\(before(unit))", "\(heirs.joined(separator: "; "))", ""], tone: .soon)
        }
        return """
            <h3>Đơn vị</h3>
            \(dataTable(
                DataTable(
                    .sheet, caption: "Đơn vị thay đổi", columns: ["Thay đổi", "Trước", "Sau, đơn vị tiếp nhận", "Thuộc"].map { .init($0) },
                    rows: founded + changed + ended)))
            """
    }

    /// The most numbers that are listed one by one.
    private static let most = 200

    private static func cases(_ moves: ReorganisationMoves) -> HTML {
        let effect = moves.effect
        let groups = Dictionary(grouping: moves.cases) { Way(from: $0.from, to: $0.heir.unit) }
        let rows = groups.map { way, cases in
            (
                before: effect.before.name(of: way.from, on: effect.day.adding(-1)) ?? "",
                after: effect.after.name(of: way.to, on: effect.day) ?? "", all: cases.count, unclear: cases.count { !$0.heir.isClear }
            )
        }.sorted { ($0.before.sortKey, $0.after.sortKey) < ($1.before.sortKey, $1.after.sortKey) }
        let unclear = moves.cases.filter { !$0.heir.isClear }.map(\.number.text)
        if rows.isEmpty { return "<h3>Hồ sơ đang mở</h3><p>Không có hồ sơ nào phải chuyển.</p>" }
        return """
            <h3>Hồ sơ đang mở</h3>
            <p>Số hồ sơ, thời hạn, dự thảo giữ nguyên; người gửi qua kênh nhắn tin nhận một thông báo.</p>
            \(dataTable(
                DataTable(
                    .sheet, caption: "Hồ sơ đang mở theo đơn vị",
                    columns: [.init("Từ"), .init("Về"), .init("Số hồ sơ", align: .number), .init("Cần xem lại", align: .number)],
                    rows: rows.map {
                        .init(["\($0.before)", "\($0.after)", "\(grouped: $0.all)", "\(grouped: $0.unclear)"], tone: $0.unclear > 0 ? .soon : .plain)
                    })))
            \(when(!unclear.isEmpty) {
                disclosure(
                    "Hồ sơ chưa rõ đơn vị tiếp nhận (\(unclear.count))",
                    """
                    <p>Văn bản không nói phần này về đâu. Đơn vị nhận phần còn lại tạm chủ trì đến khi có người quyết định.</p>
                    <p>\(unclear.prefix(most).joined(separator: ", "))\(when(unclear.count > most) { " …" })</p>
                    """)
            })
            """
    }

    private struct Way: Hashable {
        var from: ID<Unit>
        var to: ID<Unit>
    }

    private static func people(_ moves: ReorganisationMoves) -> HTML {
        let effect = moves.effect
        if moves.accounts.isEmpty { return .empty }
        let rows = moves.accounts.prefix(most).map { move in
            DataTable.Row([
                "\(move.account.name)", "\(effect.before.name(of: move.account.unit, on: effect.day.adding(-1)) ?? "")",
                "\(effect.after.name(of: move.to, on: effect.day) ?? "")",
            ])
        }
        let table = dataTable(
            DataTable(.sheet, caption: "Tài khoản chuyển đơn vị", columns: ["Người", "Từ", "Về"].map { .init($0) }, rows: rows))
        return disclosure("Tài khoản chuyển đơn vị (\(moves.accounts.count))", table)
    }

    private static func rules(_ moves: ReorganisationMoves) -> HTML {
        if moves.rules.isEmpty { return .empty }
        let rows = moves.rules.map { move in
            DataTable.Row([
                "\(move.old.text)", "\(move.ends ? "Hết hiệu lực" : "Vẫn áp dụng phần còn lại")",
                "<div>\(each(move.next) { "<p>\($0.text)</p>" })</div>",
            ])
        }
        return """
            <h3>Quy tắc phân công</h3>
            \(dataTable(
                DataTable(
                    .sheet, caption: "Quy tắc phân công", columns: ["Quy tắc", "Từ ngày thực hiện", "Quy tắc mới"].map { .init($0) }, rows: rows)))
            """
    }
}
