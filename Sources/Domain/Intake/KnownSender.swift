/// Whether somebody who calls, comes or writes is a sender who is known already (người gửi đã biết), so that the second call does not
/// make a second contact.
package enum KnownSender {
    /// The contact among candidates that is this person: the same telephone and no other name, else the same tax code and the same name.
    /// A switchboard is the number of many, so another name is another person.
    package static func choose(_ person: Contact.Person, among candidates: [Contact]) -> Contact? {
        let name = person.name.folded
        if let phone = PhoneNumber(person.phone) {
            let same = candidates.filter { PhoneNumber($0.person.phone) == phone }
            if let exact = same.first(where: { !name.isEmpty && $0.person.name.folded == name }) { return exact }
            if let open = same.first(where: { name.isEmpty || $0.person.name.isEmpty }), agree(person, open.person) { return open }
        }
        guard let code = TaxCode.text(of: person.taxCode) else { return nil }
        return candidates.first { TaxCode.text(of: $0.person.taxCode) == code && $0.person.name.folded == name }
    }

    /// Whether two calls from one number may be of one person: they name no different firms.
    private static func agree(_ a: Contact.Person, _ b: Contact.Person) -> Bool {
        let (first, second) = (a.organisation.folded, b.organisation.folded)
        return first.isEmpty || second.isEmpty || first == second
    }
}

extension Contact.Person {
    /// What is known with what was said now: newer words win, silence takes nothing away.
    package func completed(by newer: Contact.Person) -> Contact.Person {
        var all = self
        func take(_ path: WritableKeyPath<Contact.Person, String>) {
            if !newer[keyPath: path].isEmpty { all[keyPath: path] = newer[keyPath: path] }
        }
        take(\.name)
        take(\.office)
        take(\.organisation)
        take(\.taxCode)
        take(\.phone)
        take(\.email)
        take(\.address)
        if let area = newer.area { all.area = area }
        all.isOrganisation = isOrganisation || newer.isOrganisation
        return all
    }
}

extension TaxCode {
    /// The code as it is stored; `nil` for what can be none.
    package static func text(of typed: String) -> String? {
        // A slip is no code: nothing is known by it.
        (try? TaxCode(typed))?.text
    }
}
