import Database
import Domain
import Operations
import Storage
import TestSupport

extension TestOffice {
    /// What somebody says on the telephone.
    static func call(
        _ text: String = "Đường vào khu công nghiệp bị sụt lún.", name: String = "Nguyễn Văn An", phone: String = "0912 345 678",
        at receivedAt: String? = nil, because reason: String = "", on channel: Channel = .hotline
    ) throws -> IntakeDraft {
        var person = Contact.Person()
        (person.name, person.phone) = (name, phone)
        return IntakeDraft(
            channel: channel, person: person, text: text, receivedAt: try receivedAt.map { try moment($0) }, receivedReason: reason)
    }

    func takeIn(_ draft: IntakeDraft, key: String? = nil) async throws -> Case {
        try await office.perform(
            TakeIn(draft: draft, formKey: key ?? hexadecimal(office.world.chance(16))), as: .staff(cast.lan))
    }

    func approaches() async throws -> [Interaction] {
        let ids = try await office.read { tx in
            try tx.all("SELECT petition FROM interaction ORDER BY noted_at, id") { row -> ID<Case>? in try row["petition"] }
        }
        var seen: Set<ID<Case>> = []
        var all: [Interaction] = []
        for id in ids.compactMap({ $0 }) where seen.insert(id).inserted {
            all += try await office.read { try InteractionStore.of(id, $0) }
        }
        return all
    }
}
