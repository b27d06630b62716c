/// How far the network of task forces reaches on a day (seed 001: 100 % of departments, 8 districts, 126 communes): which unit has
/// its team, its regulation, its assigned members, a working channel, and who is missing.
package struct Coverage: Sendable, Equatable {
    package var day: Day
    /// By level, then by name.
    package var rows: [Row]

    /// One unit of the network.
    package struct Row: Sendable, Equatable {
        package var unit: ID<Unit>
        package var name: String
        package var level: Unit.Level
        package var hasTeam: Bool
        package var hasRegulation: Bool
        /// Members who serve on the day; of a unit without a team of its own, those assigned to the team above from here.
        package var members: Int
        package var hasChannel: Bool

        package init(
            unit: ID<Unit>, name: String, level: Unit.Level, hasTeam: Bool, hasRegulation: Bool, members: Int, hasChannel: Bool
        ) {
            self.unit = unit
            self.name = name
            self.level = level
            self.hasTeam = hasTeam
            self.hasRegulation = hasRegulation
            self.members = members
            self.hasChannel = hasChannel
        }

        package var isComplete: Bool { hasTeam && hasRegulation && members > 0 && hasChannel }
    }

    /// The figures of a level or of all.
    package struct Total: Sendable, Equatable {
        /// `nil`: all levels together.
        package var level: Unit.Level?
        package var units: Int
        package var withTeam: Int
        package var withRegulation: Int
        package var withMembers: Int
        package var withChannel: Int
        package var complete: Int

        init(_ level: Unit.Level?, _ rows: [Row]) {
            self.level = level
            units = rows.count
            withTeam = rows.count { $0.hasTeam }
            withRegulation = rows.count { $0.hasRegulation }
            withMembers = rows.count { $0.members > 0 }
            withChannel = rows.count { $0.hasChannel }
            complete = rows.count { $0.isComplete }
        }
    }

    package init(day: Day, rows: [Row]) {
        self.day = day
        self.rows = rows
    }

    /// Each level that has units, in the order of levels, and then all together.
    package var totals: [Total] {
        Unit.Level.allCases.compactMap { level in
            let rows = rows.filter { $0.level == level }
            return rows.isEmpty ? nil : Total(level, rows)
        } + [Total(nil, rows)]
    }

    package var missing: [Row] { rows.filter { !$0.isComplete } }
}
