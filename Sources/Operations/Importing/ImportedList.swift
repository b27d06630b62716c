import Database
package import Documents
package import Domain
import NIOPosix
import Storage

/// A file that somebody brought, read but not yet taken in.
package struct ImportedList: Sendable {
    package let fileName: String
    package let bytes: [UInt8]
    package let table: PetitionTable

    /// Reads it on threads of its own, for a large workbook takes its time, which must not sit on the shared pool. Throws
    /// `ImportFileFault`.
    package static func read(fileName: String, bytes: [UInt8]) async throws -> ImportedList {
        try await NIOThreadPool.singleton.runIfActive { try ImportedList(fileName: fileName, bytes: bytes) }
    }

    /// Reads it here and now; not inside a transaction. Throws `ImportFileFault`.
    package init(fileName: String, bytes: [UInt8]) throws(ImportFileFault) {
        self.fileName = fileName
        self.bytes = bytes
        table = try PetitionFile.table(bytes)
    }

    /// Tells its heads from others.
    package var layout: String { contentHash(Array(table.layout.utf8)) }
}

extension PetitionImportOrder {
    /// Tells whether somebody changed it since a page showed what would come of it.
    package var seal: String { contentHash(Array(whole.utf8)) }
}

extension Office {
    /// The mapping for a list: the one that is remembered for its channel and heads, else what the heads say.
    package func mapping(for list: ImportedList, on channel: Channel) async throws -> (mapping: PetitionMapping, name: String) {
        try await read { try Self.mapping(for: list, on: channel, $0) }
    }

    /// What an import would do, without doing it. Throws `Refusal`.
    package func preview(_ order: PetitionImportOrder, of table: PetitionTable, as actor: Actor) async throws -> PetitionImportPlan {
        guard Rights.allowSomewhere(actor, .takeIn) else { throw Refusal.notPermitted(.takeIn) }
        let now = world.now()
        return try await database.read { try Turn(tx: $0, actor: actor, now: now, office: self).plan(order, of: table) }
    }
}
