import Domain

/// The forms under a year of the calendar: a day to enter or change, that day to take out, what is known of the year. What was typed
/// into the one that was refused stands there again.
struct CalendarForms: Sendable {
    private let day: FormView
    private let removal: FormView
    private let year: FormView
    private let refused: FormView?
    /// The day that is being changed; `nil`: a new one.
    private let editing: Day?

    /// As the page is opened.
    init(opening day: Day?, _ sheet: CalendarSheet) {
        let special = day.flatMap { sheet.calendar.specialDays[$0] }
        self.day = FormView(
            FormBody(values: [
                "calendarDay": special?.date.iso, "dayKind": special?.kind.rawValue, "dayName": special?.name, "source": special?.source,
                "provisional": special?.provisional ?? (sheet.calendar.covers(sheet.year) != .decided) ? "1" : nil,
            ]))
        removal = FormView(FormBody())
        year = Self.opening(sheet)
        refused = nil
        editing = day
    }

    /// As it is shown again after a refusal.
    init(_ form: FormBody, _ refusal: Refusal, _ sheet: CalendarSheet) {
        let view = FormView(form, refusal)
        let (isYear, isRemoval) = (form["do"] == "year", form["do"] == "previewRemoval")
        day = isYear || isRemoval ? CalendarForms(opening: Day(typed: form.line("removedDay")), sheet).day : view
        removal = isRemoval ? view : FormView(FormBody())
        year = isYear ? view : Self.opening(sheet)
        refused = view
        editing = Day(typed: form.line("removedDay")).flatMap { sheet.calendar.specialDays[$0]?.date }
    }

    private static func opening(_ sheet: CalendarSheet) -> FormView {
        let coverage = sheet.known.map { $0.provisional ? "provisional" : "decided" }
        return FormView(FormBody(values: ["coverage": coverage, "yearSource": sheet.known?.source]))
    }

    var summary: HTML { refused?.summary ?? .empty }

    func view(_ sheet: CalendarSheet, _ visit: Visit) -> HTML {
        if !sheet.isOpen { return "<p class=\"quiet\">Lịch của năm này chỉ xem: không hồ sơ đang mở nào còn tính theo nó.</p>" }
        return """
            \(dayForm(sheet, visit))
            \(when(editing) { removalForm($0, sheet, visit) })
            \(yearForm(sheet, visit))
            """
    }

    private func start(_ sheet: CalendarSheet, _ visit: Visit) -> HTML {
        """
        <form method="post" data-guard action="\(CalendarPage.path.link())">
        \(hiddenField(FormToken.field, visit.formToken))\(hiddenField("nam", String(sheet.year)))
        """
    }

    private func dayForm(_ sheet: CalendarSheet, _ visit: Visit) -> HTML {
        """
        <section id="sua-ngay"><h2>\(editing.map { "Sửa ngày \($0.vietnamese)" } ?? "Thêm ngày")</h2>
        \(when(editing != nil) { "<p><a href=\"\(CalendarPage.path.link(query: ["nam": String(sheet.year)]))#sua-ngay\">Thêm ngày khác</a></p>" })
        \(start(sheet, visit))
        \(when(editing, { "\(hiddenField("removedDay", $0.iso))\(hiddenField("calendarDay", $0.iso))" }, else: { date }))
        \(day.select("dayKind", "Loại ngày", SpecialDay.Kind.allCases.map { ($0.rawValue, $0.vietnamese) }))
        \(day.line("dayName", "Tên", hint: "Ví dụ Tết Nguyên đán, thay cho thứ Hai 31/8, phòng chống bão."))
        \(day.line("source", "Văn bản căn cứ", hint: "Tên, số và ngày thông báo, quyết định."))
        \(day.check("provisional", "Dự kiến, chờ văn bản chính thức"))
        \(buttonRow(primary: .submit("Xem trước thay đổi", name: "do", value: "preview")))
        </form></section>
        """
    }

    private var date: HTML { day.line("calendarDay", "Ngày", hint: "Ngày đã có trong lịch thì nội dung mới thay nội dung cũ.", kind: .date) }

    private func removalForm(_ day: Day, _ sheet: CalendarSheet, _ visit: Visit) -> HTML {
        """
        <section><h2>Bỏ ngày \(day.vietnamese)</h2>
        \(start(sheet, visit))\(hiddenField("removedDay", day.iso))
        \(removal.line("removalSource", "Văn bản căn cứ để bỏ", hint: "Ngày này trở lại là \(day.weekday.vietnamese) bình thường."))
        \(buttonRow(primary: nil, others: [.submit("Xem trước khi bỏ", name: "do", value: "previewRemoval", isDestructive: true)]))
        </form></section>
        """
    }

    private func yearForm(_ sheet: CalendarSheet, _ visit: Visit) -> HTML {
        """
        <section><h2>Lịch nghỉ cả năm \(sheet.year)</h2>
        \(start(sheet, visit))
        \(year.choice(
            "coverage", "Lịch năm này",
            [
                Choice("decided", "Đã đủ, theo quyết định chính thức", hint: "Các ngày còn ghi dự kiến sẽ lấy văn bản dưới đây làm căn cứ."),
                Choice("provisional", "Còn dự kiến"),
            ]))
        \(year.line("yearSource", "Văn bản về lịch nghỉ cả năm"))
        \(buttonRow(primary: nil, others: [.submit("Ghi tình trạng năm \(sheet.year)", name: "do", value: "year")]))
        </form></section>
        """
    }
}

// What was typed, as values.
extension CalendarForms {
    static func kept(_ form: FormBody) throws(Refusal) -> CalendarChange {
        var reading = FormReading(form)
        let day = SpecialDay(
            date: reading.day("calendarDay"), kind: reading.choice("dayKind", else: SpecialDay.Kind.holiday), name: form.line("dayName"),
            source: form.line("source"), provisional: form["provisional"] == "1")
        try reading.finish()
        return .keep(day)
    }

    static func removed(_ form: FormBody) throws(Refusal) -> CalendarChange {
        var reading = FormReading(form)
        let day = reading.day("removedDay")
        try reading.finish()
        return .remove(day, source: form.line("removalSource"))
    }

    static func marked(_ form: FormBody, _ year: Int) throws(Refusal) -> CalendarFile.Year {
        var reading = FormReading(form)
        let coverage = reading.choice("coverage", else: WorkingCalendar.Coverage.provisional)
        // Nobody says of a year that nothing is known of it.
        if coverage == .missing { reading.add("coverage", .unknownCode) }
        try reading.finish()
        return CalendarFile.Year(year: year, source: form.line("yearSource"), provisional: coverage == .provisional)
    }
}
