import AsyncHTTPClient
import Logging
import NIOCore
import NIOHTTP1

/// Delivers events to the app's webhook (brief zalo.md §2.2 to §2.4).
struct ZaloHook: Sendable {
    let settings: ZaloPlatformSettings
    let world: ZaloWorld
    let client: HTTPClient
    let logger: Logger
    /// Deliveries that follow later are handed to the running platform through this.
    let later: AsyncStream<Later>.Continuation

    /// A delivery to be made later, and how often it was tried before.
    struct Later: Sendable {
        let event: ZaloEvent
        let attempt: Int
        let seconds: Double
    }

    /// Delivers an event as the switches say; the answer to the first attempt.
    @discardableResult
    func deliver(_ event: ZaloEvent) async -> ZaloDelivery.Answer {
        let trouble = await world.trouble
        if trouble.filtersSyntax, event.isFiltered { return .nowhere }
        if trouble.reorders {
            guard let earlier = await world.swapHeldBack(event) else { return .nowhere }
            _ = await world.swapHeldBack(nil)
            let answer = await attempt(event, number: 0)
            _ = await attempt(earlier, number: 0)
            return answer
        }
        let answer = await attempt(event, number: 0)
        if trouble.duplicates { _ = await attempt(event, number: 0) }
        return answer
    }

    /// One attempt; what fails for want of a connection is put on the ladder.
    @discardableResult
    func attempt(_ event: ZaloEvent, number: Int) async -> ZaloDelivery.Answer {
        let trouble = await world.trouble
        let key = trouble.wrongSignature ? "wrong" : settings.oaSecretKey
        let answer = await post(event.body, signature: event.signature(appID: settings.appID, key: key), server: event.server, attempt: number)
        await world.note(ZaloDelivery(event: event.name, time: await world.now, attempt: number, answer: answer))
        let again =
            switch answer {
            case .noConnection: true
            case .tooSlow, .status: trouble.repeatsRefused && answer != .status(200)
            case .nowhere: false
            }
        guard again else { return answer }
        if number < settings.retryLadder.count {
            later.yield(Later(event: event, attempt: number + 1, seconds: settings.retryLadder[number] * settings.retryScale))
        } else {
            logger.error("stand-in Zalo: webhook given up and switched off", metadata: ["event": "\(event.name)"])
            await world.disableHook()
        }
        return answer
    }

    /// The unsigned `{}` of the console when an address is saved.
    func probe() async -> ZaloDelivery.Answer { await post(Array("{}".utf8), signature: nil, server: "OA OpenAPI", attempt: 0) }

    /// Hands an event over to be delivered soon, after the answer that is being given.
    func soon(_ event: ZaloEvent) { later.yield(Later(event: event, attempt: 0, seconds: 0)) }

    private func post(_ body: [UInt8], signature: String?, server: String, attempt: Int) async -> ZaloDelivery.Answer {
        guard let url = await world.webhookURL, await !world.isHookDisabled else { return .nowhere }
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        request.headers.add(name: "User-Agent", value: "ZaloWebhook")
        request.headers.add(name: "X-ZEvent-Server", value: server)
        if let signature { request.headers.add(name: "X-ZEvent-Signature", value: signature) }
        if attempt > 0 { request.headers.add(name: "num_retry", value: String(attempt)) }
        request.body = .bytes(body)
        do {
            let response = try await client.execute(request, timeout: .milliseconds(Int64(settings.webhookTimeout * 1000)))
            _ = try await response.body.collect(upTo: 1 << 16)
            return .status(Int(response.status.code))
        } catch let error as HTTPClientError where error == .deadlineExceeded || error == .readTimeout {
            return .tooSlow
        } catch {
            return .noConnection
        }
    }
}
