import HTTPTypes
import Hummingbird

/// The pages on which one plays the citizen, and the files that hang on messages.
struct ZaloPageRoutes: Sendable {
    let world: ZaloWorld
    let settings: ZaloPlatformSettings

    func add(to router: Router<BasicRequestContext>) {
        router.get("/") { _, _ in Response.redirect(to: "/_sim/", type: .normal) }
        router.get("_sim") { _, _ in htmlAnswer(await overview().html) }
        for (place, isStaff) in [("users", false), ("staff", true)] {
            router.get(RouterPath("_sim/\(place)/:id")) { _, context in htmlAnswer(try await conversation(context, isStaff: isStaff).html) }
            router.get(RouterPath("_sim/\(place)/:id/conversation")) { _, context in
                htmlAnswer(try await conversation(context, isStaff: isStaff).frame)
            }
        }
        router.get("_sim/groups/:id") { _, context in htmlAnswer(try await group(context).html) }
        router.get("_sim/groups/:id/conversation") { _, context in htmlAnswer(try await group(context).frame) }
        router.get("_sim/articles/:id") { _, context in
            guard let article = await world.read(article: try context.parameters.require("id")) else { throw HTTPError(.notFound) }
            return htmlAnswer(ArticlePage(article: article).html)
        }
        router.get("media/:id") { _, context in try await media(context.parameters.require("id")) }
        router.get("stickers/:id") { _, _ in file(Array(Self.sticker.utf8), type: "image/svg+xml") }
    }

    private func conversation(_ context: BasicRequestContext, isStaff: Bool) async throws -> ConversationPage {
        guard let citizen = await world.citizens[try context.parameters.require("id")] else { throw HTTPError(.notFound) }
        return ConversationPage(citizen: citizen, accountName: settings.oaName, admins: await world.admins, isStaff: isStaff)
    }

    private func group(_ context: BasicRequestContext) async throws -> GroupPage {
        guard let group = await world.liveGroup(try context.parameters.require("id")) else { throw HTTPError(.notFound) }
        let people = await world.players + world.admins
        return GroupPage(group: group, accountName: settings.oaName, people: people, isDisabled: await world.isDisabled(group))
    }

    private func overview() async -> OverviewPage {
        OverviewPage(
            accountName: settings.oaName, people: await world.players, groups: await world.liveGroups, articles: await world.articles,
            templates: await world.templates, trouble: await world.trouble, webhookURL: await world.webhookURL ?? "",
            isHookDisabled: await world.isHookDisabled, deliveries: await world.deliveries.suffix(15).reversed(), now: await world.now,
            followers: await world.followerCount, callsPerMinute: await world.callsPerMinute)
    }

    private func media(_ id: String) async throws -> Response {
        guard let media = await world.media[id] else { throw HTTPError(.notFound) }
        return file(media.bytes, type: MediaKind(media.bytes).contentType)
    }

    private func file(_ bytes: [UInt8], type: String) -> Response {
        var headers: HTTPFields = [.contentType: type]
        for (name, value) in [("X-Content-Type-Options", "nosniff"), ("Content-Security-Policy", "sandbox; default-src 'none'")] {
            if let name = HTTPField.Name(name) { headers[name] = value }
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// A smiling face for every sticker.
    private static let sticker =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\" width=\"96\" height=\"96\"><circle cx=\"32\" cy=\"32\" r=\"28\" "
        + "fill=\"#ffd54a\" stroke=\"#8a6d00\" stroke-width=\"2\"/><circle cx=\"22\" cy=\"26\" r=\"4\"/><circle cx=\"42\" cy=\"26\" r=\"4\"/>"
        + "<path d=\"M18 38q14 14 28 0\" fill=\"none\" stroke=\"#000\" stroke-width=\"3\" stroke-linecap=\"round\"/></svg>"
}
