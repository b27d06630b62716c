import Database
import Domain
import Operations
import Storage
import TestSupport
import Testing

/// Scanning of files, with a scanner that says what the test wants.
@Suite(.eachEngine) struct FileScansTests {
    private let scanner = RecordingScanner()

    private func scans(_ office: TestOffice) -> FileScans { FileScans(office: office.office, scanner: scanner, pause: { _ in }) }

    private func health(_ office: TestOffice) async throws -> ScannerHealth { try await office.office.read { try ScannerHealth.load($0) } }

    @Test func everyFileIsLookedAtOnce() async throws {
        let office = try await TestOffice()
        let petition = try await office.keep([("a.txt", [65]), ("b.txt", [66])])
        for _ in 0..<3 { await scans(office).scanAll() }
        #expect(scanner.scanned == 2)
        #expect(try await office.files(of: petition).map(\.file?.scan) == [.clean, .clean])
        #expect(try await health(office) == ScannerHealth(answeredAt: office.clock.now))
    }

    @Test func whatIsInfectedIsKnownByItsSignature() async throws {
        let office = try await TestOffice()
        scanner.condemn([66])
        let petition = try await office.keep([("a.txt", [65]), ("b.txt", [66])])
        await scans(office).scanAll()
        #expect(try await office.files(of: petition).map(\.file?.scan) == [.clean, .infected(signature: "Thu.Nghiem")])
        let found = try await office.office.read { try FileStateStore.infected($0) }
        #expect(found == [InfectedFile(name: "b.txt", signature: "Thu.Nghiem", scannedAt: office.clock.now, number: petition.number)])
        let again = try await office.keep([("c.txt", [66])])
        #expect(try await office.files(of: again).map(\.file?.scan) == [.infected(signature: "Thu.Nghiem")], "the same content is known")
    }

    @Test func whileTheScannerIsAwayFilesWaitAndALightIsRed() async throws {
        let office = try await TestOffice()
        let petition = try await office.keep([("a.txt", [65])])
        scanner.fail(.away("Không kết nối được clamd."))
        let since = office.clock.now
        await scans(office).scanAll()
        office.clock.advance(hours: 1)
        await scans(office).scanAll()
        #expect(try await health(office) == ScannerHealth(failedAt: since, reason: "Không kết nối được clamd."))
        #expect(try await office.files(of: petition).map(\.file?.scan) == [.unscanned])
        #expect(try await office.office.read { try FileStateStore.unscanned($0) } == 1)
        scanner.fail(nil)
        await scans(office).scanAll()
        #expect(try await health(office) == ScannerHealth(answeredAt: office.clock.now))
        #expect(try await office.files(of: petition).map(\.file?.scan) == [.clean])
    }

    @Test func ofARestrictedCaseTheAdministratorLearnsNeitherFileNorNumber() async throws {
        let office = try await TestOffice()
        scanner.condemn([66])
        let restricted = try await office.restricted()
        try await office.office.perform(KeepFiles(petition: restricted.id, files: [("to-giac.txt", [66])]), as: .system)
        await scans(office).scanAll()
        let found = try await office.office.read { try FileStateStore.infected($0) }
        #expect(found == [InfectedFile(name: nil, signature: "Thu.Nghiem", scannedAt: office.clock.now, number: nil)])
    }

    @Test func aFileOverWhichTheScannerHangsUpWaitsBehindAllOthers() async throws {
        let office = try await TestOffice()
        let petition = try await office.keep([("a.txt", [65]), ("b.txt", [66]), ("c.txt", [67])])
        scanner.hangUp(over: [66])
        await scans(office).scanAll()
        #expect(try await office.files(of: petition).map(\.file?.scan) == [.clean, .unscanned, .clean])
        #expect(try await health(office).failedAt == nil, "it answers")
        await scans(office).scanAll()
        #expect(scanner.scanned == 3, "not again at once")
        office.clock.advance(seconds: 6)
        let late = try await office.keep([("d.txt", [68])])
        await scans(office).scanAll()
        #expect(scanner.scanned == 5)
        #expect(try await office.files(of: late).map(\.file?.scan) == [.clean])
        scanner.hangUp(over: nil)
        office.clock.advance(hours: 7)
        await scans(office).scanAll()
        #expect(try await office.files(of: petition).map(\.file?.scan) == [.clean, .clean, .clean])
    }

    @Test func aFileThatNeverComesThroughIsClaimedAfterThoseThatWereTriedLessOften() async throws {
        let office = try await TestOffice()
        _ = try await office.keep([("a.txt", [65]), ("b.txt", [66])])
        let (first, second) = (contentHash([65]), contentHash([66]))
        let now = office.clock.now
        // As after scanners that died over them: both are due, one of them was tried more often, long ago.
        try await office.office.database.write { tx in
            for _ in 0..<2 { try FileStateStore.postponeScan(first, until: now.adding(seconds: -100), tx) }
            try FileStateStore.postponeScan(second, until: now, tx)
        }
        let claimed = try await office.office.database.write { try FileStateStore.claimForScan(at: now, until: now.adding(seconds: 60), $0) }
        #expect(claimed?.hash == second && claimed?.attempts == 1)
        _ = try await office.keep([("c.txt", [67])])
        let next = try await office.office.database.write { try FileStateStore.claimForScan(at: now, until: now.adding(seconds: 60), $0) }
        #expect(next?.hash == contentHash([67]), "what was never tried comes before what was")
    }

    @Test func aFileThatTheScannerRefusesHoldsNoOtherUp() async throws {
        let office = try await TestOffice()
        _ = try await office.keep([("a.txt", [65]), ("b.txt", [66])])
        scanner.refuse(.refused("INSTREAM size limit exceeded"))
        await scans(office).scanAll()
        #expect(scanner.scanned == 2)
        await scans(office).scanAll()
        #expect(scanner.scanned == 2, "not again at once")
        #expect(try await health(office).failedAt == nil)
        scanner.refuse(nil)
        office.clock.advance(hours: 7)
        await scans(office).scanAll()
        #expect(try await office.office.read { try FileStateStore.unscanned($0) } == 0)
    }
}
