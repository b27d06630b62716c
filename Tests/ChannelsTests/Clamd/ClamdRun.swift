import Channels
import Foundation
import Operations
import TestSupport

/// A real clamd on this machine with a signature of its own; it knows nothing else and asks nobody.
struct ClamdRun {
    /// What its only signature looks for.
    static let bad = "DONG-HANH-TEP-THU-NGHIEM"

    let folder: URL
    private let run: ServerRun

    private init(in folder: URL) async throws {
        self.folder = folder
        let port = try freePort()
        let signatures = folder.appendingPathComponent("signatures")
        try FileManager.default.createDirectory(at: signatures, withIntermediateDirectories: true)
        let digits = Self.bad.utf8.map { hexadecimal([$0]) }.joined()
        try Data("DongHanh.ThuNghiem:0:*:\(digits)\n".utf8).write(to: signatures.appendingPathComponent("thu.ndb"))
        let settings = """
            LocalSocket \(folder.path)/clamd.sock
            TCPSocket \(port)
            TCPAddr 127.0.0.1
            DatabaseDirectory \(signatures.path)
            StreamMaxLength 1M
            Foreground yes

            """
        let place = folder.appendingPathComponent("clamd.conf")
        try Data(settings.utf8).write(to: place)
        run = try await ServerRun("/usr/sbin/clamd", ["--config-file=\(place.path)"], port: port, log: folder.appendingPathComponent("log"))
    }

    var socket: ClamdScanner { ClamdScanner(.socket(path: "\(folder.path)/clamd.sock"), limit: 20) }
    var loopback: ClamdScanner { ClamdScanner(.host("127.0.0.1", port: run.port), limit: 20) }

    static func running(_ body: (ClamdRun) async throws -> Void) async throws {
        try await withFolder { folder in
            let clamd = try await ClamdRun(in: folder)
            defer { clamd.run.stop() }
            try await body(clamd)
        }
    }
}
