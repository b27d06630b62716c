extension Rules {
    /// How far back the receipts of a list may lie: to the beginning of the fifth year before this one, and not before there was any
    /// rule on how long an answer may take. What is older is a slip of the pen, or nothing that is still to be answered.
    package func oldestReceipt(at now: Instant) -> Day {
        let years = Day(now.day.year - 5, 1, 1) ?? now.day
        let profile = profiles.first { $0.scope.fits(Classification(), lead: nil) }?.validFrom
        return max(years, profile ?? years)
    }
}
