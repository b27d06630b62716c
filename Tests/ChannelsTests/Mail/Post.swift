import Foundation
import TestSupport

@testable import Channels

/// A real SMTP server (aiosmtpd) and the folder of what it has taken.
struct Post {
    var run: ServerRun
    var folder: URL
    var port: Int

    init(in folder: URL, port: Int? = nil, _ more: [String] = []) async throws {
        self.folder = folder
        self.port = try port ?? freePort()
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "smtp_server.py").path
        run = try await ServerRun(
            root.appending(path: ".build-tests/python/bin/python").path, [script, "\(self.port)", folder.path] + more, port: self.port,
            log: folder.appending(path: "log"))
    }

    func server(_ user: String = "") throws -> MailServer { try MailServer("smtp://\(user)127.0.0.1:\(port)", scheme: "smtp") }

    /// The letters, each as it was taken, with a line about its envelope in front.
    var letters: [[UInt8]] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".eml") }.sorted()
                .map { Array(try Data(contentsOf: folder.appending(path: $0))) }
        }
    }

    /// The newest letter, taken apart.
    var newest: MailTree {
        get throws {
            guard let bytes = try letters.last, let tree = MailTree(bytes) else { throw Missing("a letter") }
            return tree
        }
    }
}
