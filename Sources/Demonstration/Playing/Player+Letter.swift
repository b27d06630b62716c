package import Domain
import Operations

extension Player {
    /// The newest of the province's hard cases, all still under way: one letter with three petitions for three units. The first has an
    /// opinion, a visit and a wish for more time, the second was passed to and fro until the standing deputy must decide, the third lies
    /// before the head with two options. Played when all else has been, over the last days before now.
    package func playLetter(calendar: WorkingCalendar, before now: Instant) async throws {
        var first = now.day
        for _ in 0..<Self.days { repeat { first = first.adding(-1) } while !calendar.isWorking(first) }
        let scene = LetterScene(player: self, office: OfficeClock(calendar: calendar), begin: Instant(first, secondOfDay: 8 * 3600 + 600))
        do {
            let items = try await scene.arrive()
            try await scene.coordinate(items[0])
            try await scene.bounce(items[1])
            try await scene.escalate(items[2])
        } catch let refusal as Refusal {
            throw StageFault(petition: "the letter", step: 0, refusal: refusal)
        }
        clock.set(now)
        await couriers.workOnce()
    }

    /// Working days that the letter has been there.
    private static let days = 5
}

/// The letter, act by act.
private struct LetterScene {
    let player: Player
    let office: OfficeClock
    let begin: Instant

    private static let items = [
        ItemDraft(
            title: "Đường vào cổng số 2 lún, xe container không vào được",
            text: "Đường vào cổng số 2 của nhà máy lún sâu từ đầu tháng, xe container chở hàng xuất khẩu không vào được. Đề nghị sửa gấp."),
        ItemDraft(
            title: "Hồ sơ hoàn thuế giá trị gia tăng nộp hơn hai tháng chưa có kết quả",
            text: "Hồ sơ hoàn thuế giá trị gia tăng hàng xuất khẩu nộp đã hơn hai tháng, chưa có quyết định hoàn, công ty thiếu vốn mua phôi."),
        ItemDraft(
            title: "Điện áp sụt vào giờ cao điểm làm dừng máy chính xác",
            text: "Từ 9 giờ đến 11 giờ điện áp sụt dưới mức, máy chính xác tự dừng, mỗi lần hỏng một mẻ. Đề nghị tăng công suất trạm."),
    ]
    private static let sorted: [(field: String, unit: String, person: String)] = [
        ("ha-tang-khu", "bql-kcn", "tam"), ("thue", "thue-tinh", "huong"), ("dien", "dien-luc", "tung"),
    ]

    /// Sets the clock to so many minutes of office time after the letter came.
    private func at(_ minutes: Int) { player.clock.set(office.advance(begin, minutes: minutes)) }

    private func actor(_ login: String) throws(Refusal) -> Actor {
        guard let account = player.accounts[login] else { throw .noSuch(.account) }
        return .staff(account)
    }

    private func act<O: Operation>(_ login: String, _ operation: O) async throws {
        _ = try await player.office.perform(operation, as: try actor(login))
    }

    private func version(_ item: ID<Case>) async throws -> Int { try await player.office.version(of: item) }

    private func unit(_ key: String) -> ID<Unit> { player.ids.unit(key) }

    /// It comes by the form, is split, sorted, diagnosed and assigned.
    func arrive() async throws -> [ID<Case>] {
        guard let firm = player.cast.sender("sao-mai") else { throw Refusal.noSuch(.person) }
        var person = Contact.Person()
        (person.isOrganisation, person.name, person.organisation) = (true, firm.person, firm.organisation ?? "")
        (person.taxCode, person.phone, person.area) = (firm.taxCode ?? "", firm.phone, player.cast.places.area(firm.area)?.code)
        let place = firm.place.flatMap(player.cast.places.place)?.name ?? ""
        let numbered = Self.items.enumerated().map { "\($0 + 1). \($1.text)" }
        let letter = SubmissionDraft(
            person: person, title: "Ba việc cần tháo gỡ tại nhà máy",
            text: (["Công ty chúng tôi đề nghị tháo gỡ ba việc:"] + numbered).joined(separator: "\n"),
            classification: Classification(kind: .regulation, area: person.area, site: .park, siteName: place))
        at(0)
        let petition = try await player.office.perform(SubmitForm(draft: letter, files: [], formKey: "demonstration-letter"), as: .sender)
        at(25)
        let split = SplitCase(petition: petition.id, version: try await version(petition.id), items: Self.items)
        let cases = try await player.office.perform(split, as: try actor("lan"))
        for (index, (item, sort)) in zip(cases, Self.sorted).enumerated() {
            at(35 + index * 5)
            let known = Classification(
                kind: .regulation, field: FieldCode(sort.field), area: person.area, site: .park, siteName: place)
            try await act("lan", ScreenCase(petition: item.id, version: try await version(item.id), classification: known, remark: ""))
            at(120 + index * 15)
            let diagnosis = Diagnosis(
                finding: "Việc đã rõ, thuộc một đơn vị chủ trì.", proposal: "Giao đơn vị chủ trì kiểm tra, trả lời riêng nội dung này.")
            try await act("khanh", DiagnoseCase(petition: item.id, version: try await version(item.id), diagnosis: diagnosis))
            let assignment = AssignCase(
                petition: item.id, version: try await version(item.id), unit: unit(sort.unit), person: player.accounts[sort.person]?.id,
                reason: "Nội dung thuộc thẩm quyền của đơn vị.")
            try await act("khanh", assignment)
        }
        return cases.map(\.id)
    }

