package import Domain
import Operations

extension Player {
    /// What comes in on the other channels over the last working days: a firm's letter by mail and its thread, a call at the hotline
    /// and one that needed no case, and a list of the call centre. Played when all else has been.
    package func playChannels(calendar: WorkingCalendar, before now: Instant) async throws {
        var first = now.day
        for _ in 0..<2 { repeat { first = first.adding(-1) } while !calendar.isWorking(first) }
        let scene = ChannelScene(player: self, office: OfficeClock(calendar: calendar), begin: Instant(first, secondOfDay: 9 * 3600))
        do {
            try await scene.mail()
            try await scene.hotline()
            try await scene.list()
        } catch let refusal as Refusal {
            throw StageFault(petition: "the channels", step: 0, refusal: refusal)
        }
        clock.set(now)
        await couriers.workOnce()
    }
}

extension Player {
    /// Cases that the play of the channels makes.
    package static let casesByChannels = 4
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
        await player.couriers.workOnce()
    }

    private func receive(_ words: Words, id: String) async throws -> ID<Case>? {
        let inbound = Inbound(
            channel: .mail, externalID: "<\(id)@cokhi-hongphat.example>", sender: Self.accountant, sentAt: player.clock.now,
            content: .message(words))
        return try await player.office.perform(ReceiveMessage(inbound), as: .sender)
    }

    /// One call becomes a case, another is answered at once.
    func hotline() async throws {
        at(150)
        var caller = Contact.Person()
        caller.isOrganisation = true
        (caller.organisation, caller.name, caller.phone) = ("Hộ kinh doanh Bún tươi Cô Thắm", "Ngô Thị Thắm", "0987 654 320")
        let draft = IntakeDraft(
            channel: .hotline, person: caller,
            text: "Mất nước sạch ba ngày nay từ 5 giờ đến 9 giờ sáng, đúng lúc làm bún, phải mua nước xe bồn. Hỏi bao giờ có nước ổn định.",
            title: "Mất nước sạch giờ sáng, cơ sở làm bún phải mua nước xe bồn")
        _ = try await player.office.perform(TakeIn(draft: draft, formKey: "demonstration-hotline-1"), as: try lan())
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
}
