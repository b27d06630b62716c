import Channels
import Domain
import Simulators
import TestSupport
import Testing

/// Files and template messages, which take other ways than words, against a live stand-in.
struct ZaloFilesTests {
    private func outgoing(to recipient: String = "70", _ text: String, _ content: Outgoing.Content = .text) -> Outgoing {
        Outgoing(id: ID(at: Vectors.start, chance: [4]), channel: .zalo, recipient: recipient, text: text, content: content)
    }

    @Test func aPictureGoesUpAndArrivesWithItsWords() async throws {
        try await withPlatform { platform, wire, _ in
            let picture = OutgoingFile(name: "anh \"1\".png", contentType: "image/png", bytes: Samples.png)
            guard case .delivered(let receipt) = await wire.deliver(outgoing("Ảnh hiện trường"), files: [picture]) else {
                Issue.record("not delivered")
                return
            }
            let message = try #require(await platform.received(by: "70").last)
            #expect(message.id == receipt && message.text == "Ảnh hiện trường")
            guard case .image(let address)? = message.attachments.first else {
                Issue.record("no picture: \(message.attachments)")
                return
            }
            let file = RemoteFile(address: address, name: nil, size: nil)
            #expect(try await wire.fetch(file, limit: 10_000) == Samples.png)
        }
    }

    @Test func aDocumentGoesUpAndArrivesUnderItsName() async throws {
        try await withPlatform { platform, wire, _ in
            let document = OutgoingFile(name: "Công văn trả lời.pdf", contentType: "application/pdf", bytes: Samples.pdf)
            guard case .delivered = await wire.deliver(outgoing(""), files: [document]) else {
                Issue.record("not delivered")
                return
            }
            let message = try #require(await platform.received(by: "70").last)
            guard case .file(let address, "Công văn trả lời.pdf", Samples.pdf.count)? = message.attachments.first else {
                Issue.record("no document: \(message.attachments)")
                return
            }
            #expect(try await wire.fetch(RemoteFile(address: address, name: nil, size: nil), limit: 10_000) == Samples.pdf)
        }
    }

    @Test func aFileThatZaloTakesFromNobodyIsNotSent() async throws {
        try await withPlatform { platform, wire, _ in
            let program = OutgoingFile(name: "a.exe", contentType: "application/octet-stream", bytes: Samples.program)
            guard case .giveUp(let reason) = await wire.deliver(outgoing(""), files: [program]) else {
                Issue.record("sent")
                return
            }
            #expect(reason.contains("a.exe"))
            #expect(await platform.received(by: "70").isEmpty)
        }
    }

    private static let fields = ["ma": "ABCDE-23456", "han": "10/08/2026", "lien_ket": "https://donghanh.example/tra-cuu/ABCDE23456"]

    /// A wire with an approved template, and a stand-in that knows it.
    private func withTemplate(_ body: @Sendable (ZaloPlatform, ZaloWire) async throws -> Void) async throws {
        try await withPlatform({ platform in
            platform.templates = [
                ZaloTemplate(
                    id: "T1", name: "Có tin mới", text: "Hồ sơ <ma>, hạn <han>, xem <lien_ket>",
                    fields: [.init("ma"), .init("han"), .init("lien_ket", longest: 200)])
            ]
        }) { platform, _, _ in
            var known = await settings(for: platform)
            known.businessURL = known.openapiURL
            known.templateID = "T1"
            try await body(platform, ZaloWire(settings: known, tokens: nil, now: { Vectors.start }, logger: silent) { _ in })
        }
    }

    @Test func aTemplateReachesWhoCanBeWrittenToNoLonger() async throws {
        try await withTemplate { platform, wire in
            await platform.moveClock(hours: 24 * 8)
            guard case .delivered(let receipt) = await wire.deliver(outgoing("Hồ sơ ABCDE-23456", .template(Self.fields)), files: []) else {
                Issue.record("not delivered")
                return
            }
            let message = try #require(await platform.received(by: "70").last)
            #expect(message.id == receipt)
            let text = "Hồ sơ ABCDE-23456, hạn 10/08/2026, xem https://donghanh.example/tra-cuu/ABCDE23456"
            #expect(message.attachments == [.template(id: "T1", text: text)])
        }
    }

    @Test func aTemplateReachesATelephoneNumberAndNoOther() async throws {
        try await withTemplate { platform, wire in
            await platform.user("70", hasPhone: "84912345678")
            guard case .delivered = await wire.deliver(outgoing(to: "+84912345678", "Hồ sơ ABCDE-23456", .template(Self.fields)), files: []) else {
                Issue.record("not delivered")
                return
            }
            #expect(await platform.received(by: "70").count == 1)
            await platform.phone("84999999999", hasZalo: false)
            guard case .shut(let reason) = await wire.deliver(outgoing(to: "+84999999999", "Hồ sơ ABCDE-23456", .template(Self.fields)), files: []) else {
                Issue.record("not told as closed")
                return
            }
            #expect(reason.contains("-118"))
        }
    }

    @Test func wordsDoNotGoToATelephoneNumber() async throws {
        try await withTemplate { _, wire in
            guard case .shut = await wire.deliver(outgoing(to: "+84912345678", "Đã có trả lời"), files: []) else {
                Issue.record("not told as closed")
                return
            }
        }
    }
}
