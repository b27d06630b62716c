import Foundation
import HTTPTypes
import Hummingbird

/// The control API of mishaps, the clock, tokens, templates and the console.
struct ZaloMishapRoutes: Sendable {
    let platform: ZaloPlatform

    func add(to router: Router<BasicRequestContext>) {
        let sim = router.group("_sim").add(middleware: OwnPagesOnly())
        sim.get("trouble") { _, _ in controlAnswer(ZaloControlRoutes.json(await platform.trouble)) }
        sim.post("trouble") { request, _ in try await changeTrouble(request) }
        sim.get("token") { _, _ in
            let pair = await platform.tokens
            return controlAnswer(["access_token": .string(pair.access), "refresh_token": .string(pair.refresh)])
        }
        sim.post("token") { request, _ in try await changeToken(request) }
        sim.get("clock") { _, _ in controlAnswer(["now": .integer(await platform.now)]) }
        sim.post("clock") { request, _ in try await moveClock(request) }
        sim.post("limit") { request, _ in try await limit(request) }
        sim.post("phones") { request, _ in try await changePhone(request) }
        sim.get("templates") { _, _ in controlAnswer(.array(await platform.world.templates.map(ZaloControlRoutes.json))) }
        sim.post("templates/:id") { request, context in try await changeTemplate(request, try context.parameters.require("id")) }
        sim.post("articles/:id/views") { request, context in
            let input = try await ControlInput(request)
            guard let times = Int(input["count"] ?? "1"), (1...1_000_000).contains(times) else { throw HTTPError(.badRequest) }
            await platform.reads(article: try context.parameters.require("id"), times: times)
            return input.answer(["done": true], back: "/_sim/")
        }
        sim.post("webhook") { request, _ in
            let input = try await ControlInput(request)
            return input.answer(["probe": ZaloControlRoutes.json(await platform.setWebhook(input["url"]))], back: "/_sim/")
        }
        sim.post("webhook/test") { request, _ in
            try await ControlInput(request).answer(ZaloControlRoutes.json(await platform.consoleTest()), back: "/_sim/")
        }
        sim.get("deliveries") { _, _ in controlAnswer(.array(await platform.deliveries.map(ZaloControlRoutes.json))) }
    }

    /// The switches by the names that the control API has for them.
    private static let switches: [(String, any WritableKeyPath<ZaloTrouble, Bool> & Sendable)] = [
        ("outage", \.outage), ("duplicates", \.duplicates), ("wrong_signature", \.wrongSignature), ("reorders", \.reorders),
        ("repeats_refused", \.repeatsRefused), ("receipts", \.receipts), ("out_of_quota", \.isOutOfQuota),
        ("expiry_in_words", \.tellsExpiryInWords), ("syntax_filter", \.filtersSyntax), ("old_info_shape", \.tellsInOldShape),
    ]

    private func changeTrouble(_ request: Request) async throws -> Response {
        let input = try await ControlInput(request)
        func truth(_ name: String) -> Bool? {
            // A form sends nothing for an empty box; it says by `_form` that all boxes were there.
            input[name].map { $0 == "true" || $0 == "on" } ?? (input["_form"] != nil ? false : nil)
        }
        let errors = input.fields["next_errors"].map { text in
            text.split(separator: ",").compactMap { Int($0.trimmingCharacters(in: .whitespaces)) }
        }
        let delay = input["delay"].flatMap(Double.init).map { min(max($0, 0), 120) }
        let paths = input.fields["failing_paths"].map(Self.paths)
        let set = Self.switches.compactMap { name, path in truth(name).map { (path, $0) } }
        await platform.trouble { trouble in
            for (path, value) in set { trouble[keyPath: path] = value }
            if let errors { trouble.nextErrors = errors }
            if let delay { trouble.delay = delay }
            if let paths { trouble.failingPaths = paths }
        }
        return input.answer(ZaloControlRoutes.json(await platform.trouble), back: "/_sim/")
    }

    /// `/v2.0/oa/getoa=-204, /v3.0/oa/user/detail=-200`.
    private static func paths(_ text: String) -> [String: Int] {
        var paths: [String: Int] = [:]
        for entry in text.split(separator: ",") {
            let parts = entry.split(separator: "=").map { $0.trimmingCharacters(in: .whitespaces) }
            if parts.count == 2, let code = Int(parts[1]) { paths[parts[0]] = code }
        }
        return paths
    }

    private func changeToken(_ request: Request) async throws -> Response {
        let input = try await ControlInput(request)
        switch input["do"] {
        case "expire": await platform.expireAccessToken()
        case "revoke":
            await platform.expireAccessToken()
            await platform.revokeGrant()
        case "seed":
            guard let access = input["access_token"], let refresh = input["refresh_token"] else {
                return try input.missing("access_token, refresh_token", back: "/_sim/")
            }
            await platform.seedTokens(access: access, refresh: refresh)
        default: throw HTTPError(.badRequest, message: "do is expire, revoke or seed.")
        }
        return input.answer(["done": true], back: "/_sim/")
    }

    private func moveClock(_ request: Request) async throws -> Response {
        let input = try await ControlInput(request)
        let limit: Int64 = 10 * 366 * 86_400
        guard let seconds = input["seconds"].flatMap({ Int64($0) }), (-limit...limit).contains(seconds) else {
            throw HTTPError(.badRequest, message: "seconds is a whole number, at most ten years.")
        }
        await platform.world.moveClock(seconds: seconds)
        return input.answer(["now": .integer(await platform.now)], back: "/_sim/")
    }

    /// Calls in a minute, template messages in a day.
    private func limit(_ request: Request) async throws -> Response {
        let input = try await ControlInput(request)
        if let calls = input["calls_per_minute"].flatMap({ Int($0) }), calls >= 0 { await platform.limitCalls(perMinute: calls) }
        if let count = input["templates_per_day"].flatMap({ Int($0) }), count >= 0 { await platform.templatesPerDay(count) }
        return input.answer(["calls_per_minute": .count(await platform.world.callsPerMinute)], back: "/_sim/")
    }

    private func changePhone(_ request: Request) async throws -> Response {
        let input = try await ControlInput(request)
        guard let phone = input["phone"] else { return try input.missing("phone", back: "/_sim/") }
        await platform.phone(phone, hasZalo: input["has_zalo"] != "false")
        return input.answer(["done": true], back: "/_sim/")
    }

    private func changeTemplate(_ request: Request, _ id: String) async throws -> Response {
        let input = try await ControlInput(request)
        guard await platform.world.template(id) != nil else { throw HTTPError(.notFound, message: "There is no template \(id).") }
        if let status = input["status"].flatMap(ZaloTemplate.Status.init(rawValue:)) {
            await platform.template(id, becomes: status, reason: input["reason"] ?? "")
        }
        if let quality = input["quality"] { await platform.template(id, hasQuality: quality) }
        return input.answer(["done": true], back: "/_sim/")
    }
}
