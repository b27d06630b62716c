import Database
import Domain
import Operations
import Storage

/// Ban hành quy chế hoạt động: a new version with its scan and the parameters that the software goes by.
struct RegulationPage: AdministrationForm {
    static let path: Path = "/app/quan-tri/to-cong-tac/:key/quy-che"
    static let takesFiles = true
    static let weekdays = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"].enumerated().map {
        (String($0.offset), $0.element)
    }

    static func subject(_ visit: Visit, _ tx: Transaction) throws -> Team { try TeamPage.team(visit, tx) }
    static func title(_ team: Team) -> String { "Ban hành quy chế hoạt động" }
    static func crumbs(_ team: Team) -> [NavItem] { TeamPage.crumbs(team) }
    static func button(_ team: Team) -> Button { .submit("Ban hành") }

    static func opening(_ team: Team, _ visit: Visit) -> FormBody {
        let standard = Regulation.Parameters()
        return FormBody(values: [
            "from": max(visit.now.day, team.validFrom).iso, "reportWeekday": String(standard.reportWeekday),
            "reportHour": String(standard.reportHour), "transferLimit": String(standard.transferLimit),
        ])
    }

    static func fields(_ form: FormView, _ team: Team) -> HTML {
        """
        \(form.line("document", "Văn bản ban hành: số", short: true))
        \(form.line("documentDate", "Ngày văn bản", kind: .date))
        \(form.line("documentTitle", "Trích yếu", optional: true))
        \(form.files("files", "Bản chụp quy chế", most: 1))
        \(form.line("from", "Áp dụng từ ngày", kind: .date))
        \(form.line(
            "resolveDays", "Số ngày làm việc để trả lời", hint: "1 đến 60; bỏ trống thì theo quy định chung.", optional: true, short: true))
        \(form.select("reportWeekday", "Thành viên báo cáo tuần trước", weekdays))
        \(form.line("reportHour", "Giờ báo cáo", hint: "0 đến 23.", short: true))
        \(form.line("transferLimit", "Số lần chuyển đơn vị tối đa", hint: "Quá số này thì Tổ phó Thường trực quyết định.", short: true))
        \(form.line(
            "backdatingDays", "Ghi lùi ngày tiếp nhận tối đa (ngày làm việc)",
            hint: "Khi nhập hộ người gửi; 0 đến 20, bỏ trống là \(Regulation.Parameters.standardBackdating).", optional: true, short: true))
        """
    }

    static func take(_ form: FormBody, _ team: Team, _ visit: Visit) async throws -> String {
        var reading = FormReading(form)
        let document = reading.decision("document")
        let from = reading.day("from")
        let parameters = Regulation.Parameters(
            resolveDays: reading.numberIfAny("resolveDays"), reportWeekday: reading.number("reportWeekday"),
            reportHour: reading.number("reportHour"), transferLimit: reading.number("transferLimit"),
            backdatingDays: reading.numberIfAny("backdatingDays"))
        let paper = reading.file()
        try reading.finish()
        try await visit.office.perform(
            IssueRegulation(team: team.id, document: document, validFrom: from, parameters: parameters, paper: paper), as: visit.actor)
        return TeamPage.path.link(team.key)
    }
}
