import Domain
import Foundation
import Testing

@testable import Channels

/// Every message of the corpus beside what it must read as.
struct MailCorpusTests {
    @Test func theCorpusIsThere() {
        #expect(MailCorpus.names.count > 100)
    }

    @Test(arguments: MailCorpus.names) func aMessageReadsAsItsCompanionSays(_ name: String) throws {
        let read = MailCorpus.described(try MailCorpus.bytes(of: name)) + "\n"
        let companion = MailCorpus.folder.appending(path: name + ".expected")
        if ProcessInfo.processInfo.environment["DONGHANH_GOLDEN"] == "write" { try Data(read.utf8).write(to: companion) }
        #expect(read == (try String(contentsOf: companion, encoding: .utf8)))
    }

    @Test(arguments: MailCorpus.names) func noDamageBringsTheReaderDown(_ name: String) throws {
        let whole = try MailCorpus.bytes(of: name)
        var chance = FixedChance(seed: UInt64(whole.count) &* 31 &+ 7)
        for _ in 0..<60 {
            var bytes = whole
            for _ in 0...chance.below(8) where !bytes.isEmpty { bytes[chance.below(bytes.count)] = UInt8(chance.below(256)) }
            MailCorpus.expectSense(Array(bytes.prefix(chance.below(2) == 0 ? bytes.count : chance.below(bytes.count + 1))))
        }
        // Headers and boundaries cut at every place.
        for end in stride(from: 0, to: min(whole.count, 1500), by: 13) { MailCorpus.expectSense(Array(whole.prefix(end))) }
    }

    @Test(arguments: MailCorpus.names) func piecesOfOtherMessagesBringNothingDown(_ name: String) throws {
        let whole = try MailCorpus.bytes(of: name)
        var chance = FixedChance(seed: UInt64(whole.count) &* 17 &+ 3)
        for _ in 0..<20 {
            let other = try MailCorpus.bytes(of: MailCorpus.names[chance.below(MailCorpus.names.count)])
            let cut = chance.below(whole.count + 1)
            let from = chance.below(other.count + 1)
            MailCorpus.expectSense(Array(whole.prefix(cut) + other[from...].prefix(4000) + whole[cut...]))
        }
    }
}

enum MailCorpus {
    static let own = "kiennghi@tinh.example.vn"

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Corpus/Mail")

    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []  // none: a test says so
        return files.filter { $0.hasSuffix(".eml") }.map { String($0.dropLast(4)) }.sorted()
    }()

    static func bytes(of name: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: name + ".eml"))) }

    /// A message that is read has a sender, an id, and something to show; whatever else it is, it stays raw.
    static func expectSense(_ bytes: [UInt8], _ location: SourceLocation = #_sourceLocation) {
        guard let message = try? MailMessage(bytes, own: own) else { return }  // unreadable: it stays with the intake desk
        #expect(!message.sender.isEmpty && !message.id.isEmpty, sourceLocation: location)
        #expect(!message.text.isEmpty || !message.files.isEmpty, sourceLocation: location)
        #expect(message.text.precomposedStringWithCanonicalMapping.utf8.elementsEqual(message.text.utf8), sourceLocation: location)
    }

    static func described(_ bytes: [UInt8]) -> String {
        do throws(MailMessage.Unreadable) {
            return described(try MailMessage(bytes, own: own))
        } catch {
            return "unreadable \(error.reason)"
        }
    }

    private static func described(_ message: MailMessage) -> String {
        var lines = ["id \(message.id)", "from \(message.sender) | \(message.senderName)", "subject \(message.subject)"]
        if let tag = message.tag { lines.append("tag \(tag)") }
        lines.append("sent \(message.sentAt?.iso ?? "-")")
        lines += message.answers.map { "answers \($0)" }
        if message.isAutomatic { lines.append("automatic") }
        if let report = message.report {
            lines.append("report \(report.kind) \(report.recipient ?? "-") \(report.messages) \(report.reason)")
        }
        lines += message.files.map { "file \($0.name) | \($0.contentType) | \($0.bytes.count)" }
        lines.append("--- text\n\(message.text)")
        if !message.quoted.isEmpty { lines.append("--- quoted\n\(message.quoted)") }
        return lines.joined(separator: "\n")
    }
}

/// The same numbers at every run.
struct FixedChance {
    private var state: UInt64

    init(seed: UInt64) { state = seed | 1 }

    /// 0 up to, not including, the bound.
    mutating func below(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return bound < 1 ? 0 : Int(state % UInt64(bound))
    }
}
