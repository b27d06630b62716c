import Database
import Domain
@testable import Operations
import Storage
import Synchronization
import TestSupport

/// An office with files, for the tests of what is done with them.
extension TestOffice {
    /// Keeps files that came whole with a message, as mail brings them; the case.
    func keep(_ files: [(name: String, bytes: [UInt8])]) async throws -> Case {
        let petition = try await submit()
        try await office.perform(KeepFiles(petition: petition.id, files: files), as: .system)
        return petition
    }

    func files(of petition: Case) async throws -> [AttachmentRow] { try await office.read { try AttachmentQueries.of(petition.id, $0) } }

    /// The content of the only file of a case.
    func content(of petition: Case) async throws -> KeptFile {
        let row = try await files(of: petition).first
        guard let row, let kept = try await office.read({ try AttachmentStore.find(row.id, $0) }) else { throw Missing("a file") }
        return kept
    }
}

/// Keeps files with a further message of a case.
struct KeepFiles: Operation {
    static let permission = Permission.receive
    let petition: ID<Case>
    let files: [(name: String, bytes: [UInt8])]

    func perform(_ turn: Turn) throws {
        let found = try turn.petition(petition)
        let message = Message(
            id: turn.newID(), contact: found.contact, petition: petition, direction: .inbound, channel: .mail, externalID: nil, text: "",
            at: turn.now)
        try MessageStore.insert(message, turn.tx)
        for file in files { try turn.keep(name: file.name, bytes: file.bytes, on: message) }
    }
}

/// A scanner that says what the test has laid.
final class RecordingScanner: FileScanner {
    private struct Memory {
        var failure: ScanFailure?
        var refusal: ScanFailure?
        var infected: [UInt8] = []
        var deadly: [UInt8]?
        var scanned = 0
    }

    private let memory = Mutex(Memory())

    var scanned: Int { memory.withLock { $0.scanned } }

    /// What finds nobody from now on; `nil`: it answers.
    func fail(_ failure: ScanFailure?) { memory.withLock { $0.failure = failure } }
    /// What it says of every file; `nil`: it looks at them.
    func refuse(_ refusal: ScanFailure?) { memory.withLock { $0.refusal = refusal } }
    /// The content that it finds bad.
    func condemn(_ bytes: [UInt8]) { memory.withLock { $0.infected = bytes } }

    /// The content over which it hangs up; `nil`: none.
    func hangUp(over bytes: [UInt8]?) { memory.withLock { $0.deadly = bytes } }

    func greet() async throws(ScanFailure) { if let failure = memory.withLock({ $0.failure }) { throw failure } }

    func scan(_ bytes: [UInt8]) async throws(ScanFailure) -> ScanVerdict {
        let (failure, isInfected) = memory.withLock { memory in
            memory.scanned += 1
            let silence: ScanFailure? = memory.deadly == bytes ? .away("clamd ngắt kết nối.") : nil
            return (memory.failure ?? memory.refusal ?? silence, memory.infected == bytes)
        }
        if let failure { throw failure }
        return isInfected ? .infected(signature: "Thu.Nghiem") : .clean
    }
}
