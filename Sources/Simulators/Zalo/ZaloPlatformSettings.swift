/// What the stand-in platform is told at its start: one app, one Official Account, where its webhook points.
package struct ZaloPlatformSettings: Sendable {
    package var appID = Self.demonstrationAppID
    package var appSecret = Self.demonstrationAppSecret
    package var oaID = Self.demonstrationOAID
    package var oaName = "Tổ công tác đồng hành cùng doanh nghiệp"
    /// Signs webhook deliveries; shown on the real console's Webhook page.
    package var oaSecretKey = Self.demonstrationOASecretKey
    /// The pair that the platform knows from the beginning, as if it had been made in the console.
    package var accessToken = Self.demonstrationAccessToken
    package var refreshToken = Self.demonstrationRefreshToken
    /// The app's saved callback for granting; `nil` takes any.
    package var callbackURL: String?
    /// Whether permission is granted without asking; otherwise `/v4/oa/permission` shows a page with two buttons.
    package var grantsAtOnce = true
    /// The challenge of the pair that is saved in the console; holds where a request for permission brings none of its own.
    package var consoleChallenge: String?
    /// Whether only the console's pair is taken, whatever a request brings (brief zalo.md §1.2, unsettled).
    package var insistsOnConsolePair = false
    /// Whether calls must carry `appsecret_proof`, as the console can demand (brief §1.5).
    package var needsProof = false
    /// Where events are delivered; `nil` delivers none.
    package var webhookURL: String?
    package var host = "127.0.0.1"
    /// 0 takes a free one.
    package var port = 8081
    /// API calls allowed in a clock minute, for all of the app (brief zalo.md §12).
    package var callsPerMinute = 4000
    /// Consultation messages of the package for the time between 48 hours and 7 days (brief §3).
    package var packageQuota = 500
    /// Free messages after each interaction; `nil` is the rule since 2026: as many as one likes (brief §3).
    package var freeReplies: Int?
    /// Uploads of each kind in a month (brief §4).
    package var uploadsPerMonth = 5000
    /// Template messages in a day (brief §9).
    package var templatesPerDay = 500
    /// Template messages by user id that were bought.
    package var templatesBought = 4822
    /// Articles in a month (brief §10).
    package var articlesPerMonth = 100
    /// Seconds by the platform's clock until an article is ready.
    package var articleSeconds = 0
    /// Staff of the account: they may administer groups and type in the account's own chat.
    package var admins = [(id: "7900000000000000001", name: "Cán bộ trực Zalo OA")]
    /// What the account may own groups by; the dearest package holds three (brief §5).
    package var groupAssets = ["GMF-1", "GMF-2", "GMF-3"].map { ZaloGroupAsset(id: $0) }
    package var templates = ZaloTemplate.demonstration
    /// What the account has been through before the start; `nil` begins empty.
    package var past: ZaloPast?
    /// Seconds within which a webhook delivery must be answered (brief §2.4).
    package var webhookTimeout = 2.0
    /// Seconds after which a delivery that found no connection is repeated (brief §2.4), times `retryScale`.
    package var retryLadder: [Double] = [30, 300, 900, 1800, 3600]
    /// 1 is real time; less is faster.
    package var retryScale = 1.0

    package init() {}

    var firstAdmin: String { admins.first?.id ?? "0" }

    package static let demonstrationAppID = "4410000000000000001"
    package static let demonstrationAppSecret = "ung-dung-trinh-dien"
    package static let demonstrationOAID = "5520000000000000001"
    package static let demonstrationOASecretKey = "khoa-webhook-trinh-dien"
    package static let demonstrationAccessToken = "AT-trinh-dien-0"
    package static let demonstrationRefreshToken = "RT-trinh-dien-0"
}
