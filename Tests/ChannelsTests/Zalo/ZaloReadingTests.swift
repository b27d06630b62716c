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
        switch inbound.content {
        case .message(let text, let files):
            let lines = files.map { "file " + [$0.address, $0.name, $0.size.map(String.init)].compactMap { $0 }.joined(separator: " | ") + "\n" }
            return "message \(inbound.externalID)\n\(sender)\n\(lines.joined())text \(text)"
        case .follow: return "follow\nkey \(inbound.externalID)\n\(sender)"
        case .unfollow: return "unfollow\nkey \(inbound.externalID)\n\(sender)"
        case .notice(let name): return "notice \(name)\nkey \(inbound.externalID)\n\(sender)"
        }
    }
}
