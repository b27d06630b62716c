import Database
import Documents
import Domain
import Operations
import Storage

/// Lấy ý kiến phối hợp: another unit sees this one case and gives its opinion, by a date, with what its silence will mean.
struct ConsultPage: StepPage {
    static let path: Path = "/app/ho-so/:number/moi-phoi-hop"
    static let step = Permission.invite

    struct Lists: Sendable {
        var units: [Unit]
        /// When the opinion is due unless somebody says otherwise.
        var usual: Day
    }

    static func lists(for file: CaseFile, by actor: Actor, at now: Instant, _ tx: Transaction) throws -> Lists {
        let petition = file.petition
        let busy = Set(petition.owing.map(\.unit)).union([petition.lead])
        return Lists(
            units: try OrganisationStore.units(on: now.day, tx).filter { !busy.contains($0.id) },
            usual: ConsultUnit.usualDue(petition, at: now, rules: try RulesStore.load(tx)).day)
    }

    static func opening(_ file: CaseFile, _ lists: Lists) -> FormBody {
        FormBody(values: ["due": lists.usual.iso, "silence": Consultation.Silence.hasNoOpinion.rawValue])
    }

    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Lists) -> HTML {
        """
        \(form.select("unit", "Đơn vị phối hợp", lists.units.map { ($0.id.text, $0.name) }))
        \(form.area("question", "Câu hỏi", hint: "Đơn vị được hỏi xem được hồ sơ này và ghi ý kiến vào hồ sơ.", rows: 4))
        \(form.line("due", "Hạn cho ý kiến", hint: "Trong hạn của hồ sơ: \(file.petition.clock.due.day.vietnamese).", kind: .date))
        \(form.choice("silence", "Nếu quá hạn không có ý kiến", Consultation.Silence.allCases.map { Choice($0.rawValue, Terms.name($0)) }))
        """
    }

    static func take(_ form: FormBody, _ petition: Case, version: Int, _ visit: Visit) async throws {
        var reading = FormReading(form)
        let unit: ID<Unit> = reading.id("unit")
        let day = reading.day("due")
        let silence = reading.choice("silence", else: Consultation.Silence.hasNoOpinion)
        try reading.finish()
        let calendar = try await visit.office.read { try visit.office.rules($0).calendar }
        _ = try await visit.office.perform(
            ConsultUnit(
                petition: petition.id, version: version, unit: unit, question: form.words("question"),
                due: calendar.count(from: day, workingDays: 0).dueAt, silence: silence), as: visit.actor)
    }
}

/// Cho ý kiến phối hợp: what the unit that was asked says, and how it stands to the matter.
struct AdvisePage: StepPage {
    typealias Lists = Void
    static let path: Path = "/app/ho-so/:number/y-kien"
    static let step = Permission.advise

    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Void) -> HTML {
        """
        \(disclosure("Nội dung kiến nghị", quoted(file.text)))
        \(each(file.petition.work.consultations.filter { $0.opinion == nil }) { asked in
            """
            <h2>\(asked.unitName) được hỏi</h2>\(quoted(asked.question))
            <p class="quiet">Hạn \(asked.due.day.vietnamese). \(Terms.name(asked.silence)).</p>
            """
        })
        \(form.choice("stance", "Ý kiến", Opinion.Stance.allCases.map { Choice($0.rawValue, Terms.name($0)) }))
        \(form.area("opinion", "Nội dung ý kiến", hint: "Nêu căn cứ, và việc đơn vị bạn sẽ làm nếu có.", rows: 6))
        """
    }

    static func take(_ form: FormBody, _ petition: Case, version: Int, _ visit: Visit) async throws {
        var reading = FormReading(form)
        let stance = reading.choice("stance", else: Opinion.Stance.agrees)
        try reading.finish()
        _ = try await visit.office.perform(
            AdviseCase(petition: petition.id, version: version, stance: stance, opinion: form.words("opinion")), as: visit.actor)
    }
}
