import Database
import Documents
import Domain
import Operations
import Storage

/// Giao xem hồ sơ hạn chế: names the persons who may open it; each of them stands in its journal.
struct ReadersPage: StepPage {
    static let path: Path = "/app/ho-so/:number/nguoi-xem"
    static let step = Permission.nameReaders

    static func lists(for file: CaseFile, by actor: Actor, at now: Instant, _ tx: Transaction) throws -> [Account] {
        try AccountStore.all(on: now.day, tx).filter { $0.isActive && !file.petition.readers.contains($0.id) }
            .sorted { ($0.name.sortKey, $0.login) < ($1.name.sortKey, $1.login) }
    }

    static func fields(_ form: FormView, _ file: CaseFile, _ accounts: [Account]) -> HTML {
        form.select("account", "Người được xem", accounts.map { ($0.id.text, "\($0.name), \($0.title)") })
    }

    static func take(_ form: FormBody, _ petition: Case, version: Int, _ visit: Visit) async throws {
        guard let account = ID<Account>(form.words("account")) else { throw Refusal.invalid([Problem("account", .missing)]) }
        _ = try await visit.office.perform(
            NameReaders(petition: petition.id, version: version, accounts: [account]), as: visit.actor)
    }
}
