package import Domain
import Operations

extension Player {
    /// What comes in on the other channels over the last working days: a firm's letter by mail and its thread, a call at the hotline, one
    /// of the same matter and one that needed no case, a list of the call centre, and what was said in a group. Played when all else has
    /// been.
    package func playChannels(calendar: WorkingCalendar, before now: Instant) async throws {
        var first = now.day
        for _ in 0..<2 { repeat { first = first.adding(-1) } while !calendar.isWorking(first) }
        let scene = ChannelScene(player: self, office: OfficeClock(calendar: calendar), begin: Instant(first, secondOfDay: 9 * 3600))
        do {
            try await scene.mail()
            try await scene.hotline()
            try await scene.list()
            try await scene.groups()
        } catch let refusal as Refusal {
            throw StageFault(petition: "the channels", step: 0, refusal: refusal)
        }
        clock.set(now)
        await couriers.workOnce()
    }
}

extension Player {
    /// Cases that the play of the channels makes.
    package static let casesByChannels = 6
}

/// The channels, act by act.
private struct ChannelScene {
    let player: Player
    let office: OfficeClock
    let begin: Instant

    /// Sets the clock to so many minutes of office time after the first of it.
    private func at(_ minutes: Int) { player.clock.set(office.advance(begin, minutes: minutes)) }

    private func lan() throws(Refusal) -> Actor {
        guard let account = player.accounts["lan"] else { throw .noSuch(.account) }
        return .staff(account)
    }

    private static let accountant = "ketoan@cokhi-hongphat.example"

    /// The accountant asks, is asked for a paper, and answers within the thread; the machine of a colleague says that he is away.
    func mail() async throws {
        at(10)
        let question = Words(
            """
            Kính gửi Tổ công tác,
            Công ty chúng tôi nộp hồ sơ xin miễn tiền thuê đất theo diện ngừng sản xuất từ đầu tháng trước nhưng cơ quan tiếp nhận báo thiếu \
            giấy xác nhận thời gian ngừng, trong khi danh mục niêm yết không có giấy này. Đề nghị hướng dẫn công ty cần nộp giấy gì, ở đâu.
            Trân trọng.
            """, subject: "Hồ sơ miễn tiền thuê đất bị báo thiếu giấy xác nhận")
        guard let petition = try await receive(question, id: "mot") else { throw Refusal.noSuch(.petition) }
        await player.couriers.workOnce()
        at(40)
        let told = "Tổ công tác đã liên hệ cơ quan thuế. Công ty gửi giúp ảnh chụp phiếu hướng dẫn bổ sung mà bộ phận một cửa đã giao."
        _ = try await player.office.perform(
            AskSender(petition: petition, version: try await player.office.version(of: petition), question: told), as: try lan())
        await player.couriers.workOnce()
        at(95)
        _ = try await receive(
            Words(
                "Tôi gửi nội dung phiếu: bổ sung văn bản xác nhận thời gian ngừng sản xuất của ban quản lý khu công nghiệp. Hạn bổ sung 10 ngày.",
                quoted: told, subject: "Re: Hồ sơ miễn tiền thuê đất bị báo thiếu giấy xác nhận", answers: ["<mot@cokhi-hongphat.example>"]),
            id: "hai")
        at(97)
        let away = Words(
            "Tôi đi công tác đến hết tuần. Việc gấp xin liên hệ phòng kế toán.", subject: "Trả lời tự động: Kiến nghị của công ty",
            answers: ["<mot@cokhi-hongphat.example>"], isAutomatic: true)
        _ = try await receive(away, id: "ba", from: "giamdoc@cokhi-hongphat.example")
        await player.couriers.workOnce()
    }

    private func receive(_ words: Words, id: String, from sender: String = accountant) async throws -> ID<Case>? {
        let inbound = Inbound(
            channel: .mail, externalID: "<\(id)@cokhi-hongphat.example>", sender: sender, sentAt: player.clock.now,
            content: .message(words))
        return try await player.office.perform(ReceiveMessage(inbound), as: .sender)
    }

    private static let waterForm = "demonstration-hotline-1"

    private static let water: IntakeDraft = {
        var caller = Contact.Person()
        caller.isOrganisation = true
        (caller.organisation, caller.name, caller.phone) = ("Hộ kinh doanh Bún tươi Cô Thắm", "Ngô Thị Thắm", "0987 654 320")
        return IntakeDraft(
            channel: .hotline, person: caller,
            text: "Mất nước sạch ba ngày nay từ 5 giờ đến 9 giờ sáng, đúng lúc làm bún, phải mua nước xe bồn. Hỏi bao giờ có nước ổn định.",
            title: "Mất nước sạch giờ sáng, cơ sở làm bún phải mua nước xe bồn")
    }()

