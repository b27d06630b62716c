package import Domain

/// What a test wanted was not there.
package struct Missing: Error, CustomStringConvertible {
    package var description: String

    package init(_ what: String) { description = "missing: \(what)" }
}

/// A moment written as ISO, in Vietnamese time where no offset stands.
package func moment(_ iso: String) throws -> Instant {
    guard let instant = Instant(iso: iso) else { throw Missing("a moment in “\(iso)”") }
    return instant
}

/// A day written as ISO.
package func day(_ iso: String) throws -> Day {
    guard let day = Day(iso: iso) else { throw Missing("a day in “\(iso)”") }
    return day
}

/// An id that tests tell apart by a small number.
package func id<Owner>(_ number: UInt8) -> ID<Owner> {
    ID(at: Instant(milliseconds: 1_600_000_000_000), chance: [UInt8](repeating: number, count: 10))
}
