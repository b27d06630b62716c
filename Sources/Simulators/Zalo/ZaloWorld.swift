import Foundation

/// Everything the stand-in platform remembers, with a clock that can be moved. In memory only: a new start is a new world.
actor ZaloWorld {
    let settings: ZaloPlatformSettings
    /// Where this platform is reached, once it listens: files are handed out under it.
    var baseURL: String
    /// Where events are delivered; as in the console, it can be changed.
    var webhookURL: String?

    var citizens: [String: ZaloCitizen] = [:]
    /// In the order in which they came.
    var citizenIDs: [String] = []
    var grants: ZaloGrants
    var uploads: [String: Upload] = [:]
    var media: [String: Media] = [:]
    var trouble = ZaloTrouble()
    var deliveries: [ZaloDelivery] = []
    var packageQuotaLeft: Int
    /// A delivery held back by the switch for reordering.
    var heldBack: ZaloEvent?

    private var clockOffset: Int64 = 0
    private var lastNumber: Int64 = 0
    private var callMinute: Int64 = 0
    private var callsInMinute = 0
    private var wokenByAddress: [CheckedContinuation<String, Never>] = []

    /// A file that the app has uploaded for sending: an attachment id (pictures) or a token (documents).
    struct Upload {
        let mediaID: String
        let isImage: Bool
        let expires: Int64
    }

    struct Media {
        let bytes: [UInt8]
        let name: String
    }

    init(settings: ZaloPlatformSettings) {
        self.settings = settings
        baseURL = "http://\(settings.host):\(settings.port)"
        webhookURL = settings.webhookURL
        packageQuotaLeft = settings.packageQuota
        let start = Int64(Date().timeIntervalSince1970 * 1000)
        grants = ZaloGrants(accessToken: settings.accessToken, refreshToken: settings.refreshToken, now: start)
    }

    /// Milliseconds since 1970 by the platform's clock.
    var now: Int64 { Int64(Date().timeIntervalSince1970 * 1000) + clockOffset }

    func setWebhook(_ url: String?) { webhookURL = url }

    func moveClock(seconds: Int64) { clockOffset += seconds * 1000 }

    /// A name that was not given before in this world.
    func newID(_ prefix: String) -> String {
        lastNumber += 1
        return "\(prefix)\(String(now, radix: 16))\(String(lastNumber, radix: 16))"
    }

    func listens(at url: String) {
        baseURL = url
        isListening = true
        for waiting in wokenByAddress { waiting.resume(returning: url) }
        wokenByAddress = []
    }

    private var isListening = false

    /// The base address, as soon as the platform listens.
    func address() async -> String {
        if isListening { return baseURL }
        return await withCheckedContinuation { wokenByAddress.append($0) }
    }

    /// Takes a call into account: the calls left in this clock minute, negative when there were too many.
    func countCall() -> Int {
        let minute = now / 60_000
        if minute != callMinute { (callMinute, callsInMinute) = (minute, 0) }
        callsInMinute += 1
        return settings.callsPerMinute - callsInMinute
    }

    // MARK: Grants

    func expireAccess() { grants.expireAccess(now: now) }
    func revoke() { grants.revoke() }

    func code(challenge: String?) -> String { grants.code(challenge: challenge, now: now, name: newID("c")) }

    /// A new pair for a good code or refresh token; `nil` when it is not good.
    func mint(code: String?, verifier: String?, refresh: String?) -> (access: String, refresh: String)? {
        if let code {
            guard grants.redeem(code, verifier: verifier, now: now) else { return nil }
        } else {
            guard let refresh, grants.takes(refresh: refresh, now: now) else { return nil }
        }
        grants.mint(now: now)
        return (grants.accessToken, grants.refreshToken)
    }

    func usePackageQuota() -> Int? {
        guard packageQuotaLeft > 0 else { return nil }
        packageQuotaLeft -= 1
        return packageQuotaLeft
    }

    // MARK: People

    /// The person of this id, made when there is none yet.
    func citizen(_ id: String, name: String? = nil) -> ZaloCitizen {
        if let known = citizens[id] { return known }
        let made = ZaloCitizen(id: id, name: name ?? "Người dùng \(id.suffix(4))")
        citizens[id] = made
        citizenIDs.append(id)
        return made
    }

    func newCitizen(name: String) -> ZaloCitizen {
        citizen("7" + String(format: "%018d", citizenIDs.count + 1), name: name)
    }

    func interacts(_ id: String) { citizens[id]?.lastInteraction = now }

    func follows(_ id: String, _ follows: Bool) {
        citizens[id]?.follows = follows
        if follows { interacts(id) }
    }

    func append(_ message: ZaloCitizen.Message, to id: String) { citizens[id]?.messages.append(message) }

    // MARK: Files

    func keep(_ bytes: [UInt8], name: String) -> (id: String, url: String) {
        let id = newID("f")
        media[id] = Media(bytes: bytes, name: name)
        return (id, "\(baseURL)/media/\(id)")
    }

    func upload(_ bytes: [UInt8], name: String, isImage: Bool) -> String {
        let id = newID(isImage ? "A" : "F")
        uploads[id] = Upload(mediaID: keep(bytes, name: name).id, isImage: isImage, expires: now + 7 * 86_400_000)
        return id
    }

    func note(_ delivery: ZaloDelivery) {
        deliveries.append(delivery)
        if deliveries.count > 500 { deliveries.removeFirst(deliveries.count - 500) }
    }

    func change(_ change: @Sendable (inout ZaloTrouble) -> Void) { change(&trouble) }

    /// Takes one of the errors that were ordered for the next calls.
    func takeOrderedError() -> Int? {
        trouble.nextErrors.isEmpty ? nil : trouble.nextErrors.removeFirst()
    }

    func swapHeldBack(_ event: ZaloEvent?) -> ZaloEvent? {
        let before = heldBack
        heldBack = event
        return before
    }
}
