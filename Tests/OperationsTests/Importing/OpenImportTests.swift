import Documents
import Domain
import Storage
import Testing
import TestSupport

@testable import Operations

@Suite(.eachEngine) struct OpenImportTests {
    private static let text = "Số,Chuyện,Của ai\n1,Đường vào khu bị ngập,Một\n2,Thiếu điện giờ cao điểm,Hai\n"

    private func list(_ text: String = Self.text) throws -> ImportedList { try ImportedList(fileName: "la.csv", bytes: Array(text.utf8)) }

    private func open(_ test: TestOffice, _ channel: Channel = .portal) async throws -> PetitionImport {
        try await test.office.perform(OpenImport(try list(), channel: channel, name: "", day: nil), as: .staff(test.cast.lan))
    }

    @Test func aFileThatWaitsHasMadeNothing() async throws {
        let test = try await TestOffice()
        let run = try await open(test)
        #expect(run.state == .waiting && run.counts == nil && run.accountName == test.cast.lan.name)
        #expect(try await test.office.read { try ImportStore.file(of: run.id, $0) } == Array(Self.text.utf8))
        #expect(try await test.rows(in: "petition") == 0)
    }

    @Test func aMappingIsRememberedForTheChannelAndTheHeads() async throws {
        let test = try await TestOffice()
        let run = try await open(test)
        let mapping = PetitionMapping([.number, .text, .sender])
        _ = try await test.office.perform(
            MapImport(run.id, mapping: mapping, name: "Cổng cũ", leavesAnswered: false), as: .staff(test.cast.lan))
        let next = try await open(test)
        #expect(next.order.mapping == mapping && next.mappingName == "Cổng cũ")
        #expect(try await open(test, .tax).mappingName == "")
        let other = try await test.office.mapping(for: try list("Số,Chuyện,Khác\n1,a,b\n"), on: .portal)
        #expect(other.name == "")
        let kept = try #require(try await test.office.read { try ImportMappingStore.all($0) }.first)
        try await test.office.perform(ForgetMapping(kept.id), as: .staff(test.cast.lan))
        #expect(try await open(test).mappingName == "")
    }

    @Test func aWaitingFileIsTakenInOnce() async throws {
        let test = try await TestOffice()
        let run = try await open(test)
        let mapping = PetitionMapping([.number, .text, .sender])
        let mapped = try await test.office.perform(
            MapImport(run.id, mapping: mapping, name: "", leavesAnswered: false), as: .staff(test.cast.lan))
        let outcome = try await test.office.perform(RunImport(run.id, seal: mapped.order.seal, list: try list()), as: .staff(test.cast.lan))
        #expect(outcome.run.counts?.new == 2)
        await #expect(throws: Refusal.isOver) {
            try await test.office.perform(RunImport(run.id, seal: mapped.order.seal, list: try list()), as: .staff(test.cast.lan))
        }
        await #expect(throws: Refusal.isOver) {
            try await test.office.perform(MapImport(run.id, mapping: mapping, name: "", leavesAnswered: false), as: .staff(test.cast.lan))
        }
        try await test.office.perform(DiscardImport(run.id), as: .staff(test.cast.lan))
        #expect(try await test.rows(in: "petition_import") == 1)
        #expect(try await test.rows(in: "petition") == 2)
    }

    @Test func whatNobodyTakesInIsThrownAwayAfterAWeek() async throws {
        let test = try await TestOffice()
        let first = try await open(test)
        test.clock.advance(days: 8)
        _ = try await open(test)
        #expect(try await test.office.read { try ImportStore.load(first.id, $0) } == nil)
        #expect(try await test.rows(in: "petition_import_file") == 1)
    }

    @Test func onlyWhoTakesInForSendersTakesListsIn() async throws {
        let test = try await TestOffice()
        let list = try list()
        for account in [test.cast.nga, test.cast.admin] {
            await #expect(throws: Refusal.notPermitted(.takeIn)) {
                try await test.office.perform(OpenImport(list, channel: .portal, name: "", day: nil), as: .staff(account))
            }
            let order = PetitionImportOrder(channel: .portal, list: "", mapping: PetitionMapping([]), day: nil, leavesAnswered: false)
            await #expect(throws: Refusal.notPermitted(.takeIn)) {
                try await test.office.preview(order, of: list.table, as: .staff(account))
            }
        }
    }

    @Test func aChannelThatTakesNoListsIsRefused() async throws {
        let test = try await TestOffice()
        await #expect(throws: Refusal.invalid([Problem("channel", .unknownCode), Problem("listName", .missing)])) {
            try await open(test, .zalo)
        }
    }

    @Test func whatSomebodyElseMappedAnewIsNotTakenInUnseen() async throws {
        let test = try await TestOffice()
        let run = try await open(test)
        let seen = try await test.office.perform(
            MapImport(run.id, mapping: PetitionMapping([.number, .text, .sender]), name: "", leavesAnswered: false), as: .staff(test.cast.lan))
        _ = try await test.office.perform(
            MapImport(run.id, mapping: PetitionMapping([.number, .sender, .text]), name: "", leavesAnswered: false), as: .staff(test.cast.hung))
        await #expect(throws: Refusal.changedMeanwhile) {
            try await test.office.perform(RunImport(run.id, seal: seen.order.seal, list: try list()), as: .staff(test.cast.lan))
        }
        #expect(try await test.rows(in: "petition") == 0)
    }

    @Test func aListIsReadAwayFromTheSharedThreadsWithTheSameFaults() async throws {
        let list = try await ImportedList.read(fileName: "la.csv", bytes: Array(Self.text.utf8))
        #expect(list.table == (try self.list()).table)
        await #expect(throws: ImportFileFault.self) { try await ImportedList.read(fileName: "la.xlsx", bytes: Samples.pdf + [0, 0]) }
    }
}
