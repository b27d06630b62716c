@testable import Channels
import Crypto
import Domain
import Operations
@testable import Simulators
import Testing

struct ZaloJudgingTests {
    private static func vector(_ text: String) -> [UInt8] {
        Array(
            #"""
            {"app_id":"1111222233334444555","sender":{"id":"7000000000000000001"},"user_id_by_app":"8000000000000000001",\#
            "recipient":{"id":"9000000000000000001"},"event_name":"user_send_text",\#
            "message":{"text":"\#(text)","msg_id":"aa11bb22cc33dd44ee55"},"timestamp":"1790000000123"}
            """#.utf8)
    }

    private static let first = vector("#kn xin chao")
    private static let firstMAC = "dd3fa8787be136760b81ea383e4989274dd6a324525382241b2cc8b0e303ee88"
    private static let second = vector("Kính gửi cơ quan: đường ngập nước")
    private static let secondMAC = "6d822e39f55281a53ea2673d5b4f07acbce022f69c5d058d096cb6430d6b2117"
    private static let key = HookVerdict.accept(key: "user_send_text:aa11bb22cc33dd44ee55")

    private func verdict(_ body: [UInt8], _ signature: String?) -> HookVerdict {
        readingWire().judge(HookDelivery(bytes: body, headers: signature.map { ["x-zevent-signature": $0] } ?? [:]))
    }

    /// Signs as the platform does, with the configured app id.
    private func signed(_ body: String, timestamp: String, appID: String = Vectors.appID) -> (body: [UInt8], signature: String) {
        let digest = SHA256.hash(data: Array((appID + body + timestamp + Vectors.key).utf8))
        return (Array(body.utf8), "mac=" + digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    }

    @Test func theVectorsOfTheBriefAreAccepted() {
        #expect(Self.first.count == 274 && Self.second.count == 308)
        #expect(verdict(Self.first, "mac=" + Self.firstMAC) == Self.key)
        #expect(verdict(Self.second, "mac=" + Self.secondMAC) == Self.key)
    }

    @Test(arguments: ["", "mac=", "mac = ", " mac=", "MAC="]) func theSignatureIsReadInEveryDress(_ prefix: String) {
        #expect(verdict(Self.first, prefix + Self.firstMAC) == Self.key)
        #expect(verdict(Self.first, prefix + Self.firstMAC.uppercased() + " ") == Self.key)
    }

    @Test(arguments: [nil, "", "mac=", "mac=zz", "mac=" + firstMAC.dropLast(), "mac=" + firstMAC + "0", "mac=" + secondMAC, "sha256=" + firstMAC])
    func aMissingOrWrongSignatureIsRefused(_ signature: String?) {
        guard case .refuse = verdict(Self.first, signature) else {
            Issue.record("accepted \(signature ?? "nothing")")
            return
        }
    }

    @Test func oneChangedByteIsRefused() {
        for index in stride(from: 0, to: Self.second.count, by: 7) {
            var body = Self.second
            body[index] ^= 1
            if case .accept = verdict(body, "mac=" + Self.secondMAC) { Issue.record("byte \(index)") }
        }
    }

    @Test(arguments: ["{}", " {}\n", "{ }"]) func theUnsignedProbeStoresNothing(_ body: String) {
        #expect(verdict(Array(body.utf8), nil) == .probe)
    }

    @Test func theConsolesTestStoresNothing() {
        let sample = signed(
            #"{"app_id":"1111222233334444555","sender":{"id":"1"},"recipient":{"id":"2"},"event_name":"user_send_text","#
                + #""message":{"text":"This is testing message","msg_id":"This is message id"},"timestamp":"1790000000123"}"#,
            timestamp: "1790000000123")
        #expect(verdict(sample.body, sample.signature) == .probe)
        guard case .refuse = verdict(sample.body, nil) else {
            Issue.record("an unsigned test message passed")
            return
        }
    }

    @Test func aBodyOfAnotherAppIsRefused() {
        let other = signed(#"{"app_id":"999","event_name":"follow","follower":{"id":"7"},"timestamp":"1790000000123"}"#, timestamp: "1790000000123")
        guard case .refuse = verdict(other.body, other.signature) else {
            Issue.record("another app's event passed")
            return
        }
    }

    @Test func anEventWithoutAppIDIsJudgedByTheConfiguredOne() {
        let quota = signed(#"{"event_name":"change_oa_daily_quota","oaId":"9","timestamp": 1790000000123 }"#, timestamp: "1790000000123")
        #expect(verdict(quota.body, quota.signature) == .accept(key: "change_oa_daily_quota:1790000000123:"))
    }

    @Test func aGenuineButBrokenDeliveryIsKeptByItsDigest() {
        let body = #"{"event_name":"user_send_text","message":{"text":"a"# + "\n" + #""},"timestamp":"1790000000123"}"#
        let broken = signed(body, timestamp: "1790000000123")
        guard case .accept(let key) = verdict(broken.body, broken.signature) else {
            Issue.record("refused")
            return
        }
        #expect(key.hasPrefix("unreadable:") && key.utf8.count == 75)
    }

    @Test func aTimestampInTheTextDoesNotMisleadTheJudge() {
        let body =
            #"{"app_id":"1111222233334444555","timestamp":"1790000000123","event_name":"user_send_text","sender":{"id":"7"},"#
            + #""message":{"msg_id":"m","text":"\"timestamp\":\"1\""},"inner":{"timestamp":"5"}}"#
        let delivery = signed(body, timestamp: "1790000000123")
        #expect(verdict(delivery.body, delivery.signature) == .accept(key: "user_send_text:m"))
    }

    @Test func repeatedDeliveriesHaveOneKeyAndDifferentEventsDifferentOnes() {
        func key(_ body: String) -> String? { ZaloEvent(Array(body.utf8))?.key }
        let follow = #"{"event_name":"follow","follower":{"id":"7"},"timestamp":"5"}"#
        #expect(key(follow) == key(follow))
        #expect(key(follow) != key(follow.replacing("\"7\"", with: "\"8\"")))
        #expect(key(follow) != key(follow.replacing("\"5\"", with: "\"6\"")))
        #expect(key(follow) != key(follow.replacing("follow\"", with: "unfollow\"")))
    }

    @Test func whatTheStandInSignsIsAccepted() {
        let bodies = ZaloEventBodies(appID: Vectors.appID, oaID: Vectors.oaID, timestamp: "1790000000123")
        let event = bodies.message("text", from: ZaloCitizen(id: "70", name: "An"), ["text": "Đường \"ngập\"\n", "msg_id": "m1"])
        #expect(verdict(event.body, event.signature(appID: Vectors.appID, key: Vectors.key)) == .accept(key: "user_send_text:m1"))
        let test = bodies.consoleTest
        #expect(verdict(test.body, test.signature(appID: Vectors.appID, key: Vectors.key)) == .probe)
    }
}
