import ArgumentParser
import Domain
import Operations
import Storage

/// `donghanh deadline`: a due date with each day that made it.
struct DeadlineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadline", abstract: "Tính thời hạn theo ngày làm việc, nêu từng ngày không tính và lý do.")

    @OptionGroup var global: GlobalOptions

    @Option(name: .long, help: ArgumentHelp("Thời điểm tiếp nhận, ví dụ 2026-08-03T09:00.", valueName: "thời điểm"))
    var from: String

    @Option(name: .long, help: ArgumentHelp("Số ngày làm việc.", valueName: "số"))
    var days: Int

    @Flag(name: .long, help: "In JSON.")
    var json = false

    func validate() throws {
        if Instant(iso: from) == nil { throw ValidationError("--from phải có dạng 2026-08-03 hoặc 2026-08-03T09:00.") }
        if !WorkingCalendar.countable.contains(days) {
            throw ValidationError("--days phải từ 0 đến \(WorkingCalendar.countable.upperBound).")
        }
    }

    func run() async throws {
        guard let receipt = Instant(iso: from) else { return }
        let settings = try await global.settings()
        let deadline = try await Calendars.current(settings).count(from: receipt, workingDays: days)
        if json {
            try Printing.json(DeadlineJSON(deadline))
        } else {
            Printing.line("Tiếp nhận \(receipt.iso), \(days) ngày làm việc")
            for day in deadline.counted { Printing.line("  \(day.iso)  tính, \(day.weekday.vietnamese)") }
            for skipped in deadline.skipped { Printing.line("  \(skipped.day.iso)  không tính: \(skipped.reason)") }
            for doubt in deadline.doubts { Printing.line("Lưu ý: \(doubt)") }
            Printing.line("Hạn: \(deadline.dueAt.iso)")
        }
    }
}

/// The JSON of a deadline (interfaces page).
struct DeadlineJSON: Encodable {
    struct Skipped: Encodable {
        var date: String
        var reason: String
    }

    struct Counted: Encodable { var date: String }

    var from: String
    var days: Int
    var due: String
    var due_at: String
    var skipped: [Skipped]
    var counted: [Counted]
    var doubts: [String]

    init(_ deadline: Deadline) {
        from = deadline.from.iso
        days = deadline.days
        due = deadline.due.iso
        due_at = deadline.dueAt.iso
        skipped = deadline.skipped.map { Skipped(date: $0.day.iso, reason: $0.reason) }
        counted = deadline.counted.map { Counted(date: $0.iso) }
        doubts = deadline.doubts
    }
}
