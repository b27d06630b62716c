/// An entry of a list of links.
package struct NavItem: Sendable, Equatable {
    package var label: String
    package var href: String
    /// The page that is open.
    package var isCurrent: Bool

    package init(_ label: String, _ href: String, isCurrent: Bool = false) {
        self.label = label
        self.href = href
        self.isCurrent = isCurrent
    }
}

/// What frames a page for the public: one column.
package struct PublicLayout: Sendable, Equatable {
    /// The page's own title, as it stands in the tab before the name of the product.
    package var title: String
    package var product: String
    /// The body that answers for the site (Tổ công tác); `nil` where it cannot be known, as on a page about a fault.
    package var taskForce: String?
    package var nav: [NavItem]
    /// Links below.
    package var footer: [NavItem]
    /// Where and when people can ask, in one line.
    package var contact: String?

    package init(
        title: String, product: String, taskForce: String?, nav: [NavItem], footer: [NavItem] = [], contact: String? = nil
    ) {
        self.title = title
        self.product = product
        self.taskForce = taskForce
        self.nav = nav
        self.footer = footer
        self.contact = contact
    }

    package static let example = PublicLayout(
        title: "Gửi khó khăn, kiến nghị", product: "Đồng Hành", taskForce: "Tổ phản ứng nhanh hỗ trợ doanh nghiệp",
        nav: [
            NavItem("Gửi kiến nghị", "/gui-kien-nghi", isCurrent: true), NavItem("Tra cứu", "/tra-cuu"),
            NavItem("Mạng lưới", "/mang-luoi"),
        ],
        footer: [NavItem("Dành cho cán bộ", "/dang-nhap")],
        contact: "Điện thoại trong giờ hành chính: 0200 000 000")
}

/// A whole page for the public around its content.
package func publicLayout(_ layout: PublicLayout, content: HTML) -> HTML {
    let header: HTML = """
        <header class="masthead"><div class="column">
        <a class="brand" href="/"><strong>\(layout.product)</strong>\(when(layout.taskForce) { " <span>\($0)</span>" })</a>
        <nav aria-label="Mục chính"><ul>\(each(layout.nav, navLink))</ul></nav>
        </div></header>
        """
    let footer: HTML = """
        <footer class="foot"><div class="column">
        \(when(layout.taskForce) { "<p>\($0)</p>" })
        \(when(layout.contact) { "<p>\($0)</p>" })
        \(when(!layout.footer.isEmpty) { "<ul>\(each(layout.footer, navLink))</ul>" })
        </div></footer>
        """
    return document(
        title: "\(layout.title) · \(layout.product)", bodyClass: "public", styles: [.base, .publicPages], scripts: [.copy, .draft],
        body: """
            \(skipLink)
            \(header)
            <main id="noi-dung" class="column" tabindex="-1">
            \(content)
            </main>
            \(footer)
            """)
}

func navLink(_ item: NavItem) -> HTML {
    "<li><a href=\"\(item.href)\"\(attribute: "aria-current", item.isCurrent ? "page" : nil)>\(item.label)</a></li>"
}

let skipLink: HTML = "<a class=\"skip\" href=\"#noi-dung\">Đến nội dung chính</a>"

/// The outermost frame that both layouts share.
func document(title: String, bodyClass: String, styles: [Asset], scripts: [Asset], body: HTML) -> HTML {
    """
    <!DOCTYPE html>
    <html lang="vi">
    <head>
    <meta charset="utf-8">
    <title>\(title)</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="same-origin">
    <meta name="color-scheme" content="light dark">
    <meta name="format-detection" content="telephone=no">
    <link rel="icon" type="image/svg+xml" href="\(Asset.icon.url)">
    \(each(styles) { "<link rel=\"stylesheet\" href=\"\($0.url)\">" })
    \(each(scripts) { "<script src=\"\($0.url)\" defer></script>" })
    </head>
    <body class="\(bodyClass)">
    \(body)
    </body>
    </html>
    """
}
