import Database
import Domain
import Operations
import Storage
import TestSupport
import Testing
@testable import Web

/// The page on which an officer sees what did not arrive and what could not be read.
@Suite struct ChannelsPageTests {
    private static let page = "/app/kenh"

    /// A message that did not arrive, and a delivery that cannot be read.
    private func trouble(_ site: SiteUnderTest) async throws -> RecordingWire {
        let wire = RecordingWire()
        wire.answer(.giveUp(reason: "Zalo không chấp nhận nội dung tin."))
        try await site.test.zalo("Đường bị lún", id: "m-1")
        let door = HookDoor(office: site.test.office, wires: [wire])
        _ = try await door.take(HookDelivery(bytes: Array("không phải JSON <b>".utf8), headers: [:]), on: .zalo)
        await Couriers(office: site.test.office, wires: [wire], pause: { _ in }).workOnce()
        return wire
    }

    @Test func whatDidNotArriveIsARedFigureUntilSomebodyHasSeenToIt() async throws {
        try await SiteUnderTest.serving { site in
            _ = try await trouble(site)
            let lan = try await site.staff("lan")
            let page = try await lan.open(Self.page)
            #expect(page.text.contains("Zalo không chấp nhận nội dung tin."))
            let rail = page.all("a").first { $0["href"] == Self.page }
            // The failure and the delivery; one message that is not taken makes no channel ill.
            #expect(rail?.text.contains("2") == true, "\(rail?.text ?? "")")
            let failure = try #require(try await site.test.office.read { try OutboxQueries.failures(before: nil, limit: 1, $0) }.first)
            #expect(failure.reason.contains("không chấp nhận"))
            let done = try await lan.fill(Self.page, button: "handled")
            #expect(done.location == Self.page)
            #expect(try await !lan.open(Self.page).text.contains("Tin không gửi được"))
        }
    }

    @Test func aChannelThatIsOffWhileSomethingWaitsForItIsRed() async throws {
        try await SiteUnderTest.serving { site in
            let inbound = Inbound(
                channel: .mail, externalID: "<1@vidu.vn>", sender: "lan@vidu.vn", sentAt: site.test.clock.now, content: .message(Words("Một")))
            try await site.test.office.perform(ReceiveMessage(inbound), as: .sender)
            let page = try await site.staff("lan").open(Self.page)
            #expect(page.text.contains("Đã tắt"))
            #expect(page.all("a").first { $0["href"] == Self.page }?.text.contains("1") == true)
        }
    }

    @Test func whatTheProviderToldIsRedUntilAPersonHasSeenItAndOthersDoNotReadIt() async throws {
        try await SiteUnderTest.serving { site in
            let now = site.test.clock.now
            try await site.test.database.write { tx in
                try ChannelHealthStore.noteFailure(.mail, .sending, reason: "450 4.2.0 <nguoi.gui@vidu.vn>: greylisted", at: now, tx)
                try ChannelHealthStore.noteFailure(.mail, .notice, reason: "Mẫu tin bị từ chối", at: now, tx)
                try ChannelHealthStore.noteCollected(.mail, tx)
            }
            try await Self.onMail(site)
        }
    }

    private static func onMail(_ site: SiteUnderTest) async throws {
        let health = try await site.test.office.read { try ChannelHealthStore.load(.mail, $0) }
        #expect(health?.faults.map(\.part) == [.notice, .sending], "collecting well does not make sending well")
        let (lan, nga) = (try await site.staff("lan"), try await site.staff("nga"))
        #expect(try await !nga.open(page).text.contains("greylisted"))
        let settled = try await lan.fill(page, button: "seen")
        #expect(settled.location == page)
        #expect(try await site.test.office.read { try ChannelHealthStore.load(.mail, $0) }?.faults.map(\.part) == [.sending])
    }

