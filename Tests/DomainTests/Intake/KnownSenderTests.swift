import Domain
import Testing

/// Who calls again is the same sender; who shares his number is not.
@Suite struct KnownSenderTests {
    private func person(
        name: String = "", phone: String = "", taxCode: String = "", organisation: String = ""
    ) -> Contact.Person {
        var person = Contact.Person()
        (person.name, person.phone, person.taxCode, person.organisation) = (name, phone, taxCode, organisation)
        return person
    }

    private func contact(_ number: UInt8, _ person: Contact.Person) -> Contact {
        Contact(id: ID(at: Instant(milliseconds: 0), chance: [number]), channel: .hotline, address: nil, person: person)
    }

    @Test func theSameNumberAndNameIsTheSamePerson() {
        let known = contact(1, person(name: "Nguyễn Văn An", phone: "0912 345 678"))
        let other = contact(2, person(name: "Lê Thị Bình", phone: "0912345678"))
        #expect(KnownSender.choose(person(name: "nguyen van an", phone: "+84912345678"), among: [other, known]) == known)
    }

    @Test func aSwitchboardIsTheNumberOfMany() {
        let known = contact(1, person(name: "Nguyễn Văn An", phone: "0222 3822 123"))
        #expect(KnownSender.choose(person(name: "Trần Văn Cường", phone: "02223822123"), among: [known]) == nil)
    }

    @Test func whoSaysNoNameIsTakenForTheOneOfThatNumberUnlessHeNamesAnotherFirm() {
        let known = contact(1, person(name: "Nguyễn Văn An", phone: "0912345678", organisation: "Công ty Sao Mai"))
        #expect(KnownSender.choose(person(phone: "0912345678"), among: [known]) == known)
        #expect(KnownSender.choose(person(phone: "0912345678", organisation: "Công ty Đông Á"), among: [known]) == nil)
    }

    @Test func theSameTaxCodeAndNameIsTheSamePersonOnAnotherNumber() {
        let known = contact(1, person(name: "Nguyễn Văn An", phone: "0912345678", taxCode: "0100109106"))
        #expect(KnownSender.choose(person(name: "Nguyễn Văn An", phone: "0987654321", taxCode: "0100 109 106"), among: [known]) == known)
        #expect(KnownSender.choose(person(name: "Lê Thị Bình", taxCode: "0100109106"), among: [known]) == nil)
        #expect(KnownSender.choose(person(name: "Nguyễn Văn An", taxCode: "0100109107"), among: [known]) == nil)
    }

    @Test func aNameAloneIsNobody() {
        let known = contact(1, person(name: "Nguyễn Văn An"))
        #expect(KnownSender.choose(person(name: "Nguyễn Văn An"), among: [known]) == nil)
    }
}
