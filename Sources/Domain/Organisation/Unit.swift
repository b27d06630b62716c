/// A unit (đơn vị): a department, a board, a district, a commune. It lives from a day to a day; cases keep the unit they had.
package struct Unit: Sendable, Equatable {
    package let id: ID<Unit>
    /// The word by which imports and commands name it.
    package let key: String
    package var name: String
    package var shortName: String
    package var level: Level
    package var parent: ID<Unit>?
    package var validFrom: Day
    /// The last day of its life; `nil` while it lives.
    package var validTo: Day?

    package enum Level: String, CaseIterable, Sendable, Codable {
        case province, department, board, institute, district, commune
    }

    package init(
        id: ID<Unit>, key: String, name: String, shortName: String, level: Level, parent: ID<Unit>? = nil, validFrom: Day,
        validTo: Day? = nil
    ) {
        self.id = id
        self.key = key
        self.name = name
        self.shortName = shortName
        self.level = level
        self.parent = parent
        self.validFrom = validFrom
        self.validTo = validTo
    }

    package func isOpen(on day: Day) -> Bool { validFrom <= day && validTo.map { day <= $0 } ?? true }
}