    /// One call becomes a case, a neighbour's of the same matter joins it, another is answered at once.
    func hotline() async throws {
        at(150)
        let first = try await player.office.perform(TakeIn(draft: Self.water, formKey: Self.waterForm), as: try lan())
        at(165)
        var neighbour = Contact.Person()
        neighbour.isOrganisation = true
        (neighbour.organisation, neighbour.name, neighbour.phone) = ("Hộ kinh doanh Đậu phụ Chín Hòa", "Lê Văn Hòa", "0976 543 210")
        let again = IntakeDraft(
            channel: .hotline, person: neighbour,
            text: "Cùng ngõ với nhà cô Thắm làm bún: mất nước sạch từ 5 giờ đến 9 giờ sáng ba ngày nay, không ngâm được đậu. Bao giờ có nước?",
            title: "Mất nước sạch giờ sáng, không ngâm được đậu")
        let second = try await player.office.perform(TakeIn(draft: again, formKey: "demonstration-hotline-3"), as: try lan())
        at(168)
        _ = try await player.office.perform(MergeCase(petition: second.id, version: second.version, into: first.number), as: try lan())
        at(170)
        var other = Contact.Person()
        (other.name, other.phone) = ("Phạm Văn Lực", "0978 123 450")
        let asked = IntakeDraft(channel: .hotline, person: other, text: "Hỏi giờ làm việc của bộ phận một cửa; đã trả lời ngay.")
        try await player.office.perform(NoteInteraction(draft: asked, formKey: "demonstration-hotline-2"), as: try lan())
    }

    /// The call centre's list of the day before.
    func list() async throws {
        at(240)
        let day = office.advance(begin, minutes: 60).day.vietnamese
        let rows = [
            "Mã phiếu,Ngày tiếp nhận,Người phản ánh,Số điện thoại,Nội dung phản ánh",
            "1022-99001,\(day) 07:45,Vũ Thị Hạnh,0965 432 110,"
                + "\"Đèn đường đoạn trước cổng chợ đầu mối hỏng cả dãy, xe hàng vào lúc 3 giờ sáng rất nguy hiểm, đề nghị sửa.\"",
            "1022-99002,\(day) 08:20,Đỗ Quang Minh,0934 567 801,"
                + "\"Xưởng mộc xin phép nâng cấp điện ba pha đã hai tháng chưa được khảo sát, hỏi phải liên hệ ai.\"",
        ]
        let list = try ImportedList(fileName: "tong-dai-1022.csv", bytes: Array(rows.joined(separator: "\n").utf8))
        let known = try await player.office.mapping(for: list, on: .callCentre)
        let order = PetitionImportOrder(channel: .callCentre, list: "", mapping: known.mapping, day: nil, leavesAnswered: false)
        _ = try await player.office.perform(RunImport(list, order: order, mappingName: "Tổng đài 1022"), as: try lan())
    }

    /// What was said in the firms' own group is taken down: one line is a new matter, one is more on the call of the morning.
    func groups() async throws {
        at(255)
        let entry = GroupEntry(
            name: "Doanh nghiệp, hộ kinh doanh làng nghề Kinh Nam", kind: .ordinary,
            purpose: "Hộ kinh doanh làng nghề báo khó khăn, Tổ công tác báo lịch làm việc", size: 86, people: "Ban chấp hành hội làng nghề",
            keeper: player.accounts["lan"]?.id)
        let group = try await player.office.perform(TendGroup(nil, entry), as: try lan())
        let said = Capture(
            who: "Nghĩa mộc Đồng Sáu", phone: "0962 345 118", at: player.clock.now.adding(minutes: -35),
            text: """
                Xe chở gỗ vào làng bị chặn từ 6 giờ đến 8 giờ vì biển cấm mới cắm ở đầu cầu, hàng của cả xóm phải chờ. Hội nhờ Tổ \
                công tác hỏi giúp xin giấy phép ở đâu.
                """)
        _ = try await player.office.perform(CaptureCases(group.id, lines: [said], files: []), as: try lan())
        let more = Capture(
            who: "Thắm bún", at: player.clock.now.adding(minutes: -20), text: "Sáng nay nước có lúc 8 giờ, vẫn yếu, chưa đủ làm mẻ thứ hai.")
        _ = try await player.office.perform(
            CaptureNote(group.id, number: try await waterCase(), lines: [more], files: []), as: try lan())
    }

    /// The case of the call about water: the same form sent twice is the same case.
    private func waterCase() async throws -> String {
        try await player.office.perform(TakeIn(draft: Self.water, formKey: Self.waterForm), as: try lan()).number.text
    }
}
