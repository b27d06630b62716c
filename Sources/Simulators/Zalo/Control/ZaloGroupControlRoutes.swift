import Foundation
import HTTPTypes
import Hummingbird

/// The control API of groups.
struct ZaloGroupControlRoutes: Sendable {
    let platform: ZaloPlatform

    func add(to router: Router<BasicRequestContext>) {
        let sim = router.group("_sim").add(middleware: OwnPagesOnly())
        sim.get("groups") { _, _ in controlAnswer(.array(await platform.groups.map(Self.json))) }
        sim.post("groups") { request, _ in try await make(request) }
        for action in Action.allCases {
            sim.post(RouterPath("groups/:id/\(action.rawValue)")) { request, context in
                try await perform(action, request, id: try context.parameters.require("id"))
            }
        }
    }

    private enum Action: String, CaseIterable {
        case text, join, leave, staff, rename, disable, enable, approval, dissolve
    }

    private func make(_ request: Request) async throws -> Response {
        let input = try await ControlInput(request)
        guard let name = input["name"] else { return try input.missing("name", back: "/_sim/") }
        let members = (input["members"] ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        guard let group = await platform.makesGroup(name: name, members: members) else {
            throw HTTPError(.conflict, message: "No asset is free: dissolve a group first.")
        }
        return input.answer(Self.json(group), back: "/_sim/groups/\(group.id)")
    }

    private func perform(_ action: Action, _ request: Request, id: String) async throws -> Response {
        let input = try await ControlInput(request)
        guard await platform.group(id) != nil else { throw HTTPError(.notFound, message: "There is no group \(id).") }
        let back = "/_sim/groups/\(id)"
        switch action {
        case .text:
            let contents = input.contents(as: "text")
            guard let user = input["user"], !contents.isEmpty else { return try input.missing("user, text", back: back) }
            var sent: ZaloPlatform.Sent?
            for content in contents { sent = await platform.userSends(content, from: user, inGroup: id, quoting: input["quote"]) }
            guard let sent else { throw HTTPError(.conflict, message: "\(user) is no member, or may not write.") }
            return input.answer(ZaloControlRoutes.json(sent), back: back)
        case .staff:
            let contents = input.contents(as: "text")
            guard !contents.isEmpty else { return try input.missing("text", back: back) }
            for content in contents { await platform.staffSends(content, inGroup: id, admin: input["admin_id"]) }
            return input.answer(["done": true], back: back)
        case .join, .leave:
            guard let user = input["user"], await platform.known(user) != nil else { return try input.missing("user", back: back) }
            let answer = action == .join ? await platform.userJoins(id, user) : await platform.userLeaves(id, user)
            return input.answer(ZaloControlRoutes.json(answer), back: back)
        case .rename:
            guard let name = input["name"] else { return try input.missing("name", back: back) }
            return input.answer(ZaloControlRoutes.json(await platform.renames(id, to: name)), back: back)
        case .disable, .enable:
            await platform.group(id, isDisabled: action == .disable)
            return input.answer(["done": true], back: back)
        case .approval:
            let isOn = input["on"] != "false"
            await platform.world.changeGroup(id) { $0.settings.joiningNeedsApproval = isOn }
            return input.answer(["done": true], back: back)
        case .dissolve: return input.answer(ZaloControlRoutes.json(await platform.dissolves(id)), back: "/_sim/")
        }
    }

    private static func json(_ group: ZaloGroup) -> JSON {
        [
            "id": .string(group.id), "name": .string(group.name), "members": .array(group.members.map { .string($0) }),
            "pending": .array(group.pending.map { .string($0) }),
            "messages": .array(group.messages.map(ZaloControlRoutes.json)),
        ]
    }
}
