import Database
package import Domain
import Operations
import Storage

// Senders on Zalo.
extension TestOffice {
    /// A message as a wire has read it, sent at this moment.
    package func inbound(_ text: String, from sender: String = "z-1", id: String, files: [RemoteFile] = []) -> Inbound {
        let words = Words(text, files: files.map { .remote($0) })
        return Inbound(channel: .zalo, externalID: id, sender: sender, sentAt: clock.now, content: .message(words))
    }

    /// Takes a message in, a second after whatever was before.
    package func zalo(_ text: String, from sender: String = "z-1", id: String, files: [RemoteFile] = []) async throws {
        clock.advance(seconds: 1)
        _ = try await office.perform(ReceiveMessage(inbound(text, from: sender, id: id, files: files)), as: .sender)
    }

    /// The newest case of a sender on Zalo.
    package func newest(of sender: String = "z-1") async throws -> Case {
        let found = try await office.read { tx in
            try ContactStore.find(.zalo, address: sender, tx).flatMap { try CaseStore.newest(of: $0.id, tx) }
        }
        guard let found else { throw Missing("a case of \(sender)") }
        return found
    }

    /// The texts in the outbox, in the order in which they were written.
    package func outbox() async throws -> [String] {
        // Several are written in one moment of a test's clock; where rows lie tells, as long as none has been changed.
        let place: SQL = Engine.current == .sqlite ? "rowid" : "ctid"
        return try await office.read { try $0.all("SELECT text FROM outbox ORDER BY \(place)") { try $0["text"] } }
    }
}
