/// What a message seems to be about (gợi ý phân loại): kind, field, where the firm sits and who would lead, each with the very words
/// that led to it. Hints only: the officer at the intake desk decides (brief §2.1).
package struct TriageHints: Sendable, Equatable {
    package var kind: Hint<Kind>?
    package var field: Hint<FieldCode>?
    package var site: Hint<Site>?
    /// By the rules of routing, with what the hints above say.
    package var lead: Lead?

    /// One proposal.
    package struct Hint<Value: Sendable & Equatable>: Sendable, Equatable {
        package var value: Value
        /// From 0 to 1: how strong the words are, and how far ahead of what else they might mean.
        package var confidence: Double
        /// In the order of the text; empty where nothing said otherwise (a message without a cue is a petition).
        package var cues: [Cue]
    }

    /// Words of the message, with their accents, and where they stand.
    package struct Cue: Sendable, Equatable {
        package var words: String
        package var range: Range<String.Index>
    }

    /// Who would lead, and the rule that says so.
    package struct Lead: Sendable, Equatable {
        package var unit: ID<Unit>
        package var rule: String

        package init(unit: ID<Unit>, rule: String) {
            self.unit = unit
            self.rule = rule
        }
    }

    /// Reads a message.
    /// - Parameters:
    ///   - catalogue: the fields that may be proposed and the names of parks and clusters.
    ///   - rules: the rules of routing; with none no lead is proposed.
    ///   - known: what is known of the case besides its text (area, site, what the sender chose).
    package static func of(
        _ text: String, catalogue: Catalogue, rules: [RoutingRule] = [], known: RoutingQuestion = RoutingQuestion(), on day: Day? = nil
    ) -> TriageHints {
        let reading = TriageText(text)
        let matches = reading.matches(TriageCues.all + TriageCues.places(catalogue))
        let offered = Set(catalogue.fields.map(\.code))
        var hints = TriageHints()
        hints.kind = kind(matches, reading)
        hints.field = best(matches, reading) { if case .field(let code) = $0, offered.contains(code) { code } else { nil } } order: { _ in 0 }
        hints.site = best(matches, reading) { if case .site(let site) = $0 { site } else { nil } } order: { _ in 0 }
        if let day {
            let question = RoutingQuestion(
                kind: known.kind ?? hints.kind?.value, field: known.field ?? hints.field?.value, area: known.area,
                site: known.site ?? hints.site?.value)
            hints.lead = Routing.decide(question, rules: rules, on: day).rule.map { Lead(unit: $0.target, rule: $0.text) }
        }
        return hints
    }

    /// The text with the words that led to hints told apart.
    package func marked(in text: String) -> [Passage.Piece] {
        let cues = (kind?.cues ?? []) + (field?.cues ?? []) + (site?.cues ?? [])
        var (pieces, at): ([Passage.Piece], String.Index) = ([], text.startIndex)
        for range in cues.map(\.range).sorted(by: { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }) where range.upperBound > at {
            let start = max(at, range.lowerBound)
            if start > at { pieces.append(.init(String(text.unicodeScalars[at..<start]))) }
            pieces.append(.init(String(text.unicodeScalars[start..<range.upperBound]), isFound: true))
            at = range.upperBound
        }
        if at < text.endIndex { pieces.append(.init(String(text.unicodeScalars[at...]))) }
        return pieces
    }

    /// The kind; a message in which nothing speaks for another one is a petition. Where two weigh the same, the one whose law is
    /// stricter with mistakes goes first.
    private static func kind(_ matches: [TriageMatch], _ text: TriageText) -> Hint<Kind>? {
        let order: [Kind] = [.emergency, .denunciation, .complaint, .conduct, .question, .regulation]
        let found = best(matches, text) { if case .kind(let kind) = $0 { kind } else { nil } } order: { order.firstIndex(of: $0) ?? 0 }
        if let found { return found }
        let isAboutSomething = matches.contains { if case .field = $0.cue.meaning { true } else { false } }
        return isAboutSomething ? Hint(value: .regulation, confidence: 0.4, cues: []) : nil
    }

    private static func best<Value: Hashable & Sendable>(
        _ matches: [TriageMatch], _ text: TriageText, _ meaning: (TriageCue.Meaning) -> Value?, order: (Value) -> Int
    ) -> Hint<Value>? {
        var (weights, first, cues): ([Value: Int], [Value: Int], [Value: [Cue]]) = ([:], [:], [:])
        for match in matches {
            guard let value = meaning(match.cue.meaning) else { continue }
            // The same words twice say it once.
            let cue = text.cue(match)
            if cues[value]?.contains(where: { $0.words.folded == cue.words.folded }) != true { weights[value, default: 0] += match.weight }
            cues[value, default: []].append(cue)
            if first[value] == nil { first[value] = match.tokens.lowerBound }
        }
        let ranked = weights.sorted { a, b in
            (-a.value, order(a.key), first[a.key] ?? 0) < (-b.value, order(b.key), first[b.key] ?? 0)
        }
        guard let top = ranked.first else { return nil }
        let second = ranked.dropFirst().first?.value ?? 0
        let strength = min(1, Double(top.value) / Double(TriageCue.certain))
        let lead = Double(top.value) / Double(top.value + second)
        return Hint(value: top.key, confidence: strength * lead, cues: cues[top.key] ?? [])
    }
}
