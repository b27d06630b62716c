import Database
import Documents
import Domain
import Operations
import Storage

/// What helps to write an answer: the templates that fit, and cases like this one that were answered before, each with what they have
/// in common and the conclusion that went out.
struct Suggestions: Sendable {
    var number: CaseNumber
    var text: String
    var templates: [ReplyTemplate]
    var alike: [LikeCase]

    /// - Parameters:
    ///   - typed: what the drafter has written so far.
    ///   - outcome: the outcome that he has chosen.
    static func load(
        for file: CaseFile, typed: String, outcome: Outcome?, seenBy account: Account, _ visit: Visit, _ tx: Transaction
    ) throws -> Suggestions {
        let petition = file.petition
        let asked = LikenessStore.text(title: petition.title, text: file.text)
        let places = DraftSuggestion.places(of: file, try visit.office.catalogue(tx))
        return Suggestions(
            number: petition.number, text: [asked, typed].filter { !$0.isEmpty }.joined(separator: "\n"),
            templates: try ReplyTemplateStore.suiting(field: petition.classification.field, outcome: outcome, limit: most, tx)
                .map { $0.filled(places) },
            alike: try alike([asked, typed].filter { !$0.isEmpty }, petition, CaseVisibility(of: account), tx))
    }

    /// Like what was asked or like what is being written, each by itself: words of an answer are rare in petitions, and together with
    /// them the petition would soon be like nothing.
    private static func alike(_ texts: [String], _ petition: Case, _ visibility: CaseVisibility?, _ tx: Transaction) throws -> [LikeCase] {
        var best: [ID<Case>: LikeCase] = [:]
        for text in texts {
            let found = try LikenessQueries.alike(
                text, visibility: visibility, onlyAnswered: true, excluding: petition.id, limit: most, tx)
            for one in found where one.score > best[one.row.id]?.score ?? 0 { best[one.row.id] = one }
        }
        return Array(best.values.sorted { ($1.score, $1.row.id) < ($0.score, $0.row.id) }.prefix(most))
    }

    /// Of each sort.
    private static let most = 5

    /// The list itself, as the page shows it and as it is put beside the draft.
    var view: HTML {
        """
        <section><h2>Hồ sơ tương tự đã trả lời</h2>
        \(when(alike.isEmpty, { "<p class=\"quiet\">Chưa có hồ sơ nào tương tự đã được trả lời.</p>" }, else: { list(each(alike, earlier)) }))
        </section>
        <section><h2>Mẫu trả lời phù hợp</h2>
        \(when(
            templates.isEmpty, { "<p class=\"quiet\">Chưa có mẫu nào cho lĩnh vực và kết quả này.</p>" },
            else: { list(each(templates, template)) }))
        </section>
        """
    }

    private func list(_ items: HTML) -> HTML { "<ul class=\"suggestions\">\(items)</ul>" }

    private func template(_ template: ReplyTemplate) -> HTML {
        """
        <li><p><strong>\(template.name)</strong> \(when(template.outcome) { tag(Terms.name($0), .quiet) })</p>
        <p>\(template.conclusion)</p>
        \(use(template.name, [DraftSuggestion.template: template.id.text]))</li>
        """
    }

    private func earlier(_ found: LikeCase) -> HTML {
        let number = found.row.number.text
        return """
            <li><p><a href="\(CasePage.path.link(number))">\(number)</a> <strong>\(found.row.title)</strong>
            \(when(found.row.outcome) { tag(Terms.name($0), .quiet) })</p>
            \(why(found))
            \(when(found.answer) { answer($0, at: found.row.answeredAt) })
            \(use(number, [DraftSuggestion.earlier: number]))</li>
            """
    }

    private func why(_ found: LikeCase) -> HTML {
        let phrases = Likeness.spelled(found.common, in: text)
        if phrases.isEmpty { return .empty }
        let marked = each(phrases.enumerated()) { "\(when($0 > 0) { ", " })<mark>\($1)</mark>" }
        return "<p class=\"quiet\">Giống \(Int((found.score * 100).rounded()))%, cùng nói đến: \(marked)</p>"
    }

    private func answer(_ answer: AnswerDraft, at moment: Instant?) -> HTML {
        """
        <p>\(answer.conclusion)</p>
        <p class="quiet">Căn cứ: \(answer.legalBasis)\(when(moment) { " · trả lời ngày \($0.day.vietnamese)" })</p>
        """
    }

    private func use(_ what: String, _ query: KeyValuePairs<String, String?>) -> HTML {
        """
        <p><a class="button plain" data-suggestion \
        href="\(DraftPage.path.link(number.text, query: query))">Dùng<span class="unseen"> \(what)</span></a></p>
        """
    }
}

/// The place beside a draft that is filled with suggestions, and filled again while the drafter writes. Without a script it is a link
/// to the page of suggestions.
/// - Parameter number: of the case whose answer is drafted.
func suggestionsBeside(_ number: CaseNumber) -> HTML {
    """
    <section class="beside" data-suggestions="\(SuggestionsPage.path.link(number.text))" data-suggestions-from="conclusion explanation outcome">
    <p><a href="\(SuggestionsPage.path.link(number.text))">Xem mẫu trả lời và hồ sơ tương tự</a></p>
    <p role="status" data-suggestion-taken hidden>Đã đưa gợi ý vào dự thảo, dưới phần bạn đã viết. Hãy đọc lại cho đúng hồ sơ này.</p>
    <div data-suggestions-list role="region" aria-label="Gợi ý cho dự thảo"></div></section>
    """
}
