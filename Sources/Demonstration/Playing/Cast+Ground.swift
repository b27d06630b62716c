package import Domain
package import Operations

extension Cast {
    /// The province as the ground that an empty database starts with: units of then and now, fields, places, the task force, and
    /// the rule of routing of the founding decision (seed 000) with its dates.
    package func ground(calendar: CalendarFile, ids: IDs) throws(Fault) -> Ground {
        let units = units.map { unit in
            Unit(
                id: ids.unit(unit.key), key: unit.key, name: unit.name, shortName: unit.shortName, level: unit.level,
                parent: unit.parent.map(ids.unit), validFrom: unit.validFrom, validTo: unit.validTo)
        }
        return Ground(
            calendar: calendar, profiles: [DeadlineProfile.national],
            catalogue: Catalogue(
                fields: fields.map { Catalogue.Field(code: $0.code, name: $0.name) },
                areas: places.areas.map { Catalogue.Area(code: $0.code, name: $0.name) },
                places: places.parks.map { place($0, .park) } + places.clusters.map { place($0, .cluster) }),
            units: units, successions: successions(ids), rules: try rules(ids), teams: [team(ids)])
    }

    /// Who went on with whose work: one successor is a merger, several are a division.
    private func successions(_ ids: IDs) -> [Succession] {
        units.flatMap { unit in
            unit.successors.compactMap { heir in
                unit.validTo.map { last in
                    Succession(
                        from: ids.unit(unit.key), to: ids.unit(heir), on: last.adding(1), kind: unit.successors.count > 1 ? .split : .merge)
                }
            }
        }
    }

    private func place(_ place: CastPlace, _ site: Site) -> Place {
        Place(name: place.name, site: site, area: places.area(place.area)?.code)
    }

    private func team(_ ids: IDs) -> FoundedTeam {
        let decision = team.decision
        let founded = Team(
            id: ids.team, key: "tpn", name: team.name, numberPrefix: places.numberPrefix,
            foundingDecision: """
                Thành lập theo Quyết định số \(decision.number) ngày \(decision.date.vietnamese) của \(decision.issuer), kiện toàn theo \
                Quyết định số \(decision.renewed.number) ngày \(decision.renewed.date.vietnamese)
                """,
            validFrom: decision.date, standingUnit: ids.unit(team.standingBody))
        return FoundedTeam(team: founded, members: team.members.map { member($0, ids) })
    }

    private func member(_ member: CastTeam.Member, _ ids: IDs) -> TeamMember {
        var duties: [String] = []
        if let site = member.site { duties.append("Điều phối việc của doanh nghiệp \(words(site))") }
        let names = member.fields.compactMap { field($0)?.name }
        if !names.isEmpty { duties.append("Lĩnh vực: \(names.joined(separator: "; "))") }
        let areas = member.areas.compactMap { places.area($0)?.name }
        if !areas.isEmpty { duties.append("Địa bàn: \(areas.joined(separator: ", "))") }
        return TeamMember(
            name: member.fullName, post: member.position, unit: ids.unit(member.unit), office: member.post,
            duty: duties.joined(separator: ". "), fields: member.fields, areas: member.areas.compactMap { places.area($0)?.code })
    }

    private func words(_ site: Site) -> String {
        switch site {
        case .park: "trong khu công nghiệp"
        case .cluster: "trong cụm công nghiệp"
        case .outside: "ngoài khu, cụm công nghiệp"
        }
    }

    /// The rule of the founding decision, by where the firm sits; the third part changed hands when departments merged.
    private func rules(_ ids: IDs) throws(Fault) -> [RoutingRule] {
        let from = team.decision.date
        guard let planning = unit(Self.planning), let lastDay = planning.validTo else { throw .missing("unit \(Self.planning)") }
        func rule(_ id: String, _ text: String, _ site: Site, from: Day, to: Day? = nil, _ unit: String) -> RoutingRule {
            RoutingRule(id: id, text: text, priority: 100, validFrom: from, validTo: to, sites: [site], target: ids.unit(unit))
        }
        return [
            rule(
                "trong-khu-cong-nghiep", "Doanh nghiệp trong khu công nghiệp do Ban Quản lý các khu công nghiệp chủ trì", .park, from: from,
                "bql-kcn"),
            rule(
                "trong-cum-cong-nghiep", "Doanh nghiệp trong cụm công nghiệp do Sở Công Thương chủ trì", .cluster, from: from, "so-cong-thuong"),
            rule(
                "ngoai-khu-cum-truoc-sap-nhap", "Doanh nghiệp ngoài khu, cụm công nghiệp do Sở Kế hoạch và Đầu tư chủ trì", .outside,
                from: from, to: lastDay, Self.planning),
            rule(
                "ngoai-khu-cum", "Doanh nghiệp ngoài khu, cụm công nghiệp do Sở Tài chính chủ trì", .outside, from: lastDay.adding(1),
                "so-tai-chinh"),
        ]
    }

    /// The department that led for firms outside of parks until it was merged.
    private static let planning = "so-khdt"
}

/// The ids of the demonstration: made once, found again by the keys of the cast.
package final class IDs: Sendable {
    package let team: ID<Team>
    private let units: [String: ID<Unit>]

    package init(_ cast: Cast, world: World) {
        let now = world.now()
        team = ID(at: now, chance: world.chance(10))
        units = Dictionary(
            cast.units.map { ($0.key, ID<Unit>(at: now, chance: world.chance(10))) }, uniquingKeysWith: { first, _ in first })
        nowhere = ID(at: now, chance: world.chance(10))
    }

    private let nowhere: ID<Unit>

    /// The id of a unit. The cast has been checked, so every key that it uses is here; another one finds no row.
    package func unit(_ key: String) -> ID<Unit> { units[key] ?? nowhere }
}
