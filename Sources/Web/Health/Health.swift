import Database
import Hummingbird
import Logging
import Operations
import Storage

/// For operators: is it alive, can it serve.
struct Health: Sendable {
    let office: Office

    func add(to router: Router<SiteContext>) {
        router.get("/healthz") { _, _ in "ok\n" }
        router.get("/readyz") { _, context -> Response in
            do {
                _ = try await office.read { try RulesStore.version($0) }
                return Response(status: .ok, headers: [.contentType: "text/plain"], body: .init(byteBuffer: .init(string: "ready\n")))
            } catch {
                // That it is away was told when it went; those who ask here ask every few seconds.
                if StoreAway(error) == nil { context.logger.error("not ready", metadata: ["error": "\(error)"]) }
                return Response(
                    status: .serviceUnavailable, headers: [.contentType: "text/plain"], body: .init(byteBuffer: .init(string: "database\n")))
            }
        }
    }
}
