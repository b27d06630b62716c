import Testing

@testable import Domain

/// A small map made for a test: one province with a district and two communes, and what became of them.
enum SmallMap {
    static let units = """
        3\t01\tprovince\tTỉnh Cũ\t
        3\t001\truralDistrict\tHuyện Đồi\t01
        3\t00001\tcommune\tXã Suối\t001
        3\t00002\ttownship\tThị trấn Đồi\t001
        2\t01\tprovince\tTỉnh Mới\t
        2\t00003\tcommune\tXã Suối Lớn\t01
        2\t00004\tward\tPhường Đồi\t01
        """
    static let successions = "01\t01\twhole\n00001\t00003\twhole\n00002\t00003\tpart\n00002\t00004\tusual\n"

    static func map(units: String = units, successions: String = successions) throws(AdministrativeFault) -> AdministrativeMap {
        try AdministrativeMap(unitsFile: Array(units.utf8), successionFile: Array(successions.utf8))
    }
}

@Suite struct AdministrativeMapTests {
    @Test func aWholeSuccessionNeedsNoQuestion() throws {
        let map = try SmallMap.map()
        #expect(try map.fate(of: threeTiers("00001")).units.map(\.name) == ["Xã Suối Lớn"])
        guard case .one = try map.fate(of: threeTiers("00001")) else { return #expect(Bool(false)) }
    }

    @Test func ofADividedUnitTheUsualPartComesFirst() throws {
        let map = try SmallMap.map()
        guard case .split(let parts) = try map.fate(of: threeTiers("00002")) else { return #expect(Bool(false)) }
        #expect(parts.map(\.code.digits) == ["00004", "00003"])
    }

    @Test func aDistrictBecameWhatItsCommunesBecame() throws {
        let map = try SmallMap.map()
        guard case .dissolved(let communes) = try map.fate(of: threeTiers("001")) else { return #expect(Bool(false)) }
        #expect(communes.map(\.code.digits) == ["00003", "00004"])
    }

    @Test func whatStandsTodayHasNoSuccessor() throws {
        #expect(try SmallMap.map().fate(of: twoTiers("00003")) == .nothing)
    }

    @Test func aNewUnitKnowsWhatItWasMadeOf() throws {
        let origins = try SmallMap.map().origins(of: twoTiers("00003"))
        #expect(origins.map(\.unit.code.digits) == ["00001", "00002"])
        #expect(origins.map(\.share) == [.whole, .part])
    }

    @Test func aCodeAloneMayMeanTwoUnits() throws {
        #expect(try SmallMap.map().meanings(of: "01").map(\.name) == ["Tỉnh Cũ", "Tỉnh Mới"])
        #expect(try SmallMap.map().meanings(of: "00004").map(\.name) == ["Phường Đồi"])
        #expect(try SmallMap.map().meanings(of: "không").isEmpty)
    }

    @Test(arguments: [
        (AdministrativeUnit.Kind.township, "Thị trấn Đồi Ngô", "Đồi Ngô"), (.ward, "Phường 3", "3"),
        (.city, "Thành phố Hồ Chí Minh", "Hồ Chí Minh"),
    ]) func theOwnNameIsWithoutItsKind(kind: AdministrativeUnit.Kind, name: String, own: String) throws {
        let code = try threeTiers("00001")
        #expect(AdministrativeUnit(code: code, kind: kind, name: name, parent: nil).ownName == own)
    }

    @Test(arguments: [("2025-06-30", AdministrativeClassification.threeTier), ("2025-07-01", .twoTier)])
    func theTwoTiersBeginOnTheFirstOfJuly(iso: String, expected: AdministrativeClassification) throws {
        #expect(AdministrativeClassification.inForce(on: try day(iso)) == expected)
    }

    @Test(arguments: ["", "1", "0001", "000001", "1a", "٠١"]) func aCodeHasTwoThreeOrFiveDigits(text: String) {
        #expect(AdministrativeCode(.threeTier, text) == nil)
    }

    @Test func theTwoTiersHaveNoDistricts() { #expect(AdministrativeCode(.twoTier, "001") == nil) }

    @Test func aLineThatIsNotOfTheFormIsNamed() throws {
        #expect(throws: AdministrativeFault.unreadable(file: "units", line: 2)) {
            try SmallMap.map(units: "3\t01\tprovince\tTỉnh Cũ\t\n3\t001\thuyen\tHuyện Đồi\t01\n")
        }
        #expect(throws: AdministrativeFault.unreadable(file: "succession", line: 1)) { try SmallMap.map(successions: "01\t01\n") }
    }

    @Test func aUnitComesOnce() throws {
        let code = try twoTiers("00004")
        #expect(throws: AdministrativeFault.doubled(code)) { try SmallMap.map(units: SmallMap.units + "\n2\t00004\tward\tPhường Đồi\t01") }
    }

    @Test(arguments: ["3\t01\tprovince\tTỉnh Cũ\t\n3\t00001\tcommune\tXã Suối\t002", "3\t01\tprovince\tTỉnh Cũ\t\n3\t00001\tcommune\tXã Suối\t"])
    func aUnitStandsBelowOneThatIsThere(units: String) throws {
        let code = try threeTiers("00001")
        #expect(throws: AdministrativeFault.noParent(code)) { try SmallMap.map(units: units, successions: "") }
    }

    @Test(arguments: [
        "00001\t00003\tusual", "00001\t00003\twhole\n00001\t00004\tpart", "00001\t00003\tpart\n00001\t00004\tpart",
        "00001\t00003\tusual\n00001\t00004\tusual", "00001\t00003\tusual\n00001\t00003\tpart",
    ]) func aDividedUnitHasOneUsualPart(successions: String) throws {
        let code = try threeTiers("00001")
        #expect(throws: AdministrativeFault.unclear(code)) { try SmallMap.map(successions: successions) }
    }

    @Test func aSuccessorIsThere() throws {
        let code = try twoTiers("00009")
        #expect(throws: AdministrativeFault.unknown(code)) { try SmallMap.map(successions: "00001\t00009\twhole") }
    }
}

@Suite struct AdministrativeChangeTests {
    @Test func fromNothingEverythingIsAddedParentsFirst() throws {
        let map = try SmallMap.map()
        let change = AdministrativeChange(from: [], [], to: map)
        #expect(change.added.count == 7 && change.addedSuccessions.count == 4)
        #expect(change.added.map(\.level) == change.added.map(\.level).sorted())
    }

    @Test func fromItselfNothingIsChanged() throws {
        let map = try SmallMap.map()
        #expect(AdministrativeChange(from: map.units, map.successions, to: map).isEmpty)
    }

    @Test func aNewNameAGoneUnitAndAnotherShareAreTold() throws {
        let before = try SmallMap.map()
        let after = try SmallMap.map(
            units: SmallMap.units.split(separator: "\n").dropLast().joined(separator: "\n").replacing("Xã Suối Lớn", with: "Xã Suối Con"),
            successions: "01\t01\twhole\n00001\t00003\twhole\n00002\t00003\twhole\n")
        let change = AdministrativeChange(from: before.units, before.successions, to: after)
        #expect(change.added.isEmpty)
        #expect(change.changed.map(\.name) == ["Xã Suối Con"])
        #expect(change.removed.map(\.name) == ["Phường Đồi"])
        #expect(change.addedSuccessions.count == 1 && change.removedSuccessions.count == 2)
    }
}
