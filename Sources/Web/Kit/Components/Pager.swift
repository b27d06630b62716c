/// The way to what comes before and after: pages of a list, weeks of a report.
/// - Parameters:
///   - previous, next: what the links say and where they lead; `nil` at the ends.
///   - others: what else can be had of the same thing.
package func pager(label: String, previous: NavItem? = nil, next: NavItem? = nil, others: [NavItem] = []) -> HTML {
    """
    <nav class="pager" aria-label="\(label)">
    \(when(previous) { "<a class=\"button plain\" rel=\"prev\" href=\"\($0.href)\">\(Icon.back.html) \($0.label)</a>" })
    \(when(next) { "<a class=\"button plain\" rel=\"next\" href=\"\($0.href)\">\($0.label) \(Icon.forward.html)</a>" })
    \(each(others) { "<a href=\"\($0.href)\">\($0.label)</a>\n" })
    </nav>
    """
}

extension Example {
    package static let pager: [HTML] = [
        Web.pager(label: "Trang", next: NavItem("Trang sau", "?sau=a")),
        Web.pager(
            label: "Tuần", previous: NavItem("Tuần trước", "2026-W32"), next: NavItem("Tuần sau", "2026-W34"),
            others: [NavItem("Bản chữ", "2026-W33/ban-chu")]),
    ]
}
