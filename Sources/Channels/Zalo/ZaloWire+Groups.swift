package import Domain
package import Operations

// The groups that the account owns (brief zalo.md §5).
extension ZaloWire {
    package func groups() async throws(ZaloFailure) -> [ZaloGroupFacts] {
        var groups: [ZaloGroupFacts] = []
        while groups.count < 200 {
            let data = try await ask(
                ZaloRequest(path: "/v3.0/oa/group/getgroupsofoa", body: .query([("offset", String(groups.count)), ("count", "5")])))
            let page = data["groups"]?.elements.compactMap { ZaloGroupFacts($0) } ?? []
            groups += page
            if page.isEmpty || groups.count >= (data["total"]?.integer ?? 0) { break }
        }
        return groups
    }

    package func members(of group: String) async throws(ZaloFailure) -> [ChatGroup.Member] {
        var members: [ChatGroup.Member] = []
        var offset = 0
        while offset < 1000 {
            let query = [("group_id", group), ("offset", String(offset)), ("count", "50")]
            let data = try await ask(ZaloRequest(path: "/v3.0/oa/group/listmember", body: .query(query)))
            let page = data["members"]?.elements ?? []
            members += page.compactMap { member in
                let account = member["oa_id"]?.text
                guard let id = member["user_id"]?.text ?? account else { return nil }
                return ChatGroup.Member(id: id, name: member["name"]?.text ?? "", isAccount: account != nil)
            }
            offset += page.count
            if page.isEmpty || offset >= (data["total"]?.integer ?? 0) { break }
        }
        return members
    }

    package func makeGroup(name: String, about: String, members: [String]) async throws(ZaloFailure) -> ZaloGroupFacts {
        let quota = try await ask(ZaloRequest(path: "/v3.0/oa/quota/group", body: .json(["quota_owner": "OA", "product_type": "gmf100"])))
        let free = quota.elements.first { $0["status"]?.text == "available" }
        guard let asset = free?["asset_id"]?.text else {
            throw ZaloFailure("Tài khoản OA không còn gói nhóm GMF nào để dùng. Hãy mua thêm gói hoặc giải tán nhóm không dùng.", .final)
        }
        let body: JSONText = [
            "group_name": .string(name), "group_description": .string(about), "asset_id": .string(asset),
            "member_user_ids": .array(members.map { .string($0) }),
        ]
        let made = try await ask(ZaloRequest(path: "/v3.0/oa/group/creategroupwithoa", body: .json(body)))
        guard let facts = ZaloGroupFacts(made) else { throw ZaloFailure("Zalo trả lời không đọc được, chưa rõ nhóm đã được tạo hay chưa.", .refused) }
        return facts
    }
}

extension ZaloGroupFacts {
    fileprivate init?(_ json: JSONText) {
        guard let id = json["group_id"]?.text, !id.isEmpty else { return nil }
        self.init(
            id: id, name: json["name"]?.text ?? "", link: json["group_link"]?.text ?? "",
            members: json["total_member"]?.integer.flatMap { Int(exactly: $0) } ?? 0, isEnabled: json["status"]?.text != "disabled")
    }
}
