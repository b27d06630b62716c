package import Logging
import Synchronization

/// A log that is read by the test.
package final class RecordingLog: Sendable {
    private let kept = Mutex<[(level: Logger.Level, message: String)]>([])

    package init() {}

    /// Writes into it, at every level.
    package var logger: Logger { Logger(label: "test") { _ in Handler(log: self) } }

    /// What an operator is to look at: warnings and worse.
    package var complaints: [String] { lines { $0 >= .warning } }
    /// What tells of the ordinary course.
    package var reports: [String] { lines { $0 == .info } }

    private func lines(_ counts: (Logger.Level) -> Bool) -> [String] { kept.withLock { $0.filter { counts($0.level) }.map(\.message) } }

    private struct Handler: LogHandler {
        let log: RecordingLog
        var logLevel = Logger.Level.trace
        var metadata: Logger.Metadata = [:]

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) { log.kept.withLock { $0.append((event.level, "\(event.message)")) } }
    }
}
