import Database
import Documents
import Domain
import Storage

/// The hints for a case as the intake desk sees it, with the lead by the rules of routing.
func triageHints(for file: CaseFile, catalogue: Catalogue, rules: [RoutingRule], on day: Day, _ tx: Transaction) throws -> HTML {
    let person = file.contact.person
    let known = RoutingQuestion(area: file.petition.classification.area ?? person.area, site: file.petition.classification.site)
    let hints = TriageHints.of(file.text, catalogue: catalogue, rules: rules, known: known, on: day)
    let lead = try hints.lead.flatMap { try OrganisationStore.unit($0.unit, tx)?.name }
    let other = hints.kind.map { !$0.value.isPetition } ?? false
    return triageHints(
        hints, of: file.text, catalogue: catalogue, lead: lead,
        elsewhere: other ? TransferPage.path.link(file.petition.number.text) : nil)
}

/// What the words of a message suggest, beside the form of the intake desk: the proposals with their words, and the message with
/// those words marked. A help to look twice, never a choice made.
/// - Parameters:
///   - lead: the name of the unit that would lead by the rules of routing.
///   - elsewhere: where a message goes that is no petition, when the words say that it is none.
func triageHints(_ hints: TriageHints, of text: String, catalogue: Catalogue, lead: String?, elsewhere: String? = nil) -> HTML {
    var facts: [Fact] = []
    if let kind = hints.kind { facts.append(Fact("Loại nội dung", proposal(Terms.name(kind.value), kind.confidence, kind.cues))) }
    if let field = hints.field {
        facts.append(Fact("Lĩnh vực", proposal(catalogue.name(of: field.value) ?? field.value.text, field.confidence, field.cues)))
    }
    if let site = hints.site { facts.append(Fact("Nơi đặt", proposal(Terms.name(site.value), site.confidence, site.cues))) }
    if let lead, let rule = hints.lead?.rule { facts.append(Fact("Chủ trì", "\(lead) <span class=\"quiet\">\(rule)</span>")) }
    if facts.isEmpty { return .empty }
    let marked = each(hints.marked(in: text)) { $0.isFound ? "<mark>\($0.text)</mark>" : HTML(text: $0.text) }
    return """
        <section class="hints" aria-label="Gợi ý phân loại"><h2>Gợi ý từ nội dung</h2>
        <p class="quiet">Chỉ là gợi ý theo từ ngữ; cán bộ tiếp nhận quyết định.</p>
        \(factsList(facts))
        \(when(elsewhere) { "<p>Nếu đúng là loại này thì <a href=\"\($0)\">chuyển quy trình khác</a>.</p>" })
        \(disclosure("Các từ dẫn đến gợi ý", "<blockquote class=\"quoted marked\">\(marked)</blockquote>"))</section>
        """
}

private func proposal(_ name: String, _ confidence: Double, _ cues: [TriageHints.Cue]) -> HTML {
    var seen: Set<String> = []
    let words = cues.map(\.words).filter { !$0.isEmpty && seen.insert($0.folded).inserted }
    return """
        \(name) \(tag(sureness(confidence), .quiet))\
        \(when(!words.isEmpty) { "<br><span class=\"quiet\">vì có: \(words.map { "“\($0)”" }.joined(separator: ", "))</span>" })
        """
}

/// How sure, in words: figures would promise more than words can tell.
private func sureness(_ confidence: Double) -> String {
    if confidence >= 0.75 { return "khá chắc" }
    return confidence >= 0.45 ? "có thể" : "chưa chắc"
}
