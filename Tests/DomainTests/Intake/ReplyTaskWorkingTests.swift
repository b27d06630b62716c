import Domain
import Testing

/// Tasks to reach a sender, and working hours until they are due.
@Suite struct ReplyTaskWorkingTests {
    private func task() throws -> ReplyTask {
        ReplyTask(
            id: ID(at: Instant(milliseconds: 0), chance: [1]), kind: .call, channel: .hotline,
            contact: ID(at: Instant(milliseconds: 0), chance: [2]), petition: nil, text: "Báo kết quả.", reason: "Người gửi gọi điện.",
            dueAt: try instant("2026-08-05T16:00"), account: nil, createdAt: try instant("2026-08-05T10:00"))
    }

    @Test func itIsTriedInVainAndThenDoneOnce() throws {
        var task = try task()
        try task.tryInVain("Không nghe máy.", by: "Lan", at: try instant("2026-08-05T11:00"))
        #expect(task.isOpen && task.attempts.map(\.note) == ["Không nghe máy."])
        let (due, next) = (try instant("2026-08-05T16:00"), try instant("2026-08-05T16:01"))
        #expect(task.isLate(at: next) && !task.isLate(at: due))
        try task.finish(reached: true, note: "", by: "Lan", at: try instant("2026-08-05T17:00"))
        #expect(!task.isOpen && !task.isLate(at: next))
        #expect(throws: Refusal.isOver) { try task.finish(reached: true, note: "", by: "Đức", at: instant("2026-08-05T17:01")) }
        #expect(throws: Refusal.isOver) { try task.tryInVain("Bận.", by: "Đức", at: instant("2026-08-05T17:01")) }
    }

    @Test func whoGivesUpSaysWhyAndWhoTriedSaysWhat() throws {
        var task = try task()
        let now = try instant("2026-08-05T11:00")
        #expect(throws: Refusal.invalid([Problem("note", .tooShort(10))])) {
            try task.finish(reached: false, note: "sai số", by: "Lan", at: now)
        }
        #expect(throws: Refusal.invalid([Problem("note", .missing)])) { try task.tryInVain("", by: "Lan", at: now) }
        try task.finish(reached: false, note: "Số máy không còn dùng.", by: "Lan", at: now)
        #expect(task.done?.reached == false)
    }

    @Test(arguments: [
        ("2026-08-05T09:00", 4, "2026-08-05T13:00"), ("2026-08-05T15:00", 4, "2026-08-06T10:00"),
        // Friday afternoon to Monday; before opening; on a Saturday.
        ("2026-08-07T16:00", 4, "2026-08-10T11:00"), ("2026-08-05T06:00", 1, "2026-08-05T09:00"), ("2026-08-08T10:00", 2, "2026-08-10T10:00"),
        ("2026-08-05T16:00", 1, "2026-08-05T17:00"), ("2026-08-05T08:00", 18, "2026-08-06T17:00"),
    ])
    func workingHoursAreThoseOfOpenOffices(start: String, hours: Int, due: String) throws {
        let calendar = try VietnamCalendar.load()
        #expect(calendar.adding(workingSeconds: hours * 3600, to: try instant(start)) == (try instant(due)))
    }
}
