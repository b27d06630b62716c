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
        let keys = new.flatMap { plan.rows[$0].petition.senderKeys }
        let cases = try caseVisibility.map { try ImportQueries.cases(of: keys, seenBy: $0, tx) } ?? [:]
        var senders = SenderComparison(cases: cases)
        for index in new {
            if let remark = senders.remark(on: plan.rows[index].petition) { plan.rows[index].petition.remarks.append(remark) }
        }
    }

    /// What whoever acts may see of the cases; `nil`: none.
    private var caseVisibility: CaseVisibility? {
        switch actor {
        case .system: .everything
        case .staff(let account): CaseVisibility(of: account)
        case .sender: nil
        }
    }
}

extension ImportedPetition {
    var isAnswered: Bool { remarks.contains(.answered) }
}
