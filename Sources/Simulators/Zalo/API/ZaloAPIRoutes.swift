import Foundation
import HTTPTypes
import Hummingbird

/// `openapi.zalo.me` (brief zalo.md §3 to §8, §10).
struct ZaloAPIRoutes: Sendable {
    let world: ZaloWorld
    let hook: ZaloHook
    let settings: ZaloPlatformSettings

    private var gate: ZaloGate { ZaloGate(world: world, settings: settings) }

    func add(to router: Router<BasicRequestContext>) {
        addMessages(to: router)
        addPeople(to: router)
        addGroups(to: router)
        addArticles(to: router)
        addUploads(to: router)
        for version in ["v2.0", "v3.0"] {
            let path = RouterPath("\(version)/**")
            let gate = gate
            router.get(path) { request, _ in try await gate.answer(request) { throw ZaloFault.unknownAPI } }
            router.post(path) { request, _ in try await gate.answer(request) { throw ZaloFault.unknownAPI } }
        }
    }

    private func addMessages(to router: Router<BasicRequestContext>) {
        let gate = gate
        let sender = ZaloSender(world: world, hook: hook, settings: settings)
        let notices = ZaloNotices(world: world, hook: hook, settings: settings)
        let history = ZaloHistory(world: world, settings: settings)
        router.post("v3.0/oa/message/cs") { request, _ in
            try await gate.answer(request) { try await sender.consult(try await gate.body(of: request)) }
        }
        router.post("v3.0/oa/group/message") { request, _ in
            try await gate.answer(request) { try await sender.post(try await gate.body(of: request)) }
        }
        router.post("v3.0/oa/message/template") { request, _ in
            try await gate.answer(request) { try await notices.toUser(try await gate.body(of: request)) }
        }
        router.post("v2.0/oa/message") { request, _ in
            try await gate.answer(request) { try await sender.old(try await gate.body(of: request)) }
        }
        for (path, ofOne) in [("v2.0/oa/listrecentchat", false), ("v2.0/oa/conversation", true)] {
            router.get(RouterPath(path)) { request, _ in
                try await gate.answer(request) { try await history.lines(try gate.data(of: request), ofOne: ofOne) }
            }
        }
    }

    private func addPeople(to router: Router<BasicRequestContext>) {
        let gate = gate
        let people = ZaloPeople(world: world, hook: hook, settings: settings)
        router.get("v3.0/oa/user/detail") { request, _ in
            try await gate.answer(request) { try await people.detail(try gate.data(of: request)) }
        }
        router.get("v3.0/oa/user/getlist") { request, _ in
            try await gate.answer(request) { try await people.list(try gate.data(of: request)) }
        }
        router.get("v2.0/oa/getoa") { request, _ in try await gate.answer(request) { await people.account() } }
        router.get("v2.0/oa/tag/gettagsofoa") { request, _ in try await gate.answer(request) { await people.tags() } }
        router.post("v3.0/oa/quota/message") { request, _ in
            try await gate.answer(request) { try await people.quota(try await gate.json(of: request)) }
        }
        let changes: [(String, @Sendable (JSON) async throws -> Void)] = [
            ("v3.0/oa/user/update", people.update), ("v2.0/oa/deletefollowerinfo", people.forget), ("v2.0/oa/tag/tagfollower", people.tag),
            ("v2.0/oa/tag/rmfollowerfromtag", people.untag), ("v2.0/oa/tag/rmtag", people.removeTag),
        ]
        for (path, change) in changes {
            router.post(RouterPath(path)) { request, _ in
                try await gate.answer(request) {
                    try await change(try await gate.json(of: request))
                    return nil
                }
            }
        }
    }