    /// An opinion, a look on the spot, and a wish for more time that waits for the unit's head.
    func coordinate(_ item: ID<Case>) async throws {
        at(450)
        let question = "Đoạn đường lún có thuộc tuyến tỉnh quản lý không, tải trọng cho phép bao nhiêu?"
        try await act("tam", ConsultUnit(
            petition: item, version: try await version(item), unit: unit("so-xay-dung"), question: question, due: nil, silence: .hasNoOpinion))
        at(700)
        try await act("phong", AdviseCase(
            petition: item, version: try await version(item), stance: .agreesPartly,
            opinion: "Đoạn trong hàng rào khu do chủ đầu tư hạ tầng quản lý; tải trọng thiết kế 10 tấn một trục."))
        at(860)
        let plan = VisitPlan(
            day: player.clock.now.day, minuteOfDay: 15 * 60, place: "Cổng số 2 nhà máy", purpose: "Đo đoạn lún, làm việc với chủ đầu tư hạ tầng.",
            team: [VisitPlan.Member(name: "Thân Đức Tâm", account: player.accounts["tam"]?.id)])
        let visit = try await player.office.perform(
            PlanVisit(petition: item, version: try await version(item), plan: plan), as: try actor("tam"))
        at(1200)
        for (index, text) in ["Mặt đường lún 20 cm trên đoạn dài 60 m.", "Chủ đầu tư hạ tầng nhận gia cố nền, xin 10 ngày."].enumerated() {
            try await act("tam", AddVisitEntry(
                visit: visit.id, entry: VisitEntryDraft(key: "demonstration-entry-\(index)", takenAt: player.clock.now, text: text)))
        }
        at(1250)
        let minutes = VisitMinutes(
            present: "Ban Quản lý các khu công nghiệp; chủ đầu tư hạ tầng; nhà máy.", findings: "Nền yếu, mặt đường lún 20 cm trên đoạn dài 60 m.",
            agreements: [
                VisitMinutes.Agreement(
                    who: "Chủ đầu tư hạ tầng", what: "Gia cố nền, thảm lại mặt đường", by: player.clock.now.day.adding(10))
            ], result: .agreed)
        try await act("tam", CloseVisit(visit: visit.id, minutes: minutes))
        at(1300)
        try await act("tam", AskExtension(
            petition: item, version: try await version(item), days: 5, reason: "Chờ chủ đầu tư hạ tầng gia cố nền, thảm lại mặt đường."))
    }

    /// Two transfers, both returned; a third is for the standing deputy to decide.
    func bounce(_ item: ID<Case>) async throws {
        let words = [
            ("Tiền hoàn thuế do ngân sách cấp, đề nghị Sở Tài chính trả lời.", "Ra quyết định hoàn thuế là việc của cơ quan thuế."),
            ("Nguồn hoàn thuế phải chờ bố trí, đề nghị Sở Tài chính chủ trì.", "Nguồn hoàn thuế do trung ương cấp, không thuộc Sở."),
        ]
        for (index, (reason, answer)) in words.enumerated() {
            at(430 + index * 420)
            try await act("huong", HandOffCase(petition: item, version: try await version(item), unit: unit("so-tai-chinh"), reason: reason))
            at(700 + index * 420)
            try await act("diep", SendBackCase(petition: item, version: try await version(item), reason: answer))
        }
        at(1400)
        try await act("huong", HandOffCase(
            petition: item, version: try await version(item), unit: unit("so-tai-chinh"),
            reason: "Hai đơn vị chưa thống nhất, đề nghị quyết định đơn vị chủ trì."))
    }

    /// Two options; the deputy adds his word and puts it before the head.
    func escalate(_ item: ID<Case>) async throws {
        at(900)
        let basis = "Luật Điện lực 2024; Quyết định 2290/QĐ-UBND"
        let proposal = Proposal(
            question: "Xin chủ trương nâng công suất trạm cấp điện cho khu trước kế hoạch.",
            options: [
                Proposal.Option(
                    text: "Lắp thêm máy biến áp lưu động", pros: "Xong trong 10 ngày", cons: "Chỉ dùng tạm trong 6 tháng", legalBasis: basis),
                Proposal.Option(
                    text: "Nâng công suất trạm ngay trong năm nay", pros: "Giải quyết lâu dài", cons: "Phải điều chỉnh kế hoạch vốn",
                    legalBasis: basis),
            ], preferred: 1)
        try await act("tung", EscalateCase(petition: item, version: try await version(item), proposal: proposal, remark: ""))
        at(1350)
        try await act("hung", EscalateCase(
            petition: item, version: try await version(item), proposal: nil,
            remark: "Đồng ý phương án 2; đề nghị Tổ trưởng giao Công ty Điện lực lập kế hoạch vốn."))
    }
}
