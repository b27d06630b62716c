import Documents
import Domain
import Storage

extension Turn {
    /// What an import would do: reads the rows, finds those that are there already and those that look like another case. Writes
    /// nothing.
    func plan(_ order: PetitionImportOrder, of table: PetitionTable) throws -> PetitionImportPlan {
        let rules = try rules()
        let reading = PetitionReading(
            mapping: order.mapping, kinds: PetitionImportWords.kinds, catalogue: try catalogue(), now: now, day: order.day,
            oldest: rules.oldestReceipt(at: now))
        let (petitions, problems) = reading.read(table)
        var plan = PetitionImportPlan(problems: problems)
        plan.rows = try fates(of: petitions, order, &plan.problems)
        let parameters = try team().map { try office.parameters(of: $0.id, tx) } ?? Regulation.Parameters()
        for index in plan.rows.indices where plan.rows[index].fate == .new {
            let remarks = try clockRemarks(plan.rows[index].petition, rules, parameters)
            plan.rows[index].petition.remarks += remarks
        }
        try warn(&plan)
        plan.problems = ImportFailure(plan.problems).problems
        return plan
    }

    private func fates(
        of petitions: [ImportedPetition], _ order: PetitionImportOrder, _ problems: inout [ImportProblem]
    ) throws -> [PetitionImportPlan.Row] {
        let ids = petitions.map { order.externalID(of: $0, hash: Self.hash) }
        let known = try ImportQueries.known(order.channel, externalIDs: ids, tx)
        var first: [String: ImportedPetition] = [:]
        var rows: [PetitionImportPlan.Row] = []
        for (petition, id) in zip(petitions, ids) {
            if let twin = first[id] {
                // The same number over another text is two petitions under one number: somebody must say which is which.
                if twin.text.folded == petition.text.folded {
                    rows.append(.init(petition: petition, fate: .repeated(row: twin.row)))
                } else {
                    problems.append(ImportProblem(row: petition.row, column: PetitionColumn.number.head, .doubled(petition.number, row: twin.row)))
                }
                continue
            }
            first[id] = petition
            if let there = known[id] {
                rows.append(.init(petition: petition, fate: .known(there.number)))
            } else {
                rows.append(.init(petition: petition, fate: order.leavesAnswered && petition.isAnswered ? .left : .new))
            }
        }
        return rows
    }

    static func hash(_ text: String) -> String { String(contentHash(Array(text.utf8)).prefix(32)) }

    private func clockRemarks(
        _ petition: ImportedPetition, _ rules: Rules, _ parameters: Regulation.Parameters
    ) throws -> [PetitionRemark] {
        let day = petition.receivedAt.day
        let profile = try rules.profile(for: petition.classification, on: day).under(parameters)
        let due = rules.due(after: petition.receivedAt, workingDays: profile.resolve)
        var remarks: [PetitionRemark] = due < now ? [.late(due: due.day)] : []
        for year in Set([day.year, due.day.year]).sorted() where rules.calendar.covers(year) == .missing { remarks.append(.unknownYear(year)) }
        return remarks
    }

    /// Finds new rows that say much the same as a case, or a row above, of the same sender.
    private func warn(_ plan: inout PetitionImportPlan) throws {
        let new = plan.rows.indices.filter { plan.rows[$0].fate == .new }
        let cases = try ImportQueries.cases(of: new.flatMap { plan.rows[$0].petition.senderKeys }, tx)
        var above: [ImportedPetition.SenderKey: [(row: Int, terms: [String])]] = [:]
        for index in new {
            let petition = plan.rows[index].petition
            let keys = petition.senderKeys
            if keys.isEmpty { continue }
            let terms = Likeness.terms(of: petition.text)
            let alike = keys.lazy.compactMap { key in
                cases[key]?.prefix(Self.mostCompared).first { Self.isAlike(terms, Likeness.terms(of: $0.text)) }
            }.first
            if let alike {
                plan.rows[index].petition.remarks.append(.like(number: alike.number.text, title: alike.title))
            } else if let twin = keys.lazy.compactMap({ above[$0]?.first { Self.isAlike(terms, $0.terms) } }).first {
                plan.rows[index].petition.remarks.append(.likeRow(twin.row))
            }
            for key in keys where above[key]?.count ?? 0 < Self.mostCompared { above[key, default: []].append((petition.row, terms)) }
        }
    }

    /// Every term weighs the same: a list of one sender has no common and rare ones.
    private static func isAlike(_ a: [String], _ b: [String]) -> Bool {
        Likeness.score(a, b, LikenessWeights(total: 0, frequency: [:])) >= 0.5
    }

    /// Cases of one sender that a row is compared with.
    private static let mostCompared = 50
}

extension ImportedPetition {
    var isAnswered: Bool { remarks.contains(.answered) }
}
