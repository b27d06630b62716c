import Database
import Domain
import Storage
import TestSupport
import Testing

/// Senders and their messages.
@Suite(.databases) struct ContactStoreTests {
    @Test(arguments: Engine.available) func everyFieldComesBackAsItWasSaved(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        var person = Contact.Person()
        person.isOrganisation = true
        person.name = "Lý Thị Hoa"
        person.office = "Giám đốc"
        person.organisation = "Công ty “Đông Á”"
        person.taxCode = "0100109106"
        person.phone = "0912 345 678"
        person.email = "a@b.vn"
        person.address = "Lô 3"
        person.area = AreaCode("ben-cat")
        var contact = Contact(id: id(60), channel: .zalo, address: "z-9", person: person, follows: false)
        let (first, now) = (contact, office.clock.now)
        try await office.database.write { try ContactStore.insert(first, at: now, $0) }
        #expect(try await office.database.read { try ContactStore.load(first.id, $0) } == first)
        contact.follows = true
        contact.person.organisation = ""
        let second = contact
        try await office.database.write { try ContactStore.save(second, $0) }
        #expect(try await office.database.read { try ContactStore.find(.zalo, address: "z-9", $0) } == second)
        #expect(try await office.database.read { try ContactStore.find(.form, address: "z-9", $0) } == nil)
    }

    @Test(arguments: Engine.available) func anAddressBelongsToOneSender(on engine: Engine) async throws {
        let office = try await TestOffice(on: engine)
        let now = office.clock.now
        let first = Contact(id: id(60), channel: .zalo, address: "z-9", person: Contact.Person())
        let second = Contact(id: id(61), channel: .zalo, address: "z-9", person: Contact.Person())
        try await office.database.write { try ContactStore.insert(first, at: now, $0) }
        await #expect(throws: (any Error).self) { try await office.database.write { try ContactStore.insert(second, at: now, $0) } }
    }
}
