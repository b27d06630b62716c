import Database
import Documents
import Domain
import Operations
import Storage

/// Ý kiến chỉ đạo: reads what was put before this level and gives an order with an owner and a date. An option that is taken is the
/// order, unless other words are typed.
struct DirectPage: StepPage {
    static let path: Path = "/app/ho-so/:number/chi-dao"
    static let step = Permission.direct

    struct Lists: Sendable {
        var units: [Unit]
        var due: Day
    }

    static func lists(for file: CaseFile, by actor: Actor, at now: Instant, _ tx: Transaction) throws -> Lists {
        let petition = file.petition
        let due = petition.clock.due > now ? petition.clock.due : ConsultUnit.usualDue(petition, at: now, rules: try RulesStore.load(tx))
        return Lists(
            units: try OrganisationStore.units(on: now.day, tx).filter { $0.id != petition.classification.complainedOf }, due: due.day)
    }

    static func opening(_ file: CaseFile, _ lists: Lists) -> FormBody {
        FormBody(values: [
            "option": file.petition.work.escalation?.proposal.map { String($0.preferred) }, "unit": file.petition.lead.text, "due": lists.due.iso,
        ])
    }

    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Lists) -> HTML {
        let waiting = file.petition.work.escalation
        return """
            \(disclosure("Nội dung kiến nghị", quoted(file.text)))
            \(when(waiting, { escalationView($0) }))
            \(when(waiting?.proposal, { options(form, $0) }))
            \(form.area(
                "order", "Nội dung chỉ đạo", hint: waiting?.proposal == nil ? nil : "Để trống nếu làm đúng phương án đã chọn.",
                optional: waiting?.proposal != nil, rows: 4))
            \(form.select("unit", "Đơn vị thực hiện", lists.units.map { ($0.id.text, $0.name) }))
            \(form.line("due", "Hạn thực hiện", kind: .date))
            \(when(waiting?.level.isInside == false) {
                form.line("document", "Số, ngày văn bản chỉ đạo", hint: "Văn bản của \(Terms.name(waiting?.level ?? .province)).")
            })
            """
    }

    private static func options(_ form: FormView, _ proposal: Proposal) -> HTML {
        let choices = proposal.options.indices.map { index in
            Choice(String(index), "Phương án \(index + 1)\(index == proposal.preferred ? " (được đề xuất)" : "")")
        }
        return form.choice("option", "Quyết định", choices + [Choice("khac", "Cách khác, ghi ở nội dung chỉ đạo")])
    }

    static func take(_ form: FormBody, _ petition: Case, version: Int, _ visit: Visit) async throws {
        var reading = FormReading(form)
        let unit: ID<Unit> = reading.id("unit")
        let due = reading.day("due")
        let option = form["option"] == "khac" ? nil : reading.numberIfAny("option")
        try reading.finish()
        let proposal = petition.work.escalation?.proposal
        let taken = option.flatMap { index in proposal.flatMap { $0.options.indices.contains(index) ? $0.options[index].text : nil } }
        _ = try await visit.office.perform(
            DirectCase(
                petition: petition.id, version: version, order: form.words("order").nonEmpty ?? taken ?? "", option: option, unit: unit, due: due,
                document: form.line("document")), as: visit.actor)
    }
}
