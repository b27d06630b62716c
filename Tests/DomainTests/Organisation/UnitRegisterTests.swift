import Domain
import Testing

/// Units that merge, split, change their names and vanish, and stay printable as they were (requirements 53 and 55).
@Suite struct UnitRegisterTests {
    @Test func aNameIsPrintedAsItWasOnItsDay() throws {
        var register = try Units.register()
        var renamed = try #require(register.version(of: Units.id(4), on: Units.merger))
        renamed.name = "Sở Khoa học và Công nghệ"
        renamed.validFrom = Units.merger
        try register.change(renamed)
        #expect(register.name(of: Units.id(4), on: Units.merger.adding(-1)) == "Sở Thông tin và Truyền thông")
        #expect(register.name(of: Units.id(4), on: Units.merger) == "Sở Khoa học và Công nghệ")
        #expect(register.versions[Units.id(4)]?.first?.validTo == Units.merger.adding(-1))
        #expect(register.faults().isEmpty)
    }

    @Test func aUnitThatEndedKeepsItsLastName() throws {
        var register = try Units.register()
        try register.end(Units.id(2), last: Units.merger.adding(-1))
        #expect(register.version(of: Units.id(2), on: Units.merger) == nil)
        #expect(register.name(of: Units.id(2), on: Units.merger.adding(400)) == "Sở Kế hoạch và Đầu tư")
        #expect(throws: UnitFault.hasEnded("khdt", on: Units.merger.adding(-1))) { try register.end(Units.id(2), last: Units.merger) }
    }

    @Test func aTreeHasNoCycle() throws {
        var register = try Units.register()
        var district = try #require(register.version(of: Units.id(5), on: Units.merger))
        district.parent = Units.id(6)
        district.validFrom = Units.merger
        #expect(throws: UnitFault.cycle("huyen")) { try register.change(district) }
        district.parent = Units.id(5)
        #expect(throws: UnitFault.cycle("huyen")) { try register.change(district) }
    }

    @Test func versionsDoNotOverlap() throws {
        var register = try Units.register()
        var renamed = try #require(register.version(of: Units.id(3), on: Units.merger))
        renamed.validFrom = Units.beginning.adding(-5)
        #expect(throws: UnitFault.overlaps("tc", with: Units.beginning)) { try register.change(renamed) }
        let stored = UnitRegister(
            keys: ["a": Units.id(1)],
            versions: [Units.version(1, "A"), UnitVersion(unit: Units.id(1), validFrom: Units.merger, name: "B", shortName: "B", level: .board)],
            successions: [])
        #expect(stored.faults() == [.overlaps("a", with: Units.merger)])
    }

    @Test func aUnitDoesNotEndBeforeItBegins() throws {
        var register = try Units.register()
        #expect(throws: UnitFault.endsBeforeBegin("tc")) { try register.end(Units.id(3), last: Units.beginning.adding(-1)) }
        var version = Units.version(50, "Mới")
        version.validTo = Units.beginning.adding(-1)
        #expect(throws: UnitFault.endsBeforeBegin("moi")) { try register.found("moi", version) }
    }

    @Test func aSuccessorMustBeThereOnTheDay() throws {
        var register = try Units.register()
        var late = Units.version(50, "Sở mới")
        late.validFrom = Units.merger.adding(10)
        try register.found("moi", late)
        let early = Succession(from: Units.id(2), to: Units.id(50), on: Units.merger, kind: .merge)
        #expect(throws: UnitFault.successorNotThere("moi", on: Units.merger)) { try register.hand(early) }
        #expect(throws: UnitFault.unknown(Units.id(99).text)) {
            try register.hand(Succession(from: Units.id(2), to: Units.id(99), on: Units.merger, kind: .merge))
        }
        #expect(throws: UnitFault.ownSuccessor("khdt")) {
            try register.hand(Succession(from: Units.id(2), to: Units.id(2), on: Units.merger, kind: .merge))
        }
    }

    @Test func aKeyBelongsToOneUnit() throws {
        var register = try Units.register()
        #expect(throws: UnitFault.keyTaken("tc")) { try register.found("tc", Units.version(60, "Khác")) }
        #expect(throws: UnitFault.nameless("moi")) { try register.found("moi", Units.version(60, "")) }
    }

    @Test func aPartialTransferConcernsItsFieldOnly() throws {
        var register = try Units.register()
        let minerals = FieldCode("khoang-san")
        try register.hand(Succession(from: Units.id(2), to: Units.id(3), on: Units.merger, kind: .transfer, fields: [minerals]))
        #expect(register.heir(of: Units.id(2), for: Matter(field: minerals), on: Units.merger).unit == Units.id(3))
        #expect(register.heir(of: Units.id(2), for: Matter(field: FieldCode("dau-tu")), on: Units.merger).unit == Units.id(2))
        #expect(register.heir(of: Units.id(2), for: Matter(field: minerals), on: Units.merger.adding(-1)).unit == Units.id(2))
    }

    @Test func whatWasGivenAwayAndCameBackEndsWhereItIs() throws {
        var register = try Units.register()
        let field = FieldCode("khoang-san")
        try register.hand(Succession(from: Units.id(2), to: Units.id(3), on: Units.merger, kind: .transfer, fields: [field]))
        try register.hand(Succession(from: Units.id(3), to: Units.id(4), on: Units.merger.adding(90), kind: .transfer, fields: [field]))
        let heir = register.heir(of: Units.id(2), for: Matter(field: field), on: Units.merger.adding(100))
        #expect(heir.unit == Units.id(4))
        #expect(heir.path.map(\.to) == [Units.id(3), Units.id(4)])
    }
}
