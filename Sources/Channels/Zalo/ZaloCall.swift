import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// What came back from one call to Zalo.
enum ZaloAnswer: Sendable {
    case json(JSONText, ZaloRate?)
    /// An HTTP status other than 200, or a body that is no JSON object: Zalo's own errors come with 200 (brief zalo.md §0.1).
    case odd(status: Int)
    /// No answer: no connection, or not in time. It is not known whether Zalo did what was asked.
    case none(reason: String)
}

/// What an answer says of the calls of its minute: `X-RateLimit-Limit`, `X-RateLimit-Remain` (brief zalo.md §12).
struct ZaloRate: Sendable, Equatable {
    var limit: Int
    var left: Int
}

/// One call to Zalo.
struct ZaloCall: Sendable {
    let client: HTTPClient
    /// Seconds for the whole call.
    let timeout: Double

    /// Answers are read up to this size.
    private static let longestAnswer = 1 << 20

    func post(_ url: String, headers: [(String, String)], body: [UInt8]) async -> ZaloAnswer {
        await send(.POST, url, headers: headers, body: body)
    }

    func get(_ url: String, headers: [(String, String)]) async -> ZaloAnswer {
        await send(.GET, url, headers: headers, body: nil)
    }

    private func send(_ method: HTTPMethod, _ url: String, headers: [(String, String)], body: [UInt8]?) async -> ZaloAnswer {
        var request = HTTPClientRequest(url: url)
        request.method = method
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        if let body { request.body = .bytes(body) }
        let prepared = request
        do {
            return try await inTime(timeout) {
                let response = try await client.execute(prepared, timeout: .milliseconds(Int64(timeout * 1000)))
                let bytes = try await response.body.collect(upTo: Self.longestAnswer)
                guard response.status == .ok, let json = JSONText(bytes.readableBytesView), case .object = json else {
                    return .odd(status: Int(response.status.code))
                }
                return .json(json, ZaloRate(response.headers))
            }
        } catch {
            return .none(reason: connectionReason(error))
        }
    }
}

extension ZaloRate {
    init?(_ headers: HTTPHeaders) {
        guard let limit = headers.first(name: "X-RateLimit-Limit").flatMap({ Int($0) }), limit > 0,
            let left = headers.first(name: "X-RateLimit-Remain").flatMap({ Int($0) })
        else { return nil }
        self.init(limit: limit, left: left)
    }
}

/// The time for something has run out.
struct OutOfTime: Error {}

/// Runs a piece of work that is given up after some seconds. The client's own deadline ends with the head of an answer; this one
/// holds for the body too.
func inTime<Value: Sendable>(_ seconds: Double, _ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
    try await withThrowingTaskGroup(of: Value.self) { group in
        group.addTask(operation: work)
        group.addTask {
            try await Task.sleep(for: .seconds(seconds))
            throw OutOfTime()
        }
        defer { group.cancelAll() }
        guard let value = try await group.next() else { throw OutOfTime() }
        return value
    }
}

/// Why there was no answer, in words for the officer.
func connectionReason(_ error: any Error) -> String {
    switch error {
    case is OutOfTime: "không trả lời trong thời gian cho phép"
    case let error as HTTPClientError where error == .deadlineExceeded || error == .readTimeout || error == .connectTimeout:
        "không trả lời trong thời gian cho phép"
    case is CancellationError: "hệ thống đang dừng"
    default: "không kết nối được"
    }
}
