import Database
import Domain
import Operations
import Storage
import TestSupport

extension TestOffice {
    /// The case that was entered last.
    func latest() async throws -> Case {
        let found = try await office.read { tx in
            try tx.first("SELECT id FROM petition ORDER BY updated_at DESC, id DESC LIMIT 1") { row -> ID<Case> in try row["id"] }
                .flatMap { try CaseStore.load($0, tx) }
        }
        guard let found else { throw Missing("a case") }
        return found
    }
}
