/// People, tags and the account itself (brief zalo.md §6, §8).
struct ZaloPeople: Sendable {
    let world: ZaloWorld
    let hook: ZaloHook
    let settings: ZaloPlatformSettings

    private func person(_ request: JSON) async throws -> ZaloCitizen {
        guard let id = request["user_id"]?.text, let person = await world.citizens[id], person.anonymousConversation == nil else {
            throw ZaloFault.invalid("user_id")
        }
        return person
    }

    func detail(_ query: JSON) async throws -> JSON {
        let person = try await person(query)
        return [
            "user_id": .string(person.id), "user_id_by_app": .string(person.idByApp), "user_external_id": .string(person.externalID),
            "display_name": .string(person.name), "user_alias": .string(person.alias.isEmpty ? person.name : person.alias),
            "is_sensitive": false, "user_last_interaction_date": .string(person.lastInteraction.map(vietnameseDay) ?? ""),
            "user_is_follower": .bool(person.follows), "avatar": "", "avatars": ["120": "", "240": ""], "dynamic_param": "",
            "tags_and_notes_info": ["notes": [], "tag_names": .array(person.tags.map { .string($0) })],
            "shared_info": .object(person.details.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }),
        ]
    }

    func list(_ query: JSON) async throws -> JSON {
        guard let offset = query["offset"]?.number, let count = query["count"]?.number else { throw ZaloFault.invalid("offset") }
        guard (0...9951).contains(offset), (1...50).contains(count) else { throw ZaloFault.tooLong }
        let wanted = query["is_follower"]?.truth
        let tag = query["tag_name"]?.text
        let period = try await days(query["last_interaction_period"]?.text)
        let known = await world.citizens
        let ids = await world.citizenIDs.filter { id in
            guard let person = known[id], person.anonymousConversation == nil else { return false }
            if let wanted, person.follows != wanted { return false }
            if let tag, !person.tags.contains(tag) { return false }
            if let period {
                guard let last = person.lastInteraction, period.contains(sortableDay(last)) else { return false }
            }
            return true
        }
        let page = ids.dropFirst(offset).prefix(count)
        return [
            "total": .count(ids.count), "count": .count(page.count), "offset": .count(offset),
            "users": .array(page.map { ["user_id": .string($0)] }),
        ]
    }

    /// `TODAY`, `YESTERDAY`, `L7D`, `L30D` or `2026_11_01:2026_11_30` as days that sort.
    private func days(_ period: String?) async throws -> ClosedRange<String>? {
        let now = await world.now
        func day(_ back: Int64) -> String { sortableDay(now - back * 24 * ZaloSender.hour) }
        switch period {
        case nil: return nil
        case "TODAY": return day(0)...day(0)
        case "YESTERDAY": return day(1)...day(1)
        case "L7D": return day(7)...day(0)
        case "L30D": return day(30)...day(0)
        case let text?:
            let ends = text.split(separator: ":").map(String.init)
            guard ends.count == 2, ends.allSatisfy({ $0.utf8.count == 10 }), ends[0] <= ends[1] else {
                throw ZaloFault.invalid("last_interaction_period")
            }
            return ends[0]...ends[1]
        }
    }

    func update(_ request: JSON) async throws {
        let person = try await person(request)
        let details = (request["shared_info"]?.members ?? []).compactMap { name, value in value.text.map { (name, $0) } }
        await world.change(person.id) { person in
            if let alias = request["user_alias"]?.text { person.alias = alias }
            if let external = request["user_external_id"]?.text { person.externalID = external }
            for (name, value) in details { person.details[name] = value }
        }
    }

    /// Deletes what the account knows of a person beyond his id.
    func forget(_ request: JSON) async throws {
        await world.change(try await person(request).id) { person in
            person.details = [:]
            person.alias = ""
            person.externalID = ""
            person.tags = []
        }
    }

    // MARK: Tags

    func tag(_ request: JSON) async throws {
        let person = try await person(request)
        let name = try request.required("tag_name")
        await world.tag(name, person.id)
        await tell { $0.tag("add_user_to_tag", tag: name, users: [person.id]) }
    }

    func untag(_ request: JSON) async throws {
        let person = try await person(request)
        let name = try request.required("tag_name")
        guard person.tags.contains(name) else { throw ZaloFault.invalid("tag_name") }
        await world.change(person.id) { person in person.tags.removeAll { $0 == name } }
        await tell { $0.tag("remove_user_from_tag", tag: name, users: [person.id]) }
    }

    func removeTag(_ request: JSON) async throws {
        let name = try request.required("tag_name")
        guard await world.removeTag(name) else { throw ZaloFault.invalid("tag_name") }
        await tell { $0.tag("remove_tag", tag: name, users: []) }
    }

    func tags() async -> JSON { .array(await world.tags.map { .string($0) }) }

    private func tell(_ event: (ZaloEventBodies) -> ZaloEvent) async {
        hook.soon(event(ZaloEventBodies(appID: settings.appID, oaID: settings.oaID, timestamp: String(await world.now))))
    }

    // MARK: The account

    func account() async -> JSON {
        [
            "oaid": .string(settings.oaID), "oa_id": .string(settings.oaID), "name": .string(settings.oaName), "description": "",
            "oa_alias": "", "is_verified": true, "oa_type": 4, "cate_name": "Cơ quan nhà nước", "num_follower": .count(await world.followerCount),
            "avatar": "", "cover": "", "package_name": "Toàn diện",
            "package_valid_through_date": .string(vietnameseDay(world.start + 365 * 24 * ZaloSender.hour)),
            "package_auto_renew_date": "", "linked_ZCA": "ZCA trình diễn",
        ]
    }

    /// `POST /v3.0/oa/quota/message`: of one person, or of the account.
    func quota(_ request: JSON) async throws -> JSON {
        guard request["user_id"] == nil else {
            let person = try await person(request)
            let total = settings.freeReplies ?? 8
            let left = settings.freeReplies.map { max(0, $0 - person.repliesSince) } ?? total
            let isOpen = person.lastInteraction.map { last in last + 48 * ZaloSender.hour } ?? 0 >= (await world.now)
            return [
                "last_interaction": .string(person.lastInteraction.map { String($0) } ?? ""),
                "cs_reply": ["remain": .count(isOpen ? left : 0), "total": .count(total)],
                "promotion": ["daily_remain": 0, "daily_total": 0, "monthly_remain": 0, "monthly_total": 0],
            ]
        }
        let owner = try request.required("quota_owner")
        guard ["OA", "App"].contains(owner) else { throw ZaloFault.invalid("quota_owner") }
        let product = request["product_type"]?.text
        let type = request["quota_type"]?.text
        guard owner == "OA", product ?? "cs" == "cs", type ?? "sub_quota" == "sub_quota" else { return [] }
        return [
            [
                "asset_id": "CS-1", "product_type": "cs", "quota_type": "sub_quota",
                "valid_through": .string(vietnameseDay(await world.now + 30 * 24 * ZaloSender.hour)), "total": .count(settings.packageQuota),
                "remain": .count(await world.packageLeft),
            ]
        ]
    }
}
