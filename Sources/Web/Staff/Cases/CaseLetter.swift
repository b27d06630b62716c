import Database
import Documents
import Domain
import Storage

/// The letter that a case came in, with the other petitions of it that the reader may see.
struct CaseLetter: Sendable {
    var letter: Submission
    var items: [Case]

    /// `nil` for a case that came alone.
    static func read(for petition: Case, seenBy actor: Actor, _ tx: Transaction) throws -> CaseLetter? {
        guard let item = petition.item, let letter = try SubmissionStore.load(item.submission, tx) else { return nil }
        let items = try SubmissionStore.items(letter.id, tx)
        return CaseLetter(letter: letter, items: items.filter { Rights.allow(actor, .view, on: $0.subject) })
    }

    func section(here: Case) -> HTML {
        guard let item = here.item else { return .empty }
        return """
            <section><h2>Nội dung \(item.item)/\(item.of) của văn bản</h2>
            <ul>\(each(items) { other in
                let words = "\(other.item?.item ?? 0). \(other.title)"
                return """
                    <li>\(when(other.id == here.id, { "<strong>\(words)</strong>" }, else: {
                        "<a href=\"\(CasePage.path.link(other.number.text))\">\(words)</a>"
                    })) <span class="quiet">\(Terms.name(other.state))</span></li>
                    """
            })</ul>
            \(when(items.count < item.of) { "<p class=\"quiet\">\(item.of - items.count) nội dung khác do đơn vị khác xử lý.</p>" })
            \(when(letter.closedAt) { "<p>Đã xong mọi nội dung và gửi trả lời chung ngày \($0.day.vietnamese).</p>" })
            \(disclosure("Toàn văn", quoted(letter.text)))</section>
            """
    }
}
