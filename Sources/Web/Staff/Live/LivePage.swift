import Domain
import HTTPTypes
import Hummingbird
import Operations
import Storage

/// What an open page is told while it is open. `tu` is when a list was made; `ho-so` and `phien-ban` are the case that a page shows.
/// Asking by itself it keeps no session alive: it ends with the session of its reader.
struct LivePage: Page {
    static let path: Path = "/app/song"
    static let access = Access.staff
    static let keepsSession = false

    static func show(_ visit: Visit) async throws -> Reply {
        guard let staff = visit.staff else { throw Entry.signInFirst }
        let reader = try await reader(visit)
        let office = visit.office
        let bulletins = try office.newsroom.subscribe(staff.account.id)
        return .events { writer in
            var (reader, account) = (reader, staff.account)
            try await writer.write(ServerEvent.greeting)
            do {
                for event in try await reader.opening(account, office) { try await writer.write(event.bytes) }
                for await bulletin in bulletins {
                    if bulletin == .quiet {
                        guard let fresh = try await office.account(of: staff.token, isIdle: true) else {
                            try await writer.write(ServerEvent.signedOut.bytes)
                            break
                        }
                        account = fresh
                        try await writer.write(ServerEvent.sign)
                    }
                    for event in try await reader.hear(bulletin, account, office) { try await writer.write(event.bytes) }
                }
            } catch is Refusal {
                // The reader has lost the case: the page asks again, and is then told so in words.
            } catch where StoreAway(error) != nil {
                // The page comes again in a few seconds and reads what it missed.
            }
            try await writer.finish(nil)
        }
    }

    private static func reader(_ visit: Visit) async throws -> any LiveReader {
        let last = HTTPField.Name("Last-Event-ID").flatMap { visit.request.headers[$0] }.flatMap { Int64($0) }
        if let code = visit.query["ho-so"] {
            let petition = try await visit.office.read { try CaseStore.find(code, $0) }
            guard let petition else { throw Refusal.noSuch(.petition) }
            try await visit.noteLook(at: petition)
            guard Rights.allow(visit.actor, .view, on: petition.subject) else { throw Refusal.notPermitted(.view) }
            let shown = visit.query["phien-ban"].flatMap { Int($0) } ?? petition.version
            return CaseReader(petition: petition.id, version: max(shown, last.map { Int(clamping: $0) } ?? 0))
        }
        guard CaseVisibility(of: try visit.account()) != nil else { throw Refusal.notPermitted(.view) }
        let since = visit.query["tu"].flatMap { Int64($0) }.map { Instant(milliseconds: $0) } ?? visit.now
        return ListReader(since: since, last: last.map { Instant(milliseconds: $0) }, now: visit.now)
    }
}
