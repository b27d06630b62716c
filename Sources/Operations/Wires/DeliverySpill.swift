import Domain
import Foundation
package import NIOPosix
import Storage

/// A folder for deliveries that the store cannot take at once (thư mục tạm giữ): one file each, durable before the provider is
/// answered, removed once the store has it.
package struct DeliverySpill: Sendable {
    let folder: URL
    let threads: NIOThreadPool

    /// Makes the folder when it is missing. Throws when it cannot.
    package init(folder: String, threads: NIOThreadPool = .singleton) throws {
        self.folder = URL(filePath: folder, directoryHint: .isDirectory)
        self.threads = threads
        try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
        // Halves that a killed server left: their senders were not answered and send again. Younger ones may be another process's.
        let halves = try FileManager.default.contentsOfDirectory(at: self.folder, includingPropertiesForKeys: [.contentModificationDateKey])
        for half in halves where half.pathExtension == Self.half {
            let written = try? half.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate  // gone meanwhile
            if let written, written.timeIntervalSinceNow < -3600 { try FileManager.default.removeItem(at: half) }
        }
    }

    /// Endings of what is being written, and of what cannot be read.
    private static let (half, damaged) = ("part", "hong")

    /// Returns once the file and its name are on the disk.
    /// - Parameter attempt: tells this writing apart: the provider may send the same once more while it goes on.
    func write(_ delivery: SpilledDelivery, attempt: ID<HookRecord>) async throws {
        try await threads.runIfActive { [folder] in
            let name = contentHash(Array("\(delivery.channel.rawValue) \(delivery.key)".utf8))
            let part = folder.appending(path: "\(name).\(attempt.text).\(Self.half)")
            guard FileManager.default.createFile(atPath: part.path, contents: nil) else { throw SpillFault(file: name) }
            let file = try FileHandle(forWritingTo: part)
            defer { try? file.close() }  // whether it was written is told by `synchronize`
            try file.write(contentsOf: try delivery.encoded)
            try file.synchronize()
            do {
                try FileManager.default.moveItem(at: part, to: folder.appending(path: name))
            } catch CocoaError.fileWriteFileExists {
                // The same delivery was put aside before, whole.
                try FileManager.default.removeItem(at: part)
            }
            // The name is durable once its folder is.
            let directory = try FileHandle(forReadingFrom: folder)
            defer { try? directory.close() }  // nothing was written through it
            try directory.synchronize()
        }
    }

    /// The names of what is kept, in order.
    func waiting() async throws -> [String] {
        try await threads.runIfActive { [folder] in
            try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.contains(".") }.sorted()
        }
    }

    /// `nil` when the file holds no delivery.
    func read(_ name: String) async throws -> SpilledDelivery? {
        try await threads.runIfActive { [folder] in SpilledDelivery(decoding: try Data(contentsOf: folder.appending(path: name))) }
    }

    /// Takes a file out of what waits, untouched.
    func setAside(_ name: String) async throws {
        try await threads.runIfActive { [folder] in
            try FileManager.default.moveItem(at: folder.appending(path: name), to: folder.appending(path: "\(name).\(Self.damaged)"))
        }
    }

    func remove(_ name: String) async throws {
        try await threads.runIfActive { [folder] in try FileManager.default.removeItem(at: folder.appending(path: name)) }
    }
}

/// A spilled delivery could not be written or read.
package struct SpillFault: Error, Sendable, Equatable {
    package var file: String
}

/// A delivery as the folder keeps it: a line of JSON, then the bytes untouched.
struct SpilledDelivery: Sendable, Equatable {
    var channel: Channel
    var key: String
    var bytes: [UInt8]
    var at: Instant

    private struct Head: Codable {
        var channel: Channel
        var key: String
        var at: Int64
    }

    var encoded: Data {
        get throws {
            var data = try JSONEncoder().encode(Head(channel: channel, key: key, at: at.milliseconds))
            data.append(UInt8(ascii: "\n"))
            data.append(contentsOf: bytes)
            return data
        }
    }

    init(channel: Channel, key: String, bytes: [UInt8], at: Instant) {
        self.channel = channel
        self.key = key
        self.bytes = bytes
        self.at = at
    }

    init?(decoding data: Data) {
        guard let end = data.firstIndex(of: UInt8(ascii: "\n")),
            let head = try? JSONDecoder().decode(Head.self, from: data[..<end])  // whatever is wrong with it, it is no delivery
        else { return nil }
        self.init(channel: head.channel, key: head.key, bytes: Array(data[(end + 1)...]), at: Instant(milliseconds: head.at))
    }
}
