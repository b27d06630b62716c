/// Days allowed for each step (hạn xử lý): effective-dated data; a case keeps the version it started with (requirement 22).
package struct DeadlineProfile: Sendable, Equatable {
    /// The word by which the version is named, such as `pakn-2026`.
    package var key: String
    /// Working days from receipt to the answer.
    package var resolve: Int
    /// Working days to refuse or return.
    package var refuse: Int
    /// Working days to the first request for more.
    package var ask: Int
    /// Working days from the answer to its publication.
    package var publish: Int
    /// Working days to pass on what is another body's (Decree 92/2017: 5).
    package var forward: Int
    /// Working days to the first word to the sender.
    package var firstResponse: Int
    /// Working days that a co-ordinating unit has unless it is told otherwise.
    package var coordinate: Int
    /// Working days after which a standstill ends by itself.
    package var longestPause: Int
    /// How often the due date may be extended, and by how many working days at once.
    package var mostExtensions: Int
    package var longestExtension: Int
    /// The document that sets them.
    package var source: String
    package var validFrom: Day
    /// For which cases it holds; an empty condition does not ask.
    package var scope: Scope

    /// Conditions of a profile: by kind, field, urgency, lead unit.
    package struct Scope: Sendable, Equatable, Codable {
        package var kinds: [Kind]
        package var fields: [FieldCode]
        /// `true`: only urgent cases.
        package var urgentOnly: Bool
        package var units: [ID<Unit>]

        package init(kinds: [Kind] = [], fields: [FieldCode] = [], urgentOnly: Bool = false, units: [ID<Unit>] = []) {
            self.kinds = kinds
            self.fields = fields
            self.urgentOnly = urgentOnly
            self.units = units
        }

        func fits(_ classification: Classification, lead: ID<Unit>?) -> Bool {
            (kinds.isEmpty || classification.kind.map(kinds.contains) ?? false)
                && (fields.isEmpty || classification.field.map(fields.contains) ?? false) && (!urgentOnly || classification.urgent)
                && (units.isEmpty || lead.map(units.contains) ?? false)
        }

        /// How much it asks: urgency outweighs the rest, of two others the one with more conditions goes first.
        var weight: Int { (urgentOnly ? 10 : 0) + [kinds.isEmpty, fields.isEmpty, units.isEmpty].count { !$0 } }
    }

    package init(
        key: String, resolve: Int, refuse: Int, ask: Int, publish: Int, source: String, validFrom: Day, forward: Int = 5,
        firstResponse: Int = 2, coordinate: Int = 5, longestPause: Int = 15, mostExtensions: Int = 2, longestExtension: Int = 15,
        scope: Scope = Scope()
    ) {
        self.key = key
        self.resolve = resolve
        self.refuse = refuse
        self.ask = ask
        self.publish = publish
        self.forward = forward
        self.firstResponse = firstResponse
        self.coordinate = coordinate
        self.longestPause = longestPause
        self.mostExtensions = mostExtensions
        self.longestExtension = longestExtension
        self.source = source
        self.validFrom = validFrom
        self.scope = scope
    }

    /// The same with what a task force's own regulation promises, where the profile is the one for everything.
    package func under(_ parameters: Regulation.Parameters) -> DeadlineProfile {
        guard scope == Scope(), let days = parameters.resolveDays, days != resolve else { return self }
        var changed = self
        changed.resolve = days
        changed.key += "-quy-che"
        changed.source = "Quy chế hoạt động của Tổ công tác"
        return changed
    }

}

extension DeadlineProfile: Codable {
    private enum CodingKeys: String, CodingKey {
        case key, resolve, refuse, ask, publish, forward, firstResponse, coordinate, longestPause, mostExtensions, longestExtension
        case source, validFrom, scope
    }

    /// What an older version did not set is what the nation sets.
    package init(from decoder: any Decoder) throws {
        let kept = try decoder.container(keyedBy: CodingKeys.self)
        func days(_ key: CodingKeys, _ standard: Int) throws -> Int { try kept.decodeIfPresent(Int.self, forKey: key) ?? standard }
        self.init(
            key: try kept.decode(String.self, forKey: .key), resolve: try kept.decode(Int.self, forKey: .resolve),
            refuse: try kept.decode(Int.self, forKey: .refuse), ask: try kept.decode(Int.self, forKey: .ask),
            publish: try kept.decode(Int.self, forKey: .publish), source: try kept.decode(String.self, forKey: .source),
            validFrom: try kept.decode(Day.self, forKey: .validFrom), forward: try days(.forward, 5),
            firstResponse: try days(.firstResponse, 2), coordinate: try days(.coordinate, 5), longestPause: try days(.longestPause, 15),
            mostExtensions: try days(.mostExtensions, 2), longestExtension: try days(.longestExtension, 15),
            scope: try kept.decodeIfPresent(Scope.self, forKey: .scope) ?? Scope())
    }
}
