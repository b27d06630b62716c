import Domain
import Operations

/// The sign of life of an open page: a form that only its script sends.
struct PresencePage: Page {
    static let path: Path = "/app/ho-so/:number/co-mat"
    static let access = Access.staff
    static let keepsSession = false

    static func show(_ visit: Visit) async throws -> Reply { .see(CasePage.path.link(visit.parameter("number"))) }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        let activity: Presence.Activity? = try form.choice("activity")
        try await visit.office.perform(NotePresence(code: visit.parameter("number"), activity: activity), as: visit.actor)
        return .text("")
    }
}
