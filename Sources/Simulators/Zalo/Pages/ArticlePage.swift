/// An article as readers see it; each opening counts as a view.
struct ArticlePage {
    let article: ZaloArticle

    var html: Markup {
        let parts = (article.content["body"]?.elements ?? []).map { part -> Markup in
            part["type"]?.text == "text" ? "<p class=\"pre\">\(part["content"]?.text ?? "")</p>" : "<p>🖼 \(part["url"]?.text ?? "")</p>"
        }
        return PageFrame(title: article.title).html(
            """
            <h1>\(article.title)</h1><p><small>\(vietnameseDay(article.created)), \(article.views) lượt xem</small></p>
            <p><strong>\(article.content["description"]?.text ?? "")</strong></p>\(Markup(joining: parts))
            """)
    }
}
