import Domain
import Testing
@testable import Commands

/// The accuracy of the hints as `make bench` prints it.
@Suite struct BenchTriageTests {
    @Test func eachPartHasItsColumn() throws {
        let samples = try TriageSample.read(
            "h\ndev\tregulation\tdien\tMất điện cả ngày\ntest\tregulation\tdien\tMất điện nữa\ntest\tquestion\tdien\tĐiện lực\n")
        let lines = BenchTriage.lines(samples).map { $0.split(separator: " ").map(String.init).joined(separator: " ") }
        #expect(lines.first == "triage hints all dev test")
        #expect(lines.contains("kind 66.7% of 3 100.0% of 1 50.0% of 2"))
        #expect(lines.contains("question 0.0% of 1 – 0.0% of 1"))
        #expect(lines.contains("dien 100.0% of 3 100.0% of 1 100.0% of 2"))
        #expect(lines.count == 3 + Kind.allCases.count + StandardFields.all.count)
    }
}
