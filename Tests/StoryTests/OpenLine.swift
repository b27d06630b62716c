import Foundation
import TestSupport

/// A connection that stays open, read as it comes.
final class OpenLine: Sendable {
    private let descriptor: Int32

    /// Sends a request and keeps the line.
    init(port: Int, _ request: String) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        let bytes = Array(request.utf8)
        guard connected, send(descriptor, bytes, bytes.count, 0) == bytes.count else { throw Missing("a connection") }
    }

    deinit { close(descriptor) }

    /// Reads until these words have come, or the line has ended.
    func read(until words: String? = nil) async -> String {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { [descriptor] in
                var all: [UInt8] = []
                var some = [UInt8](repeating: 0, count: 4096)
                while true {
                    let count = recv(descriptor, &some, some.count, 0)
                    if count <= 0 { break }
                    all += some.prefix(count)
                    if let words, String(decoding: all, as: UTF8.self).contains(words) { break }
                }
                continuation.resume(returning: String(decoding: all, as: UTF8.self))
            }
        }
    }
}
