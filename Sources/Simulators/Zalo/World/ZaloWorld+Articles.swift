/// Articles and templates.
extension ZaloWorld {
    func add(_ article: ZaloArticle) { articles.append(article) }

    func article(_ id: String) -> ZaloArticle? { articles.first { $0.id == id } }
    func address(ofArticle id: String) -> String { "\(baseURL)/_sim/articles/\(id)" }

    /// Writes an article, new or known, and gives the token by which it is asked for.
    func write(_ content: JSON, title: String, isShown: Bool, to known: String? = nil) -> String {
        let id = known ?? newID("a")
        if let index = articles.firstIndex(where: { $0.id == id }) {
            articles[index].title = title
            articles[index].isShown = isShown
            articles[index].updated = now
            articles[index].content = content
        } else {
            var article = ZaloArticle(id: id, title: title, created: now, isShown: isShown)
            article.content = content
            article.type = content["type"]?.text ?? "normal"
            articles.append(article)
        }
        let token = newID("at")
        articleTokens[token] = (id, now + Int64(settings.articleSeconds) * 1000)
        return token
    }

    func takeArticle() -> Bool { articleTally.take(outOf: settings.articlesPerMonth, in: vietnameseMonth(now)) != nil }

    func removeArticle(_ id: String) -> Bool {
        let before = articles.count
        articles.removeAll { $0.id == id }
        return articles.count < before
    }

    /// Somebody reads an article.
    func read(article id: String, times: Int = 1) -> ZaloArticle? {
        guard let index = articles.firstIndex(where: { $0.id == id }) else { return nil }
        articles[index].views += times
        return articles[index]
    }

    func template(_ id: String) -> ZaloTemplate? { templates.first { $0.id == id } }

    func changeTemplate(_ id: String, _ change: @Sendable (inout ZaloTemplate) -> Void) {
        guard let index = templates.firstIndex(where: { $0.id == id }) else { return }
        change(&templates[index])
    }

    func setTemplatesPerDay(_ count: Int) { templatesPerDay = count }

    /// Takes a template message out of today's: what is left.
    func useTemplateOfToday() -> Int? { templateTally.take(outOf: templatesPerDay, in: vietnameseDay(now)) }

    var templatesLeftToday: Int { max(0, templatesPerDay - templateTally.used(in: vietnameseDay(now))) }

    /// Takes a template message out of those that were bought: what is left.
    func useBoughtTemplate() -> Int? {
        guard templatesLeft > 0 else { return nil }
        templatesLeft -= 1
        return templatesLeft
    }

    func note(notice id: String, arrived: Bool) { notices[id] = arrived }
}
