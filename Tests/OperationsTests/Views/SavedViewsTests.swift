import Domain
import Operations
import Storage
import Testing
import TestSupport

/// The lists that a person keeps.
@Suite(.eachEngine) struct SavedViewsTests {
    private func names(_ test: TestOffice, _ account: Account) async throws -> [String] {
        try await test.office.read { try SavedViewStore.of(account.id, $0).map(\.name) }
    }

    @Test func listsStandInTheOrderOfTheirSavingAndAreOnesOwn() async throws {
        let test = try await TestOffice()
        for name in ["Quá hạn của tôi", "Khẩn"] { _ = try await test.office.perform(SaveView(name: name, query: "khan=1"), as: .staff(test.cast.lan)) }
        #expect(try await names(test, test.cast.lan) == ["Quá hạn của tôi", "Khẩn"])
        #expect(try await names(test, test.cast.mai).isEmpty)
    }

    @Test func aNameStandsOnce() async throws {
        let test = try await TestOffice()
        let lan = Actor.staff(test.cast.lan)
        let first = try await test.office.perform(SaveView(name: "Khẩn", query: "khan=1"), as: lan)
        let second = try await test.office.perform(SaveView(name: "Xa", query: "noi-dat=outside"), as: lan)
        let held = Refusal.invalid([Problem("viewName", .held)])
        await #expect(throws: held) { try await test.office.perform(SaveView(name: "Khẩn", query: ""), as: lan) }
        await #expect(throws: held) { try await test.office.perform(RenameView(view: second.id, name: "Khẩn"), as: lan) }
        try await test.office.perform(RenameView(view: first.id, name: "Khẩn cấp"), as: lan)
        #expect(try await names(test, test.cast.lan) == ["Khẩn cấp", "Xa"])
    }

    @Test func nobodyTouchesTheListsOfAnother() async throws {
        let test = try await TestOffice()
        let view = try await test.office.perform(SaveView(name: "Khẩn", query: "khan=1"), as: .staff(test.cast.lan))
        let mai = Actor.staff(test.cast.mai)
        await #expect(throws: Refusal.noSuch(.view)) { try await test.office.perform(RenameView(view: view.id, name: "x"), as: mai) }
        try await test.office.perform(DeleteView(view: view.id), as: mai)
        #expect(try await names(test, test.cast.lan) == ["Khẩn"])
        try await test.office.perform(DeleteView(view: view.id), as: .staff(test.cast.lan))
        #expect(try await names(test, test.cast.lan).isEmpty)
    }

    @Test func thereIsAnEndToThem() async throws {
        let test = try await TestOffice()
        let lan = Actor.staff(test.cast.lan)
        for number in 0..<SavedView.most { _ = try await test.office.perform(SaveView(name: "\(number)", query: ""), as: lan) }
        await #expect(throws: Refusal.invalid([Problem("viewName", .full(SavedView.most))])) {
            try await test.office.perform(SaveView(name: "thêm", query: ""), as: lan)
        }
    }
}
