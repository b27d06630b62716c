import HTTPTypes
import Hummingbird

/// Headers that keep pages from being framed, scripted or listened to from outside (requirement 66).
struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in Self.headers where response.headers[name] == nil { response.headers[name] = value }
        return response
    }

    private static var headers: [(HTTPField.Name, String)] {
        [
            (
                .contentSecurityPolicy,
                "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
                    + "frame-ancestors 'none'; base-uri 'none'"
            ),
            (.xContentTypeOptions, "nosniff"),
        ] + [("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin")].compactMap { name, value in
            HTTPField.Name(name).map { ($0, value) }
        }
    }
}

/// Headers that keep a sender's file harmless: saved, never run, of the type that its content has.
enum DownloadHeaders {
    static func of(name: String, contentType: String) -> HTTPFields {
        [
            .contentType: contentType, .contentDisposition: "attachment; filename*=UTF-8''\(percentEncoded(name))",
            .contentSecurityPolicy: "default-src 'none'; sandbox", .xContentTypeOptions: "nosniff", .cacheControl: "private, no-store",
        ]
    }
}
