import Documents
package import Domain
import Storage

/// Takes a list of petitions in, all or nothing: each new row becomes a case whose clock counts from the receipt at its source. Rows
/// that are there already change nothing. Throws `ImportFailure` with every problem at its row and column; nothing is written then.
package struct RunImport: Operation {
    package static let permission = Permission.takeIn
    package static let isLong = true
    private let source: Source
    private let list: ImportedList

    private enum Source: Sendable {
        case waiting(ID<PetitionImport>, seal: String)
        case file(PetitionImportOrder, mappingName: String)
    }

    /// - Parameters:
    ///   - seal: of the order by which whoever runs it saw the rows; where that is another one now, nothing is taken in.
    ///   - list: the file of the import that waits, read again.
    package init(_ run: ID<PetitionImport>, seal: String, list: ImportedList) {
        source = .waiting(run, seal: seal)
        self.list = list
    }

    /// Straight from a file.
    package init(_ list: ImportedList, order: PetitionImportOrder, mappingName: String) {
        source = .file(order, mappingName: mappingName)
        self.list = list
    }

    package struct Outcome: Sendable {
        package let run: PetitionImport
        package let plan: PetitionImportPlan
        /// The numbers of the cases that it made, by row.
        package let numbers: [Int: CaseNumber]
    }

    package func perform(_ turn: Turn) throws -> Outcome {
        var run = try run(turn)
        let plan = try turn.plan(run.order, of: list.table)
        if !plan.problems.isEmpty { throw ImportFailure(plan.problems) }
        run.state = .done
        run.account = turn.actor.account?.id
        run.accountName = turn.actor.name ?? ""
        run.at = turn.now
        run.counts = plan.counts
        switch source {
        case .waiting: try ImportStore.save(run, turn.tx)
        case .file: try ImportStore.insert(run, bytes: list.bytes, turn.tx)
        }
        try turn.remember(run.order.mapping, name: run.mappingName, channel: run.order.channel, layout: run.layout)
        let ids = plan.rows.map { run.order.externalID(of: $0.petition, hash: Turn.hash) }
        var cases = try ImportQueries.known(run.order.channel, externalIDs: ids, turn.tx).mapValues(\.id)
        var numbers: [Int: CaseNumber] = [:]
        for (row, id) in zip(plan.rows, ids) {
            if row.fate == .new {
                let petition = try turn.takeIn(row.petition, externalID: id, run)
                cases[id] = petition.id
                numbers[row.petition.row] = petition.number
            }
            try ImportStore.insert(row, petition: cases[id], of: run.id, turn.tx)
        }
        return Outcome(run: run, plan: plan, numbers: numbers)
    }

    private func run(_ turn: Turn) throws -> PetitionImport {
        switch source {
        case .waiting(let id, let seal):
            let kept = try turn.waiting(id)
            if kept.order.seal != seal { throw Refusal.changedMeanwhile }
            guard kept.hash == contentHash(list.bytes) else { throw Refusal.noSuch(.importRun) }
            return kept
        case .file(let order, let name):
            let problems = order.problems()
            if !problems.isEmpty { throw Refusal.invalid(problems) }
            return turn.newImport(of: list, order, mappingName: name.isEmpty ? Terms.name(order.channel) : name, state: .done)
        }
    }
}

extension Turn {
    /// Makes a case of a row. The sender hears nothing from here: he asked elsewhere, and is answered there.
    fileprivate func takeIn(_ row: ImportedPetition, externalID: String, _ run: PetitionImport) throws -> Case {
        let contact = Contact(id: newID(), channel: run.order.channel, address: nil, person: row.person)
        try ContactStore.insert(contact, at: now, tx)
        let origin = ImportOrigin(
            file: run.fileName, row: row.row, number: row.number, list: run.order.list, receivedAt: row.receivedAt)
        let (petition, _) = try open(
            CaseOpening(
                contact: contact, title: row.title, text: row.text, classification: row.classification, externalID: externalID,
                sentAt: row.receivedAt, receivedAt: row.receivedAt, origin: origin))
        guard let reply = row.reply else { return petition }
        return try record(.noted(Note(kind: .remark, text: PetitionImportWords.note(reply, from: run.order.channel))), on: petition)
    }
}
