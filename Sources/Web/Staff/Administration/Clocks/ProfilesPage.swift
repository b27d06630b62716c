import Documents
import Domain
import Operations
import Storage

/// Thời hạn: the deadlines that hold today, those to come, those that were superseded.
struct ProfilesPage: Page {
    static let path: Path = "/app/quan-tri/thoi-han"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        try Administration.check(visit, .administer)
        let (rules, words) = try await visit.office.read { tx in
            (try visit.office.rules(tx), ProfileWords(try visit.office.catalogue(tx), try OrganisationStore.register(tx), on: visit.now.day))
        }
        let today = visit.now.day
        let profiles = rules.profiles.sorted { ($0.validFrom, $0.key) > ($1.validFrom, $1.key) }
        let content: HTML = """
            <h1>Thời hạn xử lý</h1>
            \(buttonRow(primary: .link("Thêm mức thời hạn", AddProfilePage.path.link())))
            <p class="quiet">Mỗi hồ sơ theo mức riêng nhất hợp với loại, lĩnh vực, mức khẩn và đơn vị chủ trì của nó, giữ nguyên mức đó khi \
            có mức mới. Các thời hạn tính bằng ngày làm việc. Quy chế của Tổ công tác có thể đặt số ngày trả lời riêng thay cho mức chung.</p>
            \(each(DeadlineProfile.Standing.allCases) { standing in
                section(standing, profiles.filter { rules.standing(of: $0, on: today) == standing }, rules, words)
            })
            """
        return .document(try await StaffFrame.page(title: "Thời hạn xử lý", queue: nil, content, visit))
    }

    private static func section(
        _ standing: DeadlineProfile.Standing, _ profiles: [DeadlineProfile], _ rules: Rules, _ words: ProfileWords
    ) -> HTML {
        let table =
            profiles.isEmpty
            ? emptyState(nothing(standing))
            : dataTable(
                DataTable(
                    .sheet, caption: Terms.name(standing),
                    columns: ["Áp dụng cho", "Từ ngày", "Trả lời", "Các bước khác", "Tạm dừng, gia hạn", "Văn bản căn cứ"].map { .init($0) },
                    rows: profiles.map { row($0, standing, rules, words) }))
        return "<section><h2>\(Terms.name(standing))</h2>\(table)</section>"
    }

    private static func nothing(_ standing: DeadlineProfile.Standing) -> String {
        switch standing {
        case .inForce: "Chưa có mức nào đang áp dụng: không tiếp nhận được hồ sơ. Hãy thêm mức chung."
        case .toCome: "Không có mức nào chờ áp dụng."
        case .past: "Chưa có mức nào được thay thế."
        }
    }

    private static func row(
        _ profile: DeadlineProfile, _ standing: DeadlineProfile.Standing, _ rules: Rules, _ words: ProfileWords
    ) -> DataTable.Row {
        let end = rules.successor(of: profile).map { $0.validFrom.adding(-1).vietnamese }
        let withdraw: HTML = "<br><a href=\"\(WithdrawProfilePage.path.link(profile.key))\">Rút lại</a>"
        return .init([
            HTML(text: words.scope(profile.scope)),
            "<span>\(ProfileWords.begin(profile.validFrom))\(when(end) { " đến \($0)" })\(when(standing == .toCome) { withdraw })</span>",
            "<strong class=\"nowrap\">\(profile.resolve) ngày</strong>", "\(ProfileWords.steps(profile))",
            "\(ProfileWords.rests(profile))", "\(profile.source)",
        ])
    }
}
