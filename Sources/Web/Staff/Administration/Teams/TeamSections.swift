import Documents
import Domain
import Operations
import Storage

/// The parts of a task force's page.
enum TeamSections {
    static func facts(_ file: TeamPage.File, _ today: Day) -> HTML {
        let team = file.team
        let scan = when(file.paper) { " <a href=\"\(PaperPage.path.link($0.text))\">Bản chụp</a>" }
        let day = team.end?.last ?? today
        return factsList([
            Fact("Tình trạng", TeamsPage.condition(team, today)),
            Fact("Loại, cấp", text: "\(Terms.name(team.kind)), \(Terms.name(team.level).lowercased())"),
            Fact("Quyết định", "\(team.foundingDecision)\(scan)"), Fact("Hiệu lực từ", text: team.validFrom.vietnamese),
            Fact("Cơ quan thường trực", text: file.register.name(of: team.standingUnit, on: day) ?? ""),
            Fact("Số hồ sơ bắt đầu bằng", text: team.numberPrefix),
            Fact("Mục đích, nhiệm vụ", team.purpose.isEmpty ? "Chưa ghi" : paragraphs(team.purpose)),
        ])
    }

    static func ending(_ end: Team.End, _ file: TeamPage.File) -> HTML {
        let basis = end.decision.map { "theo \($0.cited)" } ?? "tự giải thể vì đã hoàn thành nhiệm vụ"
        let heir = when(file.heirName) { "<p>Bàn giao cho: \($0).</p>" }
        return notice(
            .soon, title: "Đã giải thể sau ngày \(end.last.vietnamese), \(basis)",
            """
            <p>\(end.reason)</p>\(heir)
            <p><a href="\(HandOverPage.path.link(file.team.key))">Biên bản bàn giao</a></p>
            """)
    }

    static func members(_ file: TeamPage.File, _ today: Day, mayChange: Bool) -> HTML {
        let order = TeamMember.Post.allCases
        let day = file.team.end?.last ?? max(today, file.team.validFrom)
        let serving = file.members.filter { $0.member.serves(on: day) || ($0.member.validFrom.map { $0 > day } ?? false) }.sorted {
            (order.firstIndex(of: $0.member.post) ?? 0, $0.position) < (order.firstIndex(of: $1.member.post) ?? 0, $1.position)
        }
        let former = file.members.filter { member in !serving.contains { $0.position == member.position } }
        return """
            <h2>Thành viên (\(serving.count))</h2>
            \(serving.isEmpty
                ? emptyState("Chưa có thành viên nào.", "Chọn “Phân công thành viên” để ghi Tổ trưởng, Tổ phó và các thành viên.")
                : table("Thành viên", serving, file, mayChange: mayChange))
            \(when(!former.isEmpty) {
                disclosure("Thành viên các thời kỳ trước (\(former.count))", table("Thành viên trước", former, file, mayChange: false))
            })
            """
    }

    private static func table(
        _ caption: String, _ members: [(position: Int, member: TeamMember)], _ file: TeamPage.File, mayChange: Bool
    ) -> HTML {
        var columns = ["Họ tên", "Vai trò", "Đơn vị, chức vụ", "Phân công", "Thời gian"]
        if mayChange { columns.append("Việc") }
        return dataTable(
            DataTable(
                .sheet, caption: caption, columns: columns.map { .init($0) },
                rows: members.map { position, member in
                    var cells = row(member, file)
                    if mayChange { cells.append("<a href=\"\(EndMemberPage.path.link(file.team.key, String(position)))\">Thôi tham gia</a>") }
                    return .init(cells)
                }))
    }

    private static func row(_ member: TeamMember, _ file: TeamPage.File) -> [HTML] {
        let unit = file.register.name(of: member.unit, on: member.validTo ?? member.validFrom ?? file.team.validFrom) ?? ""
        let scope = Administration.words(member.fields, member.areas, file.catalogue)
        let begin = member.validFrom ?? file.team.validFrom
        return [
            "\(member.name)", "\(Terms.name(member.post))",
            "<div>\(unit)\(when(!member.office.isEmpty) { "<br>\(member.office)" })</div>",
            "<div>\(member.duty)\(when(!scope.isEmpty) { "<p class=\"quiet\">\(scope)</p>" })</div>",
            """
            <div>\(Administration.span(begin, member.validTo))\
            \(when(member.document) { "<br><span class=\"quiet\">\($0.cited)</span>" })</div>
            """,
        ]
    }

    static func regulations(_ file: TeamPage.File, _ today: Day) -> HTML {
        let inForce = Regulation.inForce(file.regulations.map(\.regulation), on: today)?.id
        let rows = file.regulations.map { regulation, paper -> DataTable.Row in
            let scan = when(paper) { " <a href=\"\(PaperPage.path.link($0.text))\">Bản chụp</a>" }
            return .init(
                [
                    "<div>\(regulation.document.cited)\(scan)<br>\(regulation.document.title)</div>", "\(regulation.validFrom.vietnamese)",
                    "\(words(regulation.parameters))",
                    regulation.id == inForce
                        ? tag("Đang áp dụng", .done) : regulation.validFrom > today ? tag("Chưa đến ngày", .soon) : tag("Bản cũ", .quiet),
                ], tone: regulation.id == inForce ? .plain : .quiet)
        }
        return """
            <h2>Quy chế hoạt động</h2>
            \(rows.isEmpty
                ? emptyState("Chưa ban hành quy chế hoạt động.")
                : dataTable(
                    DataTable(
                        .sheet, caption: "Quy chế hoạt động", columns: ["Văn bản", "Từ ngày", "Nội dung áp dụng", "Tình trạng"].map { .init($0) },
                        rows: rows)))
            """
    }

    /// What a regulation sets, in words.
    static func words(_ parameters: Regulation.Parameters) -> String {
        let days = parameters.resolveDays.map { "giải quyết trong \($0) ngày làm việc" } ?? "thời hạn theo quy định chung"
        let weekday = RegulationPage.weekdays.first { $0.0 == String(parameters.reportWeekday) }?.1.lowercased() ?? ""
        return "\(days); báo cáo trước \(parameters.reportHour) giờ \(weekday); chuyển tối đa \(parameters.transferLimit) lần; "
            + "ghi lùi ngày tiếp nhận tối đa \(parameters.mostBackdating) ngày làm việc"
    }

    static func readers(_ file: TeamPage.File, mayName: Bool) -> HTML {
        let names = file.readers.map(\.name).joined(separator: ", ")
        let change = Button.link("Giao, thôi giao xem hồ sơ hạn chế", CompartmentPage.path.link(file.team.key))
        let who: HTML =
            names.isEmpty ? "<p>Chưa giao ai; hồ sơ hạn chế mới chỉ mở cho Tổ trưởng và cán bộ đã phân loại.</p>" : "<p>\(names).</p>"
        return """
            <h2>Người được xem hồ sơ hạn chế</h2>
            \(who)
            \(when(mayName) { buttonRow(primary: nil, others: [change]) })
            """
    }
}
