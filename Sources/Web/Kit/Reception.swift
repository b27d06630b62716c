import Documents
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Operations

/// Meets every visitor: finds out who it is, keeps strangers' forms out, turns what is thrown into a page that says what is wrong,
/// and logs a fault once, with the number that the person sees.
struct Reception: Sendable {
    let office: Office
    private let door: HookDoor
    private let limits = Limits()

    init(office: Office, door: HookDoor) {
        self.office = office
        self.door = door
    }

    func receive(
        _ request: Request, _ context: SiteContext, access: Access, isIdle: Bool = false, _ page: @Sendable (Visit) async throws -> Reply
    ) async -> Response {
        let (number, log) = greet(context)
        do {
            let visit = try await visit(request, context, number: number, log: log, isIdle: isIdle)
            if access == .staff { _ = try visit.account() }
            return try await page(visit).response
        } catch {
            return failure(error, request, number: number, log: log)
        }
    }

    /// Takes the form of a page. While the store is away the page that says so holds what was typed, to be sent again.
    func take(
        _ request: Request, _ context: SiteContext, access: Access, isIdle: Bool = false, limits: FormLimits = FormLimits(),
        _ act: @Sendable (FormBody, Visit) async throws -> Reply
    ) async -> Response {
        let (number, log) = greet(context)
        var typed: FormBody?
        do {
            let visit = try await visit(request, context, number: number, log: log, isIdle: isIdle)
            if access == .staff { _ = try visit.account() }
            let form = try await form(of: visit, access: access, limits)
            typed = form
            return try await act(form, visit).response
        } catch {
            if StoreAway(error) != nil, typed == nil {
                // A form that cannot be read, or comes too often, is not given back; why there is none is said already.
                typed = try? await unjudgedForm(request, context, limits)
            }
            return failure(error, request, number: number, log: log, typed: typed)
        }
    }

    /// A form whose sender could not be looked up: good only to be shown to him again, and judged when he sends it again.
    private func unjudgedForm(_ request: Request, _ context: SiteContext, _ limits: FormLimits) async throws -> FormBody {
        try refuseForeign(request)
        try await slowDown(Caller.address(request, context), at: office.world.now())
        return try await FormBody.collect(request, limits: limits)
    }

    /// The number that the person sees, and the log that says it too.
    private func greet(_ context: SiteContext) -> (number: String, log: Logger) {
        let number = String(ID<Visit>(at: office.world.now(), chance: office.world.chance(10)).text.suffix(10))
        var log = context.logger
        log[metadataKey: "request"] = "\(number)"
        return (number, log)
    }

    func refuse(_ request: Request, _ context: SiteContext, _ reason: Entry) async -> Response {
        await receive(request, context, access: .anyone) { _ in throw reason }
    }

    private func visit(
        _ request: Request, _ context: SiteContext, number: String, log: Logger, isIdle: Bool
    ) async throws -> Visit {
        var staff: (account: Account, token: Token)?
        if let text = Cookies(header: request.headers[.cookie])[SessionCookie.name] {
            let token = Token(shown: text)
            if let account = try await office.account(of: token, isIdle: isIdle) { staff = (account, token) }
        }
        return Visit(
            request: request, office: office, query: try QueryString(request.uri.query), now: office.world.now(), staff: staff,
            number: number, log: log, caller: Caller.address(request, context), door: door, limits: limits, parameters: context.parameters)
    }

    /// Reads the form of a visit. On staff pages it must carry the person's token; one from another site is refused everywhere.
    private func form(of visit: Visit, access: Access, _ limits: FormLimits) async throws -> FormBody {
        try refuseForeign(visit.request)
        switch access {
        case .anyone:
            try await slowDown(visit.caller, at: visit.now)
            return try await FormBody.collect(visit.request, limits: limits)
        case .staff:
            let form = try await FormBody.collect(visit.request, limits: limits)
            guard let staff = visit.staff, FormToken.fits(form[FormToken.field], staff.token) else { throw Entry.strangeForm }
            return form
        }
    }

    private func refuseForeign(_ request: Request) throws(Entry) {
        if let name = HTTPField.Name("Sec-Fetch-Site"), request.headers[name] == "cross-site" { throw .strangeForm }
    }

    private func slowDown(_ caller: String, at now: Instant) async throws {
        if !Caller.isThisMachine(caller) { try await limits.forms.take(caller, at: now) }
    }

    private func failure(
        _ error: any Error, _ request: Request, number: String, log: Logger, typed: FormBody? = nil
    ) -> Response {
        if case Entry.signInFirst = error {
            let back = request.method == .get ? request.uri.string : "/app"
            return Reply.see(SignInPage.path.link(query: ["ve": back])).response
        }
        let page = FailurePage(error, number: number, typed: typed.flatMap { TypedForm($0, path: request.uri.path) })
        if page.status.code >= 500, StoreAway(error) == nil {
            // The type and the engine's words only: what was typed stays out of the log.
            log.error("request failed", metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
        } else {
            log.info("request refused", metadata: ["status": "\(page.status.code)", "why": "\(type(of: error))"])
        }
        var response = Reply.document(page.document, status: page.status).response
        if let seconds = page.retryAfter { response.headers[.retryAfter] = String(seconds) }
        if page.status == .methodNotAllowed { response.headers[.allow] = error as? Entry == .noForm ? "GET, HEAD" : "GET, HEAD, POST" }
        return response
    }
}

/// The cookie that holds a session.
enum SessionCookie {
    static let name = "phien"

    static func open(_ token: Token, _ office: Office) -> SetCookie {
        SetCookie(name, token.text, maxAge: AccessLimits.sessionSeconds, secure: isSecure(office))
    }

    static func close(_ office: Office) -> SetCookie { SetCookie(name, "", maxAge: 0, secure: isSecure(office)) }

    private static func isSecure(_ office: Office) -> Bool { office.settings.baseURL.hasPrefix("https:") }
}

/// Who calls, for rate limits. A proxy on this machine names the caller it speaks for; from elsewhere nobody is believed.
enum Caller {
    static func address(_ request: Request, _ context: SiteContext) -> String {
        let peer = context.remoteAddress?.ipAddress ?? ""
        guard isThisMachine(peer), let name = HTTPField.Name("X-Forwarded-For"),
            let last = request.headers[name]?.split(separator: ",").last
        else { return peer }
        return String(last.trimmingPrefix { $0 == " " })
    }

    static func isThisMachine(_ address: String) -> Bool { address.hasPrefix("127.") || address == "::1" || address.isEmpty }
}
