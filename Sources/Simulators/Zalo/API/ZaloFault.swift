/// An error of the OpenAPI: code and words (brief zalo.md §11).
struct ZaloFault: Error, Sendable, Equatable {
    let code: Int
    let message: String

    static let accessTokenInvalid = ZaloFault(code: -216, message: "Access token is invalid")
    static let accessTokenExpiredInWords = ZaloFault(code: -216, message: "Access token has expired")
    static let accessTokenExpired = ZaloFault(code: -220, message: "access_token is expired or removed")
    static let tooManyCalls = ZaloFault(code: -32, message: "Your application reached limit call api")
    static let tooLong = ZaloFault(code: -210, message: "Parameter exceeds allowable limit")
    static let expiredAttachment = ZaloFault(code: -100, message: "attachment_id was expired")
    static let outOfQuota = ZaloFault(code: -211, message: "Out of quota")
    static let notFollowing = ZaloFault(code: -213, message: "User has not followed OA")
    static let articleInProcess = ZaloFault(code: -214, message: "Article is being processed")
    static let articleQuota = ZaloFault(code: -223, message: "Your OA has reach the limit quota create article")
    static let neverInteracted = ZaloFault(
        code: -232, message: "User has not interacted with the OA, or the last interaction has expired")
    static let outsideWindow = ZaloFault(code: -230, message: "User has not interacted with the OA in the past 7 days")
    static let atNight = ZaloFault(code: -234, message: "This message cannot be sent at night (10:00PM - 6:00AM)")
    static let groupDisabled = ZaloFault(code: -237, message: "The group is disabled")
    static let assetUsed = ZaloFault(code: -238, message: "asset_id is already used")
    static let assetDisabled = ZaloFault(code: -241, message: "asset_id is already used or disabled")
    static let restricted = ZaloFault(code: -244, message: "User has restricted this message type from your OA")
    static let noTemplateForUsers = ZaloFault(code: -249, message: "Template does not support send via UID")
    static let notInGroup = ZaloFault(code: -403, message: "OA is not in group")
    static let oldMessageAPI = ZaloFault(code: -240, message: "MessageV2 API has been shut down, please switch to MessageV3")
    static let unknownMessage = ZaloFault(code: -233, message: "message type is invalid or not support")
    static let unknownAPI = ZaloFault(code: -209, message: "Not supported this api")

    static func invalid(_ field: String) -> ZaloFault { ZaloFault(code: -201, message: "\(field) is invalid!") }

    /// A fault that was ordered by its code.
    static func ordered(_ code: Int) -> ZaloFault {
        let known = [
            accessTokenInvalid, accessTokenExpired, tooLong, expiredAttachment, outOfQuota, notFollowing, articleInProcess, neverInteracted,
            outsideWindow, atNight, groupDisabled, assetUsed, assetDisabled, restricted, noTemplateForUsers, notInGroup, oldMessageAPI,
            unknownMessage, unknownAPI,
        ]
        if let fault = known.first(where: { $0.code == code }) { return fault }
        let messages = [
            -32: "Your OA reached limit call api", -200: "Send message failed", -204: "Offical Account is disable",
            -205: "Offical Account is not exist", -212: "App has not registed this api",
            -217: "User has blocked invitation from OA", -218: "Out of quota receive", -219: "App is removed or disabled",
            -221: "The OA needs to be verified to use this feature", -223: "Official Account has not authorized this API",
            -224: "The OA needs to upgrade OA Tier Package to use this feature",
            -227: "User is banned or has been inactive for more than 45 days", -235: "This API does not support this type of OA",
            -242: "Invalid appsecret_proof provided in the API argument", -248: "Violates our platform standards",
            -320: "Your app must connect to a Zalo Cloud Account", -321: "Zalo Cloud Account is out of money",
        ]
        return ZaloFault(code: code, message: messages[code] ?? "Error \(code)")
    }
}
