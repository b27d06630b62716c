import Database
import Operations
import Storage
import TestSupport
import Testing

/// What cases are known by is noted behind everything else.
@Suite struct LikenessFillerTests {
    @Test func everyCaseIsNotedHoweverManyWait() async throws {
        let test = try await TestOffice()
        let count = LikenessFiller.bite * 2 + 3
        for _ in 0..<count { _ = try await test.submit() }
        #expect(try await test.rows(in: "likeness_term") == 0, "intake does not wait for it")
        let filler = LikenessFiller(office: test.office) { _ in }
        await filler.fillAll()
        #expect(try await test.number("SELECT count(DISTINCT petition) AS n FROM likeness_term") == count)
        let before = try await test.rows(in: "likeness_term")
        await filler.fillAll()
        #expect(try await test.rows(in: "likeness_term") == before)
    }
}
