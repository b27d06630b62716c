import CAssets
import Testing

@testable import Domain

/// The map that the program carries, read once for all tests.
enum ShippedMap {
    static let map = try? AdministrativeMap(unitsFile: bytes("units.tsv"), successionFile: bytes("succession.tsv"))

    static func get() throws -> AdministrativeMap { try #require(map) }

    static func bytes(_ name: String) -> [UInt8] {
        guard let asset = dh_asset_find("administrative/\(name)") else { return [] }
        return Array(UnsafeBufferPointer(start: asset.pointee.bytes, count: asset.pointee.length))
    }
}

func threeTiers(_ digits: String) throws -> AdministrativeCode { try #require(AdministrativeCode(.threeTier, digits)) }
func twoTiers(_ digits: String) throws -> AdministrativeCode { try #require(AdministrativeCode(.twoTier, digits)) }

/// The data that the program carries says what the state's decisions say (brief §3.1).
@Suite struct ShippedMapTests {
    @Test(arguments: [
        (AdministrativeClassification.threeTier, AdministrativeLevel.province, 63), (.threeTier, .district, 696),
        (.threeTier, .commune, 10_035), (.twoTier, .province, 34), (.twoTier, .district, 0), (.twoTier, .commune, 3_321),
    ]) func aLevelHasAsManyUnitsAsTheLawNames(classification: AdministrativeClassification, level: AdministrativeLevel, count: Int) throws {
        #expect(try ShippedMap.get().units.count { $0.code.classification == classification && $0.level == level } == count)
    }

    @Test(arguments: [
        (AdministrativeUnit.Kind.province, 28), (.city, 6), (.ward, 687), (.commune, 2_621), (.specialZone, 13), (.township, 0),
    ]) func theTwoTiersHaveTheKindsOfTheReform(kind: AdministrativeUnit.Kind, count: Int) throws {
        #expect(try ShippedMap.get().units.count { $0.code.classification == .twoTier && $0.kind == kind } == count)
    }

    @Test func sevenCodesOfProvincesWereGivenToOthers() throws {
        let map = try ShippedMap.get()
        let reused = map.units.filter { $0.code.classification == .twoTier && $0.level == .province }.compactMap { new in
            map.meanings(of: new.code.digits).first.flatMap { $0.ownName == new.ownName ? nil : "\(new.code.digits) \($0.ownName)→\(new.ownName)" }
        }
        #expect(
            reused == [
                "15 Yên Bái→Lào Cai", "24 Bắc Giang→Bắc Ninh", "44 Quảng Bình→Quảng Trị", "52 Bình Định→Gia Lai", "80 Long An→Tây Ninh",
                "82 Tiền Giang→Đồng Tháp", "91 Kiên Giang→An Giang",
            ])
    }

    @Test func aReusedCodeIsAnotherUnitInEachClassification() throws {
        let map = try ShippedMap.get()
        #expect(try map[threeTiers("24")]?.name == "Tỉnh Bắc Giang")
        #expect(try map[twoTiers("24")]?.name == "Tỉnh Bắc Ninh")
    }

    @Test func fourHundredAndSeventyOneCommunesWereDivided() throws {
        let map = try ShippedMap.get()
        var divided: [String: Int] = [:]
        for unit in map.units where unit.code.classification == .threeTier && unit.level == .commune {
            guard case .split(let parts) = map.fate(of: unit.code) else { continue }
            #expect(parts.count > 1)
            let province = parts[0].parent.flatMap { map[$0]?.ownName } ?? ""
            divided[province, default: 0] += 1
        }
        #expect(divided.values.reduce(0, +) == 471)
        #expect(divided["Hà Nội"] == 199 && divided["Hải Phòng"] == 72 && divided["Hồ Chí Minh"] == 47 && divided["Tây Ninh"] == 24)
        #expect(divided["Bắc Ninh"] == nil)
        #expect(divided.count == 25)
    }

    @Test func everyOldProvinceAndCommuneWentSomewhere() throws {
        let map = try ShippedMap.get()
        for unit in map.units where unit.code.classification == .threeTier {
            #expect(map.fate(of: unit.code) != .nothing, "\(unit.name) \(unit.code.digits)")
        }
    }

    @Test func everyNewUnitIsMadeOfSomething() throws {
        let map = try ShippedMap.get()
        for unit in map.units where unit.code.classification == .twoTier {
            #expect(!map.origins(of: unit.code).isEmpty, "\(unit.name)")
            #expect(map.fate(of: unit.code) == .nothing)
        }
    }

    @Test func theCommunesOfOneDistrictLeadToEight() throws {
        let map = try ShippedMap.get()
        guard case .dissolved(let communes) = try map.fate(of: threeTiers("218")) else { return #expect(Bool(false)) }
        #expect(
            Set(communes.map(\.name)) == [
                "Xã Lục Nam", "Xã Đông Phú", "Xã Bảo Đài", "Xã Nghĩa Phương", "Xã Trường Sơn", "Xã Lục Sơn", "Xã Bắc Lũng", "Xã Cẩm Lý",
            ])
    }

    @Test(arguments: ["318", "471", "498", "536", "755"]) func anIslandDistrictWithoutCommunesBecameASpecialZone(code: String) throws {
        guard case .one(let zone) = try ShippedMap.get().fate(of: threeTiers(code)) else { return #expect(Bool(false)) }
        #expect(zone.kind == .specialZone)
    }

    @Test func theMergedProvincesAreThoseOfTheResolution() throws {
        let map = try ShippedMap.get()
        let provinces = map.units.filter { $0.code.classification == .twoTier && $0.level == .province }
        let merged = Dictionary(uniqueKeysWithValues: provinces.map { ($0.ownName, Set(map.origins(of: $0.code).map(\.unit.ownName))) })
        #expect(merged == Self.resolution)
    }

    /// Resolution 202/2025/QH15.
    private static let resolution: [String: Set<String>] = [
        "An Giang": ["An Giang", "Kiên Giang"], "Bắc Ninh": ["Bắc Ninh", "Bắc Giang"], "Cà Mau": ["Cà Mau", "Bạc Liêu"],
        "Cần Thơ": ["Cần Thơ", "Hậu Giang", "Sóc Trăng"], "Đà Nẵng": ["Đà Nẵng", "Quảng Nam"], "Đắk Lắk": ["Đắk Lắk", "Phú Yên"],
        "Đồng Nai": ["Đồng Nai", "Bình Phước"], "Đồng Tháp": ["Đồng Tháp", "Tiền Giang"], "Gia Lai": ["Gia Lai", "Bình Định"],
        "Hải Phòng": ["Hải Phòng", "Hải Dương"], "Hồ Chí Minh": ["Hồ Chí Minh", "Bình Dương", "Bà Rịa - Vũng Tàu"],
        "Hưng Yên": ["Hưng Yên", "Thái Bình"], "Khánh Hòa": ["Khánh Hòa", "Ninh Thuận"],
        "Lâm Đồng": ["Lâm Đồng", "Bình Thuận", "Đắk Nông"], "Lào Cai": ["Lào Cai", "Yên Bái"],
        "Ninh Bình": ["Ninh Bình", "Hà Nam", "Nam Định"], "Phú Thọ": ["Phú Thọ", "Hòa Bình", "Vĩnh Phúc"],
        "Quảng Ngãi": ["Quảng Ngãi", "Kon Tum"], "Quảng Trị": ["Quảng Trị", "Quảng Bình"], "Tây Ninh": ["Tây Ninh", "Long An"],
        "Thái Nguyên": ["Thái Nguyên", "Bắc Kạn"], "Tuyên Quang": ["Tuyên Quang", "Hà Giang"],
        "Vĩnh Long": ["Vĩnh Long", "Bến Tre", "Trà Vinh"], "Hà Nội": ["Hà Nội"], "Huế": ["Huế"], "Cao Bằng": ["Cao Bằng"],
        "Điện Biên": ["Điện Biên"], "Hà Tĩnh": ["Hà Tĩnh"], "Lai Châu": ["Lai Châu"], "Lạng Sơn": ["Lạng Sơn"], "Nghệ An": ["Nghệ An"],
        "Quảng Ninh": ["Quảng Ninh"], "Sơn La": ["Sơn La"], "Thanh Hóa": ["Thanh Hóa"],
    ]

    @Test func theNoticeOfTheLicenceTravelsWithTheData() {
        let notice = String(decoding: ShippedMap.bytes("NOTICE.txt"), as: UTF8.self)
        #expect(notice.contains("MIT License") && notice.contains("Permission is hereby granted") && notice.contains("Copyright (c) 2025"))
    }
}
