import Crypto
import Foundation
import Hummingbird
@testable import Simulators
import Testing

struct ZaloHookTests {
    @Test func theVectorsOfTheBriefComeOutOfTheSigner() {
        let body =
            #"{"app_id":"1111222233334444555","sender":{"id":"7000000000000000001"},"user_id_by_app":"8000000000000000001","#
            + #""recipient":{"id":"9000000000000000001"},"event_name":"user_send_text","#
            + #""message":{"text":"Kính gửi cơ quan: đường ngập nước","msg_id":"aa11bb22cc33dd44ee55"},"timestamp":"1790000000123"}"#
        let event = ZaloEvent(name: "user_send_text", body: Array(body.utf8), timestamp: "1790000000123")
        #expect(
            event.signature(appID: "1111222233334444555", key: "oa-secret-for-tests")
                == "mac=6d822e39f55281a53ea2673d5b4f07acbce022f69c5d058d096cb6430d6b2117")
        let made = ZaloEventBodies(appID: "1111222233334444555", oaID: "9000000000000000001", timestamp: "1790000000123").message(
            "text", from: ZaloCitizen(id: "7000000000000000001", name: ""),
            ["text": "Kính gửi cơ quan: đường ngập nước", "msg_id": "aa11bb22cc33dd44ee55"])
        #expect(String(decoding: made.body, as: UTF8.self) == body)
    }

    @Test func aMessageArrivesSignedWithTheHeadersOfThePlatform() async throws {
        try await withReceiver { platform, receiver in
            let sent = await platform.userSends(text: "Kính gửi \"tổ công tác\"", from: "70")
            #expect(sent.answer == .status(200))
            let delivery = try #require(receiver.deliveries.first)
            let json = try #require(try JSONSerialization.jsonObject(with: Data(delivery.body)) as? [String: Any])
            let text = platform.settings.appID + String(decoding: delivery.body, as: UTF8.self) + (json["timestamp"] as? String ?? "")
            let digest = SHA256.hash(data: Array((text + platform.settings.oaSecretKey).utf8))
            #expect(delivery.header("X-ZEvent-Signature") == "mac=" + digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
            #expect(delivery.header("X-ZEvent-Server") == "OA OpenAPI")
            #expect(delivery.header("User-Agent") == "ZaloWebhook")
            #expect(delivery.header("num_retry") == nil)
            #expect((json["message"] as? [String: Any])?["msg_id"] as? String == sent.messageID)
        }
    }

    @Test func picturesAndFilesLieWhereTheEventSays() async throws {
        try await withReceiver { platform, receiver in
            await platform.userSends(file: Array("%PDF-1".utf8), name: "Đơn.pdf", from: "70")
            let delivery = try #require(receiver.deliveries.first)
            let json = try #require(try JSONSerialization.jsonObject(with: Data(delivery.body)) as? [String: Any])
            let attachment = ((json["message"] as? [String: Any])?["attachments"] as? [[String: Any]])?.first
            let payload = attachment?["payload"] as? [String: Any]
            #expect(payload?["name"] as? String == "Đơn.pdf" && payload?["size"] as? String == "6")
            #expect((payload?["url"] as? String)?.hasPrefix(await platform.address + "/media/") == true)
        }
    }

    @Test func whatTheAccountSendsComesBackAsAnEcho() async throws {
        try await withReceiver { platform, receiver in
            await platform.trouble { $0.receipts = true }
            await platform.userSends(text: "a", from: "70")
            let sender = ZaloSender(world: platform.world, hook: platform.hook, settings: platform.settings)
            _ = try await sender.consult(Array(#"{"recipient":{"user_id":"70"},"message":{"text":"b"}}"#.utf8))
            await receiver.wait(for: 4)
            #expect(Set(receiver.deliveries.compactMap(\.event)) == ["user_send_text", "oa_send_text", "user_received_message", "user_seen_message"])
        }
    }

    @Test func aMissingConnectionIsTriedAgainUpTheLadder() async throws {
        // A long ladder of no time at all: it is climbed until somebody listens.
        try await withReceiver({ $0.retryLadder = Array(repeating: 1, count: 100_000) }) { platform, receiver in
            let address = await platform.world.webhookURL
            // Port 9 of this machine: nothing listens there.
            await platform.world.setWebhook("http://127.0.0.1:9/hook")
            #expect(await platform.hook.attempt(await Self.event(platform), number: 0) == .noConnection)
            await platform.world.setWebhook(address)
            await receiver.wait(for: 1)
            let repetition = try #require(receiver.deliveries.first?.header("num_retry").flatMap { Int($0) })
            #expect(repetition >= 1)
            #expect(receiver.deliveries.first?.body == (await Self.event(platform)).body)
        }
    }

    @Test func theTopOfTheLadderIsTheEnd() async throws {
        try await withReceiver({ $0.retryLadder = [1, 1] }) { platform, receiver in
            let address = await platform.world.webhookURL
            await platform.world.setWebhook("http://127.0.0.1:9/hook")
            #expect(await platform.hook.attempt(await Self.event(platform), number: 2) == .noConnection)
            await platform.world.setWebhook(address)
            await platform.userFollows("71")
            #expect(receiver.deliveries.count == 1)
        }
    }

    @Test func aRefusalIsRepeatedOnlyWhenSoSwitched() async throws {
        try await withReceiver(status: .forbidden, { $0.retryLadder = [1] }) { platform, receiver in
            #expect(await platform.userSends(text: "a", from: "70").answer == .status(403))
            await platform.trouble { $0.repeatsRefused = true }
            #expect(await platform.userSends(text: "b", from: "70").answer == .status(403))
            await receiver.wait(for: 3)
            #expect(receiver.deliveries.map { $0.header("num_retry") } == [nil, nil, "1"])
        }
    }

    @Test func duplicatesWrongSignaturesAndStrangersCanBeSwitchedOn() async throws {
        try await withReceiver { platform, receiver in
            await platform.trouble { $0.duplicates = true }
            await platform.userSends(text: "a", from: "70")
            #expect(receiver.deliveries.count == 2 && receiver.deliveries[0].body == receiver.deliveries[1].body)
            let event = await Self.event(platform)
            await platform.trouble { trouble in
                trouble.duplicates = false
                trouble.wrongSignature = true
            }
            await platform.hook.deliver(event)
            let right = event.signature(appID: platform.settings.appID, key: platform.settings.oaSecretKey)
            #expect(receiver.deliveries.last?.header("X-ZEvent-Signature") != right)
            await platform.unknownEvent("user_does_something_new", about: "70")
            #expect(receiver.deliveries.last?.event == "user_does_something_new")
        }
    }

    @Test func reorderingLetsTheSecondEventOvertakeTheFirst() async throws {
        try await withReceiver { platform, receiver in
            await platform.trouble { $0.reorders = true }
            await platform.userFollows("70")
            await platform.userSends(text: "b", from: "70")
            #expect(receiver.deliveries.map(\.event) == ["user_send_text", "follow"])
        }
    }

    @Test func savingAnAddressSendsTheProbeAndTheTestButtonASignedSample() async throws {
        try await withReceiver { platform, receiver in
            #expect(await platform.setWebhook(await platform.world.webhookURL) == .status(200))
            #expect(receiver.deliveries.first?.body == Array("{}".utf8))
            #expect(receiver.deliveries.first?.header("X-ZEvent-Signature") == nil)
            #expect(await platform.consoleTest() == .status(200))
            let sample = try #require(receiver.deliveries.last)
            #expect(String(decoding: sample.body, as: UTF8.self).contains("This is testing message"))
            #expect(sample.header("X-ZEvent-Signature") != nil)
        }
    }

    private static func event(_ platform: ZaloPlatform) async -> ZaloEvent {
        ZaloEventBodies(appID: platform.settings.appID, oaID: platform.settings.oaID, timestamp: "5").follow(
            await platform.citizen("70"), follows: true)
    }
}
