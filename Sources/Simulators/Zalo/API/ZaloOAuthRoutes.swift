import Foundation
import HTTPTypes
import Hummingbird

/// `oauth.zaloapp.com` (brief zalo.md §1): granting is done at once or on a page, as the settings say.
struct ZaloOAuthRoutes: Sendable {
    let world: ZaloWorld
    let settings: ZaloPlatformSettings

    func add(to router: Router<BasicRequestContext>) {
        router.get("v4/oa/permission") { request, _ in await permission(request) }
        router.post("v4/oa/permission") { request, _ in try await decide(request) }
        router.post("v4/oa/access_token") { request, _ in try await accessToken(request) }
    }

    private func permission(_ request: Request) async -> Response {
        if await world.trouble.outage { return Response(status: .serviceUnavailable) }
        let query = formFields(request.uri.query ?? "")
        if let refusal = refusal(of: query) { return refusal }
        guard settings.grantsAtOnce else {
            return htmlAnswer(ConsentPage(accountName: settings.oaName, appID: settings.appID, query: query).html, mayPostAnywhere: true)
        }
        return await grant(query)
    }

    /// What was pressed on the page; its form carries the parameters on.
    private func decide(_ request: Request) async throws -> Response {
        let form = formFields(String(buffer: try await request.body.collect(upTo: 1 << 16)))
        if let refusal = refusal(of: form) { return refusal }
        if form["decision"] == "grant" { return await grant(form) }
        return lead(to: form, [("error", "access_denied"), ("error_description", "The Official Account's admin has refused")])
    }

    private func refusal(of query: [String: String]) -> Response? {
        guard query["app_id"] == settings.appID else { return refusal(-14002, "Invalid appId") }
        guard let redirect = query["redirect_uri"], let host = URLComponents(string: redirect)?.host, !host.isEmpty,
            settings.callbackURL ?? redirect == redirect
        else { return refusal(-14003, "Invalid redirect uri") }
        return nil
    }

    private func grant(_ query: [String: String]) async -> Response {
        let code = await world.code(challenge: query["code_challenge"].flatMap { $0.isEmpty ? nil : $0 })
        return lead(to: query, [("code", code), ("oa_id", settings.oaID)])
    }

    /// Back to the app's callback, with the state that it gave.
    private func lead(to query: [String: String], _ items: [(String, String)]) -> Response {
        guard let redirect = query["redirect_uri"], var address = URLComponents(string: redirect) else {
            return refusal(-14003, "Invalid redirect uri")
        }
        var all = (address.queryItems ?? []) + items.map { URLQueryItem(name: $0.0, value: $0.1) }
        if let state = query["state"] { all.append(URLQueryItem(name: "state", value: state)) }
        address.queryItems = all
        return Response(status: .found, headers: [.location: address.string ?? redirect])
    }

    private func accessToken(_ request: Request) async throws -> Response {
        if await world.trouble.outage { return Response(status: .serviceUnavailable) }
        let body = try await request.body.collect(upTo: 1 << 16)
        let form = formFields(String(buffer: body))
        guard form["app_id"] == settings.appID else { return refusal(-14002, "Invalid appId") }
        guard header("secret_key", of: request) == settings.appSecret else { return refusal(-14004, "Invalid secret key") }
        let pair: (access: String, refresh: String)?
        switch form["grant_type"] {
        case "authorization_code":
            pair = await world.mint(code: form["code"] ?? "", verifier: form["code_verifier"], refresh: nil)
            if pair == nil { return refusal(-14005, "Invalid code.") }
        case "refresh_token":
            pair = await world.mint(code: nil, verifier: nil, refresh: form["refresh_token"])
        default:
            return refusal(-14018, "Invalid grant type.")
        }
        guard let pair else { return refusal(-14014, "Invalid refresh token.") }
        return platformAnswer(
            ["access_token": .string(pair.access), "refresh_token": .string(pair.refresh), "expires_in": "90000"])
    }

    /// OAuth errors have a shape of their own, with HTTP 200 (brief §1.4).
    private func refusal(_ code: Int64, _ name: String) -> Response {
        platformAnswer([
            "error": .integer(code), "error_name": .string(name), "error_reason": "", "error_description": "",
            "ref_doc": "https://developers.zalo.me/docs",
        ])
    }
}

/// A request header by name.
func header(_ name: String, of request: Request) -> String? { HTTPField.Name(name).flatMap { request.headers[$0] } }

/// An answer as the platform gives them: HTTP 200 and `text/json`, whatever it says (brief zalo.md §0.1, §0.2).
func platformAnswer(_ json: JSON, headers: [(String, String)] = []) -> Response {
    var fields: HTTPFields = [.contentType: "text/json;charset=utf-8"]
    for (name, value) in headers {
        if let name = HTTPField.Name(name) { fields[name] = value }
    }
    return Response(status: .ok, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.bytes)))
}
