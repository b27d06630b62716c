import ArgumentParser
import Domain
import Foundation
import Operations
import Storage

/// `donghanh check`: looks at everything that could keep the server from doing its work; one line each.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Kiểm tra cấu hình, cơ sở dữ liệu, lịch nghỉ, kênh, đồng hồ, đĩa.")

    @OptionGroup var global: GlobalOptions
    @Flag(name: .customLong("print-config"), help: "In từng giá trị cấu hình và nguồn của nó; giá trị bí mật được che.")
    var printConfig = false
    @Flag(name: .long, help: "In JSON.") var json = false

    func run() async throws {
        let settings = try await global.settings()
        if printConfig { return try show(settings) }
        var findings: [Finding] = [configuration(settings)]
        let stored = await database(settings)
        findings += stored.findings
        findings += try await calendar(stored.calendar, settings)
        findings.append(zalo(settings))
        findings += await FileWork.findings(settings)
        findings.append(disk(settings))
        if json {
            try Printing.json(findings)
        } else {
            for finding in findings { Printing.line("\(finding.verdict.mark) \(finding.what): \(finding.text)") }
        }
        if findings.contains(where: { $0.verdict == .bad }) { throw ExitCode(1) }
    }

    /// One line of the check.
    struct Finding: Encodable {
        enum Verdict: String, Encodable {
            case good, doubtful, bad
            var mark: String {
                switch self {
                case .good: "đạt     "
                case .doubtful: "lưu ý   "
                case .bad: "không đạt"
                }
            }
        }

        var what: String
        var verdict: Verdict
        var text: String
    }

    private func show(_ settings: Settings) throws {
        struct Line: Encodable {
            var key: String
            var value: Nullable<String>
            var source: String
            var meaning: String
        }
        let lines = SettingKey.allCases.map { key in
            let entry = settings[key]
            let value = key.isSecret && entry.value != nil ? "********" : entry.value
            return Line(key: key.rawValue, value: Nullable(value), source: entry.source, meaning: key.meaning)
        }
        if json { return try Printing.json(lines) }
        Printing.table(["KHÓA", "GIÁ TRỊ", "NGUỒN", "Ý NGHĨA"], lines.map { [$0.key, $0.value.content ?? "-", $0.source, $0.meaning] })
    }

    private func configuration(_ settings: Settings) -> Finding {
        do {
            _ = try settings.listen()
            _ = try settings.startingMoment()
            _ = try settings.clamd()
            _ = try Logs.logger(settings, quiet: true)
            return Finding(what: "Cấu hình", verdict: .good, text: "đọc được")
        } catch {
            return Finding(what: "Cấu hình", verdict: .bad, text: CommandFailure(wording: error).description)
        }
    }

    /// What is said of the database, and the calendar in it; `nil` before the ground is laid.
    private func database(_ settings: Settings) async -> (findings: [Finding], calendar: WorkingCalendar?) {
        do {
            return try await Composition.run(settings) { composition in
                let office = composition.office
                let (teams, accounts, calendar) = try await office.read {
                    (try TeamStore.all($0).filter { $0.end == nil }, try AccountStore.hasAny($0), try office.rules($0).calendar)
                }
                let findings = [
                    Finding(what: "Cơ sở dữ liệu", verdict: .good, text: "đúng phiên bản"),
                    teams.isEmpty
                        ? Finding(what: "Tổ công tác", verdict: .bad, text: "chưa có; hãy chạy donghanh serve một lần")
                        : Finding(what: "Tổ công tác", verdict: .good, text: teams.map(\.name).joined(separator: "; ")),
                    accounts
                        ? Finding(what: "Tài khoản", verdict: .good, text: "đã có")
                        : Finding(what: "Tài khoản", verdict: .doubtful, text: "chưa có; mở liên kết mà donghanh serve in ra"),
                ]
                return (findings, teams.isEmpty ? nil : calendar)
            }
        } catch {
            return ([Finding(what: "Cơ sở dữ liệu", verdict: .bad, text: CommandFailure(wording: error).description)], nil)
        }
    }

    /// The days off of this year and the next, as the office counts; before the ground is laid, as it would. Without those of this year
    /// every date is wrong; those of the next are decided late in the year, so their lack is a warning.
    private func calendar(_ stored: WorkingCalendar?, _ settings: Settings) async throws -> [Finding] {
        let calendar = try stored ?? Calendars.shipped().calendar()
        let this = (try settings.startingMoment() ?? RealWorld.now).day.year
        return [this, this + 1].map { year in
            switch calendar.covers(year) {
            case .decided: Finding(what: "Lịch nghỉ \(year)", verdict: .good, text: "đã có quyết định")
            case .provisional: Finding(what: "Lịch nghỉ \(year)", verdict: .doubtful, text: "dự kiến, chờ quyết định chính thức")
            case .missing:
                Finding(
                    what: "Lịch nghỉ \(year)", verdict: year == this ? .bad : .doubtful,
                    text: "chưa có; hãy nhập ở trang Quản trị, Lịch làm việc, khi có thông báo")
            }
        }
    }

    private func zalo(_ settings: Settings) -> Finding {
        let keys: [SettingKey] = [.zaloAppID, .zaloAppSecret, .zaloAccountID, .zaloAccountKey, .zaloAccessToken, .zaloRefreshToken]
        let missing = keys.filter { settings.text($0) == nil }
        if missing.count == keys.count { return Finding(what: "Kênh Zalo", verdict: .doubtful, text: "tắt (chưa cấu hình)") }
        if missing.isEmpty { return Finding(what: "Kênh Zalo", verdict: .good, text: "đã cấu hình") }
        return Finding(what: "Kênh Zalo", verdict: .bad, text: "thiếu \(missing.map(\.rawValue).joined(separator: ", "))")
    }

    private func disk(_ settings: Settings) -> Finding {
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: settings.dataFolder)
        // A folder that is not there yet has no file system to ask; serving makes it and says so when it cannot.
        guard let free = (attributes?[.systemFreeSize] as? NSNumber)?.int64Value else {
            return Finding(what: "Đĩa", verdict: .doubtful, text: "chưa có thư mục \(settings.dataFolder)")
        }
        let gigabytes = free / 1_073_741_824
        return Finding(
            what: "Đĩa", verdict: gigabytes < 1 ? .bad : gigabytes < 5 ? .doubtful : .good, text: "còn trống \(gigabytes) GB")
    }
}
