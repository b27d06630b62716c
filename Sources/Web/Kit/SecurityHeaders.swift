import HTTPTypes
package import Hummingbird

/// What every answer tells the browser to refuse. A header that a page sets itself stays.
package struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
    /// Scripts, styles, pictures and sounds come from us alone; nothing inline runs, nobody frames us, forms go nowhere else.
    package static var policy: String {
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'"
    }

    private let fields: [(HTTPField.Name, String)]

    /// - Parameter https: whether people reach the site by https; then browsers are told to stay with it.
    package init(https: Bool) {
        var fields: [(HTTPField.Name, String)] = [
            (.contentSecurityPolicy, Self.policy),
            (.xContentTypeOptions, "nosniff"),
            // An address may carry a lookup code: it goes to nobody.
            (named("Referrer-Policy"), "same-origin"),
            (named("Cross-Origin-Opener-Policy"), "same-origin"),
            (named("Cross-Origin-Resource-Policy"), "same-origin"),
            (named("Permissions-Policy"), "camera=(), microphone=(), geolocation=()"),
            (.cacheControl, "no-store"),
        ].compactMap { name, value in name.map { ($0, value) } }
        if https { fields.append((.strictTransportSecurity, "max-age=31536000")) }
        self.fields = fields
    }

    package func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            var response = try await next(request, context)
            for (name, value) in fields where response.headers[name] == nil { response.headers[name] = value }
            return response
        } catch let error as any HTTPResponseError {
            var response = try error.response(from: request, context: context)
            for (name, value) in fields where response.headers[name] == nil { response.headers[name] = value }
            return response
        }
    }
}

private func named(_ name: String) -> HTTPField.Name? { HTTPField.Name(name) }