    private func addGroups(to router: Router<BasicRequestContext>) {
        let gate = gate
        let book = ZaloGroupBook(world: world, hook: hook, settings: settings)
        let orders: [(String, @Sendable (JSON) async throws -> JSON?)] = [
            ("quota/group", book.quota), ("group/creategroupwithoa", book.create), ("group/updateinfo", book.update),
            ("group/updateasset", book.renew),
            (
                "group/delete",
                { request in
                    try await book.dissolve(request)
                    return nil
                }
            ),
        ]
        for (path, order) in orders {
            router.post(RouterPath("v3.0/oa/\(path)")) { request, _ in
                try await gate.answer(request) { try await order(try await gate.json(of: request)) }
            }
        }
        for change in ZaloGroupBook.Change.allCases {
            router.post(RouterPath("v3.0/oa/group/\(change.rawValue)")) { request, _ in
                try await gate.answer(request) {
                    try await book.change(change, try await gate.json(of: request))
                    return nil
                }
            }
        }
        let questions: [(String, @Sendable ([String: String]) async throws -> JSON)] = [
            ("getgroupsofoa", book.list), ("getgroup", { try await book.whole($0["group_id"]) }), ("listpendinginvite", book.pending),
            ("listmember", book.members), ("conversation", { try await book.history($0, ofAll: false) }),
            ("listrecentchat", { try await book.history($0, ofAll: true) }),
        ]
        for (path, question) in questions {
            router.get(RouterPath("v3.0/oa/group/\(path)")) { request, _ in
                try await gate.answer(request) { try await question(gate.query(of: request)) }
            }
        }
    }

    private func addArticles(to router: Router<BasicRequestContext>) {
        let gate = gate
        let desk = ZaloArticleDesk(world: world)
        let orders: [(String, @Sendable (JSON) async throws -> JSON?)] = [
            ("create", desk.create), ("update", desk.update), ("verify", desk.verify),
            (
                "remove",
                { request in
                    try await desk.remove(request)
                    return nil
                }
            ),
        ]
        for (path, order) in orders {
            router.post(RouterPath("v2.0/article/\(path)")) { request, _ in
                try await gate.answer(request) { try await order(try await gate.json(of: request)) }
            }
        }
        router.get("v2.0/article/getdetail") { request, _ in
            try await gate.answer(request) { try await desk.detail(gate.query(of: request)) }
        }
        router.get("v2.0/article/getslice") { request, _ in
            try await gate.answer(request) { try await desk.slice(gate.query(of: request)) }
        }
    }

    // MARK: Uploads

    private func addUploads(to router: Router<BasicRequestContext>) {
        let gate = gate
        let kinds: [(ZaloWorld.Upload.Kind, limit: Int, Set<MediaKind>)] = [
            (.image, 1 << 20, [.png, .jpeg]), (.gif, 5 << 20, [.gif]), (.file, 5 << 20, [.pdf, .word]),
        ]
        for (kind, limit, allowed) in kinds {
            router.post(RouterPath("v2.0/oa/upload/\(kind.rawValue)")) { request, _ in
                try await gate.answer(request) { try await upload(request, kind, limit: limit, allowed: allowed) }
            }
        }
    }

    private func upload(_ request: Request, _ kind: ZaloWorld.Upload.Kind, limit: Int, allowed: Set<MediaKind>) async throws -> JSON {
        let bytes = Array(buffer: try await request.body.collect(upTo: 8 << 20))
        guard let form = MultipartForm(bytes, contentType: header("content-type", of: request) ?? ""), let file = form["file"] else {
            throw ZaloFault.invalid("file")
        }
        guard file.bytes.count <= limit else { throw ZaloFault.tooLong }
        let isTable = kind == .file && file.fileName?.lowercased().hasSuffix(".csv") == true
        guard isTable || allowed.contains(MediaKind(file.bytes)) else { throw ZaloFault.invalid("file") }
        let id = try await world.upload(Array(file.bytes), name: file.fileName ?? "", kind: kind)
        return .object([(kind == .file ? "token" : "attachment_id", .string(id))])
    }
}
