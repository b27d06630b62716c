import Hummingbird

/// `business.openapi.zalo.me`: template messages by phone (brief zalo.md §9).
struct ZaloBusinessRoutes: Sendable {
    let world: ZaloWorld
    let hook: ZaloHook
    let settings: ZaloPlatformSettings

    func add(to router: Router<BasicRequestContext>) {
        let gate = ZaloGate(world: world, settings: settings)
        let notices = ZaloNotices(world: world, hook: hook, settings: settings)
        for (path, hashed) in [("message/template", false), ("message/template/hashphone", true)] {
            router.post(RouterPath(path)) { request, _ in
                try await gate.answerBusiness(request) { (try await notices.toPhone(try await gate.body(of: request), hashed: hashed), []) }
            }
        }
        let questions: [(String, @Sendable ([String: String]) async throws -> JSON)] = [
            ("message/status", notices.status), ("message/quota", { _ in await notices.quota() }), ("quality", { _ in await notices.quality() }),
            ("template/info/v2", notices.about), ("template/sample-data", notices.sample), ("message/template-tag", { _ in notices.allowedTags() }),
        ]
        for (path, question) in questions {
            router.get(RouterPath(path)) { request, _ in
                try await gate.answerBusiness(request) { (try await question(gate.query(of: request)), []) }
            }
        }
        router.get("template/all") { request, _ in
            try await gate.answerBusiness(request) {
                let (rows, total) = try await notices.list(gate.query(of: request))
                return (rows, [("metadata", ["total": .count(total)])])
            }
        }
    }
}
