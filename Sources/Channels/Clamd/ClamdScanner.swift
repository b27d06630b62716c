import NIOCore
import NIOPosix
package import Operations

/// clamd over its own protocol (clamd(8), INSTREAM): the file goes over the connection in pieces with their lengths, the answer is one
/// line. One connection a file.
package struct ClamdScanner: FileScanner {
    private let address: ClamdAddress
    /// Seconds from connecting to the answer.
    private let limit: Int64

    package init(_ address: ClamdAddress, limit: Int64 = 60) {
        self.address = address
        self.limit = limit
    }

    package func greet() async throws(ScanFailure) {
        let answer = try await ask { writer in try await writer.write(ByteBuffer(string: "zPING\0")) }
        guard answer == "PONG" else { throw .away("clamd trả lời “\(answer)”.") }
    }

    package func scan(_ bytes: [UInt8]) async throws(ScanFailure) -> ScanVerdict {
        let answer = try await ask { writer in
            try await writer.write(ByteBuffer(string: "zINSTREAM\0"))
            for start in stride(from: 0, to: bytes.count, by: Self.piece) {
                let piece = bytes[start..<min(start + Self.piece, bytes.count)]
                var buffer = ByteBuffer(integer: UInt32(piece.count))
                buffer.writeBytes(piece)
                try await writer.write(buffer)
            }
            try await writer.write(ByteBuffer(integer: UInt32(0)))
        }
        if answer == "stream: OK" { return .clean }
        if answer.hasPrefix("stream: "), answer.hasSuffix(" FOUND") {
            return .infected(signature: String(answer.dropFirst("stream: ".count).dropLast(" FOUND".count)))
        }
        throw .refused("clamd trả lời “\(answer)”.")
    }

    private static let piece = 64 * 1024
    /// Bytes of an answer: a name and a word.
    private static let longestAnswer = 4096

    private typealias Writer = NIOAsyncChannelOutboundWriter<ByteBuffer>

    /// Sends something over a connection of its own and reads the answer up to the zero that ends it. clamd answers before it has read
    /// everything when a file is too large for it, and hangs up: then what it said counts, not that the rest could not be sent.
    private func ask(_ send: @escaping @Sendable (Writer) async throws -> Void) async throws(ScanFailure) -> String {
        do {
            let channel = try await connect()
            let deadline = channel.channel.eventLoop.scheduleTask(in: .seconds(limit)) { channel.channel.close(promise: nil) }
            defer { deadline.cancel() }
            return try await channel.executeThenClose { inbound, outbound in
                let sending = Task { try await send(outbound) }
                var answer = ByteBuffer()
                do {
                    for try await piece in inbound {
                        answer.writeImmutableBuffer(piece)
                        if answer.readableBytesView.contains(0) || answer.readableBytes > Self.longestAnswer { break }
                    }
                } catch where answer.readableBytes > 0 {
                    // It hung up after its answer.
                }
                sending.cancel()
                _ = await sending.result
                guard answer.readableBytes > 0 else { throw ScanFailure.away("clamd ngắt kết nối hoặc không trả lời trong \(limit) giây.") }
                return String(decoding: answer.readableBytesView.prefix { $0 != 0 }, as: UTF8.self)
            }
        } catch let failure as ScanFailure {
            throw failure
        } catch {
            throw .away("Không kết nối được clamd tại \(place).")
        }
    }

    private var place: String {
        switch address {
        case .socket(let path): path
        case .host(let host, let port): "\(host):\(port)"
        }
    }

    private func connect() async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
        let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton).connectTimeout(.seconds(5))
        let wrap: @Sendable (any NIOCore.Channel) -> EventLoopFuture<NIOAsyncChannel<ByteBuffer, ByteBuffer>> = { channel in
            channel.eventLoop.makeCompletedFuture { try NIOAsyncChannel(wrappingChannelSynchronously: channel) }
        }
        switch address {
        case .socket(let path): return try await bootstrap.connect(unixDomainSocketPath: path, channelInitializer: wrap)
        case .host(let host, let port): return try await bootstrap.connect(host: host, port: port, channelInitializer: wrap)
        }
    }
}
