package import Domain

/// What is said of the organisation and its changes: faults of a plan, the history. One catalogue for pages and commands.
package enum OrganisationWords {
    package static func sentence(_ fault: PlanFault) -> String {
        // What concerns units as such needs no place: it is also said of a single unit that is founded or changed.
        if fault.step == 0, case .unit(let unit) = fault.fault {
            let words = sentence(unit)
            return words.prefix(1).uppercased() + words.dropFirst()
        }
        let place = fault.step == 0 ? "Phương án" : "Bước \(fault.step)"
        return "\(place): \(words(fault.fault))"
    }

    private static func words(_ fault: PlanFault.Fault) -> String {
        switch fault {
        case .unit(let fault): sentence(fault)
        case .untitled: "chưa có tên. Hãy ghi tên phương án."
        case .withoutDocument: "chưa có văn bản căn cứ. Hãy ghi số và ngày văn bản."
        case .withoutSteps: "chưa có bước nào. Hãy thêm ít nhất một bước."
        case .nothingNamed: "chưa nêu đơn vị, lĩnh vực hoặc địa bàn được chuyển. Hãy chọn ít nhất một."
        case .unknownField(let code): "không có lĩnh vực “\(code.text)” trong danh mục."
        case .unknownArea(let code): "không có địa bàn “\(code.text)” trong danh mục."
        case .unknownPerson(let login): "không có tài khoản “\(login)”."
        }
    }

    package static func sentence(_ fault: UnitFault) -> String {
        switch fault {
        case .unknown(let key): "không có đơn vị mã “\(key)” vào ngày đó. Hãy kiểm tra mã hoặc thêm bước thành lập trước."
        case .keyTaken(let key): "mã đơn vị “\(key)” đã có. Hãy dùng mã khác."
        case .nameless(let key): "đơn vị “\(key)” chưa có tên."
        case .endsBeforeBegin(let key): "đơn vị “\(key)” kết thúc trước khi bắt đầu."
        case .overlaps(let key, let day): "đơn vị “\(key)” đã có tên gọi khác từ ngày \(day.vietnamese); hai khoảng ngày chồng lên nhau."
        case .hasEnded(let key, let day): "đơn vị “\(key)” đã kết thúc từ ngày \(day.vietnamese)."
        case .parentNotThere(let key, let day): "cấp trên của “\(key)” không tồn tại vào ngày \(day.vietnamese)."
        case .cycle(let key): "“\(key)” sẽ trở thành cấp trên của chính mình."
        case .ownSuccessor(let key): "“\(key)” không thể tự kế thừa chính mình."
        case .successorNotThere(let key, let day): "đơn vị tiếp nhận “\(key)” chưa tồn tại vào ngày \(day.vietnamese)."
        case .noSuccessor(let key): "không còn đơn vị nào tiếp nhận việc của “\(key)”."
        }
    }

    /// A change in a sentence, as the history shows it.
    package static func sentence(_ event: OrganisationEvent) -> String {
        switch event {
        case .unitFounded(let unit, let document): "Thành lập đơn vị \(unit)\(basis(document))"
        case .unitChanged(let unit, let from, let document): "Đổi thông tin đơn vị \(from) thành \(unit)\(basis(document))"
        case .teamFounded(let team, let decision): "Thành lập \(team), \(decision)"
        case .teamEnded(let team, let document, let heir, let open):
            "Giải thể \(team)\(basis(document)), bàn giao \(Wording.number(open)) hồ sơ\(heir.map { " cho \($0)" } ?? "")"
        case .memberAppointed(let team, let name, let post, let document):
            "\(team): \(name) làm \(Terms.name(post))\(basis(document))"
        case .memberEnded(let team, let name, let last, let document):
            "\(team): \(name) thôi tham gia sau ngày \(last.vietnamese)\(basis(document))"
        case .regulationIssued(let team, let document): "\(team): ban hành quy chế hoạt động\(basis(document))"
        case .accountOpened(let login, let name): "Mở tài khoản \(login) (\(name))"
        case .accountClosed(let login): "Khóa tài khoản \(login)"
        case .mandateGiven(let name, let role, let unit, let from, let to, let standsInFor, let document):
            "\(name): giao “\(Terms.name(role))” tại \(unit) từ \(from.vietnamese)\(to.map { " đến \($0.vietnamese)" } ?? "")"
                + "\(standsInFor.map { ", theo ủy quyền của \($0)" } ?? "")\(basis(document))"
        case .mandateEnded(let name, let role, let unit, let last, let document):
            "\(name): thôi “\(Terms.name(role))” tại \(unit) sau ngày \(last.vietnamese)\(basis(document))"
        case .readerNamed(let team, let name): "\(team): giao \(name) xem hồ sơ hạn chế"
        case .readerRemoved(let team, let name): "\(team): thôi giao \(name) xem hồ sơ hạn chế"
        case .reorganisationPrepared(let title, let day, let document):
            "Chuẩn bị “\(title)” từ ngày \(day.vietnamese)\(basis(document))"
        case .reorganisationWithdrawn(let title): "Rút lại “\(title)”"
        case .reorganisationCarriedOut(let title, let day, let counts):
            "Thực hiện “\(title)” từ ngày \(day.vietnamese): \(sentence(counts))"
        case .imported(let units, let accounts):
            "Nhập từ tệp: \(Wording.number(units)) đơn vị, \(Wording.number(accounts)) tài khoản"
        case .templateKept(let name): "Ghi mẫu trả lời “\(name)”"
        case .templateRetired(let name): "Thôi dùng mẫu trả lời “\(name)”"
        case .profileAdded, .profileWithdrawn, .calendarDayKept, .calendarDayRemoved, .calendarYearMarked: clocks(event)
        }
    }

    /// What a reorganisation moved, in one line.
    package static func sentence(_ counts: MovedCounts) -> String {
        "\(Wording.number(counts.units)) đơn vị, \(Wording.number(counts.cases)) hồ sơ (\(Wording.number(counts.unclear)) cần xem lại), "
            + "\(Wording.number(counts.accounts)) tài khoản, \(Wording.number(counts.mandates)) nhiệm vụ, "
            + "\(Wording.number(counts.rules)) quy tắc phân công"
    }

    /// What a unit of the network lacks.
    package static func missing(_ row: Coverage.Row) -> String {
        [
            row.hasTeam ? nil : "Tổ công tác", row.hasRegulation ? nil : "quy chế", row.members > 0 ? nil : "thành viên được phân công",
            row.hasChannel ? nil : "người tiếp nhận, xử lý",
        ].compactMap { $0 }.joined(separator: ", ")
    }

    /// A step of a plan in a sentence; `name` turns keys of units into names, `field` and `area` codes.
    package static func sentence(
        _ step: ReorganisationPlan.Step, name: (String) -> String, field: (FieldCode) -> String, area: (AreaCode) -> String
    ) -> String {
        func parts(_ fields: [FieldCode]?, _ areas: [AreaCode]?) -> String {
            ((fields ?? []).map(field) + (areas ?? []).map(area)).joined(separator: ", ")
        }
        return switch step {
        case .found(let key, let title, _, let level, let parent, _):
            "Thành lập \(title) (\(key), \(Terms.name(level))\(parent.map { ", thuộc \(name($0))" } ?? ""))"
        case .change(let unit, let title, let shortName, let level, let parent, let code):
            "Đổi \(name(unit)): "
                + [
                    title.map { "tên “\($0)”" }, shortName.map { "tên gọi tắt “\($0)”" }, level.map { Terms.name($0) },
                    parent.map { "thuộc \(name($0))" }, code.map { "mã \($0.code) (\($0.classification))" },
                ].compactMap { $0 }.joined(separator: ", ")
        case .merge(let from, let into): "Sáp nhập \(from.map(name).joined(separator: ", ")) vào \(name(into))"
        case .split(let unit, let pieces, let rest):
            "Chia \(name(unit)): "
                + pieces.map { "\(parts($0.fields, $0.areas)) về \(name($0.to))" }.joined(separator: "; ")
                + "; phần còn lại về \(name(rest))"
        case .abolish(let units, let to): "Giải thể \(units.map(name).joined(separator: ", ")), bàn giao cho \(name(to))"
        case .transfer(let from, let to, let fields, let areas):
            "Chuyển \(parts(fields, areas)) từ \(name(from)) sang \(name(to))"
        }
    }

    private static func basis(_ document: Decision?) -> String { document.map { ", theo \($0.cited)" } ?? "" }
}
