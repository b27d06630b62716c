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
    /// Where events are delivered; `nil` delivers none.
    package var webhookURL: String?
    package var host = "127.0.0.1"
    /// 0 takes a free one.
    package var port = 8081
    /// API calls allowed in a clock minute, for all of the app (brief zalo.md §12).
    package var callsPerMinute = 4000
    /// Consultation messages of the package for the time between 48 hours and 7 days (brief §3).
    package var packageQuota = 500
    /// Seconds within which a webhook delivery must be answered (brief §2.4).
    package var webhookTimeout = 2.0
    /// Seconds after which a delivery that found no connection is repeated (brief §2.4), times `retryScale`.
    package var retryLadder: [Double] = [30, 300, 900, 1800, 3600]
    /// 1 is real time; less is faster.
    package var retryScale = 1.0

    package init() {}

    package static let demonstrationAppID = "4410000000000000001"
    package static let demonstrationAppSecret = "ung-dung-trinh-dien"
    package static let demonstrationOAID = "5520000000000000001"
    package static let demonstrationOASecretKey = "khoa-webhook-trinh-dien"
    package static let demonstrationAccessToken = "AT-trinh-dien-0"
    package static let demonstrationRefreshToken = "RT-trinh-dien-0"
}
