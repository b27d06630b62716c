import Documents
import Domain
import TestSupport
import Testing

/// The weekly report in words.
@Suite struct WeeklyPaperTests {
    static let headings = ["Tình hình tiếp nhận", "Giải pháp đã thực hiện", "Khó khăn, vướng mắc", "Nội dung kiến nghị"]

    private func report(items: Int, length: Int = 300, balanced: Bool = true) throws -> WeeklyReport {
        var figures = WeeklyReport.Figures()
        figures.opening = 4011
        figures.received = 522
        figures.reopened = 33
        figures.done = 1044
        figures.doneInTime = 955
        figures.open = 3466
        figures.openOverdue = 177
        figures.transferred = balanced ? 23 : 24
        figures.waiting = 88
        let number = try #require(CaseNumber("BD-2026-1234567"))
        let item = WeeklyReport.Item(
            number: number, sender: "Công ty TNHH Đông Á", title: String(repeating: "đường lún ", count: length / 10), lead: "BQL các KCN",
            remark: String(repeating: "đã sửa xong. ", count: length / 13), due: try day("2026-08-22"))
        let items = Array(repeating: item, count: items)
        return WeeklyReport(
            team: try TestGround().team, week: Week.containing(try moment("2026-08-20T09:00")), figures: figures, leftOpenBefore: 4011,
            byChannel: [
                WeeklyReport.Count(key: "zalo", name: "zalo", count: 400), WeeklyReport.Count(key: "form", name: "form", count: 122),
            ], byField: StandardFields.all.map { WeeklyReport.Count(key: $0.code.text, name: $0.name, count: 10) }, answered: items,
            late: items, referred: items)
    }

    @Test(arguments: [0, 1, 6, 7, 50], [13, 100, 400]) func itFitsTheGroupAndLosesNoFigure(items: Int, length: Int) throws {
        let text = WeeklyPaper(try report(items: items, length: length)).text()
        #expect(text.utf16.count <= 2000)
        for (index, heading) in Self.headings.enumerated() { #expect(text.contains("\(index + 1). \(heading)"), "\(heading)") }
        for figure in ["4011", "522", "33", "4533", "1044", "955", "3466", "177", "23", "88"] { #expect(text.contains(figure), "\(figure)") }
    }

    @Test func casesThatDoNotFitAreCounted() throws {
        let text = WeeklyPaper(try report(items: 50)).text()
        #expect(text.contains("BD-2026-1234567"))
        #expect(text.contains("hồ sơ khác."))
        #expect(!WeeklyPaper(try report(items: 1, length: 20)).text().contains("hồ sơ khác."))
    }

    @Test func figuresThatDoNotAddUpAreNotSentInSilence() throws {
        #expect(WeeklyPaper(try report(items: 1, balanced: false)).text().contains("chưa cân đối"))
        #expect(!WeeklyPaper(try report(items: 1)).text().contains("chưa cân đối"))
    }

    @Test func theWarningSurvivesEveryCut() throws {
        #expect(WeeklyPaper(try report(items: 50, length: 400, balanced: false)).text().contains("chưa cân đối"))
    }

    @Test func anEmptyWeekIsAReportToo() throws {
        let empty = WeeklyReport(
            team: try TestGround().team, week: Week.containing(try moment("2026-08-20T09:00")), figures: WeeklyReport.Figures(),
            leftOpenBefore: 0)
        let paper = WeeklyPaper(empty)
        #expect(paper.sections.map(\.heading) == Self.headings)
        #expect(paper.text().contains("Không có nội dung vượt thẩm quyền"))
        #expect(!paper.text().contains("%"), "no share of nothing")
    }

    @Test func itSaysWhichWeek() throws {
        let paper = WeeklyPaper(try report(items: 0))
        #expect(paper.period == "từ 12:00 14/08/2026 đến 12:00 21/08/2026")
        #expect(paper.text().hasPrefix("BÁO CÁO TUẦN 2026-W34"))
    }
}
