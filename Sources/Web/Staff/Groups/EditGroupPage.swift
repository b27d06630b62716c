import Database
import Domain
import HTTPTypes
import Hummingbird
import Operations
import Storage

/// Thêm, sửa nhóm Zalo: one group by `?id=`, a new one without.
struct EditGroupPage: AdministrationForm {
    static let path: Path = "/app/nhom-zalo/sua"

    struct Subject: Sendable {
        var group: ChatGroup?
        var units: [(String, String)]
        var people: [Account]
    }

    static func admit(_ visit: Visit) throws { _ = try visit.account() }

    static func subject(_ visit: Visit, _ tx: Transaction) throws -> Subject {
        var group: ChatGroup?
        if let text = visit.query["id"], !text.isEmpty {
            guard let id = ID<ChatGroup>(text), let found = try ChatGroupStore.load(id, tx) else { throw Refusal.noSuch(.group) }
            guard found.mayBeChanged(by: visit.actor) else { throw Refusal.notPermitted(.administer) }
            group = found
        } else if visit.request.method == .get, !Rights.allow(visit.actor, .administer), !Rights.allow(visit.actor, .takeIn) {
            throw Refusal.notPermitted(.administer)
        }
        let units = try OrganisationStore.units(on: visit.now.day, tx).map { ($0.id.text, $0.name) }.sorted { $0.1.sortKey < $1.1.sortKey }
        return Subject(group: group, units: units, people: try visit.office.accounts(tx))
    }

    static func title(_ subject: Subject) -> String { subject.group == nil ? "Thêm nhóm Zalo" : "Sửa nhóm Zalo" }
    static func crumbs(_ subject: Subject) -> [NavItem] { [NavItem("Nhóm Zalo", GroupsPage.path.link())] }
    static func button(_ subject: Subject) -> Button { .submit("Lưu") }

    static func opening(_ subject: Subject, _ visit: Visit) -> FormBody {
        guard let group = subject.group else { return FormBody(values: ["groupKind": ChatGroup.Kind.ordinary.rawValue]) }
        return FormBody(values: [
            "id": group.id.text, "groupName": group.name, "groupKind": group.kind.rawValue, "groupID": group.externalID,
            "unit": group.unit?.text, "purpose": group.purpose, "groupLink": group.link, "groupSize": group.size > 0 ? String(group.size) : "",
            "groupPeople": group.people, "keeper": group.keeper?.text, "isEnded": group.endedAt == nil ? nil : "1",
        ])
    }

    static func fields(_ form: FormView, _ subject: Subject) -> HTML {
        """
        \(when(form.value("id").nonEmpty) { hiddenField("id", $0) })
        \(form.line("groupName", "Tên nhóm"))
        \(form.choice("groupKind", "Loại nhóm", ChatGroup.Kind.allCases.map { Choice($0.rawValue, GroupWords.kind($0)) }))
        \(form.line("groupID", "Mã nhóm GMF", hint: "Chỉ với nhóm của OA; Zalo cấp khi tạo nhóm.", optional: true, short: true))
        \(form.select("unit", "Đơn vị", subject.units, optional: true))
        \(form.area("purpose", "Mục đích", optional: true, rows: 2))
        \(form.line("groupLink", "Liên kết tham gia", hint: "Ví dụ https://zalo.me/g/abc123.", optional: true))
        \(form.line("groupSize", "Số thành viên", optional: true, short: true))
        \(form.area("groupPeople", "Thành viên chính", hint: "Doanh nghiệp, cơ quan nào có mặt trong nhóm.", optional: true, rows: 3))
        \(form.select("keeper", "Người phụ trách", Administration.choices(subject.people), optional: true))
        \(form.check("isEnded", "Nhóm không còn dùng"))
        """
    }

    static func take(_ form: FormBody, _ subject: Subject, _ visit: Visit) async throws -> String {
        var reading = FormReading(form)
        let id: ID<ChatGroup>? = reading.idIfAny("id")
        let entry = GroupEntry(
            name: form.line("groupName"), kind: reading.choice("groupKind", else: .ordinary), externalID: form.line("groupID").nonEmpty,
            unit: reading.idIfAny("unit"), purpose: form.words("purpose"), link: form.line("groupLink"),
            size: reading.numberIfAny("groupSize") ?? 0, people: form.words("groupPeople"), keeper: reading.idIfAny("keeper"),
            isEnded: form["isEnded"] == "1")
        try reading.finish()
        let group: ChatGroup
        if Rights.allow(visit.actor, .administer) {
            group = try await visit.office.perform(KeepGroup(id, entry), as: visit.actor)
        } else {
            group = try await visit.office.perform(TendGroup(id, entry), as: visit.actor)
        }
        return GroupPage.path.link(group.id.text)
    }
}
