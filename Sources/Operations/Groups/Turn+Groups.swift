import Domain
import Storage

extension Turn {
    /// Something happened in a group that the account owns. A group that nobody has entered yet stands in the directory from now on.
    func take(_ news: GroupNews, _ inbound: Inbound) throws {
        var group: ChatGroup
        if let known = try ChatGroupStore.find(news.group, tx) {
            group = known
        } else {
            group = ChatGroup(id: newID(), name: "Nhóm Zalo \(news.group.prefix(40))", kind: .owned, externalID: news.group)
            try ChatGroupStore.save(group, tx)
        }
        switch news.kind {
        case .message(let words): try keep(words, in: group, inbound, isOurs: false)
        case .posted(let words):
            if inbound.sender.isEmpty,
                try OutboxStore.recognise(
                    echo: words, to: news.group, on: inbound.channel, receipt: inbound.externalID, at: now, tx)
            {
                break
            }
            try keep(words, in: group, inbound, isOurs: true)
        case .created, .changed:
            // The job that reads the groups fills in what changed. That an officer works with it no longer, only its making anew undoes.
            group.readAt = nil
            if news.kind == .created { group.endedAt = nil }
            try ChatGroupStore.save(group, tx)
        case .dissolved:
            group.endedAt = group.endedAt ?? inbound.sentAt
            try ChatGroupStore.save(group, tx)
        case .joined(let people):
            for person in people { try ChatGroupStore.add(ChatGroup.Member(id: person, name: ""), to: group.id, tx) }
            group.readAt = nil
            try ChatGroupStore.save(group, tx)
        case .left(let people):
            for person in people { try ChatGroupStore.remove(person, from: group.id, tx) }
        }
        askForNews()
    }

    private func keep(_ words: Words, in group: ChatGroup, _ inbound: Inbound, isOurs: Bool) throws {
        if try MessageStore.isKnown(inbound.channel, externalID: inbound.externalID, tx) { return }
        let name = try ChatGroupStore.name(of: inbound.sender, in: group.id, tx) ?? ""
        let address = inbound.sender.isEmpty ? "oa" : inbound.sender
        var contact = try ContactStore.find(.zaloGroup, address: address, tx)
        if contact == nil {
            var person = Contact.Person()
            person.name = name
            let fresh = Contact(id: newID(), channel: .zaloGroup, address: address, person: person)
            try ContactStore.insert(fresh, at: now, tx)
            contact = fresh
        }
        guard var contact else { return }
        if contact.person.name.isEmpty, !name.isEmpty {
            contact.person.name = name
            try ContactStore.save(contact, tx)
        }
        let message = Message(
            id: newID(), contact: contact.id, petition: nil, direction: isOurs ? .outbound : .inbound, channel: .zaloGroup,
            externalID: inbound.externalID, text: CleanText(words.text).text, at: inbound.sentAt,
            author: isOurs ? (inbound.sender.isEmpty ? Message.otherProgram : "cán bộ \(name)") : nil)
        try ChatGroupTalkStore.keep(message, in: group.id, tx)
        try keep(words.files, on: message)
    }
}
