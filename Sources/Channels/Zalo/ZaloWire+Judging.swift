import Logging
package import Operations

extension ZaloWire {
    package func judge(_ delivery: HookDelivery) -> HookVerdict {
        if Self.isEmptyObject(delivery.bytes) { return .probe }
        guard let header = delivery.headers["x-zevent-signature"], !header.isEmpty else {
            return .refuse(reason: "no X-ZEvent-Signature")
        }
        guard isSigned(delivery, header) else {
            return .refuse(reason: "the signature does not fit: is zalo.oa_secret_key the key of the console's Webhook page?")
        }
        guard let event = ZaloEvent(delivery.bytes) else { return .accept(key: ZaloEvent.key(ofUnreadable: delivery.bytes)) }
        if let appID = event.appID, appID != settings.appID {
            return .refuse(reason: "signed, but for another app: \(appID)")
        }
        if event.isConsoleTest { return .probe }
        return .accept(key: event.key ?? ZaloEvent.key(ofUnreadable: delivery.bytes))
    }

    /// By the key of the console's Webhook page, or by the second one, which is told: one of the two is out of date then (brief §2.3).
    private func isSigned(_ delivery: HookDelivery, _ header: String) -> Bool {
        if ZaloSignature(appID: settings.appID, key: settings.oaSecretKey).fits(header, body: delivery.bytes) { return true }
        guard let second = settings.secondKey, ZaloSignature(appID: settings.appID, key: second).fits(header, body: delivery.bytes) else {
            return false
        }
        logger.notice("Zalo: a delivery was signed with zalo.second_key")
        return true
    }

    /// The unsigned `{}` that the console sends when the address is saved (brief §2.1).
    private static func isEmptyObject(_ bytes: [UInt8]) -> Bool {
        bytes.count <= 16 && bytes.filter { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 } == Array("{}".utf8)
    }
}

extension ZaloEvent {
    /// The console's Test button sends this sample, rightly signed (brief §2.1).
    fileprivate var isConsoleTest: Bool {
        name == "user_send_text" && messageID == "This is message id" && message?["text"]?.text == "This is testing message"
    }
}
