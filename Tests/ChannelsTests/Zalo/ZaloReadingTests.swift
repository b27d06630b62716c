import Channels
import Domain
import Foundation
import Operations
import Testing

/// Every payload of the corpus beside what it must read as.
struct ZaloReadingTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Corpus")

    static let payloads: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []  // none: the next test says so
        return files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
    }()

    @Test func theCorpusIsThere() {
        #expect(Self.payloads.count > 30)
    }

    @Test(arguments: payloads) func aPayloadReadsAsItsCompanionSays(_ name: String) throws {
        let bytes = Array(try Data(contentsOf: Self.folder.appending(path: name + ".json")))
        let expected = try String(contentsOf: Self.folder.appending(path: name + ".expected"), encoding: .utf8)
        #expect(Self.described(bytes) + "\n" == expected)
    }

    @Test(arguments: payloads) func noBeginningOfAPayloadBringsTheWireDown(_ name: String) throws {
        let bytes = Array(try Data(contentsOf: Self.folder.appending(path: name + ".json")).prefix(600))
        let wire = readingWire()
        for length in 0..<bytes.count {
            #expect(throws: UnreadableDelivery.self) { try wire.read(Array(bytes[..<length])) }
        }
    }

    private static func described(_ bytes: [UInt8]) -> String {
        do throws(UnreadableDelivery) {
            return try readingWire().read(bytes).map(described).joined(separator: "\n---\n")
        } catch {
            return "unreadable \(error.reason)"
        }
    }

    private static func described(_ inbound: Inbound) -> String {
        let sender = "sender \(inbound.sender)\nsent \(inbound.sentAt.iso)"
        let known = "key \(inbound.externalID)\n\(sender)"
        switch inbound.content {
        case .message(let words): return "message \(inbound.externalID)\n\(sender)\n\(described(words))"
        case .follow: return "follow\n\(known)"
        case .unfollow: return "unfollow\n\(known)"
        case .notice(let name): return "notice \(name)\n\(known)"
        case .opened: return "opened\n\(known)"
        case .receipt(let receipt): return "receipt \(receipt.kind.rawValue) \(receipt.messages.joined(separator: " "))\n\(known)"
        case .bounce(let bounce): return "bounce \(bounce.reason)\n\(known)"
        case .said(let words, let officer): return "said by \(officer) \(inbound.externalID)\n\(sender)\n\(described(words))"
        case .told(let person): return "told \(person.name) | \(person.phone) | \(person.address)\n\(known)"
        case .withdrew: return "withdrew\n\(known)"
        case .group(let news): return "group \(news.group)\n\(known)\n\(described(news.kind))"
        }
    }

    private static func described(_ words: Words) -> String {
        let files = words.files.map { file -> String in
            switch file {
            case .remote(let remote):
                let size = remote.size.map { String($0) }
                let parts: [String] = [remote.address, remote.name, size].compactMap { $0 }
                return "file \(parts.joined(separator: " | "))\n"
            case .whole(let name, let bytes): return "file \(name) of \(bytes.count) bytes\n"
            }
        }
        let answers = words.answers.isEmpty ? "" : "answers \(words.answers.joined(separator: " "))\n"
        return "\(files.joined())\(answers)text \(words.text)"
    }

    private static func described(_ kind: GroupNews.Kind) -> String {
        switch kind {
        case .message(let words): "message\n\(described(words))"
        case .posted(let words): "posted\n\(described(words))"
        case .created: "created"
        case .changed: "changed"
        case .dissolved: "dissolved"
        case .joined(let people): "joined \(people.joined(separator: " "))"
        case .left(let people): "left \(people.joined(separator: " "))"
        }
    }
}

/// One webhook serves all accounts of an app.
struct ZaloAccountsOfOneAppTests {
    private static let person = "7000000000000000001"

    private func event(_ name: String, from sender: String, to recipient: String, further: String = "") -> [UInt8] {
        Array(
            """
            {"app_id":"\(Vectors.appID)","sender":{"id":"\(sender)"},"recipient":{"id":"\(recipient)"},"event_name":"\(name)",
             "message":{"text":"Đường ngập","msg_id":"m1","msg_ids":["m1"],"conversation_id":"cv1"\(further)},"info":{"name":"An"},
             "timestamp":"1790000000123"}
            """.utf8)
    }

    @Test(arguments: ["user_send_text", "anonymous_send_text", "user_submit_info"])
    func whatIsWrittenToAnotherAccountIsCountedOnly(name: String) throws {
        let ours = try readingWire().read(event(name, from: Self.person, to: Vectors.oaID))
        #expect(ours.first?.content != .notice(name))
        let others = try readingWire().read(event(name, from: Self.person, to: "9000000000000000002"))
        #expect(others.map(\.content) == [.notice(name)])
    }

    @Test(arguments: ["oa_send_text", "oa_send_anonymous_text", "user_received_message", "user_seen_message"])
    func whatAnotherAccountSentIsCountedOnly(name: String) throws {
        let ours = try readingWire().read(event(name, from: Vectors.oaID, to: Self.person))
        #expect(ours.first?.content != .notice(name))
        let others = try readingWire().read(event(name, from: "9000000000000000002", to: Self.person))
        #expect(others.map(\.content) == [.notice(name)])
    }

    @Test func theReceiptOfATemplateByPhoneNamesNoAccount() throws {
        let receipt = event("user_received_message", from: "1", to: "84912345678", further: ",\"tracking_id\":\"t1\"")
        #expect(try readingWire().read(receipt).first?.content == .receipt(Receipt(.arrived, messages: ["m1"])))
    }
}
