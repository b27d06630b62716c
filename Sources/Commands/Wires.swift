import Database
import Channels
import Domain
import Operations
import Storage

/// The channels with a wire that the operator has set up: one line a channel.
enum Wires {
    static func all(_ composition: Composition, zalo: ZaloSettings?) async throws -> [any Wire] {
        var wires: [any Wire] = []
        if let settings = try zalo ?? ZaloSettings.read(composition.settings) {
            let wire = try await ZaloWire.connected(settings, composition.office)
            wires += [wire, ZaloGroupWire(wire)]
        }
        if let settings = try MailSettings.read(composition.settings) {
            wires.append(try await MailWire.connected(settings, composition.office))
        }
        return wires
    }
}

extension ZaloSettings {
    /// The channel as it is configured; `nil` when it is off. Throws `CommandFailure` when only half of it is there.
    static func read(_ settings: Settings) throws -> ZaloSettings? {
        let keys: [SettingKey] = [.zaloAppID, .zaloAppSecret, .zaloAccountID, .zaloAccountKey, .zaloAccessToken, .zaloRefreshToken]
        let values = keys.compactMap { settings.text($0) }
        if values.isEmpty { return nil }
        // The tokens may be missing: messages are then taken in, and what goes out waits until the account grants the app again.
        guard let app = settings.text(.zaloAppID), let secret = settings.text(.zaloAppSecret), let account = settings.text(.zaloAccountID),
            let key = settings.text(.zaloAccountKey)
        else {
            let missing = keys.prefix(4).filter { settings.text($0) == nil }.map(\.rawValue)
            throw CommandFailure("Kênh Zalo thiếu cấu hình: \(missing.joined(separator: ", ")).")
        }
        var read = ZaloSettings(
            appID: app, appSecret: secret, oaID: account, oaSecretKey: key, accessToken: settings.text(.zaloAccessToken) ?? "",
            refreshToken: settings.text(.zaloRefreshToken) ?? "")
        read.oauthURL = settings.text(.zaloOAuthURL) ?? read.oauthURL
        read.openapiURL = settings.text(.zaloOpenAPIURL) ?? read.openapiURL
        read.businessURL = settings.text(.zaloBusinessURL) ?? read.businessURL
        read.callback = try settings.text(.zaloCallback) ?? settings.baseURL() + Self.callbackPath
        read.fixedVerifier = settings.text(.zaloVerifier)
        read.secondKey = settings.text(.zaloSecondKey)
        read.templateID = settings.text(.zaloTemplateID)
        read.contactPicture = settings.text(.zaloContactPicture)
        read.provesSecret = settings.text(.zaloProof) == "on"
        return read
    }
}

extension ZaloSettings {
    /// The page that ends a grant.
    static let callbackPath = "/zalo/ket-noi"
}

extension ZaloWire {
    /// The wire with the newest pair of tokens, which all processes of the installation share.
    static func connected(_ settings: ZaloSettings, _ office: Office) async throws -> ZaloWire {
        let vault = ZaloVault(office)
        return ZaloWire(settings: settings, tokens: try await vault.load(), now: office.world.now, logger: office.log, vault: vault)
    }
}

extension ZaloVault {
    /// In the office's own store: a new pair is on the disk before it is used, and one process at a time spends a refresh token.
    fileprivate init(_ office: Office) {
        let database = office.database
        let now = office.world.now
        self.init(
            load: {
                try await office.read { try ChannelTokenStore.pair(.zalo, $0) }.map { TokenPair($0) }
            },
            claim: { pair in
                let start = now()
                return try await database.write {
                    try ChannelTokenStore.claim(
                        .zalo, access: pair.accessToken, refresh: pair.refreshToken, at: start, until: start.adding(seconds: 60), $0)
                }
            },
            store: { fresh, spent in
                try await database.write { tx in
                    if let spent { return try ChannelTokenStore.replace(.zalo, spent: spent, by: StoredTokens(fresh), tx) }
                    try ChannelTokenStore.keep(.zalo, StoredTokens(fresh), tx)
                    return true
                }
            },
            release: { refresh, reason in
                let moment = now()
                try await database.write { try ChannelTokenStore.release(.zalo, refresh: refresh, reason: reason, at: moment, $0) }
            })
    }
}

extension TokenPair {
    fileprivate init(_ stored: StoredTokens) {
        self.init(accessToken: stored.access, refreshToken: stored.refresh, issuedAt: stored.issuedAt, lifetime: stored.lifetime ?? Self.usual)
    }
}

extension StoredTokens {
    fileprivate init(_ pair: TokenPair) {
        self.init(access: pair.accessToken, refresh: pair.refreshToken, issuedAt: pair.issuedAt, lifetime: pair.lifetime)
    }
}

extension MailSettings {
    /// The channel as it is configured; `nil` when it is off. Throws `CommandFailure` when only half of it is there or an address is none.
    static func read(_ settings: Settings) throws -> MailSettings? {
        let keys: [SettingKey] = [.mailIMAP, .mailSMTP, .mailFrom]
        guard keys.contains(where: { settings.text($0) != nil }) else { return nil }
        guard let imap = settings.text(.mailIMAP), let smtp = settings.text(.mailSMTP), let from = settings.text(.mailFrom) else {
            let missing = keys.filter { settings.text($0) == nil }.map(\.rawValue)
            throw CommandFailure("Kênh thư điện tử thiếu cấu hình: \(missing.joined(separator: ", ")).")
        }
        guard let sender = MailSender(from) else {
            throw CommandFailure("mail.from phải là một địa chỉ thư, ví dụ “Tổ công tác <kiennghi@example.vn>”.")
        }
        return MailSettings(incoming: try server(imap, "imap", .mailIMAP), outgoing: try server(smtp, "smtp", .mailSMTP), from: sender)
    }

    private static func server(_ address: String, _ scheme: String, _ key: SettingKey) throws -> MailServer {
        do {
            return try MailServer(address, scheme: scheme)
        } catch {
            throw CommandFailure("\(key.rawValue) \(error.reason).")
        }
    }
}

extension MailWire {
    /// The wire, which goes on reading where it stood when the program last ran.
    static func connected(_ settings: MailSettings, _ office: Office) async throws -> MailWire {
        let mailbox = settings.incoming.mailbox
        let kept = try await office.read { try MailboxStore.load(mailbox, $0) }
        let position = kept.map { MailPosition(validity: $0.validity, next: $0.next) }
        return MailWire(settings: settings, position: position, now: office.world.now) { reached in
            try await office.database.write { try MailboxStore.save(mailbox, validity: reached.validity, next: reached.next, $0) }
        }
    }
}
