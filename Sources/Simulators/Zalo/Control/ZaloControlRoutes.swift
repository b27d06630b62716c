import Foundation
import HTTPTypes
import Hummingbird

/// The control API of the stand-in, under `/_sim/`, apart from everything that the real platform has: here, of people.
struct ZaloControlRoutes: Sendable {
    let platform: ZaloPlatform

    func add(to router: Router<BasicRequestContext>) {
        let sim = router.group("_sim").add(middleware: OwnPagesOnly())
        sim.get("users") { _, _ in controlAnswer(.array(await platform.world.players.map(Self.json))) }
        sim.post("users") { request, _ in try await addUser(request) }
        sim.get("users/:id/messages") { _, context in
            let citizen = await platform.world.citizens[try context.parameters.require("id")]
            return controlAnswer(.array((citizen?.messages ?? []).map(Self.json)))
        }
        for kind in Kind.allCases {
            sim.post(RouterPath("users/:id/\(kind.rawValue)")) { request, context in try await send(kind, request, context) }
        }
        sim.post("users/:id/staff") { request, context in try await staffSend(request, context) }
        for answer in Answer.allCases {
            sim.post(RouterPath("users/:id/\(answer.rawValue)")) { request, context in try await perform(answer, request, context) }
        }
        for step in Step.allCases {
            sim.post(RouterPath("users/:id/\(step.rawValue)")) { request, context in try await perform(step, request, context) }
        }
    }

    /// What a citizen can send.
    private enum Kind: String, CaseIterable {
        case text, picture, gif, file, audio, video, sticker, link, card, location

        /// What it takes.
        var needs: String {
            switch self {
            case .picture, .gif, .file, .audio, .video: "file"
            case .text, .sticker: "text"
            case .link: "url"
            case .card: "name, phone"
            case .location: "latitude, longitude"
            }
        }
    }

    /// What a citizen can do with a message of the account.
    private enum Answer: String, CaseIterable {
        case press, info, react, receive, see
    }

    /// What a citizen can do besides.
    private enum Step: String, CaseIterable {
        case follow, unfollow, chatnow, withdraw, block, unblock, mobile, phone, event
    }

    private func addUser(_ request: Request) async throws -> Response {
        let input = try await ControlInput(request)
        let citizen: ZaloCitizen
        if input["kind"] == "visitor" {
            citizen = await platform.newVisitor()
        } else if let id = input["id"] {
            guard id.utf8.allSatisfy({ (48...57).contains($0) }), id.utf8.count <= 25 else {
                throw HTTPError(.badRequest, message: "An id is up to 25 digits.")
            }
            citizen = await platform.citizen(id, name: input["name"])
        } else {
            citizen = await platform.newCitizen(name: input["name"] ?? "Công dân")
        }
        if let phone = input["phone"] { await platform.user(citizen.id, hasPhone: phone) }
        return input.answer(Self.json(citizen), back: "/_sim/users/\(citizen.id)")
    }

    private func known(_ context: BasicRequestContext) async throws -> String {
        let id = try context.parameters.require("id")
        guard await platform.world.citizens[id] != nil else { throw HTTPError(.notFound, message: "There is no user \(id).") }
        return id
    }

    private func send(_ kind: Kind, _ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let input = try await ControlInput(request)
        let id = try await known(context)
        let contents = input.contents(as: kind.rawValue)
        guard !contents.isEmpty else { return try input.missing(kind.needs, back: "/_sim/users/\(id)") }
        var last: JSON = []
        for content in contents { last = Self.json(await platform.userSends(content, from: id, quoting: input["quote"])) }
        return input.answer(last, back: "/_sim/users/\(id)")
    }

    private func staffSend(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let input = try await ControlInput(request)
        let id = try await known(context)
        let contents = input.contents(as: "text")
        guard !contents.isEmpty else { return try input.missing("text or file", back: "/_sim/staff/\(id)") }
        var last: JSON = []
        for content in contents { last = Self.json(await platform.staffSends(content, to: id, admin: input["admin_id"], quoting: input["quote"])) }
        return input.answer(last, back: "/_sim/staff/\(id)")
    }

    private func perform(_ answer: Answer, _ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let input = try await ControlInput(request)
        let id = try await known(context)
        let back = "/_sim/users/\(id)"
        func told(_ answer: ZaloDelivery.Answer?) -> Response { input.answer(["answer": Self.json(answer ?? .nowhere)], back: back) }
        switch answer {
        case .press:
            guard let message = input["message"], let number = input["button"].flatMap({ Int($0) }) else {
                return try input.missing("message, button", back: back)
            }
            return told(await platform.userPresses(button: number, of: message, from: id)?.answer)
        case .info:
            guard let name = input["name"], let phone = input["phone"] else { return try input.missing("name, phone", back: back) }
            let details = ZaloDetails(
                name: name, phone: phone, address: input["address"] ?? "", ward: input["ward"] ?? "", city: input["city"] ?? "")
            return told(await platform.userTells(details, from: id))
        case .react:
            guard let message = input["message"] else { return try input.missing("message", back: back) }
            return told(await platform.userReacts(input["icon"] ?? "/-heart", to: message, from: id))
        case .receive:
            guard let message = input["message"] else { return try input.missing("message", back: back) }
            return told(await platform.userReceives(message, id))
        case .see: return told(await platform.userSees(id, input["message"].map { [$0] }))
        }
    }

    private func perform(_ step: Step, _ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let input = try await ControlInput(request)
        let id = try await known(context)
        let back = "/_sim/users/\(id)"
        switch step {
        case .follow, .unfollow: return input.answer(Self.json(await platform.userFollows(id, step == .follow)), back: back)
        case .chatnow: return input.answer(Self.json(await platform.userOpensChat(id)), back: back)
        case .withdraw: return input.answer(Self.json(await platform.userWithdraws(id)), back: back)
        case .event: return input.answer(Self.json(await platform.unknownEvent(input["name"] ?? "user_does_something_new", about: id)), back: back)
        case .block, .unblock: await platform.userBlocks(id, step == .block)
        case .mobile: await platform.user(id, isOnMobile: input["on"] != "false")
        case .phone:
            guard let phone = input["phone"] else { return try input.missing("phone", back: back) }
            await platform.user(id, hasPhone: phone)
        }
        return input.answer(["done": true], back: back)
    }
}

/// Keeps other sites, open in the same browser, from pressing our buttons.
struct OwnPagesOnly: RouterMiddleware {
    func handle(_ request: Request, context: BasicRequestContext, next: (Request, BasicRequestContext) async throws -> Response) async throws
        -> Response
    {
        if request.method != .get, let site = header("sec-fetch-site", of: request), site != "same-origin", site != "none" {
            throw HTTPError(.forbidden)
        }
        return try await next(request, context)
    }
}

func controlAnswer(_ value: JSON) -> Response {
    Response(
        status: .ok, headers: [.contentType: "application/json; charset=utf-8"], body: ResponseBody(byteBuffer: ByteBuffer(bytes: value.bytes)))
}
