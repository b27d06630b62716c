import Foundation
import HTTPTypes
import Hummingbird

/// The control API of the stand-in, under `/_sim/`, apart from everything that the real platform has.
struct ZaloControlRoutes: Sendable {
    let platform: ZaloPlatform

    func add(to router: Router<BasicRequestContext>) {
        let sim = router.group("_sim").add(middleware: OwnPagesOnly())
        sim.get("users") { _, _ in json(.array(await people().map(Self.json))) }
        sim.post("users") { request, _ in try await addUser(request) }
        sim.get("users/:id/messages") { _, context in
            let citizen = await platform.world.citizens[try context.parameters.require("id")]
            return json(.array((citizen?.messages ?? []).map(Self.json)))
        }
        for action in Action.allCases {
            sim.post(RouterPath("users/:id/\(action.rawValue)")) { request, context in
                try await perform(action, request, id: try context.parameters.require("id"))
            }
        }
        sim.get("trouble") { _, _ in json(Self.json(await platform.trouble)) }
        sim.post("trouble") { request, _ in try await changeTrouble(request) }
        sim.post("token") { request, _ in try await changeToken(request) }
        sim.post("clock") { request, _ in try await moveClock(request) }
        sim.post("webhook") { request, _ in try await setWebhook(request) }
        sim.post("webhook/test") { request, _ in
            answer(try await ControlInput(request), Self.json(await platform.consoleTest()), back: "/_sim/")
        }
        sim.get("deliveries") { _, _ in json(.array(await platform.deliveries.map(Self.json))) }
    }

    /// What a citizen can do.
    private enum Action: String, CaseIterable {
        case text, picture, file, location, follow, unfollow, event
    }

    private func people() async -> [ZaloCitizen] {
        let known = await platform.world.citizens
        return await platform.world.citizenIDs.compactMap { known[$0] }
    }

    private func addUser(_ request: Request) async throws -> Response {
        let input = try await ControlInput(request)
        let citizen: ZaloCitizen
        if let id = input["id"] {
            guard id.utf8.allSatisfy({ (48...57).contains($0) }), id.utf8.count <= 25 else {
                throw HTTPError(.badRequest, message: "An id is up to 25 digits.")
            }
            citizen = await platform.citizen(id, name: input["name"])
        } else {
            citizen = await platform.newCitizen(name: input["name"] ?? "Công dân")
        }
        return answer(input, Self.json(citizen), back: "/_sim/users/\(citizen.id)")
    }

    private func perform(_ action: Action, _ request: Request, id: String) async throws -> Response {
        let input = try await ControlInput(request)
        guard await platform.world.citizens[id] != nil else { throw HTTPError(.notFound, message: "There is no user \(id).") }
        let back = "/_sim/users/\(id)"
        switch action {
        case .follow: return answer(input, Self.json(await platform.userFollows(id)), back: back)
        case .unfollow: return answer(input, Self.json(await platform.userFollows(id, false)), back: back)
        case .event: return answer(input, Self.json(await platform.unknownEvent(input["name"] ?? "user_does_something_new", about: id)), back: back)
        case .text:
            // The page's form has a line and a file in one: either may be missing, not both.
            if let file = input.file { return answer(input, await send(file, text: input["text"], from: id), back: back) }
            guard let text = input["text"] else { return try missing("text", input, back: back) }
            return answer(input, Self.json(await platform.userSends(text: text, from: id, quoting: input["quote"])), back: back)
        case .picture, .file:
            guard let file = input.file else { return try missing("file", input, back: back) }
            return answer(input, await send(file, text: input["text"], from: id), back: back)
        case .location:
            guard let latitude = input["latitude"], let longitude = input["longitude"] else {
                return try missing("latitude, longitude", input, back: back)
            }
            return answer(input, Self.json(await platform.userSends(latitude: latitude, longitude: longitude, from: id)), back: back)
        }
    }

    private func send(_ file: (name: String, bytes: [UInt8]), text: String?, from id: String) async -> JSON {
        switch MediaKind(file.bytes) {
        case .png, .jpeg, .gif: return Self.json(await platform.userSends(picture: file.bytes, caption: text ?? "", from: id))
        case .pdf, .word, .other:
            if let text { await platform.userSends(text: text, from: id) }
            return Self.json(await platform.userSends(file: file.bytes, name: file.name, from: id))
        }
    }

    private func missing(_ field: String, _ input: ControlInput, back: String) throws -> Response {
        if input.isForm { return .redirect(to: back, type: .normal) }
        throw HTTPError(.badRequest, message: "Missing: \(field).")
    }

    private func changeTrouble(_ request: Request) async throws -> Response {
        let input = try await ControlInput(request)
        func truth(_ name: String) -> Bool? {
            // A form sends nothing for an empty box; it says by `_form` that all boxes were there.
            input[name].map { $0 == "true" || $0 == "on" } ?? (input["_form"] != nil ? false : nil)
        }
        let errors = input["next_errors"].map { $0.split(separator: ",").compactMap { Int($0.trimmingCharacters(in: .whitespaces)) } }
        let delay = input["delay"].flatMap(Double.init).map { min(max($0, 0), 120) }
        let truths = ["outage", "duplicates", "wrong_signature", "reorders", "repeats_refused", "receipts"].map(truth)
        await platform.trouble { trouble in
            if let value = truths[0] { trouble.outage = value }
            if let value = truths[1] { trouble.duplicates = value }
            if let value = truths[2] { trouble.wrongSignature = value }
            if let value = truths[3] { trouble.reorders = value }
            if let value = truths[4] { trouble.repeatsRefused = value }
            if let value = truths[5] { trouble.receipts = value }
            if let errors { trouble.nextErrors = errors }
            if let delay { trouble.delay = delay }
        }
        return answer(input, Self.json(await platform.trouble), back: "/_sim/")
    }

    private func changeToken(_ request: Request) async throws -> Response {
        let input = try await ControlInput(request)
        switch input["do"] {
        case "expire": await platform.expireAccessToken()
        case "revoke":
            await platform.expireAccessToken()
            await platform.revokeGrant()
        default: throw HTTPError(.badRequest, message: "do is expire or revoke.")
        }
        return answer(input, ["done": true], back: "/_sim/")
    }

    private func moveClock(_ request: Request) async throws -> Response {
        let input = try await ControlInput(request)
        let limit: Int64 = 10 * 366 * 86_400
        guard let seconds = input["seconds"].flatMap({ Int64($0) }), (-limit...limit).contains(seconds) else {
            throw HTTPError(.badRequest, message: "seconds is a whole number, at most ten years.")
        }
        await platform.world.moveClock(seconds: seconds)
        return answer(input, ["now": .integer(await platform.now)], back: "/_sim/")
    }

    private func setWebhook(_ request: Request) async throws -> Response {
        let input = try await ControlInput(request)
        return answer(input, ["probe": Self.json(await platform.setWebhook(input["url"]))], back: "/_sim/")
    }

    private func answer(_ input: ControlInput, _ value: JSON, back: String) -> Response {
        input.isForm ? .redirect(to: back, type: .normal) : json(value)
    }

    private func json(_ value: JSON) -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/json; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: value.bytes)))
    }
}

/// Keeps other sites, open in the same browser, from pressing our buttons.
private struct OwnPagesOnly: RouterMiddleware {
    func handle(_ request: Request, context: BasicRequestContext, next: (Request, BasicRequestContext) async throws -> Response) async throws
        -> Response
    {
        if request.method != .get, let site = header("sec-fetch-site", of: request), site != "same-origin", site != "none" {
            throw HTTPError(.forbidden)
        }
        return try await next(request, context)
    }
}
