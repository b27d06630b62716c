import Domain
import Foundation
import Operations
import Synchronization
import TestSupport

@testable import Channels

/// What was handed over for keeping, in order.
actor Keeper {
    private(set) var pieces: [(key: String, bytes: [UInt8])] = []
    private var failures: Int

    struct Full: Error {}

    init(failures: Int = 0) { self.failures = failures }

    func keep(_ bytes: [UInt8], _ key: String) throws {
        if failures > 0 {
            failures -= 1
            throw Full()
        }
        pieces.append((key, bytes))
    }

    var keys: [String] { pieces.map(\.key) }
    var subjects: [String] {
        pieces.map { (try? MailMessage($0.bytes, own: MailCorpus.own))?.subject ?? "?" }  // unreadable ones have none
    }
}

/// Where the position of a mailbox is kept in tests.
final class PositionShelf: Sendable {
    private let kept: Mutex<MailPosition?> = Mutex(nil)
    var position: MailPosition? { kept.withLock { $0 } }
    func keep(_ position: MailPosition) { kept.withLock { $0 = position } }
}

enum MailTest {
    static let sender = "Tổ công tác <\(MailCorpus.own)>"

    /// A server at which nobody listens.
    static func nowhere(_ scheme: String) throws -> MailServer { try MailServer("\(scheme)://a:b@127.0.0.1:\(try freePort())", scheme: scheme) }

    static func wire(
        incoming: MailServer? = nil, outgoing: MailServer? = nil, shelf: PositionShelf = PositionShelf(), authorities: String? = nil
    ) throws -> MailWire {
        guard let from = MailSender(sender) else { throw Missing("an address") }
        var settings = MailSettings(
            incoming: try incoming ?? nowhere("imap"), outgoing: try outgoing ?? nowhere("smtp"), from: from)
        settings.patience.authorities = authorities
        return MailWire(settings: settings, position: shelf.position, now: { Vectors.start }) { shelf.keep($0) }
    }

    static func message(_ subject: String, id: String = "\(UUID())", text: String = "Xin chào.", extra: String = "") -> [UInt8] {
        Array(
            """
            From: a@congty.example.vn\r
            To: \(MailCorpus.own)\r
            Subject: \(subject)\r
            Message-ID: <\(id)@congty.example.vn>\r
            Date: Tue, 05 May 2026 09:15:00 +0700\r
            \(extra)Content-Type: text/plain; charset=utf-8\r
            \r
            \(text)\r

            """.utf8)
    }

    /// A message with a file of so many bytes, and the file.
    static func large(megabytes: Int) -> (message: [UInt8], file: [UInt8]) {
        let file = (0..<(megabytes * 1_048_576)).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 / 257) }
        let encoded = Data(file).base64EncodedData(options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
        var bytes = Array(
            """
            From: a@congty.example.vn\r
            Subject: Ban ve\r
            Message-ID: <large@congty.example.vn>\r
            MIME-Version: 1.0\r
            Content-Type: multipart/mixed; boundary=b\r
            \r
            --b\r
            Content-Type: text/plain; charset=utf-8\r
            \r
            Gửi bản vẽ.\r
            --b\r
            Content-Type: application/pdf; name="ban-ve.pdf"\r
            Content-Transfer-Encoding: base64\r
            \r

            """.utf8)
        bytes += encoded
        bytes += Array("\r\n--b--\r\n".utf8)
        return (bytes, file)
    }
}

extension MailWire {
    func collect(into keeper: Keeper) async throws { try await collect { bytes, key in try await keeper.keep(bytes, key) } }
}
