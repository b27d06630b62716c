import Domain
import Foundation
import Yams

/// A plan of a reorganisation as people write it (YAML): title, document, steps, people. What cannot be read is told with its line and
/// its step.
///
///     title: Hợp nhất hai sở
///     document: {number: 12/NQ-HĐND, date: 2026-09-01, title: Về việc hợp nhất}
///     steps:
///       - change: {unit: so-tai-chinh, name: Sở Kinh tế}
///       - merge: {from: [so-cong-thuong], into: so-tai-chinh}
enum PlanFile {
    /// What each kind of step is told by; a slip of the pen in an optional word must not go by unseen.
    static let words: [String: Set<String>] = [
        "found": ["key", "name", "shortName", "level", "parent", "code"],
        "change": ["unit", "name", "shortName", "level", "parent", "code"], "merge": ["from", "into"], "split": ["unit", "parts", "rest"],
        "abolish": ["units", "to"], "transfer": ["from", "to", "fields", "areas"],
    ]

    /// Throws `CommandFailure`.
    static func read(path: String) throws -> ReorganisationPlan {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure("Không đọc được tệp \(path): hãy kiểm tra đường dẫn và quyền đọc.")
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw CommandFailure("Tệp \(path) không phải văn bản UTF-8: hãy lưu lại với mã UTF-8.")
        }
        return try read(text.precomposedStringWithCanonicalMapping)
    }

    /// Throws `CommandFailure`.
    static func read(_ text: String) throws -> ReorganisationPlan {
        let root: Node
        do {
            guard let node = try Yams.compose(yaml: text), node.mapping != nil else {
                throw CommandFailure("Tệp phương án trống hoặc không có các mục title, document, steps.")
            }
            root = node
        } catch let error as YamlError {
            throw CommandFailure("Tệp phương án không đúng dạng YAML: \(oneLine("\(error)"))")
        }
        try checkWords(root)
        do {
            return try YAMLDecoder().decode(ReorganisationPlan.self, from: text)
        } catch let error as DecodingError {
            throw CommandFailure(sentence(error, root))
        }
    }

    private static func checkWords(_ root: Node) throws(CommandFailure) {
        try check(root, ["title", "document", "steps", "people"], "Phương án")
        if let document = root["document"] { try check(document, ["number", "date", "title"], "Mục document") }
        for (index, step) in (root["steps"]?.sequence ?? []).enumerated() {
            let place = "Bước \(index + 1)"
            try check(step, Set(words.keys), place)
            for (kind, content) in step.mapping ?? [:] {
                try check(content, words[kind.string ?? ""] ?? [], place)
                for part in content["parts"]?.sequence ?? [] { try check(part, ["to", "fields", "areas"], place) }
            }
        }
    }

    private static func check(_ node: Node, _ known: Set<String>, _ place: String) throws(CommandFailure) {
        for (key, _) in node.mapping ?? [:] {
            let word = key.string ?? ""
            if known.contains(word) { continue }
            throw CommandFailure(
                "\(place)\(line(of: key)): không có mục “\(word)”. Dùng: \(known.sorted().joined(separator: ", ")).")
        }
    }

    private static func sentence(_ error: DecodingError, _ root: Node) -> String {
        switch error {
        case .keyNotFound(let key, let context):
            "\(place(context.codingPath, root)): thiếu mục “\(key.stringValue)”. Hãy thêm mục này."
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "\(place(context.codingPath, root)): \(name(context.codingPath)) không đúng dạng. Hãy xem mẫu bằng “donghanh reorganise --help”."
        case .dataCorrupted(let context):
            "\(place(context.codingPath, root)): \(name(context.codingPath)) không đọc được. Ngày có dạng 2026-07-01; cấp là một trong "
                + "\(Unit.Level.allCases.map(\.rawValue).joined(separator: ", "))."
        @unknown default: "Không đọc được tệp phương án. Hãy xem mẫu bằng “donghanh reorganise --help”."
        }
    }

    /// The step and the line to which a path leads, as far as the file goes.
    private static func place(_ path: [any CodingKey], _ root: Node) -> String {
        var node = root
        var step: Int?
        for (depth, key) in path.enumerated() {
            if depth == 1, path.first?.stringValue == "steps" { step = key.intValue }
            let next = key.intValue.flatMap { index in node.sequence.flatMap { index < $0.count ? $0[index] : nil } } ?? node[key.stringValue]
            guard let next else { break }
            node = next
        }
        return (step.map { "Bước \($0 + 1)" } ?? "Phương án") + line(of: node)
    }

    private static func line(of node: Node) -> String { node.mark.map { " (dòng \($0.line))" } ?? "" }

    private static func name(_ path: [any CodingKey]) -> String {
        path.last { $0.intValue == nil }.map { "mục “\($0.stringValue)”" } ?? "nội dung"
    }

    private static func oneLine(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }
}
