package import Domain
import Storage

/// Takes down what was said in a group: a case of each line (ghi nhận từ nhóm Zalo). Throws `Refusal`.
package struct CaptureCases: Operation {
    package static let permission = Permission.takeIn
    let group: ID<ChatGroup>
    let lines: [Capture]
    let files: [UploadedFile]

    /// - Parameter files: pictures of the chat; they hang on the first case.
    package init(_ group: ID<ChatGroup>, lines: [Capture], files: [UploadedFile]) {
        self.group = group
        self.lines = lines
        self.files = files
    }

    package func perform(_ turn: Turn) throws -> [Case] {
        guard let found = try ChatGroupStore.load(group, turn.tx) else { throw Refusal.noSuch(.group) }
        var problems = UploadedFile.problems(files)
        if lines.isEmpty { problems.append(Problem("text0", .missing)) }
        for (row, line) in lines.enumerated() {
            problems += line.problems(row: row, hasFiles: row == 0 && !files.isEmpty, now: turn.now)
        }
        if !problems.isEmpty { throw Refusal.invalid(problems) }
        return try lines.enumerated().map { row, line in
            let (petition, message) = try turn.open(line, in: found)
            if row == 0 { try turn.attach(files, to: message) }
            // The group's page shows what was taken down of it, with the case that it became.
            try ChatGroupTalkStore.link(message, in: group, to: petition.id, turn.tx)
            return petition
        }
    }
}

/// Takes down what was said in a group as a note on a case that is there. Throws `Refusal`.
package struct CaptureNote: Operation {
    package static let permission = Permission.takeIn
    let group: ID<ChatGroup>
    let number: String
    let lines: [Capture]
    let files: [UploadedFile]

    package init(_ group: ID<ChatGroup>, number: String, lines: [Capture], files: [UploadedFile]) {
        self.group = group
        self.number = number
        self.lines = lines
        self.files = files
    }

    package func perform(_ turn: Turn) throws -> Case {
        guard let found = try ChatGroupStore.load(group, turn.tx) else { throw Refusal.noSuch(.group) }
        var problems = UploadedFile.problems(files)
        if lines.isEmpty, files.isEmpty { problems.append(Problem("text0", .missing)) }
        for (row, line) in lines.enumerated() { problems += line.problems(row: row, hasFiles: !files.isEmpty, now: turn.now) }
        let petition = try CaseStore.find(number, turn.tx)
        if petition == nil { problems.append(Problem("caseNumber", .unknownCode)) }
        guard let petition, problems.isEmpty else { throw Refusal.invalid(problems) }
        guard Rights.allow(turn.actor, .note, on: petition.subject) else { throw Refusal.notPermitted(.note) }
        return try turn.note(lines, files, from: found, in: petition)
    }
}

/// Makes a case of a message in a group that the account owns. Throws `Refusal`.
package struct OpenFromGroup: Operation {
    package static let permission = Permission.takeIn
    let group: ID<ChatGroup>
    let message: ID<Message>

    package init(_ group: ID<ChatGroup>, message: ID<Message>) {
        self.group = group
        self.message = message
    }

    package func perform(_ turn: Turn) throws -> Case {
        guard let found = try ChatGroupStore.load(group, turn.tx) else { throw Refusal.noSuch(.group) }
        guard let line = try ChatGroupTalkStore.free(message, in: group, turn.tx) else { throw Refusal.isOver }
        let capture = Capture(who: line.who, at: line.at, text: line.text)
        let (petition, first) = try turn.open(capture, in: found)
        try ChatGroupTalkStore.bind(message, to: petition.id, as: first.id, turn.tx)
        return petition
    }
}

/// Notes a message in a group that the account owns in a case that is there. Throws `Refusal`.
package struct NoteFromGroup: Operation {
    package static let permission = Permission.takeIn
    let group: ID<ChatGroup>
    let message: ID<Message>
    let number: String

    package init(_ group: ID<ChatGroup>, message: ID<Message>, number: String) {
        self.group = group
        self.message = message
        self.number = number
    }

    package func perform(_ turn: Turn) throws -> Case {
        guard let found = try ChatGroupStore.load(group, turn.tx) else { throw Refusal.noSuch(.group) }
        guard let line = try ChatGroupTalkStore.free(message, in: group, turn.tx) else { throw Refusal.isOver }
        guard let petition = try CaseStore.find(number, turn.tx) else { throw Refusal.invalid([Problem("caseNumber", .unknownCode)]) }
        guard Rights.allow(turn.actor, .note, on: petition.subject) else { throw Refusal.notPermitted(.note) }
        let capture = Capture(who: line.who, at: line.at, text: line.text)
        let noted = try turn.note([capture], [], from: found, in: petition)
        // Its files belong to the case now, and hang on a message of it as those do that somebody uploads.
        let carrier = line.files > 0 ? try turn.carrier("Tệp gửi", at: line.at, from: found, in: petition) : nil
        try ChatGroupTalkStore.bind(message, to: petition.id, as: carrier?.id, turn.tx)
        return noted
    }
}

extension Turn {
    /// A case of what somebody said in a group. He is written to by nobody there: a person calls him, or tells him in the group.
    fileprivate func open(_ line: Capture, in group: ChatGroup) throws -> (petition: Case, message: Message) {
        var person = Contact.Person()
        person.name = line.who
        person.phone = line.phone
        let contact = Contact(id: newID(), channel: .zaloGroup, address: nil, person: person)
        try ContactStore.insert(contact, at: now, tx)
        let text = line.text.isEmpty ? "Ảnh chụp trao đổi trong nhóm \(group.name)" : line.text
        let (petition, message) = try open(CaseOpening(contact: contact, text: text, sentAt: line.at))
        let note = Note(kind: .remark, text: "Ghi nhận từ nhóm Zalo “\(group.name)”, nói lúc \(line.at.vietnamese).")
        return (try record(.noted(note), on: petition), message)
    }

    /// What was said joins the conversation of a case as a note of the officer; pictures of the chat hang on a message of their own.
    fileprivate func note(_ lines: [Capture], _ files: [UploadedFile], from group: ChatGroup, in petition: Case) throws -> Case {
        let words = lines.filter { !$0.text.isEmpty }.map { line in
            "\(line.who.isEmpty ? "Người trong nhóm" : line.who) (\(line.at.vietnamese)): \(line.text)"
        }
        let text = (["Ghi nhận từ nhóm Zalo “\(group.name)”:"] + words).joined(separator: "\n")
        if !files.isEmpty {
            try attach(files, to: try carrier("Ảnh chụp trao đổi", at: lines.first?.at ?? now, from: group, in: petition))
        }
        return try record(petition.note(Note(kind: .remark, text: text), by: actor), on: petition)
    }

    /// A message of a case that says no more than where the files on it come from.
    fileprivate func carrier(_ what: String, at moment: Instant, from group: ChatGroup, in petition: Case) throws -> Message {
        let message = Message(
            id: newID(), contact: petition.contact, petition: petition.id, direction: .inbound, channel: .zaloGroup, externalID: nil,
            text: "\(what) trong nhóm Zalo “\(group.name)”", at: moment)
        try MessageStore.insert(message, tx)
        return message
    }
}
