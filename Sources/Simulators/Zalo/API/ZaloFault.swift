/// An error of the OpenAPI: code and words (brief zalo.md §11).
struct ZaloFault: Error, Sendable {
    let code: Int
    let message: String

    static let accessTokenInvalid = ZaloFault(code: -216, message: "Access token is invalid")
    static let accessTokenExpired = ZaloFault(code: -220, message: "access_token is expired or removed")
    static let tooManyCalls = ZaloFault(code: -32, message: "Your application reached limit call api")
    static let tooLong = ZaloFault(code: -210, message: "Parameter exceeds allowable limit")
    static let expiredAttachment = ZaloFault(code: -100, message: "attachment_id was expired")
    static let neverInteracted = ZaloFault(
        code: -232, message: "User has not interacted with the OA, or the last interaction has expired")
    static let outsideWindow = ZaloFault(code: -230, message: "User has not interacted with the OA in the past 7 days")
    static let oldMessageAPI = ZaloFault(code: -240, message: "MessageV2 API has been shut down, please switch to MessageV3")
    static let unknownMessage = ZaloFault(code: -233, message: "message type is invalid or not support")
    static let unknownAPI = ZaloFault(code: -209, message: "Not supported this api")

    static func invalid(_ field: String) -> ZaloFault { ZaloFault(code: -201, message: "\(field) is invalid!") }

    /// A fault that was ordered by its code.
    static func ordered(_ code: Int) -> ZaloFault {
        let messages = [
            -32: "Your OA reached limit call api", -200: "Send message failed", -204: "Offical Account is disable",
            -211: "Out of quota", -213: "User has not followed OA", -216: "Access token is invalid",
            -217: "User has blocked invitation from OA", -218: "Out of quota receive", -220: "access_token is expired or removed",
            -224: "The OA needs to upgrade OA Tier Package to use this feature",
            -227: "User is banned or has been inactive for more than 45 days",
            -230: outsideWindow.message, -232: neverInteracted.message,
            -244: "User has restricted this message type from your OA", -248: "Violates our platform standards",
        ]
        return ZaloFault(code: code, message: messages[code] ?? "Error \(code)")
    }
}
