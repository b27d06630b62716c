package import Database
import Domain

/// Why a store was not moved. Nothing has changed at the target then.
package enum StoreMoveFault: Error, Sendable, Equatable {
    /// The source is empty or of an older version: bring it to this version first.
    case sourceOutdated
    /// The target is of an older version.
    case targetOutdated
    /// The target holds something already; the first table that does.
    case targetNotEmpty(table: String)
    /// After the move a table is not what it was; the first one.
    case differs(table: String)
}

/// Moves the whole store, attachments with it, from one database to another, whatever their engines: one consistent state of the
/// source, in one transaction at the target, compared table by table before it counts.
package enum StoreMove {
    /// The tables as they stand on both sides. The target's schema is made when it has none. Throws `StoreMoveFault`.
    package static func run(from source: Database, to target: Database) async throws -> [TableDigest] {
        let migrator = Migrator(migrations)
        guard try await migrator.missing(in: source).isEmpty else { throw StoreMoveFault.sourceOutdated }
        let missing = try await migrator.missing(in: target)
        guard missing.isEmpty || missing.count == migrations.count else { throw StoreMoveFault.targetOutdated }
        _ = try await migrator.migrate(target)
        return try await source.transfer(to: target) { source, target in
            for digest in try TableDigest.all(target) where digest.rows > 0 { throw StoreMoveFault.targetNotEmpty(table: digest.table) }
            var moved = try StoreTable.all.map { try move($0, source, target) }
            moved.append(try moveSearch(source, target))
            for (before, after) in zip(moved, try TableDigest.all(target)) where before != after {
                throw StoreMoveFault.differs(table: before.table)
            }
            return moved
        }
    }

    private static func move(_ table: StoreTable, _ source: Transaction, _ target: Transaction) throws -> TableDigest {
        var digest = TableDigest(table.name)
        guard let parent = table.parent else {
            try table.each(source) { row in
                digest.add(row.content)
                try table.insert(row, target)
            }
            return digest
        }
        // Rows that refer to each other go in from the roots on; such tables are short.
        var waiting: [Row] = []
        try table.each(source) { row in
            digest.add(row.content)
            waiting.append(row)
        }
        var arrived: Set<String> = []
        while !waiting.isEmpty {
            let ready = try waiting.filter { row in
                let parent: String? = try row[parent]
                return parent.map { arrived.contains($0) } ?? true
            }
            if ready.isEmpty { throw StoreMoveFault.differs(table: table.name) }
            for row in ready {
                try table.insert(row, target)
                arrived.insert(try row[table.key[0]])
            }
            waiting = try waiting.filter { !arrived.contains(try $0[table.key[0]]) }
        }
        return digest
    }

    private static func moveSearch(_ source: Transaction, _ target: Transaction) throws -> TableDigest {
        var digest = TableDigest(SearchIndex.table)
        try SearchIndex.each(source) { petition, words in
            digest.add([petition.stored, words.stored])
            try SearchIndex.add(petition, words.split(separator: " ").map(String.init), target)
        }
        return digest
    }
}
