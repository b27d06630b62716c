/// What a unit was called and where it stood, from a day to a day. The identity stays; a letter of then keeps the name of then.
package struct UnitVersion: Sendable, Equatable {
    package var unit: ID<Unit>
    package var validFrom: Day
    /// The last day of this version; `nil` while it holds.
    package var validTo: Day?
    package var name: String
    package var shortName: String
    package var level: Unit.Level
    package var parent: ID<Unit>?
    package var code: UnitCode?
    /// What the change rests on; `nil` for what was there before the system.
    package var document: Decision?

    package init(
        unit: ID<Unit>, validFrom: Day, validTo: Day? = nil, name: String, shortName: String, level: Unit.Level, parent: ID<Unit>? = nil,
        code: UnitCode? = nil, document: Decision? = nil
    ) {
        self.unit = unit
        self.validFrom = validFrom
        self.validTo = validTo
        self.name = name
        self.shortName = shortName
        self.level = level
        self.parent = parent
        self.code = code
        self.document = document
    }

    package func holds(on day: Day) -> Bool { validFrom <= day && validTo.map { day <= $0 } ?? true }
}

/// A unit's code in a classification. The code alone tells nothing: seven province codes were used again with another meaning
/// (brief §3.1), so identity is classification and code.
package struct UnitCode: Sendable, Hashable, Codable {
    package var classification: String
    package var code: String

    package init(classification: String, code: String) {
        self.classification = classification
        self.code = code
    }
}

/// Who goes on with the work of a unit from a day on (brief §3.3).
package struct Succession: Sendable, Equatable {
    package enum Kind: String, CaseIterable, Sendable, Codable {
        /// Sáp nhập, hợp nhất.
        case merge
        /// Chia, tách.
        case split
        /// Giải thể, bàn giao.
        case abolish
        /// Chuyển một phần nhiệm vụ: the unit lives on without a field.
        case transfer
    }

    package var from: ID<Unit>
    package var to: ID<Unit>
    package var on: Day
    package var kind: Kind
    /// The part that goes over; both empty: all that no other part takes.
    package var fields: [FieldCode]
    package var areas: [AreaCode]
    package var document: Decision?

    package init(
        from: ID<Unit>, to: ID<Unit>, on: Day, kind: Kind, fields: [FieldCode] = [], areas: [AreaCode] = [], document: Decision? = nil
    ) {
        self.from = from
        self.to = to
        self.on = on
        self.kind = kind
        self.fields = fields
        self.areas = areas
        self.document = document
    }

    /// Whether it takes only a part.
    package var isPart: Bool { !fields.isEmpty || !areas.isEmpty }

    func takes(_ matter: Matter) -> Bool {
        (fields.isEmpty || matter.field.map(fields.contains) ?? false) && (areas.isEmpty || matter.area.map(areas.contains) ?? false)
    }
}

/// What a case is about, as far as successors are chosen by it.
package struct Matter: Sendable, Hashable {
    package var field: FieldCode?
    package var area: AreaCode?

    package init(field: FieldCode? = nil, area: AreaCode? = nil) {
        self.field = field
        self.area = area
    }
}
