import Foundation
import HTTPTypes
import Hummingbird

/// What every call of the API has in common: mishaps that were switched on, the count of calls, the token, the shape of answers.
struct ZaloGate: Sendable {
    let world: ZaloWorld
    let settings: ZaloPlatformSettings

    /// Answers with `data` in front, as `openapi.zalo.me` does; `nil` leaves it out.
    func answer(_ request: Request, _ work: () async throws -> JSON?) async throws -> Response {
        try await pass(request) {
            guard let data = try await work() else { return ["error": 0, "message": "Success"] }
            return ["data": data, "error": 0, "message": "Success"]
        }
    }

    /// Answers as `business.openapi.zalo.me` does; further members come after the data.
    func answerBusiness(_ request: Request, _ work: () async throws -> (data: JSON, further: [(String, JSON)])) async throws -> Response {
        try await pass(request, isBusiness: true) {
            let (data, further) = try await work()
            return .object([("error", 0), ("message", "Success"), ("data", data)] + further)
        }
    }

    private func pass(_ request: Request, isBusiness: Bool = false, _ work: () async throws -> JSON) async throws -> Response {
        let trouble = await world.trouble
        if trouble.delay > 0 { try await wait(seconds: trouble.delay) }
        if trouble.outage { return Response(status: .serviceUnavailable) }
        let path = request.uri.path
        let left = await world.countCall(aboutArticles: path.utf8.starts(with: "/v2.0/article/".utf8))
        let limit = await world.callsPerMinute
        let headers = [("X-RateLimit-Limit", String(limit)), ("X-RateLimit-Remain", String(max(0, left)))]
        do {
            guard left >= 0 else { throw ZaloFault.tooManyCalls }
            if let refusal = await world.refusal(of: header("access_token", of: request)) {
                throw isBusiness ? ZaloFault(code: -124, message: "Access token is invalid") : refusal
            }
            if settings.needsProof, header("appsecret_proof", of: request) != proof(of: request) {
                throw isBusiness ? ZaloFault(code: -1241, message: "appsecret_proof is invalid") : ZaloFault.ordered(-242)
            }
            if let code = trouble.failingPaths[path] { throw ZaloFault.ordered(code) }
            return platformAnswer(try await work(), headers: headers)
        } catch let fault as ZaloFault {
            return platformAnswer(["error": .count(fault.code), "message": .string(fault.message)], headers: headers)
        }
    }

    private func proof(of request: Request) -> String {
        hmac(header("access_token", of: request) ?? "", key: settings.appSecret)
    }

    func body(of request: Request) async throws -> [UInt8] { Array(buffer: try await request.body.collect(upTo: 1 << 20)) }
    func json(of request: Request) async throws -> JSON { try JSON.object(from: try await body(of: request)) }
    func query(of request: Request) -> [String: String] { formFields(request.uri.query ?? "") }

    /// The one query parameter `data` holds JSON (brief zalo.md §6).
    func data(of request: Request) throws -> JSON {
        guard let data = query(of: request)["data"] else { throw ZaloFault.invalid("data") }
        return try JSON.object(from: Array(data.utf8), named: "data")
    }
}
