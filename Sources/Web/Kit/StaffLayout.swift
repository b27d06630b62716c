/// A queue in the rail, with how many wait in it.
package struct RailItem: Sendable, Equatable {
    package var label: String
    package var href: String
    /// `nil` shows no figure.
    package var count: Int?
    /// `.late` or `.soon` when the figure asks for a look.
    package var tone: Tone
    package var isCurrent: Bool

    package init(_ label: String, _ href: String, count: Int? = nil, tone: Tone = .plain, isCurrent: Bool = false) {
        self.label = label
        self.href = href
        self.count = count
        self.tone = tone
        self.isCurrent = isCurrent
    }
}

/// Queues that belong together, under a heading.
package struct RailGroup: Sendable, Equatable {
    package var title: String
    package var items: [RailItem]

    package init(_ title: String, _ items: [RailItem]) {
        self.title = title
        self.items = items
    }
}

/// What frames a page for staff: the rail of queues, who is signed in, the search.
package struct StaffLayout: Sendable, Equatable {
    package var title: String
    package var product: String
    package var taskForce: String?
    /// Who is signed in, and as what ("Lê Thị Lan", "Chuyên viên, Tổ tiếp nhận").
    package var person: String
    package var role: String
    package var rail: [RailGroup]
    /// Where the search goes (`tim` is the field); `nil` shows none.
    package var searchPath: String?
    /// Where the sign-out form posts to.
    package var signOutPath: String
    package var formToken: String

    package init(
        title: String, product: String, taskForce: String?, person: String, role: String, rail: [RailGroup], searchPath: String? = nil,
        signOutPath: String, formToken: String
    ) {
        self.title = title
        self.product = product
        self.taskForce = taskForce
        self.person = person
        self.role = role
        self.rail = rail
        self.searchPath = searchPath
        self.signOutPath = signOutPath
        self.formToken = formToken
    }

    package static let example = StaffLayout(
        title: "Chờ sàng lọc", product: "Đồng Hành", taskForce: "Tổ phản ứng nhanh hỗ trợ doanh nghiệp", person: "Lê Thị Lan",
        role: "Chuyên viên tiếp nhận",
        rail: [
            RailGroup(
                "Việc của tôi",
                [
                    RailItem("Cần làm hôm nay", "/app/viec-cua-toi", count: 4, tone: .soon),
                    RailItem("Quá hạn", "/app/qua-han", count: 2, tone: .late),
                ]),
            RailGroup(
                "Hàng đợi",
                [
                    RailItem("Chờ sàng lọc", "/app/sang-loc", count: 12, isCurrent: true), RailItem("Chờ chẩn đoán", "/app/chan-doan", count: 7),
                    RailItem("Đang xử lý", "/app/dang-xu-ly", count: 1240), RailItem("Chờ phê duyệt", "/app/phe-duyet", count: 3),
                ]),
            RailGroup("Tổng hợp", [RailItem("Báo cáo tuần", "/app/bao-cao"), RailItem("Tổ công tác", "/app/to-cong-tac")]),
        ], searchPath: "/app/tim", signOutPath: "/dang-xuat", formToken: "token")
}

/// A whole page for staff around its content.
package func staffLayout(_ layout: StaffLayout, content: HTML) -> HTML {
    document(
        title: "\(layout.title) · \(layout.product)", bodyClass: "staff", styles: [.base, .staffPages],
        scripts: [.draft, .keys, .suggest, .live, .intake],
        body: """
            \(skipLink)
            <header class="topbar">
            <a class="brand" href="/app"\(attribute: "title", layout.taskForce)><strong>\(layout.product)</strong>\
            \(when(layout.taskForce) { " <span>\($0)</span>" })</a>
            \(when(layout.searchPath) { searchBar($0) })
            <div class="who"><span>\(Icon.person.html) <strong>\(layout.person)</strong> <span class="quiet">\(layout.role)</span></span>
            <form method="post" action="\(layout.signOutPath)">\(hiddenField(FormToken.field, layout.formToken))\
            <button class="button plain">Đăng xuất</button></form>
            </div>
            </header>
            <div class="frame">
            <nav class="rail" aria-label="Hàng đợi">\(each(layout.rail, railGroup))</nav>
            <main id="noi-dung" tabindex="-1">
            \(content)
            \(keyList)
            </main>
            </div>
            """)
}

private func searchBar(_ path: String) -> HTML {
    """
    <form class="search" method="get" action="\(path)" role="search">
    <label class="unseen" for="tim-nhanh">Tìm hồ sơ</label>
    <input id="tim-nhanh" name="tim" type="search" placeholder="Tìm số hồ sơ, doanh nghiệp, nội dung" autocomplete="off" data-search>
    <button class="button plain">\(Icon.search.html) Tìm</button>
    </form>
    """
}

private func railGroup(_ group: RailGroup) -> HTML {
    "<section><h2>\(group.title)</h2><ul>\(each(group.items, railItem))</ul></section>"
}

private func railItem(_ item: RailItem) -> HTML {
    """
    <li><a href="\(item.href)"\(attribute: "aria-current", item.isCurrent ? "page" : nil)><span>\(item.label)</span>\
    \(when(item.count) { " <span class=\"count \(item.tone.rawValue)\">\(when(item.tone.icon) { $0.html })\(grouped: $0)</span>" })</a></li>
    """
}
