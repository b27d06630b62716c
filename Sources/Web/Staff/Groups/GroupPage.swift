import Documents
import Domain
import Operations
import Storage

/// One group: what stands about it, what was said in it, what was posted into it.
struct GroupPage: Page {
    static let path: Path = "/app/nhom-zalo/nhom/:id"
    static let access = Access.staff

    struct Model: Sendable {
        var group: ChatGroup
        var unit: String
        var keeper: String
        var members: [ChatGroup.Member]
        var lines: [GroupLine]
        var posts: [GroupPost]
    }

    /// Lines and posts that are shown.
    private static let shown = 50

    static func show(_ visit: Visit) async throws -> Reply {
        let model = try await load(visit)
        var values: [String: String?] = [:]
        if visit.query["tuan"] == "truoc", Rights.allow(visit.actor, .readReports) {
            values["text"] = try await lastWeek(visit)
        }
        return try await reply(model, FormView(FormBody(values: values)), visit)
    }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        let model = try await load(visit)
        let group = model.group
        do {
            switch form["do"] {
            case "post":
                try await visit.office.perform(PostToGroup(group.id, text: form.words("text")), as: visit.actor)
                return .see(path.link(group.id.text))
            case "read":
                guard let account = visit.zalo, let external = group.externalID else { throw Refusal.isOver }
                guard group.mayBeChanged(by: visit.actor) else { throw Refusal.notPermitted(.administer) }
                let members = try await account.members(of: external)
                let facts = ZaloGroupFacts(id: external, name: group.name, link: group.link, members: members.count, isEnabled: true)
                let known = try await account.groups().first { $0.id == external } ?? facts
                try await visit.office.perform(ReadGroup(facts: known, members: members), as: .system)
                return .see(path.link(group.id.text))
            case "note":
                var reading = FormReading(form)
                let (message, number): (ID<Message>, String) = (reading.id("message"), reading.line("caseNumber"))
                try reading.finish()
                let noted = try await visit.office.perform(NoteFromGroup(group.id, message: message, number: number), as: visit.actor)
                return .see(CasePage.path.link(noted.number.text))
            default:
                var reading = FormReading(form)
                let message: ID<Message> = reading.id("message")
                try reading.finish()
                let opened = try await visit.office.perform(OpenFromGroup(group.id, message: message), as: visit.actor)
                return .see(CasePage.path.link(opened.number.text))
            }
        } catch let refusal as Refusal {
            if case .notPermitted = refusal { throw refusal }
            return try await reply(model, FormView(form, refusal), visit, refusal)
        } catch let failure as ZaloFailure {
            return try await reply(model, FormView(form), visit, news: notice(.late, "<p>\(failure.reason)</p>"))
        }
    }

    private static func lastWeek(_ visit: Visit) async throws -> String {
        let week = Week.containing(visit.now).previous
        return try await visit.office.read { tx in
            guard let team = try visit.office.team(tx) else { throw Refusal.noSuch(.team) }
            return WeeklyPaper(try WeeklyReportQueries.report(of: team, week: week, tx)).text(limit: 2000)
        }
    }

    private static func load(_ visit: Visit) async throws -> Model {
        guard let id = ID<ChatGroup>(visit.parameter("id")) else { throw Refusal.noSuch(.group) }
        _ = try visit.account()
        let mayRead = Rights.allowSomewhere(visit.actor, .view)
        return try await visit.office.read { tx in
            guard let group = try ChatGroupStore.load(id, tx) else { throw Refusal.noSuch(.group) }
            return Model(
                group: group, unit: try group.unit.flatMap { try OrganisationStore.unit($0, tx)?.name } ?? "",
                keeper: try visit.office.accounts(tx).first { $0.id == group.keeper }?.name ?? "",
                members: try ChatGroupStore.members(of: id, tx),
                lines: mayRead ? try ChatGroupTalkStore.newest(of: id, limit: shown, tx).map { $0.seen(by: visit.actor) } : [],
                posts: try ChatGroupTalkStore.posts(in: id, limit: shown, tx))
        }
    }
}
