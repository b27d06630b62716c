package import Domain
package import Operations

/// The ground that tests stand on: the national calendar and clock, and the units and rules of Bình Dương (seed 000).
package struct TestGround: Sendable {
    package let standing: Unit
    package let parkBoard: Unit
    package let industry: Unit
    package let planning: Unit
    package let finance: Unit
    package let rules: [RoutingRule]
    package let team: Team
    package let ground: Ground

    package init() throws {
        let beginning = try day("2020-01-01")
        let merger = try day("2025-02-28")
        standing = Unit(
            id: id(1), key: "vp-ubnd", name: "Văn phòng Ủy ban nhân dân tỉnh", shortName: "Văn phòng UBND", level: .department,
            validFrom: beginning)
        parkBoard = Unit(
            id: id(2), key: "bql-kcn", name: "Ban Quản lý các khu công nghiệp", shortName: "BQL các KCN", level: .board,
            validFrom: beginning)
        industry = Unit(
            id: id(3), key: "so-cong-thuong", name: "Sở Công Thương", shortName: "Sở Công Thương", level: .department, validFrom: beginning)
        planning = Unit(
            id: id(4), key: "so-khdt", name: "Sở Kế hoạch và Đầu tư", shortName: "Sở KH&ĐT", level: .department, validFrom: beginning,
            validTo: merger)
        finance = Unit(
            id: id(5), key: "so-tai-chinh", name: "Sở Tài chính", shortName: "Sở Tài chính", level: .department, validFrom: beginning)
        rules = [
            RoutingRule(
                id: "khu-cong-nghiep", text: "Doanh nghiệp trong khu công nghiệp: Ban Quản lý các khu công nghiệp", priority: 10,
                validFrom: beginning, sites: [.park], target: parkBoard.id),
            RoutingRule(
                id: "cum-cong-nghiep", text: "Doanh nghiệp trong cụm công nghiệp: Sở Công Thương", priority: 10, validFrom: beginning,
                sites: [.cluster], target: industry.id),
            RoutingRule(
                id: "ngoai-khu-2020", text: "Doanh nghiệp ngoài khu, cụm: Sở Kế hoạch và Đầu tư", priority: 10, validFrom: beginning,
                validTo: merger, sites: [.outside], target: planning.id),
            RoutingRule(
                id: "ngoai-khu-2025", text: "Doanh nghiệp ngoài khu, cụm: Sở Tài chính", priority: 10, validFrom: merger.adding(1),
                sites: [.outside], target: finance.id),
        ]
        team = Team(
            id: id(9), key: "tpn", name: "Tổ phản ứng nhanh tỉnh", numberPrefix: "BD", foundingDecision: "Quyết định 2290/QĐ-UBND",
            validFrom: beginning, standingUnit: standing.id)
        ground = Ground(
            calendar: try CalendarFile.national(), profiles: [.national], catalogue: Self.catalogue,
            units: [standing, parkBoard, industry, planning, finance], rules: rules,
            teams: [FoundedTeam(team: team, members: [Self.deputy(of: standing.id)])])
    }

    private static let catalogue = Catalogue(
        fields: StandardFields.all,
        areas: [
            Catalogue.Area(code: AreaCode("ben-cat"), name: "Bến Cát"), Catalogue.Area(code: AreaCode("tan-uyen"), name: "Tân Uyên"),
        ],
        places: [
            Place(name: "Khu công nghiệp Mỹ Phước", site: .park, area: AreaCode("ben-cat")),
            Place(name: "Cụm công nghiệp Thanh An", site: .cluster, area: AreaCode("ben-cat")),
        ])

    private static func deputy(of unit: ID<Unit>) -> TeamMember {
        TeamMember(
            name: "Trần Quang Hùng", post: .standingDeputy, unit: unit, office: "Chánh Văn phòng", duty: "Điều phối hoạt động của Tổ")
    }
}
