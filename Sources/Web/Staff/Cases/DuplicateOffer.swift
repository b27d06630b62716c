import Database
import Documents
import Domain
import Storage

/// A case that may be the same as the one on the page, with the way to merge them that the server takes.
struct DuplicateOffer: Sendable {
    var proposal: DuplicateProposal
    /// `nil`: the two cannot be merged as they stand.
    var way: Button?

    /// For whoever may merge the case; the older of the two stays the main case where both ways are open.
    static func all(for petition: Case, to actor: Actor, _ tx: Transaction) throws -> [DuplicateOffer] {
        guard let account = actor.account, petition.state.isOpen, Rights.allow(actor, .merge, on: petition.subject) else { return [] }
        return try DuplicateQueries.proposals(for: petition, seenBy: CaseVisibility(of: account), tx).compactMap { proposal in
            guard let other = try CaseStore.load(proposal.row.id, tx) else { return nil }
            return DuplicateOffer(proposal: proposal, way: way(petition, other, actor))
        }
    }

    private static func way(_ petition: Case, _ other: Case, _ actor: Actor) -> Button? {
        func link(_ duplicate: Case, _ main: Case, _ label: String) -> Button? {
            guard duplicate.refusalToMerge(into: main, to: actor) == nil else { return nil }
            return .link(label, MergePage.path.link(duplicate.number.text, query: ["vao": main.number.text]))
        }
        let there = link(petition, other, "Gộp vào hồ sơ đó")
        let here = link(other, petition, "Gộp vào hồ sơ này")
        let isOlder = (petition.receivedAt, petition.id) < (other.receivedAt, other.id)
        return isOlder ? here ?? there : there ?? here
    }

    static func words(_ reasons: [DuplicateReason]) -> String { reasons.map(Terms.name).joined(separator: ", ") }

    /// The proposals on the page of a case, each to be merged or set aside.
    static func section(_ offers: [DuplicateOffer], of petition: Case, _ visit: Visit) -> HTML {
        if offers.isEmpty { return .empty }
        let rows = offers.map { offer in
            let row = offer.proposal.row
            return DataTable.Row([
                "<a href=\"\(CasePage.path.link(row.number.text))\">\(row.number.text)</a> \(row.title)",
                "\(row.sender.nonEmpty ?? "Người gửi \(Terms.name(row.channel))")", "\(words(offer.proposal.reasons))",
                buttonRow(
                    primary: nil, others: [offer.way].compactMap { $0 } + [.submit("Không trùng", name: "do", value: row.number.text)]),
            ])
        }
        let columns = ["Hồ sơ", "Người gửi", "Vì sao", "Xử lý"].map { DataTable.Column($0) }
        return """
            <section><h2>Có thể trùng</h2>
            <form method="post" action="\(DismissDuplicatePage.path.link(petition.number.text))">\(hiddenFields(visit))
            \(dataTable(DataTable(.sheet, caption: "Hồ sơ có thể trùng", columns: columns, rows: rows)))</form></section>
            """
    }

    private static func link(_ way: Button) -> HTML {
        if case .link(let address) = way.action { " <a href=\"\(address)\">\(way.label)</a>" } else { .empty }
    }

    /// The same in one line, beside the form of the intake desk.
    static func hint(_ offers: [DuplicateOffer]) -> HTML {
        if offers.isEmpty { return .empty }
        return notice(
            .soon, title: "Có thể trùng",
            """
            <ul>\(each(offers) { offer in
                let row = offer.proposal.row
                return """
                    <li><a href="\(CasePage.path.link(row.number.text))">\(row.number.text)</a> \(row.title)
                    <span class="quiet">\(words(offer.proposal.reasons))</span>\
                    \(when(offer.way) { link($0) })</li>
                    """
            })</ul>
            """)
    }
}
