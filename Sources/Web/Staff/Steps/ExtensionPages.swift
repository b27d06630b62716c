import Database
import Documents
import Domain
import Operations
import Storage

/// Đề nghị gia hạn: before the time is up; somebody else grants it.
struct AskExtensionPage: StepPage {
    typealias Lists = Void
    static let path: Path = "/app/ho-so/:number/gia-han"
    static let step = Permission.askExtension

    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Void) -> HTML {
        let clock = file.petition.clock
        return """
            <p>Hạn hiện tại \(clock.due.day.vietnamese); đã gia hạn \(clock.extensions.count)/\(clock.profile.mostExtensions) lần.
            Khi được duyệt, người gửi được báo hạn mới và lý do.</p>
            \(form.line("days", "Số ngày làm việc", hint: "Từ 1 đến \(clock.profile.longestExtension).", short: true))
            \(form.area("reason", "Lý do", hint: "Người gửi đọc được khi gia hạn được duyệt.", rows: 4))
            """
    }

    static func take(_ form: FormBody, _ petition: Case, version: Int, _ visit: Visit) async throws {
        var reading = FormReading(form)
        let days = reading.number("days")
        try reading.finish()
        _ = try await visit.office.perform(
            AskExtension(petition: petition.id, version: version, days: days, reason: form.words("reason")), as: visit.actor)
    }
}

/// Duyệt gia hạn: shows the date that it would lead to before anybody grants it.
struct GrantExtensionPage: StepPage {
    static let path: Path = "/app/ho-so/:number/duyet-gia-han"
    static let step = Permission.extend
    static let also: [Permission] = [.refuseExtension]
    static let buttons: [Button] = [
        .submit(Terms.action(.extend), name: "do", value: "grant"), .submit(Terms.action(.refuseExtension), name: "do", value: "refuse"),
    ]

    /// The due date as granting would make it, asked of the decision itself; `nil` when nothing is asked for.
    static func lists(for file: CaseFile, by actor: Actor, at now: Instant, _ tx: Transaction) throws -> Instant? {
        guard file.petition.work.wantedExtension != nil else { return nil }
        guard case .extended(_, _, let due) = try file.petition.extend(by: .system, at: now, rules: try RulesStore.load(tx)) else { return nil }
        return due
    }

    static func fields(_ form: FormView, _ file: CaseFile, _ due: Instant?) -> HTML {
        let clock = file.petition.clock
        return """
            \(when(file.petition.work.wantedExtension) { wanted in
                """
                <p><strong>\(wanted.byName)</strong> đề nghị gia hạn \(wanted.days) ngày làm việc, \(wanted.at.vietnamese):</p>
                \(quoted(wanted.reason))
                """
            })
            \(factsList([
                ("Hạn ban đầu", clock.originalDue.day.vietnamese), ("Hạn hiện tại", clock.due.day.vietnamese),
                ("Hạn mới nếu duyệt", due?.day.vietnamese ?? ""),
                ("Đã gia hạn", "\(clock.extensions.count)/\(clock.profile.mostExtensions) lần"),
            ]))
            \(form.area("reason", "Lý do không đồng ý", hint: "Chỉ cần khi không đồng ý.", optional: true, rows: 3))
            """
    }

    static func take(_ form: FormBody, _ petition: Case, version: Int, _ visit: Visit) async throws {
        if form["do"] == "refuse" {
            _ = try await visit.office.perform(
                RefuseExtension(petition: petition.id, version: version, reason: form.words("reason")), as: visit.actor)
        } else {
            _ = try await visit.office.perform(ExtendCase(petition: petition.id, version: version), as: visit.actor)
        }
    }
}

/// Báo cáo chậm: why the date was missed, and the date that is promised to the sender now. Late stays late.
struct ExcusePage: StepPage {
    typealias Lists = Void
    static let path: Path = "/app/ho-so/:number/bao-cao-cham"
    static let step = Permission.excuse

    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Void) -> HTML {
        """
        <p>Hạn \(file.petition.clock.due.day.vietnamese) đã qua và không đổi. Người gửi nhận lời xin lỗi, lý do và ngày cam kết.</p>
        \(when(file.petition.work.excuse) { "<p>Lần trước cam kết ngày \($0.committed.vietnamese): \($0.reason)</p>" })
        \(form.area("reason", "Lý do chậm", hint: "Người gửi đọc được.", rows: 4))
        \(form.line("committed", "Ngày cam kết trả lời", hint: "Trong vòng \(Case.longestCommitment) ngày.", kind: .date))
        """
    }

    static func take(_ form: FormBody, _ petition: Case, version: Int, _ visit: Visit) async throws {
        var reading = FormReading(form)
        let committed = reading.day("committed")
        try reading.finish()
        _ = try await visit.office.perform(
            ExcuseCase(petition: petition.id, version: version, reason: form.words("reason"), committed: committed), as: visit.actor)
    }
}
