import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Operations

/// Where channels knock: `/webhooks/<channel>`. Bytes are judged, kept and answered; nothing is read before the answer.
struct Hooks: Sendable {
    let door: HookDoor

    /// Bytes of a delivery at most; the largest that the documentation shows is a few KiB.
    static let largest = 256 * 1024

    func add(to router: Router<SiteContext>) {
        router.post("/webhooks/:channel") { request, context in try await take(request, context) }
    }

    private func take(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let channel = context.parameters.get("channel").flatMap({ Channel(rawValue: $0) }) else { return Response(status: .notFound) }
        let buffer: ByteBuffer
        do {
            buffer = try await request.body.collect(upTo: Self.largest)
        } catch is NIOTooManyBytesError {
            return Response(status: .contentTooLarge)
        }
        var headers: [String: String] = [:]
        for field in request.headers { headers[field.name.canonicalName] = field.value }
        do {
            return Self.response(try await door.take(HookDelivery(bytes: Array(buffer.readableBytesView), headers: headers), on: channel))
        } catch {
            // The provider sends it again later.
            guard let away = StoreAway(error) else { throw error }
            return away.response
        }
    }

    private static func response(_ answer: HookDoor.Answer) -> Response {
        switch answer {
        case .taken: return Response(status: .ok)
        case .refused: return Response(status: .forbidden)
        case .unknownChannel: return Response(status: .notFound)
        }
    }
}
