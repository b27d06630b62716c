package import Domain
import Operations

extension Player {
    /// The organisation around the cases: the regulation of the task force, the persons named for restricted cases, the teams of the
    /// units below (some still lack something, as the coverage board shows), and a reorganisation whose day is to come,
    /// and the templates that answers begin with.
    package func organise(before now: Instant) async throws {
        try await regulate()
        try await foundTeamsBelow()
        try await prepareReorganisation(after: now.day)
        for template in cast.templates { _ = try await office.perform(KeepTemplate(nil, template.entry), as: .system) }
    }

    private static let issued = Day(2025, 7, 15) ?? Day(number: 20_284)

    private func regulate() async throws {
        _ = try await office.perform(
            IssueRegulation(
                team: ids.team, document: Decision(number: "07/QC-TPN", date: Self.issued, title: "Quy chế hoạt động của Tổ phản ứng nhanh"),
                validFrom: Self.issued, parameters: Regulation.Parameters()), as: .system)
        for login in [cast.team.head, cast.team.standingDeputy] + cast.team.desks.prefix(1).map(\.leader) {
            guard let account = accounts[login] else { throw Cast.Fault.missing("account \(login)") }
            try await office.perform(ChangeCompartment(team: ids.team, account: account.id, isNamed: true), as: .system)
        }
    }

    private func foundTeamsBelow() async throws {
        let units = cast.units.filter { $0.validTo == nil && $0.level != .province && $0.key != cast.team.standingBody }
        for (number, unit) in units.enumerated() {
            // Some have not come so far: somebody must be missing on the board.
            if number % 9 == 4 { continue }
            let decision = Decision(
                number: "\(31 + number)/QĐ-\(unit.level == .commune ? "UBND" : "TCT")", date: Self.issued.adding(number % 12),
                title: "Thành lập Tổ hỗ trợ doanh nghiệp")
            let team = try await office.perform(
                FoundTeam(
                    NewTeam(
                        key: "to-\(unit.key)", name: "Tổ hỗ trợ doanh nghiệp \(unit.shortName)", kind: .taskForce, level: unit.level,
                        numberPrefix: Self.prefix(number), decision: decision,
                        purpose: "Tiếp nhận, phối hợp giải quyết khó khăn của doanh nghiệp trong phạm vi được giao.",
                        validFrom: max(unit.validFrom, decision.date), standingUnit: ids.unit(unit.key))), as: .system)
            if number % 7 != 3 {
                _ = try await office.perform(
                    IssueRegulation(
                        team: team.id, document: Decision(number: "\(number + 1)/QC-TCT", date: decision.date.adding(5)),
                        validFrom: max(team.validFrom, decision.date.adding(5)), parameters: Regulation.Parameters()), as: .system)
            }
            try await appointThose(of: unit, to: team, decision)
        }
    }

    private func appointThose(of unit: CastUnit, to team: Team, _ decision: Decision) async throws {
        for (place, account) in cast.accounts.filter({ $0.unit == unit.key }).enumerated() {
            _ = try await office.perform(
                AppointMember(
                    team: team.id,
                    member: TeamMember(
                        name: account.fullName, post: place == 0 ? .head : .member, unit: ids.unit(unit.key), office: account.title,
                        duty: "", validFrom: team.validFrom, document: decision)), as: .system)
        }
    }

    /// Letters for case numbers: two teams never share them.
    private static func prefix(_ number: Int) -> String {
        let letters = Array("ABCDEGHKLMNPQSTV")
        return "T\(letters[number / letters.count % letters.count])\(letters[number % letters.count])"
    }

    private func prepareReorganisation(after today: Day) async throws {
        var day = today.adding(30)
        while day.dayOfMonth != 1 { day = day.adding(1) }
        let plan = ReorganisationPlan(
            title: "Chuyển nhiệm vụ quản lý khoáng sản và sắp xếp hai xã",
            document: Decision(number: "2117/QĐ-UBND", date: today.adding(-6), title: "Sắp xếp nhiệm vụ quản lý nhà nước"),
            steps: [
                .transfer(from: "so-nnmt", to: "so-cong-thuong", fields: [FieldCode("khoang-san")], areas: nil),
                .merge(from: ["xa-ben-lua"], into: "xa-kinh-duc"),
            ])
        _ = try await office.perform(PrepareReorganisation(plan: plan, on: day), as: .system)
    }
}
