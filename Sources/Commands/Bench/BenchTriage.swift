import ArgumentParser
import Domain
import Foundation

/// `donghanh bench triage FILE`: how often the hints of triage say what a person says, by kind and by field, over a labelled test set;
/// the part that cues were made with and the part that was kept aside each by itself.
struct BenchTriage: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "triage", abstract: "Đo độ chính xác của gợi ý phân loại trên tập câu đã gán nhãn.")

    @Argument(help: "Tệp có các cột set, kind, field, text, cách nhau bằng dấu tab.") var file: String

    func run() throws {
        let table: String
        do {
            table = try String(contentsOfFile: file, encoding: .utf8)
        } catch {
            throw CommandFailure("Không đọc được tệp \(file).")
        }
        let samples: [TriageSample]
        do {
            samples = try TriageSample.read(table)
        } catch {
            throw CommandFailure("Dòng \(error.line) của \(file) không đúng dạng: set, kind, field, text.")
        }
        for line in Self.lines(samples) { Printing.line(line) }
    }

    /// What is printed: a line for both parts together, by kind and by field.
    static func lines(_ samples: [TriageSample]) -> [String] {
        let catalogue = Catalogue(fields: StandardFields.all)
        let whole = TriageMeasure(samples, catalogue: catalogue)
        let seen = TriageMeasure(samples.filter { !$0.isKeptAside }, catalogue: catalogue)
        let aside = TriageMeasure(samples.filter(\.isKeptAside), catalogue: catalogue)
        var lines = [row("triage hints", "all", "dev", "test"), row("kind", figure(whole.kind), figure(seen.kind), figure(aside.kind))]
        for kind in Kind.allCases {
            lines.append(row("  \(kind.rawValue)", figure(whole.kinds[kind]), figure(seen.kinds[kind]), figure(aside.kinds[kind])))
        }
        lines.append(row("field", figure(whole.field), figure(seen.field), figure(aside.field)))
        for field in catalogue.fields.map(\.code) {
            lines.append(row("  \(field.text)", figure(whole.fields[field]), figure(seen.fields[field]), figure(aside.fields[field])))
        }
        return lines
    }

    private static func row(_ name: String, _ figures: String...) -> String {
        name.padding(toLength: 24, withPad: " ", startingAt: 0) + figures.map { String(repeating: " ", count: max(1, 18 - $0.count)) + $0 }.joined()
    }

    /// `93.6% of 219`.
    private static func figure(_ accuracy: TriageAccuracy?) -> String {
        guard let accuracy else { return "–" }
        let tenths = Int((accuracy.share * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)% of \(accuracy.total)"
    }
}
