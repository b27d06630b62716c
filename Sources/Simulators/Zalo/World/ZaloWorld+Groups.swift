/// Groups and the assets that allow them.
extension ZaloWorld {
    private static let day: Int64 = 86_400_000

    func validThrough(_ asset: ZaloGroupAsset) -> Int64 {
        let first = start + Int64(asset.days) * Self.day
        guard asset.renewsItself, now > first else { return first }
        let period = Int64(max(1, asset.days)) * Self.day
        return first + ((now - first) / period + 1) * period
    }

    func asset(_ id: String) -> ZaloGroupAsset? { groupAssets.first { $0.id == id } }
    func group(using asset: String) -> ZaloGroup? { groups.values.first { $0.assetID == asset } }

    /// Whether the group's asset has run out: nothing can be sent until it is renewed.
    func isDisabled(_ group: ZaloGroup) -> Bool {
        guard let asset = asset(group.assetID) else { return true }
        return validThrough(asset) < now
    }

    /// The group, unless it dissolved 45 days after its asset ran out (brief zalo.md §5).
    func liveGroup(_ id: String) -> ZaloGroup? {
        guard let group = groups[id] else { return nil }
        if let asset = asset(group.assetID), validThrough(asset) + 45 * Self.day < now {
            removeGroup(id)
            return nil
        }
        return group
    }

    func makeGroup(name: String, description: String, asset: String, members: [String]) -> ZaloGroup {
        let group = ZaloGroup(
            id: newID("g"), name: name, description: description, assetID: asset, members: members,
            admins: members.filter { citizens[$0]?.isAdmin == true })
        groups[group.id] = group
        groupIDs.append(group.id)
        return group
    }

    func removeGroup(_ id: String) {
        groups[id] = nil
        groupIDs.removeAll { $0 == id }
    }

    func changeGroup(_ id: String, _ change: @Sendable (inout ZaloGroup) -> Void) {
        guard var group = groups[id] else { return }
        change(&group)
        groups[id] = group
    }

    func append(_ line: ZaloLine, toGroup id: String) { groups[id]?.messages.append(line) }

    /// Lets the group's asset run out, or renews it.
    func setGroup(_ id: String, disabled: Bool) {
        guard let assetID = groups[id]?.assetID, let index = groupAssets.firstIndex(where: { $0.id == assetID }) else { return }
        groupAssets[index].renewsItself = !disabled
        groupAssets[index].days = disabled ? Int((now - start) / Self.day) - 1 : 30
    }

    /// The free asset of the least size, as the account's manager picks one.
    var freeAsset: ZaloGroupAsset? { groupAssets.first { group(using: $0.id) == nil && validThrough($0) >= now } }

    var liveGroups: [ZaloGroup] { groupIDs.compactMap { liveGroup($0) } }
}
