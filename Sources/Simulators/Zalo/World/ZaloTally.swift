/// A count that begins anew with every month, or day, of Vietnamese time.
struct ZaloTally: Sendable {
    private var period = ""
    private(set) var used = 0

    mutating func used(in period: String) -> Int {
        if period != self.period { (self.period, used) = (period, 0) }
        return used
    }

    /// Takes one out of so many; `nil` when none is left, otherwise what is left afterwards.
    mutating func take(outOf total: Int, in period: String) -> Int? {
        guard used(in: period) < total else { return nil }
        used += 1
        return total - used
    }
}
