package import Domain
import Operations

// One matter that was sent twice.
extension TestOffice {
    /// A case of the form that Nga handles, and the same matter that came over Zalo three hours later.
    package func twins(_ main: Case? = nil) async throws -> (main: Case, duplicate: Case) {
        var first = main
        if first == nil { first = try await assigned() }
        guard let first else { throw Missing("a main case") }
        clock.advance(hours: 3)
        try await zalo("Duong vao khu cong nghiep bi sut lun, xe tai khong ra vao duoc", from: "z-twin", id: "twin-at-\(clock.now.milliseconds)")
        return (first, try await newest(of: "z-twin"))
    }

    /// Merges a case into another one, by the intake desk; the duplicate.
    package func merged(_ duplicate: Case, into main: Case) async throws -> Case {
        try await office.perform(
            MergeCase(petition: duplicate.id, version: duplicate.version, into: main.number), as: .staff(cast.lan))
    }

    /// Two cases that are one: the main case and its duplicate, as they stand.
    package func mergedTwins(_ main: Case? = nil) async throws -> (main: Case, duplicate: Case) {
        let (first, second) = try await twins(main)
        let duplicate = try await merged(second, into: first)
        return (try await load(first.id), duplicate)
    }

    package func separated(_ duplicate: Case) async throws -> Case {
        try await office.perform(
            UnmergeCase(petition: duplicate.id, version: duplicate.version, reason: "Hai đoạn đường khác nhau."), as: .staff(cast.lan))
    }
}
