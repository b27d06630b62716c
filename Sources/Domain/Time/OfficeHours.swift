/// Office hours (giờ làm việc) and what they mean for deadlines: a setting of each authority, since no decree fixes it (brief §2.3).
package struct OfficeHours: Hashable, Sendable {
    /// What a petition counts as that arrives after closing or on a day off.
    package enum Receipt: String, CaseIterable, Sendable, Codable {
        /// Received on the day it arrives: that day is day 0, whatever the hour. The default.
        case sameDay
        /// Received on the next working day, which becomes day 0.
        case nextWorkingDay
    }

    /// Second of the day at which offices open.
    package var opens: Int
    /// Second of the day at which offices close; from here on a receipt is "after hours".
    package var closes: Int
    /// Second of the last day at which a deadline runs out: 86,399 (23:59:59) by Civil Code 2015 Art. 148, or `closes` where
    /// an authority ends its deadlines with the working day.
    package var endOfDeadline: Int
    package var receiptAfterHours: Receipt

    package init(
        opens: Int = 8 * 3600, closes: Int = 17 * 3600, endOfDeadline: Int = 86_399, receiptAfterHours: Receipt = .sameDay
    ) {
        self.opens = opens
        self.closes = closes
        self.endOfDeadline = endOfDeadline
        self.receiptAfterHours = receiptAfterHours
    }
}