    @Test func aFailureIsSentAgainAfterTheMending() async throws {
        try await SiteUnderTest.serving { site in
            let wire = try await trouble(site)
            let lan = try await site.staff("lan")
            _ = try await lan.fill(Self.page, button: "again")
            wire.answer(.delivered(receipt: "r-1"))
            await Couriers(office: site.test.office, wires: [wire], pause: { _ in }).workOnce()
            let petition = try await site.test.newest()
            #expect(try await site.test.office.read { try OutboxStore.of(petition.id, $0) }.map(\.state) == [.sent])
        }
    }

    @Test func whatCannotBeReadIsShownRawAndSettledWithWords() async throws {
        try await SiteUnderTest.serving { site in
            _ = try await trouble(site)
            let lan = try await site.staff("lan")
            let link = try #require(try await lan.open(Self.page).all("a").compactMap { $0["href"] }.first { $0.contains("/chua-doc-duoc/") })
            #expect(try await lan.open(link).text.contains("không phải JSON <b>"))
            let raw = try await lan.get(link + "?tai=1")
            #expect(raw.body == Array("không phải JSON <b>".utf8))
            #expect(raw["content-disposition"]?.hasPrefix("attachment") == true)
            let refused = try await lan.fill(link, ["remark": "ừ"])
            #expect(refused.status == 422)
            let settled = try await lan.fill(link, ["remark": "Thư thử của nhà cung cấp, không phải kiến nghị."])
            #expect(settled.location == Self.page)
            #expect(try await lan.get(link).status == 404)
        }
    }

    @Test func whoDoesNotTakeInSeesTheLightsButNoMessages() async throws {
        try await SiteUnderTest.serving { site in
            _ = try await trouble(site)
            let nga = try await site.staff("nga")
            #expect(try await !nga.open(Self.page).text.contains("Tin không gửi được"))
            let row = try #require(try await site.test.office.read { try UnreadableQueries.waiting(before: nil, limit: 1, $0) }.first)
            #expect(try await nga.get("/app/kenh/chua-doc-duoc/\(row.id.text)").status == 403)
        }
    }
}

/// The page on which the words of the channels are written.
@Suite struct ChannelTextsPageTests {
    private static let page = "/app/quan-tri/loi-nhan/zalo/received"

    @Test func newWordsAreSaidFromTheNextPetitionOn() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            let saved = try await admin.fill(Self.page, ["text": "Tổ công tác đã nhận. Mã {ma}, xem {lien_ket}."])
            #expect(saved.location == "/app/quan-tri/loi-nhan")
            try await site.test.zalo("Đường bị lún", id: "m-1")
            let petition = try await site.test.newest()
            let told = try #require(try await site.test.outbox().first)
            #expect(told.hasPrefix("Tổ công tác đã nhận. Mã \(petition.lookupCode.grouped), xem http"))
        }
    }

    @Test func outOfHoursTheSenderIsToldWhenSomebodyReads() async throws {
        let test = try await TestOffice(at: "2026-08-03T20:30")
        try await test.zalo("Đường bị lún", id: "m-1")
        let told = try #require(try await test.outbox().first)
        #expect(told.contains("ngoài giờ làm việc") && told.contains("08:00–17:00"))
    }

    @Test func aTextWithoutTheCodeIsShownAgainWithWhatIsMissing() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            let answer = try await admin.fill(Self.page, ["text": "Cảm ơn Quý vị đã gửi kiến nghị {lien_ket}."])
            #expect(answer.status == 422 && answer.text.contains("{ma}"))
            #expect(try await site.test.rows(in: "channel_text") == 0)
        }
    }

    @Test func aPreviewFillsThePlacesAndKeepsNothing() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            let answer = try await admin.fill(Self.page, ["text": "Xin chào, mã {ma} tại {lien_ket}."], button: "preview")
            #expect(answer.status == 200 && answer.text.contains("Xin chào, mã ABCDE-23456 tại http"))
            #expect(try await site.test.rows(in: "channel_text") == 0)
        }
    }
}
