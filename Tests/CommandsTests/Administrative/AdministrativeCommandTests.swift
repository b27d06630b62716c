import Foundation
import TestSupport
import Testing

/// The map on the command line, over the data that the program carries.
@Suite struct AdministrativeCommandTests {
    private func withMap(_ body: (URL) async throws -> Void) async throws {
        try await withFolder { folder in
            #expect(try await run(["migrate"], in: folder).status == 0)
            try await body(folder)
        }
    }

    private func run(_ arguments: [String], in folder: URL) async throws -> (status: Int32, output: String, faults: String) {
        try await ProgramRun.run(arguments + ["--data", folder.path], in: folder)
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func theShippedUnitsGoInOnceAndAreThenFound() async throws {
        try await withMap { folder in
            let first = try await run(["import", "administrative-units", "--json"], in: folder)
            #expect(first.status == 0, "\(first.faults)")
            let report = try object(first.output)
            #expect((report["changes"] as? [String: Int])?["added"] == 14_149)
            #expect((report["notice"] as? String)?.contains("MIT License") == true)
            let counts = try #require(report["counts"] as? [[String: Any]])
            #expect(counts.contains { $0["classification"] as? Int == 2 && $0["kind"] as? String == "ward" && $0["count"] as? Int == 687 })

            let again = try await run(["import", "administrative-units"], in: folder)
            #expect(again.output.contains("Đơn vị: thêm 0, sửa 0, bỏ 0."))
            #expect(again.output.contains("Permission is hereby granted"))

            let both = try await run(["administrative", "show", "24"], in: folder)
            #expect(both.status == 1 && both.faults.contains("Tỉnh Bắc Giang") && both.faults.contains("Tỉnh Bắc Ninh"))
            #expect(both.faults.contains("--classification 3") && both.faults.contains("--classification 2"))

            let old = try object(try await run(["administrative", "show", "24", "--classification", "3", "--json"], in: folder).output)
            #expect(old["fate"] as? String == "one")
            #expect((old["became"] as? [[String: Any]])?.first?["name"] as? String == "Tỉnh Bắc Ninh")

            let district = try object(try await run(["administrative", "show", "218", "--json"], in: folder).output)
            #expect(district["fate"] as? String == "dissolved" && (district["became"] as? [Any])?.count == 8)

            let found = try await run(["administrative", "find", "luc nam"], in: folder)
            #expect(found.output.contains("Huyện Lục Nam") && found.output.contains("Xã Lục Nam"))
        }
    }

    @Test func aCodeThatIsNotThereIsRefusedWithWhatToDo() async throws {
        try await withMap { folder in
            let result = try await run(["administrative", "show", "24"], in: folder)
            #expect(result.status == 1 && result.faults.contains("import administrative-units"))
        }
    }

    @Test func anotherClassificationIsWrongUsage() async throws {
        try await withMap { folder in
            let result = try await run(["administrative", "show", "24", "--classification", "5"], in: folder)
            #expect(result.status == 2)
        }
    }
}
