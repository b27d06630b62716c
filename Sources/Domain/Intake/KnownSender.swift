/// Whether somebody who calls, comes or writes is a sender who is known already (người gửi đã biết), so that the second call does not
/// make a second contact.
package enum KnownSender {
    /// The contact among candidates that is this person: the same telephone and no other name, else the same tax code and the same name.
    /// A switchboard is the number of many, so another name is another person.
    package static func choose(_ person: Contact.Person, among candidates: [Contact]) -> Contact? {
        let name = person.name.folded
        if let phone = person.phoneKey {
            let same = candidates.filter { $0.person.phoneKey == phone }
            if let exact = same.first(where: { !name.isEmpty && $0.person.name.folded == name }) { return exact }
            if let open = same.first(where: { name.isEmpty || $0.person.name.isEmpty }), agree(person, open.person) { return open }
        }
        guard let code = person.taxCodeKey else { return nil }
        return candidates.first { $0.person.taxCodeKey == code && $0.person.name.folded == name }
    }

    /// Whether two calls from one number may be of one person: they name no different firms.
    private static func agree(_ a: Contact.Person, _ b: Contact.Person) -> Bool {
        let (first, second) = (a.organisation.folded, b.organisation.folded)
        return first.isEmpty || second.isEmpty || first == second
    }
}
