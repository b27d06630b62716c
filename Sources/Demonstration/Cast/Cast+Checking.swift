import Domain

extension Cast {
    /// What does not hold together in the data; empty when all does.
    package var problems: [String] {
        duplicates + placeProblems + organisationProblems + senderProblems + causeProblems + petitions.flatMap(problems(of:))
    }

    private var duplicates: [String] {
        let lists = [
            "unit": units.map(\.key), "field": fields.map(\.code.text), "area": places.areas.map(\.key),
            "area code": places.areas.map(\.code.text), "place": (places.parks + places.clusters).map(\.key),
            "login": accounts.map(\.login), "sender": senders.map(\.key), "tax code": senders.compactMap(\.taxCode),
            "phone": senders.map(\.phone), "petition": petitions.map(\.key), "words": petitions.map(\.text),
            "template": templates.map(\.name),
        ]
        return lists.sorted { $0.key < $1.key }.flatMap { name, values in
            Dictionary(grouping: values) { $0 }.filter { $0.value.count > 1 }.keys.sorted().map { "\(name) twice: \($0)" }
        }
    }

    private var causeProblems: [String] {
        causes.flatMap { cause -> [String] in
            var list: [String] = []
            if account(.handler, of: cause.unit) == nil || account(.approver, of: cause.unit) == nil {
                list.append("cause \(cause.key): nobody in \(cause.unit)")
            }
            if field(cause.field) == nil { list.append("cause \(cause.key): no field \(cause.field.text)") }
            if cause.texts.isEmpty { list.append("cause \(cause.key): no words") }
            let free = senders.count { cause.sites.contains($0.site) && $0.organisation != nil }
            if free < cause.count { list.append("cause \(cause.key): \(free) senders for \(cause.count)") }
            return list
        }
    }

    private var placeProblems: [String] {
        var list: [String] = []
        for area in places.areas {
            if unit(area.unit) == nil { list.append("area \(area.key): no unit \(area.unit)") }
            if unit(area.formerDistrict)?.level != .district { list.append("area \(area.key): no district \(area.formerDistrict)") }
        }
        for place in places.parks + places.clusters where places.area(place.area) == nil {
            list.append("place \(place.key): no area \(place.area)")
        }
        return list
    }

    private var organisationProblems: [String] {
        var list: [String] = []
        for unit in units {
            for key in unit.successors + (unit.parent.map { [$0] } ?? []) where self.unit(key) == nil {
                list.append("unit \(unit.key): no unit \(key)")
            }
            if let last = unit.validTo {
                if last < unit.validFrom { list.append("unit \(unit.key): ends before it begins") }
                if unit.successors.isEmpty { list.append("unit \(unit.key): ends without a successor") }
            }
        }
        for field in fields {
            for key in [field.lead, field.leadIn2022, field.leadInPark, field.leadInCluster].compactMap({ $0 }) where unit(key) == nil {
                list.append("field \(field.code.text): no unit \(key)")
            }
        }
        for account in accounts where unit(account.unit)?.validTo != nil || unit(account.unit) == nil {
            list.append("account \(account.login): no unit \(account.unit) today")
        }
        let logins = [team.head, team.standingDeputy] + team.desks.flatMap { $0.officers + [$0.leader] } + team.members.compactMap(\.login)
        for login in logins where account(login) == nil { list.append("team: no account \(login)") }
        for member in team.members {
            if unit(member.unit) == nil { list.append("member \(member.fullName): no unit \(member.unit)") }
            for code in member.fields where field(code) == nil { list.append("member \(member.fullName): no field \(code.text)") }
            for key in member.areas where places.area(key) == nil { list.append("member \(member.fullName): no area \(key)") }
        }
        return list
    }

    private var senderProblems: [String] {
        var list: [String] = []
        for sender in senders {
            if let code = sender.taxCode, !code.hasPrefix("99") || !TaxCode.isValid(code) {
                list.append("sender \(sender.key): tax code \(code)")
            }
            if PhoneNumber(sender.phone) == nil { list.append("sender \(sender.key): phone \(sender.phone)") }
            if places.area(sender.area) == nil { list.append("sender \(sender.key): no area \(sender.area)") }
            let known: Bool
            switch sender.site {
            case .park: known = places.parks.contains { $0.key == sender.place && $0.area == sender.area }
            case .cluster: known = places.clusters.contains { $0.key == sender.place && $0.area == sender.area }
            case .outside: known = sender.place == nil
            }
            if !known { list.append("sender \(sender.key): place \(sender.place ?? "none") does not fit") }
        }
        return list
    }
}
