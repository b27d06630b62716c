/// An operating regulation of a task force (quy chế hoạt động), in its versions, with the parameters that the software goes by.
package struct Regulation: Sendable, Equatable {
    package let id: ID<Regulation>
    package var document: Decision
    package var validFrom: Day
    package var parameters: Parameters

    /// What a regulation sets; what it does not set follows the nation's defaults.
    package struct Parameters: Sendable, Equatable, Codable {
        /// Working days for an answer; `nil`: by the deadline profile.
        package var resolveDays: Int?
        /// By when members report (seed 000: Friday, 12:00).
        package var reportWeekday: Int
        package var reportHour: Int
        /// How often a case may go from unit to unit before the standing deputy decides (requirement 18).
        package var transferLimit: Int
        /// How many working days back an officer may date what he takes in; `nil`: the standard.
        package var backdatingDays: Int?

        /// Working days, where a regulation says nothing.
        package static let standardBackdating = 3

        /// Working days back at most.
        package var mostBackdating: Int { backdatingDays ?? Self.standardBackdating }

        package init(
            resolveDays: Int? = nil, reportWeekday: Int = 4, reportHour: Int = 12, transferLimit: Int = 2, backdatingDays: Int? = nil
        ) {
            self.resolveDays = resolveDays
            self.reportWeekday = reportWeekday
            self.reportHour = reportHour
            self.transferLimit = transferLimit
            self.backdatingDays = backdatingDays
        }
    }

    package init(id: ID<Regulation>, document: Decision, validFrom: Day, parameters: Parameters = Parameters()) {
        self.id = id
        self.document = document
        self.validFrom = validFrom
        self.parameters = parameters
    }

    /// The version in force on a day: the one that began last.
    package static func inForce(_ all: [Regulation], on day: Day) -> Regulation? {
        all.filter { $0.validFrom <= day }.max { ($0.validFrom, $0.id) < ($1.validFrom, $1.id) }
    }

    /// Checks what is typed. Throws `Refusal.invalid`.
    package func check() throws(Refusal) {
        var list = ProblemList()
        document.check("document", &list)
        if let days = parameters.resolveDays, !(1...60).contains(days) { list.add("resolveDays", .unknownCode) }
        if !(0...6).contains(parameters.reportWeekday) { list.add("reportWeekday", .unknownCode) }
        if !(0...23).contains(parameters.reportHour) { list.add("reportHour", .unknownCode) }
        if !(0...20).contains(parameters.transferLimit) { list.add("transferLimit", .unknownCode) }
        if let days = parameters.backdatingDays, !(0...20).contains(days) { list.add("backdatingDays", .outOfRange(0, 20)) }
        try list.refuse()
    }
}
