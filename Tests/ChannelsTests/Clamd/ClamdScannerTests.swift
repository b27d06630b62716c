@testable import Channels
import Foundation
import Operations
import TestSupport
import Testing

/// The scanner against a real clamd.
@Suite(.serialized) struct ClamdScannerTests {
    @Test func aFileIsCleanOrIsNot() async throws {
        try await ClamdRun.running { clamd async throws in
            for scanner in [clamd.socket, clamd.loopback] {
                try await scanner.greet()
                #expect(try await scanner.scan(Array("Kính gửi Tổ công tác".utf8)) == .clean)
                let bad = Array("x \(ClamdRun.bad) y".utf8)
                #expect(try await scanner.scan(bad) == .infected(signature: "DongHanh.ThuNghiem.UNOFFICIAL"))
                let deep = [UInt8](repeating: 32, count: 300_000) + bad + [UInt8](repeating: 32, count: 300_000)
                #expect(try await scanner.scan(deep) == .infected(signature: "DongHanh.ThuNghiem.UNOFFICIAL"), "in pieces too")
                #expect(try await scanner.scan([]) == .clean)
            }
        }
    }

    @Test func aFileBeyondItsLimitIsRefusedInItsWords() async throws {
        try await ClamdRun.running { clamd async throws in
            await #expect(throws: ScanFailure.self) { try await clamd.socket.scan([UInt8](repeating: 65, count: 3 << 20)) }
            let next = try await clamd.socket.scan([65])
            #expect(next == .clean, "and the next one is looked at")
        }
    }

    @Test func whereNobodyListensItIsAway() async throws {
        let port = try freePort()
        let failure = ScanFailure.away("Không kết nối được clamd tại 127.0.0.1:\(port).")
        await #expect(throws: failure) { try await ClamdScanner(.host("127.0.0.1", port: port)).scan([65]) }
        await #expect(throws: ScanFailure.away("Không kết nối được clamd tại /khong/co.sock.")) {
            try await ClamdScanner(.socket(path: "/khong/co.sock")).greet()
        }
    }

    @Test func whoeverSaysNothingIsNotWaitedForForEver() async throws {
        let port = try freePort()
        try await withFolder { folder in
            let program = "import socket, time; listening = socket.create_server(('127.0.0.1', \(port))); time.sleep(600)"
            let silent = try await ServerRun("/usr/bin/python3", ["-c", program], port: port, log: folder.appending(path: "log"))
            defer { silent.stop() }
            await #expect(throws: ScanFailure.away("clamd ngắt kết nối hoặc không trả lời trong 1 giây.")) {
                try await ClamdScanner(.host("127.0.0.1", port: port), limit: 1).scan([65])
            }
        }
    }

    @Test func addressesAreOfTwoKinds() {
        #expect(ClamdAddress("unix:/run/clamav/clamd.ctl") == .socket(path: "/run/clamav/clamd.ctl"))
        #expect(ClamdAddress("10.0.0.7:3310") == .host("10.0.0.7", port: 3310))
        for text in ["", "unix:", "unix:run", ":3310", "máy", "máy:0", "máy:70000", "máy:x"] { #expect(ClamdAddress(text) == nil) }
    }
}
