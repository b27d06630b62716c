import Domain
import HTTPTypes
import Operations
import Storage

extension GroupPage {
    static func reply(
        _ model: Model, _ form: FormView, _ visit: Visit, _ refusal: Refusal? = nil, news: HTML = .empty
    ) async throws -> Reply {
        let group = model.group
        let content: HTML = """
            \(breadcrumbs([NavItem("Nhóm Zalo", GroupsPage.path.link())], here: group.name))
            <h1>\(group.name)</h1>
            \(form.summary)
            \(news)
            \(factsList([
                ("Loại", GroupWords.kind(group.kind)), ("Đơn vị", model.unit), ("Mục đích", group.purpose), ("Liên kết", group.link),
                ("Số thành viên", group.size > 0 ? Wording.number(group.size) : ""), ("Thành viên chính", group.people),
                ("Người phụ trách", model.keeper), ("Không còn dùng từ", group.endedAt?.day.vietnamese ?? ""),
            ]))
            \(actions(group, visit))
            \(when(mayPost(group, visit)) { posting(group, form, visit) })
            \(when(!model.posts.isEmpty) { posts(model.posts) })
            \(when(!model.lines.isEmpty) { talk(model, form, visit) })
            \(when(!model.members.isEmpty) { members(model.members, group) })
            """
        return .document(
            try await StaffFrame.page(title: group.name, queue: nil, content, visit), status: refusal.map(FailurePage.status) ?? .ok)
    }

    private static func mayPost(_ group: ChatGroup, _ visit: Visit) -> Bool {
        group.kind == .owned && group.endedAt == nil && Rights.allowSomewhere(visit.actor, .view)
            && (group.mayBeChanged(by: visit.actor) || Rights.allow(visit.actor, .takeIn))
    }

    private static func actions(_ group: ChatGroup, _ visit: Visit) -> HTML {
        let mayChange = group.mayBeChanged(by: visit.actor)
        var others: [Button] = mayChange ? [.link("Sửa", EditGroupPage.path.link(query: ["id": group.id.text]))] : []
        if mayChange, group.kind == .owned, visit.zalo != nil { others.append(.submit("Đọc thành viên từ Zalo", name: "do", value: "read")) }
        let capture: Button? =
            Rights.allow(visit.actor, .takeIn) && group.endedAt == nil
            ? .link("Ghi nhận từ nhóm", CapturePage.path.link(query: ["nhom": group.id.text])) : nil
        if capture == nil, others.isEmpty { return .empty }
        return """
            <form method="post" data-guard action="\(path.link(group.id.text))">\(hiddenFields(visit))
            \(buttonRow(primary: capture, others: others))</form>
            """
    }

    private static func posting(_ group: ChatGroup, _ form: FormView, _ visit: Visit) -> HTML {
        let weekly = path.link(group.id.text, query: ["tuan": "truoc"])
        return """
            <section><h2>Gửi tin vào nhóm</h2>
            <form method="post" data-guard action="\(path.link(group.id.text))">\(hiddenFields(visit))
            \(form.area(
                "text", "Nội dung",
                hint: "Đến 2.000 ký tự; phần dài hơn được cắt ở cuối câu. Không ghi thông tin cá nhân của người gửi.", rows: 6))
            \(buttonRow(
                primary: .submit("Gửi vào nhóm", name: "do", value: "post"),
                others: Rights.allow(visit.actor, .readReports) ? [.link("Lấy bản chữ báo cáo tuần trước", weekly)] : []))
            </form></section>
            """
    }

    private static func posts(_ posts: [GroupPost]) -> HTML {
        let rows = posts.map { post -> DataTable.Row in
            let state: HTML =
                switch post.state {
                case .sent: "\(tag("Đã gửi", .done)) \(post.sentAt?.vietnamese ?? "")"
                case .waiting: "\(tag("Đang chờ gửi", .soon)) \(post.reason ?? "")"
                case .failed, .replaced: "\(tag("Không gửi được", .late)) \(post.reason ?? "")"
                }
            return .init(["\(post.createdAt.vietnamese)", "\(post.author ?? "Hệ thống")", clipped(post.text, .long), state])
        }
        return """
            <section><h2>Tin đã gửi vào nhóm</h2>\(dataTable(
                DataTable(
                    .list, caption: "Tin đã gửi vào nhóm", columns: ["Thời điểm", "Người gửi", "Nội dung", "Tình trạng"].map { .init($0) },
                    rows: rows)))
            </section>
            """
    }

    private static func talk(_ model: Model, _ form: FormView, _ visit: Visit) -> HTML {
        let free = model.lines.filter { !$0.isOurs && $0.subject == nil }
        let offered = Rights.allow(visit.actor, .takeIn) && !free.isEmpty
        return """
            <section><h2>Trao đổi trong nhóm</h2>
            <ol class="conversation">\(each(model.lines.reversed(), line))</ol>
            \(when(offered) {
                """
                <h3>Lập hồ sơ hoặc ghi chú từ một tin</h3>
                <form method="post" data-guard action="\(path.link(model.group.id.text))">\(hiddenFields(visit))
                \(form.select("message", "Tin nhắn", free.map { ($0.message.text, choice($0)) }))
                \(form.line("caseNumber", "Số hồ sơ", hint: "Chỉ cần khi ghi vào hồ sơ đã có.", optional: true, short: true))
                \(buttonRow(
                    primary: .submit("Lập hồ sơ", name: "do", value: "case"),
                    others: [.submit("Ghi vào hồ sơ đã có", name: "do", value: "note")]))
                </form>
                """
            })</section>
            """
    }

    private static func choice(_ line: GroupLine) -> String {
        let who = line.who.isEmpty ? "Thành viên" : line.who
        return "\(line.at.vietnamese) \(who): \(Excerpt.cut(line.text.isEmpty ? "tệp đính kèm" : line.text, limit: 80))"
    }

    private static func line(_ line: GroupLine) -> HTML {
        if line.subject != nil, line.number == nil {
            let words = "Đã ghi vào một hồ sơ không mở được với tài khoản này."
            return "<li class=\"message in\"><p class=\"quiet\">\(line.at.vietnamese) · \(words)</p></li>"
        }
        return """
        <li class="message \(line.isOurs ? "out" : "in")"><p class="quiet">\(line.who.isEmpty ? "Thành viên" : line.who) · \(line.at.vietnamese)\
        \(when(line.number) { " · <a href=\"\(CasePage.path.link($0.text))\">\($0.text)</a>" })\
        \(when(line.files > 0) { " · \(line.files) tệp đính kèm" })</p>\(when(!line.text.isEmpty) { paragraphs(line.text) })</li>
        """
    }

    private static func members(_ members: [ChatGroup.Member], _ group: ChatGroup) -> HTML {
        let names = members.map { member -> String in
            if member.isAccount { return "\(member.name.isEmpty ? "Tài khoản OA" : member.name) (OA)" }
            return member.name.isEmpty ? "Người dùng \(member.id.suffix(4))" : member.name
        }
        let read = group.readAt.map { "Đọc từ Zalo lúc \($0.vietnamese)." } ?? ""
        return disclosure(
            "Thành viên (\(members.count))",
            "<ul>\(each(names) { "<li>\($0)</li>" })</ul>\(when(!read.isEmpty) { "<p class=\"quiet\">\(read)</p>" })")
    }
}
