package import Domain
import Storage

/// Writes to the sender on his channel, with files; the clock runs on (nhắn người gửi).
package struct TellSender: Operation {
    package static let permission = Permission.tell
    let petition: ID<Case>
    let version: Int
    let text: String
    let files: [UploadedFile]

    package init(petition: ID<Case>, version: Int, text: String, files: [UploadedFile] = []) {
        self.petition = petition
        self.version = version
        self.text = text
        self.files = files
    }

    package func perform(_ turn: Turn) throws -> Case {
        let current = try turn.petition(petition, version: version)
        let event = try current.tell(Telling(text: text, files: files.map(\.name)), by: turn.actor)
        let problems = UploadedFile.problems(files)
        if !problems.isEmpty { throw Refusal.invalid(problems) }
        let changed = try turn.record(event, on: current)
        guard let contact = try ContactStore.load(current.contact, turn.tx) else { return changed }
        var sent: [ID<Attachment>] = []
        if !files.isEmpty {
            // The files stand in the conversation under a message of ours; its words are those of the outbox.
            let message = Message(
                id: turn.newID(), contact: contact.id, petition: current.id, direction: .outbound, channel: contact.channel, externalID: nil,
                text: "", at: turn.now)
            try MessageStore.insert(message, turn.tx)
            try turn.attach(files, to: message)
            sent = try AttachmentQueries.ids(of: message.id, turn.tx)
        }
        try turn.send(SenderTexts.told(text, current, turn.settings), to: contact, about: changed, weight: .reply, files: sent)
        return changed
    }
}
