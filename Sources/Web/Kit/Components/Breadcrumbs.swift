/// Where this page stands; the last one is the page itself.
package func breadcrumbs(_ above: [NavItem], here: String) -> HTML {
    """
    <nav class="crumbs" aria-label="Vị trí trang"><ol>\(each(above) { "<li><a href=\"\($0.href)\">\($0.label)</a></li>" })\
    <li aria-current="page">\(here)</li></ol></nav>
    """
}

extension Example {
    package static let breadcrumbs: [HTML] = [
        Web.breadcrumbs([NavItem("Chờ sàng lọc", "/app/sang-loc"), NavItem("BN-2026-0001234", "/app/ho-so/1")], here: "Phân công")
    ]
}
