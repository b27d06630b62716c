import Documents
import Domain
import Operations

/// What a change of the calendar would move, to be confirmed.
struct CalendarPreviewView: Sendable {
    static let title = "Xem trước thay đổi lịch"

    var change: CalendarChange
    var preview: CalendarPreview
    var calendar: WorkingCalendar

    /// - Parameter linking: whether the reader may look at cases at all.
    func content(linking: Bool, _ refusal: Refusal?, _ visit: Visit) -> HTML {
        let year = String(change.day.year)
        let back = CalendarPage.path.link(query: ["nam": year])
        return """
            \(breadcrumbs([NavItem("Lịch làm việc năm \(year)", back)], here: Self.title))
            <h1>\(Self.title)</h1>
            \(when(refusal) { notice(.late, "<p>\(RefusalWords.sentence($0))</p>") })
            \(factsList([
                ("Thay đổi", CalendarWords.sentence(change, in: calendar)), ("Hiện nay", calendar.status(of: change.day).reason),
                ("Sau thay đổi", calendar.changed(by: change).status(of: change.day).reason),
            ]))
            \(effect)
            <form method="post" data-guard action="\(CalendarPage.path.link())">
            \(hiddenField(FormToken.field, visit.formToken))\(hiddenField("nam", year))\(hiddenField("version", String(preview.version)))
            \(values)
            \(buttonRow(primary: confirm, others: [.link("Quay lại, không thay đổi", back)]))
            </form>
            \(when(!preview.shown.isEmpty) { "<section><h2>Hồ sơ đổi hạn</h2>\(dataTable(table(linking)))</section>" })
            """
    }

    private var confirm: Button {
        let label = preview.count == 0 ? "Xác nhận thay đổi" : "Xác nhận, tính lại hạn \(Wording.number(preview.count)) hồ sơ"
        switch change {
        case .keep: return .submit(label, name: "do", value: "confirm")
        case .remove: return .submit(label, name: "do", value: "confirmRemoval", isDestructive: true)
        }
    }

    private var effect: HTML {
        if preview.count == 0 { return notice(.done, "<p>Không hồ sơ đang mở nào đổi hạn.</p>") }
        let named =
            preview.count > preview.shown.count
            ? " Dưới đây là \(preview.shown.count) hồ sơ đầu; hồ sơ hạn chế được tính mà không nêu số." : ""
        return notice(
            preview.late > 0 ? .late : .soon, title: "\(Wording.number(preview.count)) hồ sơ đang mở đổi hạn",
            """
            <p>\(kinds). Hạn ban đầu giữ nguyên.\(named)</p>
            """)
    }

    /// How many move which way; what does not happen is not named.
    private var kinds: String {
        let parts = [(preview.count - preview.sooner, "muộn hơn"), (preview.sooner, "sớm hơn"), (preview.late, "thành quá hạn ngay")]
        return parts.filter { $0.0 > 0 }.map { "\(Wording.number($0.0)) hồ sơ \($0.1)" }.joined(separator: ", ")
    }

    private func table(_ linking: Bool) -> DataTable {
        DataTable(
            .sheet, caption: "Hồ sơ đổi hạn", columns: [.init("Số hồ sơ"), .init("Hạn hiện tại"), .init("Hạn mới")],
            rows: preview.shown.map { moved in
                let number = moved.number.text
                return .init(
                    [
                        linking ? "<a href=\"\(CasePage.path.link(number))\">\(number)</a>" : "\(number)", "\(moved.from.day.vietnamese)",
                        "\(moved.to.day.vietnamese)",
                    ], tone: moved.to < moved.from ? .soon : .plain)
            })
    }

    private var values: HTML {
        switch change {
        case .keep(let day):
            """
            \(hiddenField("calendarDay", day.date.iso))\(hiddenField("dayKind", day.kind.rawValue))\(hiddenField("dayName", day.name))\
            \(hiddenField("source", day.source))\(when(day.provisional) { hiddenField("provisional", "1") })
            """
        case .remove(let day, let source): "\(hiddenField("removedDay", day.iso))\(hiddenField("removalSource", source))"
        }
    }
}
