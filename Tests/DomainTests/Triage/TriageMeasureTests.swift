import Domain
import Foundation
import Testing

/// The labelled test set of the project, and how often the hints say what a person says.
@Suite struct TriageMeasureTests {
    static let samples: [TriageSample] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/triage.tsv")
        // A file that cannot be read makes an empty set, which the first test refuses.
        guard let table = try? String(contentsOf: file, encoding: .utf8), let samples = try? TriageSample.read(table) else { return [] }
        return samples
    }()

    private static let catalogue = Catalogue(fields: StandardFields.all)

    @Test func theSetIsLargeVariedAndHalfOfItIsKeptAside() {
        #expect(Self.samples.count >= 420)
        #expect(Set(Self.samples.map(\.kind)) == Set(Kind.allCases))
        #expect(Set(Self.samples.map(\.field)).count >= 12)
        #expect(Set(Self.samples.map(\.text.folded)).count == Self.samples.count)
        let aside = Self.samples.count(where: \.isKeptAside)
        #expect(abs(2 * aside - Self.samples.count) < 30)
        #expect(Set(Self.samples.filter(\.isKeptAside).map(\.kind)) == Set(Kind.allCases))
        let fields = Set(StandardFields.all.map(\.code))
        #expect(Self.samples.allSatisfy { fields.contains($0.field) })
    }

    @Test func noTwoSentencesAreOneWithAWordSwapped() {
        let terms = Self.samples.map { Set($0.text.searchWords) }
        for (index, one) in terms.enumerated() {
            for (other, two) in terms.enumerated().dropFirst(index + 1) {
                let shared = one.intersection(two).count
                let most = max(one.count, two.count)
                if most >= 5 { #expect(shared * 10 < most * 8, "\(Self.samples[index].text) / \(Self.samples[other].text)") }
            }
        }
    }

    /// Some points below what is reached, so that a change that loses a handful of sentences is seen.
    @Test(arguments: [(nil, 90.0, 89.0), (false, 91.0, 87.0), (true, 88.0, 90.0)] as [(Bool?, Double, Double)])
    func theHintsAreRightOftenEnough(aside: Bool?, kind: Double, field: Double) {
        let measure = TriageMeasure(Self.samples.filter { aside == nil || $0.isKeptAside == aside }, catalogue: Self.catalogue)
        #expect(measure.kind.share >= kind)
        #expect(measure.field.share >= field)
    }

    @Test func theWordsThatAreNamedStandInTheText() {
        for sample in Self.samples {
            let hints = TriageHints.of(sample.text, catalogue: Self.catalogue)
            let cues = (hints.kind?.cues ?? []) + (hints.field?.cues ?? []) + (hints.site?.cues ?? [])
            for cue in cues {
                #expect(String(sample.text[cue.range]) == cue.words, "\(sample.text)")
                #expect(sample.text.contains(cue.words))
            }
            #expect(hints.marked(in: sample.text).map(\.text).joined() == sample.text)
        }
    }

    @Test(arguments: ["set\tkind\tfield\ttext\ndev\tpetition\tthue\tx", "h\ndev\tquestion\tthue", "h\nboth\tquestion\tthue\tx"])
    func aLineThatIsNoSampleIsNamed(table: String) {
        #expect(throws: TriageSample.Unreadable(line: 2)) { try TriageSample.read(table) }
    }

    @Test func aMeasureCountsWhatIsRight() throws {
        let samples = try TriageSample.read(
            "h\ndev\tregulation\tdien\tMất điện cả ngày\ntest\tquestion\tthue\tMất điện cả ngày\n")
        let measure = TriageMeasure(samples, catalogue: Self.catalogue)
        #expect(measure.kind.right == 1 && measure.kind.total == 2 && measure.field.share == 50)
        #expect(measure.kinds[.question]?.right == 0 && measure.fields[FieldCode("dien")]?.share == 100)
        #expect(measure.missed.map(\.sample.isKeptAside) == [true])
    }
}
