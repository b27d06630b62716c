import Foundation
import HTTPTypes
import Hummingbird

/// `openapi.zalo.me` (brief zalo.md §3, §4, §6, §8).
struct ZaloAPIRoutes: Sendable {
    let world: ZaloWorld
    let hook: ZaloHook
    let settings: ZaloPlatformSettings

    func add(to router: Router<BasicRequestContext>) {
        let sender = ZaloSender(world: world, hook: hook, settings: settings)
        router.post("v3.0/oa/message/cs") { request, _ in
            try await answer(request) { try await sender.consult(try await body(of: request)) }
        }
        router.post("v2.0/oa/message") { request, _ in
            try await answer(request) { throw ZaloFault.oldMessageAPI }
        }
        router.get("v3.0/oa/user/detail") { request, _ in try await answer(request) { try await userDetail(request) } }
        router.get("v3.0/oa/user/getlist") { request, _ in try await answer(request) { try await userList(request) } }
        router.get("v2.0/oa/getoa") { request, _ in try await answer(request) { await account() } }
        router.post("v2.0/oa/upload/image") { request, _ in
            try await answer(request) { try await upload(request, field: "attachment_id", limit: 1 << 20, kinds: [.png, .jpeg]) }
        }
        router.post("v2.0/oa/upload/gif") { request, _ in
            try await answer(request) { try await upload(request, field: "attachment_id", limit: 5 << 20, kinds: [.gif]) }
        }
        router.post("v2.0/oa/upload/file") { request, _ in
            try await answer(request) { try await upload(request, field: "token", limit: 5 << 20, kinds: [.pdf, .word]) }
        }
        for version in ["v2.0", "v3.0"] {
            let path = RouterPath("\(version)/**")
            router.get(path) { request, _ in try await answer(request) { throw ZaloFault.unknownAPI } }
            router.post(path) { request, _ in try await answer(request) { throw ZaloFault.unknownAPI } }
        }
    }

    /// What every call has in common: mishaps that were switched on, the count of calls, the token, the shape of answers.
    private func answer(_ request: Request, _ work: () async throws -> JSON) async throws -> Response {
        let trouble = await world.trouble
        if trouble.delay > 0 { try await wait(seconds: trouble.delay) }
        if trouble.outage { return Response(status: .serviceUnavailable) }
        let left = await world.countCall()
        let headers = [("X-RateLimit-Limit", String(settings.callsPerMinute)), ("X-RateLimit-Remain", String(max(0, left)))]
        do {
            guard left >= 0 else { throw ZaloFault.tooManyCalls }
            if let refusal = await world.grants.refusal(of: header("access_token", of: request), now: await world.now) { throw refusal }
            return platformAnswer(["data": try await work(), "error": 0, "message": "Success"], headers: headers)
        } catch let fault as ZaloFault {
            return platformAnswer(["error": .integer(Int64(fault.code)), "message": .string(fault.message)], headers: headers)
        }
    }

    private func body(of request: Request) async throws -> [UInt8] {
        Array(buffer: try await request.body.collect(upTo: 1 << 20))
    }

    // MARK: People and the account

    /// The one query parameter `data` holds JSON (brief §6).
    private func query<Value: Decodable>(_ type: Value.Type, _ request: Request) throws -> Value {
        guard let data = formFields(request.uri.query ?? "")["data"] else { throw ZaloFault.invalid("data") }
        do { return try JSONDecoder().decode(type, from: Data(data.utf8)) } catch { throw ZaloFault.invalid("data") }
    }

    private func userDetail(_ request: Request) async throws -> JSON {
        struct Query: Decodable { let user_id: Identifier }
        guard let citizen = await world.citizens[try query(Query.self, request).user_id.text] else { throw ZaloFault.invalid("user_id") }
        return [
            "user_id": .string(citizen.id), "user_id_by_app": .string(citizen.idByApp), "user_external_id": "",
            "display_name": .string(citizen.name), "user_alias": .string(citizen.name), "is_sensitive": false,
            "user_last_interaction_date": .string(citizen.lastInteraction.map(vietnameseDay) ?? ""),
            "user_is_follower": .bool(citizen.follows), "avatar": "", "avatars": ["120": "", "240": ""],
            "tags_and_notes_info": ["notes": [], "tag_names": []], "shared_info": [:],
        ]
    }

    private func userList(_ request: Request) async throws -> JSON {
        struct Query: Decodable {
            let offset: Int
            let count: Int
            let is_follower: String?
        }
        let query = try query(Query.self, request)
        guard (0...9951).contains(query.offset), (1...50).contains(query.count) else { throw ZaloFault.tooLong }
        let known = await world.citizens
        let ids = await world.citizenIDs.filter { query.is_follower != "true" || known[$0]?.follows == true }
        let page = ids.dropFirst(query.offset).prefix(query.count)
        return [
            "total": .integer(Int64(ids.count)), "count": .integer(Int64(page.count)), "offset": .integer(Int64(query.offset)),
            "users": .array(page.map { ["user_id": .string($0)] }),
        ]
    }

    private func account() async -> JSON {
        let followers = await world.citizens.values.count(where: \.follows)
        return [
            "oaid": .string(settings.oaID), "oa_id": .string(settings.oaID), "name": .string(settings.oaName), "description": "",
            "oa_alias": "", "is_verified": true, "oa_type": 4, "cate_name": "Cơ quan nhà nước",
            "num_follower": .integer(Int64(followers)), "avatar": "", "cover": "",
        ]
    }

    // MARK: Uploads

    private func upload(_ request: Request, field: String, limit: Int, kinds: Set<MediaKind>) async throws -> JSON {
        let bytes = Array(buffer: try await request.body.collect(upTo: 8 << 20))
        guard let form = MultipartForm(bytes, contentType: header("content-type", of: request) ?? ""), let file = form["file"] else {
            throw ZaloFault.invalid("file")
        }
        guard file.bytes.count <= limit else { throw ZaloFault.tooLong }
        guard kinds.contains(MediaKind(file.bytes)) else { throw ZaloFault.invalid("file") }
        let id = await world.upload(Array(file.bytes), name: file.fileName ?? "", isImage: field == "attachment_id")
        return .object([(field, .string(id))])
    }
}
