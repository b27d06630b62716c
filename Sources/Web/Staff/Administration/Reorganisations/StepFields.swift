import Documents
import Domain

/// The fields of each kind of step, and how they are read. Units are named by their keys, as in the plan.
struct StepFields {
    /// Key and name of the units of the day and of those that the plan founds.
    var units: [(String, String)]
    var people: [(String, String)]
    var catalogue: Catalogue

    func fields(_ entry: PlanEntry, _ form: FormView) -> HTML {
        switch entry {
        case .found:
            """
            \(form.line("key", "Mã", hint: "Chữ thường không dấu, số, gạch nối; các bước sau gọi đơn vị bằng mã này.", short: true))
            \(form.line("name", "Tên đơn vị"))
            \(naming(form, levelIsOptional: false))
            """
        case .change:
            """
            <p class="quiet">Điền những gì thay đổi; phần bỏ trống giữ nguyên.</p>
            \(form.select("unit", "Đơn vị", units))
            \(form.line("name", "Tên mới", optional: true))
            \(naming(form, levelIsOptional: true))
            """
        case .merge:
            """
            \(many("Các đơn vị được sáp nhập", form))
            \(form.select("into", "Vào đơn vị", hint: "Đơn vị này giữ nguyên, kể cả khi được chọn ở trên.", units))
            """
        case .abolish:
            """
            \(many("Các đơn vị giải thể", form))
            \(form.select("into", "Bàn giao cho", units))
            """
        case .split:
            """
            <p class="quiet">Mỗi lần thêm một phần; thêm tiếp phần khác của cùng đơn vị bằng một bước nữa.</p>
            \(form.select("unit", "Đơn vị được chia, tách", units))
            \(form.select("into", "Phần này về", units))
            \(part(form))
            \(form.select("rest", "Phần còn lại về", hint: "Chọn chính đơn vị đó nếu đơn vị tiếp tục hoạt động.", units))
            """
        case .transfer:
            """
            \(form.select("unit", "Từ đơn vị", units))
            \(form.select("into", "Sang đơn vị", units))
            \(part(form))
            """
        case .person:
            """
            <p class="quiet">Người không nêu ở đây đi theo phần còn lại của đơn vị.</p>
            \(form.select("login", "Tài khoản", people))
            \(form.select("into", "Về đơn vị", units))
            """
        }
    }

    private func naming(_ form: FormView, levelIsOptional: Bool) -> HTML {
        """
        \(form.line("shortName", "Tên gọi tắt", optional: true))
        \(form.select("level", "Cấp", Unit.Level.allCases.map { ($0.rawValue, Terms.name($0)) }, optional: levelIsOptional))
        \(form.select("parent", "Đơn vị cấp trên", units, optional: true))
        \(form.line("classification", "Danh mục mã", optional: true, short: true))
        \(form.line("code", "Mã theo danh mục", optional: true, short: true))
        """
    }

    private func many(_ legend: String, _ form: FormView) -> HTML {
        "<div class=\"choices\">\(form.choices("units", legend, units.map { Choice($0.0, $0.1) }))</div>"
    }

    private func part(_ form: FormView) -> HTML {
        """
        \(form.choices("fields", "Lĩnh vực được chuyển", catalogue.fields.map { Choice($0.code.text, $0.name) }))
        \(when(!catalogue.areas.isEmpty) {
            disclosure(
                "Chọn địa bàn được chuyển", isOpen: !form.all("areas").isEmpty,
                form.choices("areas", "Địa bàn được chuyển", catalogue.areas.map { Choice($0.code.text, $0.name) }))
        })
        """
    }

    /// Reads an entry and puts it on the sheet. Throws `Refusal.invalid`.
    func add(_ entry: PlanEntry, of form: FormBody, to sheet: inout PlanSheet) throws(Refusal) {
        var reading = FormReading(form)
        func text(_ name: String) -> String? { form.line(name).nonEmpty }
        let code = text("code").map { UnitCode(classification: form.line("classification"), code: $0) }
        switch entry {
        case .found:
            let level: Unit.Level = reading.choice("level", else: .department)
            let step = ReorganisationPlan.Step.found(
                key: key("key", &reading), name: reading.line("name"), shortName: text("shortName"), level: level, parent: text("parent"),
                code: code)
            try reading.finish()
            sheet.add(step)
        case .change:
            let level: Unit.Level? = try form.choice("level")
            let unit = reading.line("unit")
            let (name, shortName, parent) = (text("name"), text("shortName"), text("parent"))
            if name == nil, shortName == nil, parent == nil, level == nil, code == nil { reading.add("name", .missing) }
            try reading.finish()
            sheet.add(.change(unit: unit, name: name, shortName: shortName, level: level, parent: parent, code: code))
        case .merge, .abolish:
            let units = form.all("units")
            if units.isEmpty { reading.add("units", .missing) }
            let into = reading.line("into")
            try reading.finish()
            sheet.add(entry == .merge ? .merge(from: units, into: into) : .abolish(units: units, to: into))
        case .split, .transfer:
            let scope = reading.scope(in: catalogue)
            if scope.fields.isEmpty && scope.areas.isEmpty { reading.add("fields", .missing) }
            let (unit, into) = (reading.line("unit"), reading.line("into"))
            let rest = entry == .split ? reading.line("rest") : ""
            try reading.finish()
            let (fields, areas) = (scope.fields.isEmpty ? nil : scope.fields, scope.areas.isEmpty ? nil : scope.areas)
            sheet.add(
                entry == .split
                    ? .split(unit: unit, parts: [ReorganisationPlan.Part(to: into, fields: fields, areas: areas)], rest: rest)
                    : .transfer(from: unit, to: into, fields: fields, areas: areas))
        case .person:
            let (login, into) = (reading.line("login"), reading.line("into"))
            try reading.finish()
            sheet.people[login] = into
        }
    }

    private func key(_ name: String, _ reading: inout FormReading) -> String {
        let key = reading.line(name)
        if !key.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }) { reading.add(name, .unknownCode) }
        return key
    }
}
