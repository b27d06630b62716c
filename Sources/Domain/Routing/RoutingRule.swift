/// A rule of routing (quy tắc phân công): dated data that says which unit leads where its conditions hold (requirement 15).
package struct RoutingRule: Sendable, Equatable, Codable {
    /// The word by which the rule is named, such as `khu-cong-nghiep-2021`.
    package var id: String
    /// The rule in a Vietnamese sentence, as people read why.
    package var text: String
    /// The smaller number goes first.
    package var priority: Int
    package var validFrom: Day
    /// The last day on which it holds; `nil`: until further notice.
    package var validTo: Day?
    /// Conditions; an empty one does not ask.
    package var kinds: [Kind]
    package var fields: [FieldCode]
    package var areas: [AreaCode]
    package var sites: [Site]
    package var target: ID<Unit>

    package init(
        id: String, text: String, priority: Int, validFrom: Day, validTo: Day? = nil, kinds: [Kind] = [], fields: [FieldCode] = [],
        areas: [AreaCode] = [], sites: [Site] = [], target: ID<Unit>
    ) {
        self.id = id
        self.text = text
        self.priority = priority
        self.validFrom = validFrom
        self.validTo = validTo
        self.kinds = kinds
        self.fields = fields
        self.areas = areas
        self.sites = sites
        self.target = target
    }

    /// How many conditions it asks: of two rules of one priority the more specific one goes first.
    var weight: Int { [kinds.isEmpty, fields.isEmpty, areas.isEmpty, sites.isEmpty].count { !$0 } }
}
