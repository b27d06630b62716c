package import Domain
package import Operations
import Synchronization

/// A wire without a provider: it reads what the test has laid under a delivery, and remembers what it was given to deliver.
package final class RecordingWire: Wire {
    package let channel: Channel

    private struct Memory {
        var readings: [String: [Inbound]] = [:]
        var files: [String: [UInt8]] = [:]
        var fetchFailure: FetchFailure?
        var outcome: DeliveryOutcome = .delivered(receipt: "r-1")
        var delivered: [Outgoing] = []
        var fetched: [String] = []
    }

    private let memory = Mutex(Memory())

    package init(_ channel: Channel = .zalo) { self.channel = channel }

    /// What a delivery with these words as bytes will be read as; one that is not listed cannot be read.
    package func lay(_ inbound: [Inbound], under words: String) { memory.withLock { $0.readings[words] = inbound } }

    /// What lies at an address of the provider's.
    package func lay(file bytes: [UInt8], at address: String) { memory.withLock { $0.files[address] = bytes } }

    /// What fetching does from now on; `nil`: it works again.
    package func failFetching(_ failure: FetchFailure?) { memory.withLock { $0.fetchFailure = failure } }

    /// What delivering does from now on.
    package func answer(_ outcome: DeliveryOutcome) { memory.withLock { $0.outcome = outcome } }

    /// Everything that was given to deliver, in order.
    package var delivered: [Outgoing] { memory.withLock { $0.delivered } }

    /// The addresses from which something was fetched.
    package var fetched: [String] { memory.withLock { $0.fetched } }

    /// By the header `x-verdict`: `probe`, `refuse`, anything else is the key.
    package func judge(_ delivery: HookDelivery) -> HookVerdict {
        switch delivery.headers["x-verdict"] {
        case "probe": .probe
        case "refuse": .refuse(reason: "chữ ký sai")
        case let key: .accept(key: key ?? String(decoding: delivery.bytes, as: UTF8.self))
        }
    }

    package func read(_ bytes: [UInt8]) throws(UnreadableDelivery) -> [Inbound] {
        let words = String(decoding: bytes, as: UTF8.self)
        guard let inbound = memory.withLock({ $0.readings[words] }) else { throw UnreadableDelivery(reason: "không đọc được") }
        return inbound
    }

    package func fetch(_ file: RemoteFile, limit: Int) async throws(FetchFailure) -> [UInt8] {
        let (failure, bytes) = memory.withLock { memory in
            memory.fetched.append(file.address)
            return (memory.fetchFailure, memory.files[file.address])
        }
        if let failure { throw failure }
        guard let bytes else { throw .failed("không có tệp") }
        if bytes.count > limit { throw .tooLarge }
        return bytes
    }

    package func deliver(_ message: Outgoing, files: [OutgoingFile]) async -> DeliveryOutcome {
        memory.withLock { memory in
            memory.delivered.append(message)
            return memory.outcome
        }
    }
}
