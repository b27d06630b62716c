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
    /// Every line between the account and a person, oldest first: whose, and the place in his conversation.
    var timeline: [(person: String, index: Int)] = []
    var groups: [String: ZaloGroup] = [:]
    var groupIDs: [String] = []
    var groupAssets: [ZaloGroupAsset]
    var articles: [ZaloArticle] = []
    /// What was ordered of articles: the token, the article, and when it is ready.
    var articleTokens: [String: (article: String, ready: Int64)] = [:]
    var templates: [ZaloTemplate]
    /// Template messages sent by phone: whether they arrived.
    var notices: [String: Bool] = [:]
    /// Phones that have no account here.
    var phonesWithoutZalo: Set<String> = []
    var tags: [String] = []
    var grants: ZaloGrants
    var uploads: [String: Upload] = [:]
    var media: [String: Media] = [:]
    var trouble = ZaloTrouble()
    var deliveries: [ZaloDelivery] = []
    /// Given up after the last rung of the ladder; saving an address puts it right.
    var isHookDisabled = false
    /// A delivery held back by the switch for reordering.
    var heldBack: ZaloEvent?
    var callsPerMinute: Int
    /// Messages left in the account's package for this month.
    var packageTally = ZaloTally()
    var templateTally = ZaloTally()
    var templatesPerDay: Int
    var templatesLeft: Int
    var articleTally = ZaloTally()
    private var uploadTallies: [Upload.Kind: ZaloTally] = [:]
    let start: Int64

    private var clockOffset: Int64 = 0
    private var lastNumber: Int64 = 0
    /// Calls in this clock minute; those about articles are counted apart (brief zalo.md §12).
    private var calls: [Bool: ZaloTally] = [:]
    private var peopleMade = 0
    private var wokenByAddress: [CheckedContinuation<String, Never>] = []

    /// A file that the app has uploaded for sending: an attachment id (pictures) or a token (documents).
    struct Upload {
        let mediaID: String
        let kind: Kind
        let expires: Int64

        enum Kind: String, Sendable {
            case image, gif, file
        }
    }

    struct Media {
        let bytes: [UInt8]
        let name: String
    }

    init(settings: ZaloPlatformSettings) {
        self.settings = settings
        baseURL = "http://\(settings.host):\(settings.port)"
        webhookURL = settings.webhookURL
        callsPerMinute = settings.callsPerMinute
        groupAssets = settings.groupAssets
        templates = settings.templates
        templatesPerDay = settings.templatesPerDay
        templatesLeft = settings.templatesBought
        start = Int64(Date().timeIntervalSince1970 * 1000)
        grants = ZaloGrants(
            accessToken: settings.accessToken, refreshToken: settings.refreshToken, now: start,
            consoleChallenge: settings.consoleChallenge, insists: settings.insistsOnConsolePair)
        for admin in settings.admins {
            var person = ZaloCitizen(id: admin.id, name: admin.name)
            person.isAdmin = true
            citizens[person.id] = person
            citizenIDs.append(person.id)
        }
    }

    /// Lays out the past that the settings ask for.
    func fill() { settings.past?.fill(self) }

    /// Milliseconds since 1970 by the platform's clock.
    var now: Int64 { Int64(Date().timeIntervalSince1970 * 1000) + clockOffset }

    func setWebhook(_ url: String?) {
        webhookURL = url
        isHookDisabled = false
    }

    func disableHook() { isHookDisabled = true }

    func moveClock(seconds: Int64) { clockOffset += seconds * 1000 }

    /// A name that was not given before in this world.
    func newID(_ prefix: String) -> String {
        lastNumber += 1
        return "\(prefix)\(String(now, radix: 16))\(String(lastNumber, radix: 16))"
    }

    /// The next id of a person who comes by himself.
    func nextID() -> String {
        repeat { peopleMade += 1 } while citizens["7" + String(format: "%018d", peopleMade)] != nil
        return "7" + String(format: "%018d", peopleMade)
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
    func countCall(aboutArticles: Bool) -> Int {
        let left = calls[aboutArticles, default: ZaloTally()].take(outOf: callsPerMinute, in: String(now / 60_000))
        return left ?? -1
    }

    func limitCalls(to perMinute: Int) { callsPerMinute = perMinute }

    // MARK: Grants

    func expireAccess() { grants.expireAccess(now: now) }
    func revoke() { grants.revoke() }
    func seed(access: String, refresh: String) { grants.seed(access: access, refresh: refresh, now: now) }

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

    /// Whether anybody, or the platform, may call with this token.
    func refusal(of token: String?) -> ZaloFault? {
        grants.refusal(of: token, now: now, inWords: trouble.tellsExpiryInWords)
    }

    /// Takes a message out of the package of this month: what is left; `nil` when there was none.
    func usePackageQuota() -> Int? { packageTally.take(outOf: settings.packageQuota, in: vietnameseMonth(now)) }

    var packageLeft: Int { settings.packageQuota - packageTally.used(in: vietnameseMonth(now)) }

    func useFreeReply(_ id: String) { citizens[id]?.repliesSince += 1 }

    // MARK: Files

    func keep(_ bytes: [UInt8], name: String) -> (id: String, url: String) {
        let id = newID("f")
        media[id] = Media(bytes: bytes, name: name)
        return (id, "\(baseURL)/media/\(id)")
    }

    /// The bytes of one of our own files, none for others.
    func bytes(at url: String) -> [UInt8] { media[url.split(separator: "/").last.map(String.init) ?? ""]?.bytes ?? [] }

    /// Takes an upload out of this month's; throws when there were too many.
    func upload(_ bytes: [UInt8], name: String, kind: Upload.Kind) throws(ZaloFault) -> String {
        guard uploadTallies[kind, default: ZaloTally()].take(outOf: settings.uploadsPerMonth, in: vietnameseMonth(now)) != nil else {
            throw .outOfQuota
        }
        let id = newID(kind == .file ? "F" : "A")
        uploads[id] = Upload(mediaID: keep(bytes, name: name).id, kind: kind, expires: now + 7 * 86_400_000)
        return id
    }

    // MARK: Deliveries and mishaps

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
