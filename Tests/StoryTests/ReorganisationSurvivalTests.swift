import Database
import Domain
import Foundation
import Operations
import Storage
import Testing
import TestSupport

/// A reorganisation that is killed in the middle is undone or done, never half.
@Suite(.serialized) struct ReorganisationSurvivalTests {
    private struct Standing: Equatable {
        /// Open cases whose lead has ended.
        var orphans: Int
        /// Open cases whose lead a plan has moved.
        var moved: Int
        var due: [Instant]
        var ended: Int
        var carriedOut: Int
    }

    private static let day = "2026-08-10"
    private static let now = ["DONGHANH_NOW": "2026-08-10T09:00:00+07:00"]

    private func standing(_ database: Database) async throws -> Standing {
        try await database.read { tx in
            Standing(
                orphans: try tx.count(
                    "SELECT count(*) AS n FROM petition JOIN unit ON unit.id = petition.lead WHERE is_open = 1 AND unit.valid_to < \(Self.day)"),
                moved: try tx.count("SELECT count(DISTINCT petition) AS n FROM case_event WHERE verb = 'inherited'"),
                due: try tx.all("SELECT due_at FROM petition ORDER BY id") { try $0["due_at"] },
                ended: try tx.count("SELECT count(*) AS n FROM unit WHERE valid_to < \(Self.day) AND key LIKE 'huyen-%'"),
                carriedOut: try tx.count("SELECT count(*) AS n FROM reorganisation WHERE state = 'carriedOut'"))
        }
    }

    @Test(.eachEngine) func killedInTheMiddleItIsUndoneOrDone() async throws {
        try await withFolder { folder in
            let environment = try ["DONGHANH_DATABASE_URL": Engine.current.address(in: folder)].merging(Self.now) { $1 }
            let database = try await Database.open(environment["DONGHANH_DATABASE_URL"] ?? "")
            let test = try await TestOffice(database: database)
            let provinces = TwoProvinces(beginning: Day(number: 19_000), communes: 12, districts: 3, departments: 4)
            try await provinces.settle(1_200, in: test)
            let before = try await standing(database)
            let file = folder.appendingPathComponent("plan.yaml")
            // JSON is YAML.
            try JSONEncoder().encode(provinces.plan).write(to: file)
            let command = ["reorganise", file.path, "--on", Self.day]
            for milliseconds in [80, 250, 400, 600, 900] {
                let run = try ProgramRun(command, in: folder, environment: environment)
                // Another process works: there is nothing to await but time.
                try await Task.sleep(for: .milliseconds(milliseconds))
                run.signal(SIGKILL)
                _ = await run.status()
                let now = try await standing(database)
                if now.carriedOut == 1 { break }
                #expect(now == before, "killed after \(milliseconds) ms")
            }
            if try await standing(database).carriedOut == 0 {
                let run = try await ProgramRun.run(command, in: folder, environment: environment)
                #expect(run.status == 0, "\(run.faults)")
            }
            let after = try await standing(database)
            #expect(after.carriedOut == 1 && after.orphans == 0 && after.ended == 6)
            #expect(after.due == before.due)
            #expect(after.moved > 900 && before.moved == 0)
            try database.close()
        }
    }
}
