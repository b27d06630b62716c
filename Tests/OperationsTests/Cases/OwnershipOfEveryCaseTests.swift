import Database
import Documents
import Domain
import Operations
import Storage
import Testing
import TestSupport

/// Ten thousand petitions, written by chance: each of them has somebody who answers for it, and a sentence that says why it is he.
///
/// Nothing here depends on the engine beneath, and it is tens of thousands of turns: it runs on one.
@Suite struct OwnershipOfEveryCaseTests {
    private static let count = 10_000

    /// A petition of any kind, from any channel, about anything.
    private struct Generated {
        var text: String
        var isForm: Bool
        var classification: Classification

        init(_ number: Int, _ dice: inout SystemRandomNumberGenerator) {
            let words = [
                "đường", "điện", "nước", "thuế", "đất", "giấy phép", "lao động", "vay vốn", "xả thải", "quy hoạch", "hoàn thuế", "cháy nổ",
            ]
            let subject = (0..<Int.random(in: 1...6, using: &dice)).compactMap { _ in words.randomElement(using: &dice) }.joined(separator: " ")
            text = "\(number). Vướng \(subject)"
            isForm = Bool.random(using: &dice)
            classification = Classification(
                kind: Kind.allCases.filter(\.isPetition).randomElement(using: &dice),
                field: StandardFields.all.randomElement(using: &dice)?.code,
                area: [nil, AreaCode("ben-cat"), AreaCode("tan-uyen")].randomElement(using: &dice) ?? nil,
                site: Site.allCases.randomElement(using: &dice), urgent: Int.random(in: 0..<20, using: &dice) == 0)
        }
    }

    private static func owner(of event: CaseEvent) -> Owner? {
        if case .received(_, let owner, _, _) = event { return owner }
        if case .screened(_, _, let owner) = event { return owner }
        guard case .assigned(let assignment) = event, let person = assignment.person else { return nil }
        return Owner(account: person, name: assignment.personName ?? "", reason: assignment.ownerReason ?? "")
    }

    /// A step that names who answers from now on: a person who is there, and a sentence.
    private static func says(_ event: CaseEvent, _ names: [ID<Account>: String]) -> Bool {
        guard let owner = owner(of: event) else { return false }
        return owner.name == names[owner.account] && !owner.name.isEmpty && owner.reason.hasSuffix(".") && owner.reason.count > 15
    }

    @Test func everyCaseHasAnOwnerAndTheJournalSaysWhy() async throws {
        let test = try await TestOffice(on: .sqlite)
        var dice = SystemRandomNumberGenerator()
        let names = Dictionary(
            try await test.office.read { try AccountStore.all(on: test.clock.now.day, $0) }.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
        for number in 0..<Self.count {
            let generated = Generated(number, &dice)
            if generated.isForm {
                _ = try await test.submit(generated.text)
            } else {
                try await test.zalo(generated.text, from: "z-\(number)", id: "m-\(number)")
            }
            // The way on is the same for all of a kind: every tenth goes it.
            if number.isMultiple(of: 10) { try await Self.route(generated.classification, test) }
        }
        let (received, screened, assigned, strange) = try await test.office.read { tx in
            var counts = [0, 0, 0, 0]
            for row in try tx.rows("SELECT id, person FROM petition") {
                let events = try CaseStore.events(of: try row["id"], tx).map(\.event)
                for (stage, verb) in ["received", "screened", "assigned"].enumerated() {
                    counts[stage] += events.count { $0.verb == verb && Self.says($0, names) }
                }
                // Whom the journal named last, the row names too.
                let person: ID<Account>? = try row["person"]
                if person == nil || events.compactMap(Self.owner).last?.account != person { counts[3] += 1 }
            }
            return (counts[0], counts[1], counts[2], counts[3])
        }
        #expect(received == Self.count && screened == Self.count / 10 && assigned == Self.count / 10)
        #expect(strange == 0)
    }

    @Test func whoeverGetsAnOrderAJoinedCaseOrAnInheritanceHasSomebodyWhoAnswers() async throws {
        let test = try await TestOffice(on: .sqlite)
        let waiting = try await test.escalated()
        let directed = try await test.office.perform(
            DirectCase(
                petition: waiting.id, version: waiting.version, order: "Sở Công Thương chủ trì làm rõ nguồn vốn.", option: 0,
                unit: test.ground.industry.id, due: waiting.clock.due.day, document: ""), as: .staff(test.cast.hung))
        #expect(directed.lead == test.ground.industry.id && directed.person == test.cast.tam.id)
        let reason = try await test.office.read { tx in
            CaseHistory(of: directed, events: try CaseStore.events(of: directed.id, tx), rules: try test.office.rules(tx)).ownerReason
        }
        #expect(reason?.contains("Sở Công Thương") == true, "\(reason ?? "")")
    }

    /// Takes the newest case to its unit.
    private static func route(_ classification: Classification, _ test: TestOffice) async throws {
        let newest = try await test.office.read { tx -> ID<Case>? in
            try tx.first("SELECT id FROM petition WHERE state = 'received' ORDER BY number DESC LIMIT 1") { try $0["id"] }
        }
        guard let newest else { throw Missing("the case that came in last") }
        let screened = try await test.screened(try await test.load(newest), as: classification)
        let diagnosed = try await test.office.perform(
            DiagnoseCase(petition: screened.id, version: screened.version, diagnosis: TestOffice.diagnosis), as: .staff(test.cast.duc))
        let trace = try await test.office.read { try test.office.rules($0) }.route(classification, on: test.clock.now.day)
        _ = try await test.office.perform(
            AssignCase(
                petition: diagnosed.id, version: diagnosed.version, unit: trace.rule?.target ?? test.ground.industry.id, person: nil,
                reason: "Theo phân công của Tổ."), as: .staff(test.cast.duc))
    }
}
