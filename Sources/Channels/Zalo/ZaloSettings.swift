/// What the wire to a Zalo Official Account must be told (tài khoản Zalo OA của tổ công tác); names as in the configuration.
package struct ZaloSettings: Sendable {
    package var appID: String
    /// Proves us to the OAuth endpoint; signs nothing that comes in.
    package var appSecret: String
    package var oaID: String
    /// The key of the console's Webhook page: signs what comes in. Not the app secret (brief zalo.md §0.5).
    package var oaSecretKey: String
    /// A further key that may sign: while the key of the console is being changed (brief §2.3).
    package var secondKey: String?
    /// The pair to begin with when none is stored yet.
    package var accessToken: String
    package var refreshToken: String
    package var oauthURL: String
    package var openapiURL: String
    package var businessURL: String
    /// Where Zalo leads the browser back to after a grant; must be the one that the console knows (brief §1.1).
    package var callback: String
    /// The verifier of the pair that the console keeps; `nil`: each grant makes a pair of its own (brief §1.2).
    package var fixedVerifier: String?
    /// The approved template that says that there is something to read; `nil`: templates are not sent.
    package var templateID: String?
    /// The picture on the form that asks who the sender is; without one Zalo takes no such form (brief §3).
    package var contactPicture: String?
    /// Whether calls carry `appsecret_proof` (brief §1.5).
    package var provesSecret = false
    /// Hosts that files may be fetched from; `*.` in front stands for any name below. Files lie on Zalo's own (brief §2.5); a
    /// stand-in's files lie on the loopback host of `openapiURL`, which is allowed by itself.
    package var fileHosts: [String]
    /// Seconds within which a call to the API must be answered.
    package var callTimeout: Double
    /// Seconds within which a file must have come whole.
    package var fetchTimeout: Double

    package init(
        appID: String, appSecret: String, oaID: String, oaSecretKey: String, accessToken: String, refreshToken: String,
        oauthURL: String = "https://oauth.zaloapp.com", openapiURL: String = "https://openapi.zalo.me",
        businessURL: String = "https://business.openapi.zalo.me", callback: String = "",
        fileHosts: [String] = ["*.zdn.vn", "*.zadn.vn"], callTimeout: Double = 15, fetchTimeout: Double = 60
    ) {
        self.appID = appID
        self.appSecret = appSecret
        self.oaID = oaID
        self.oaSecretKey = oaSecretKey
        self.accessToken = accessToken
        self.refreshToken = refreshToken
        self.oauthURL = oauthURL
        self.openapiURL = openapiURL
        self.businessURL = businessURL
        self.callback = callback
        self.fileHosts = fileHosts
        self.callTimeout = callTimeout
        self.fetchTimeout = fetchTimeout
    }
}
