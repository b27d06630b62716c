import Channels
import Testing

@testable import Commands

/// The mail channel as the operator sets it up.
struct MailSettingsTests {
    private func read(_ flags: [SettingKey: String]) async throws -> MailSettings? {
        try MailSettings.read(try await Settings.read(flags: flags, environment: [:], file: nil))
    }

    private static let whole: [SettingKey: String] = [
        .mailIMAP: "imaps://tct:mat-khau@mail.example.vn/INBOX", .mailSMTP: "smtp://tct:mat-khau@mail.example.vn:587",
        .mailFrom: "Tổ công tác <kiennghi@example.vn>",
    ]

    @Test func nothingSetIsAChannelThatIsOff() async throws {
        #expect(try await read([:]) == nil)
    }

    @Test func allSetIsAChannelThatIsOn() async throws {
        let settings = try #require(try await read(Self.whole))
        #expect(settings.from.address == "kiennghi@example.vn")
        #expect(settings.outgoing.mustEncrypt)
    }

    @Test(arguments: [SettingKey.mailIMAP, .mailSMTP, .mailFrom]) func halfOfItIsAMistakeThatNamesWhatIsMissing(key: SettingKey) async throws {
        var half = Self.whole
        half[key] = nil
        let failure = await #expect(throws: CommandFailure.self) { try await read(half) }
        #expect(failure?.description.contains(key.rawValue) == true)
    }

    @Test(arguments: [SettingKey.mailIMAP, .mailSMTP, .mailFrom]) func whatIsNoAddressIsToldByItsKeyAndNotByItsValue(key: SettingKey) async throws {
        var wrong = Self.whole
        wrong[key] = "http://tct:mat-khau@example"
        let failure = await #expect(throws: CommandFailure.self) { try await read(wrong) }
        #expect(failure?.description.contains(key.rawValue) == true)
        #expect(failure?.description.contains("mat-khau") == false)
    }

    @Test func addressesThatCarryAPasswordAreSecret() {
        #expect(SettingKey.mailIMAP.isSecret && SettingKey.mailSMTP.isSecret && !SettingKey.mailFrom.isSecret)
    }
}
