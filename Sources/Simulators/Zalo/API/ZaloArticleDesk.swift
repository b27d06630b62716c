/// Articles of the account (brief zalo.md §10): written, ready a while later, read with their views.
struct ZaloArticleDesk: Sendable {
    let world: ZaloWorld

    func create(_ request: JSON) async throws -> JSON {
        let title = try check(request)
        guard await world.takeArticle() else { throw ZaloFault.articleQuota }
        return ["token": .string(await world.write(request, title: title, isShown: request["status"]?.text == "show"))]
    }

    func update(_ request: JSON) async throws -> JSON {
        let title = try check(request)
        guard let known = await world.article(try request.required("id")) else { throw ZaloFault.invalid("id") }
        return ["token": .string(await world.write(request, title: title, isShown: request["status"]?.text == "show", to: known.id))]
    }

    func verify(_ request: JSON) async throws -> JSON {
        guard let order = await world.articleTokens[try request.required("token")] else { throw ZaloFault.invalid("token") }
        guard await world.now >= order.ready else { throw ZaloFault.articleInProcess }
        return ["id": .string(order.article)]
    }

    func remove(_ request: JSON) async throws {
        guard await world.removeArticle(try request.required("id")) else { throw ZaloFault.invalid("id") }
    }

    func detail(_ query: [String: String]) async throws -> JSON {
        guard let article = await world.article(query["id"] ?? "") else { throw ZaloFault.invalid("id") }
        let written = (article.content.members ?? []).filter { !["id", "type", "title", "status"].contains($0.0) }
        let head: [(String, JSON)] = [
            ("id", .string(article.id)), ("type", .string(article.type)), ("title", .string(article.title)),
            ("status", article.isShown ? "show" : "hide"),
        ]
        return .object(
            head + written + [
                ("total_view", .count(article.views)), ("total_share", .count(article.shares)),
                ("link_view", .string(await world.address(ofArticle: article.id))),
            ])
    }

    /// The list with views, newest first.
    func slice(_ query: [String: String]) async throws -> JSON {
        guard let offset = Int(query["offset"] ?? "0"), offset >= 0 else { throw ZaloFault.invalid("offset") }
        guard let limit = Int(query["limit"] ?? "10"), limit > 0 else { throw ZaloFault.invalid("limit") }
        guard limit <= 10 else { throw ZaloFault.tooLong }
        let type = query["type"] ?? "normal"
        let all = await world.articles.filter { $0.type == type }.sorted { $0.created > $1.created }
        var rows: [JSON] = []
        for article in all.dropFirst(offset).prefix(limit) {
            rows.append([
                "id": .string(article.id), "type": .string(article.type), "title": .string(article.title),
                "status": article.isShown ? "show" : "hide", "total_view": .count(article.views), "total_share": .count(article.shares),
                "create_date": .integer(article.created), "update_date": .integer(article.updated), "thumb": "",
                "link_view": .string(await world.address(ofArticle: article.id)),
            ])
        }
        return ["medias": .array(rows), "total": .count(all.count)]
    }

    /// The title, when everything that an article must have is there.
    private func check(_ request: JSON) throws -> String {
        guard ["normal", "video"].contains(request["type"]?.text ?? "") else { throw ZaloFault.invalid("type") }
        let title = try request.required("title")
        let isVideo = request["type"]?.text == "video"
        let limits = [(title, 150), (request["author"]?.text ?? "", 50), (request["description"]?.text ?? "", 300)]
        guard limits.allSatisfy({ $0.0.utf16.count <= $0.1 }) else { throw ZaloFault.tooLong }
        if isVideo {
            _ = try request.required("video_id")
            _ = try request.required("avatar")
            return title
        }
        _ = try request.required("author")
        guard request["cover"]?["cover_type"]?.text != nil else { throw ZaloFault.invalid("cover") }
        guard let body = request["body"]?.elements, !body.isEmpty, body.allSatisfy(Self.isPart) else { throw ZaloFault.invalid("body") }
        return title
    }

    private static func isPart(_ part: JSON) -> Bool {
        switch part["type"]?.text {
        case "text": part["content"]?.text != nil
        case "image": part["url"]?.text != nil
        case "video": part["url"]?.text != nil || part["video_id"]?.text != nil
        case "product": part["id"]?.text != nil
        default: false
        }
    }
}
