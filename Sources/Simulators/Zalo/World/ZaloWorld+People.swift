import Foundation

/// Persons and what was written with them.
extension ZaloWorld {
    /// The person of this id, made when there is none yet.
    func citizen(_ id: String, name: String? = nil) -> ZaloCitizen {
        if let known = citizens[id] { return known }
        let made = ZaloCitizen(id: id, name: name ?? "Người dùng \(id.suffix(4))")
        add(made)
        return made
    }

    func newCitizen(name: String) -> ZaloCitizen { citizen(nextID(), name: name) }

    /// The person of a phone, made when there is none; `nil` when the number has no account here.
    func citizen(phone: String) -> ZaloCitizen? {
        guard !phonesWithoutZalo.contains(phone) else { return nil }
        if let known = citizens.values.first(where: { $0.phone == phone }) { return known }
        let made = newCitizen(name: "Số \(phone)")
        citizens[made.id]?.phone = phone
        return citizens[made.id]
    }

    func add(_ person: ZaloCitizen) {
        citizens[person.id] = person
        citizenIDs.append(person.id)
    }

    func change(_ id: String, _ change: @Sendable (inout ZaloCitizen) -> Void) {
        guard var person = citizens[id] else { return }
        change(&person)
        citizens[id] = person
    }

    func setPhone(_ phone: String, hasZalo: Bool) {
        if hasZalo { phonesWithoutZalo.remove(phone) } else { phonesWithoutZalo.insert(phone) }
    }

    // MARK: Tags

    func tag(_ name: String, _ id: String) {
        if !tags.contains(name) { tags.append(name) }
        if citizens[id]?.tags.contains(name) == false { citizens[id]?.tags.append(name) }
    }

    /// Removes a tag from everybody; `false` when there is none of that name.
    func removeTag(_ name: String) -> Bool {
        guard let index = tags.firstIndex(of: name) else { return false }
        tags.remove(at: index)
        for id in citizenIDs where citizens[id]?.tags.contains(name) == true { citizens[id]?.tags.removeAll { $0 == name } }
        return true
    }

    // MARK: Lines

    func interacts(_ id: String, at time: Int64? = nil) {
        citizens[id]?.lastInteraction = time ?? now
        citizens[id]?.repliesSince = 0
    }

    func follows(_ id: String, _ follows: Bool) {
        citizens[id]?.follows = follows
        if follows { interacts(id) }
    }

    func append(_ line: ZaloLine, to id: String) {
        guard let count = citizens[id]?.messages.count else { return }
        citizens[id]?.messages.append(line)
        timeline.append((id, count))
    }

    func line(_ messageID: String, of id: String) -> ZaloLine? { citizens[id]?.messages.last { $0.id == messageID } }

    func mark(_ state: ZaloLine.State, _ messageID: String, of id: String) {
        guard let index = citizens[id]?.messages.lastIndex(where: { $0.id == messageID }) else { return }
        citizens[id]?.messages[index].state = state
    }

    /// Puts an icon on a line, or takes them all away; `false` when there is no such line or no room (50 icons, brief §3).
    func react(_ icon: String, to messageID: String, of id: String) -> Bool {
        guard let index = citizens[id]?.messages.lastIndex(where: { $0.id == messageID }),
            let count = citizens[id]?.messages[index].reactions.count, count < 50
        else { return false }
        if icon == "/-remove" { citizens[id]?.messages[index].reactions = [] } else { citizens[id]?.messages[index].reactions.append(icon) }
        return true
    }

    /// The newest lines first, of one person or of all.
    func history(of id: String? = nil, offset: Int, count: Int) -> [(ZaloCitizen, ZaloLine)] {
        if let id {
            guard let person = citizens[id] else { return [] }
            return person.messages.reversed().dropFirst(offset).prefix(count).map { (person, $0) }
        }
        return timeline.reversed().dropFirst(offset).prefix(count).compactMap { entry in
            guard let person = citizens[entry.person], person.messages.indices.contains(entry.index) else { return nil }
            return (person, person.messages[entry.index])
        }
    }

    /// Those whom one can play, in the order in which they came.
    var players: [ZaloCitizen] { citizenIDs.compactMap { citizens[$0] }.filter { !$0.isCrowd && !$0.isAdmin } }
    var admins: [ZaloCitizen] { citizens.values.filter(\.isAdmin).sorted { $0.id < $1.id } }
    var followerCount: Int { citizens.values.count(where: \.follows) }
}
