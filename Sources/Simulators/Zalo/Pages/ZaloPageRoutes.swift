import HTTPTypes
import Hummingbird

/// The pages on which one plays the citizen, and the files that hang on messages.
struct ZaloPageRoutes: Sendable {
    let world: ZaloWorld
    let settings: ZaloPlatformSettings

    func add(to router: Router<BasicRequestContext>) {
        router.get("/") { _, _ in Response.redirect(to: "/_sim/", type: .normal) }
        router.get("_sim") { _, _ in page(await overview().html) }
        router.get("_sim/users/:id") { _, context in
            page(ConversationPage(citizen: try await citizen(context), accountName: settings.oaName, isFrame: false).html)
        }
        router.get("_sim/users/:id/conversation") { _, context in
            page(ConversationPage(citizen: try await citizen(context), accountName: settings.oaName, isFrame: true).html)
        }
        router.get("media/:id") { _, context in try await media(context.parameters.require("id")) }
    }

    private func citizen(_ context: BasicRequestContext) async throws -> ZaloCitizen {
        guard let citizen = await world.citizens[try context.parameters.require("id")] else { throw HTTPError(.notFound) }
        return citizen
    }

    private func overview() async -> OverviewPage {
        let known = await world.citizens
        return OverviewPage(
            accountName: settings.oaName, people: await world.citizenIDs.compactMap { known[$0] }, trouble: await world.trouble,
            webhookURL: await world.webhookURL ?? "", deliveries: await world.deliveries.suffix(12).reversed(), now: await world.now)
    }

    private func page(_ html: Markup) -> Response {
        var headers: HTTPFields = [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"]
        if let policy = HTTPField.Name("Content-Security-Policy") {
            headers[policy] = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'"
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: html.text)))
    }

    private func media(_ id: String) async throws -> Response {
        guard let media = await world.media[id] else { throw HTTPError(.notFound) }
        var headers: HTTPFields = [.contentType: MediaKind(media.bytes).contentType]
        for (name, value) in [("X-Content-Type-Options", "nosniff"), ("Content-Security-Policy", "sandbox; default-src 'none'")] {
            if let name = HTTPField.Name(name) { headers[name] = value }
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: media.bytes)))
    }
}
