import Domain
import Foundation
import Logging

/// Where log lines go: standard error, as text or as JSON lines.
enum Logs {
    static func logger(_ settings: Settings, quiet: Bool) throws -> Logger {
        let name = settings.text(.logLevel) ?? "info"
        guard let level = Logger.Level(rawValue: name) else {
            throw CommandFailure("log.level phải là một trong: \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        let format = settings.text(.logFormat) ?? "text"
        guard ["text", "json"].contains(format) else { throw CommandFailure("log.format phải là text hoặc json.") }
        var logger = Logger(label: "donghanh") { label -> any LogHandler in
            if format == "json" { JSONLines(label: label) } else { StreamLogHandler.standardError(label: label) }
        }
        logger.logLevel = quiet ? max(level, .warning) : level
        return logger
    }
}

/// One JSON object a line, for collectors.
private struct JSONLines: LogHandler {
    let label: String
    var logLevel: Logger.Level = .info
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var fields = metadata.merging(event.metadata ?? [:]) { $1 }.mapValues { "\($0)" }
        fields["time"] = RealWorld.now.iso
        fields["level"] = event.level.rawValue
        fields["message"] = "\(event.message)"
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // A dictionary of strings always encodes.
        if let data = try? encoder.encode(fields) { FileHandle.standardError.write(data + Data("\n".utf8)) }
    }
}
