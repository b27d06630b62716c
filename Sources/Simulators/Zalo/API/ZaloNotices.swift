import Crypto
import Foundation

/// Template messages: ZNS by phone (`business.openapi.zalo.me`) and ZBS by user id (brief zalo.md §9).
struct ZaloNotices: Sendable {
    let world: ZaloWorld
    let hook: ZaloHook
    let settings: ZaloPlatformSettings

    private static let invalidPhone = ZaloFault(code: -108, message: "Phone number is invalid")
    private static let invalidTemplate = ZaloFault(code: -109, message: "Template ID is invalid")
    private static let noAccount = ZaloFault(code: -118, message: "Zalo account not existed")
    private static let notApproved = ZaloFault(code: -131, message: "Template is not approved")
    private static let disabledTemplate = ZaloFault(code: -146, message: "Template is disabled due to low sending quality")
    private static let atNight = ZaloFault(code: -133, message: "This message cannot be sent at night (22h-6h)")
    private static let dailyQuota = ZaloFault(code: -144, message: "OA reached its daily sending limit")
    private static let noMoney = ZaloFault(code: -115, message: "Out of quota")

    /// `POST /message/template`, and `/hashphone` with the SHA-256 of the number.
    func toPhone(_ body: [UInt8], hashed: Bool) async throws -> JSON {
        let request = try read(body)
        if let code = await world.takeOrderedError() { throw ZaloFault.ordered(code) }
        let phone = try await phone(request, hashed: hashed)
        let template = try await template(request)
        guard let tracking = request["tracking_id"]?.text, (1...48).contains(tracking.utf16.count) else {
            throw ZaloFault(code: -132, message: "tracking_id is invalid")
        }
        if let mode = request["mode"]?.text, mode != "development" { throw ZaloFault(code: -126, message: "mode is invalid") }
        if await world.trouble.isOutOfQuota { throw Self.noMoney }
        guard let citizen = await world.citizen(phone: phone) else { throw Self.noAccount }
        if citizen.blocks { throw ZaloFault(code: -139, message: "User refused to receive this type of ZNS") }
        guard let left = await world.useTemplateOfToday() else { throw Self.dailyQuota }
        let line = await line(template, request)
        await world.append(line, to: citizen.id)
        await world.note(notice: line.id, arrived: true)
        let bodies = ZaloEventBodies(appID: settings.appID, oaID: settings.oaID, timestamp: String(line.time))
        let told = hashed ? request["hash_phone"]?.text ?? "" : phone
        hook.soon(bodies.noticeReceipt(line.id, phone: told, tracking: tracking))
        return [
            "msg_id": .string(line.id), "sent_time": .digits(line.time), "sending_mode": .string(request["sending_mode"]?.text ?? "1"),
            "quota": ["dailyQuota": .digits(await world.templatesPerDay), "remainingQuota": .digits(left)],
        ]
    }

    /// `POST /v3.0/oa/message/template`: by user id, and whenever one likes.
    func toUser(_ body: [UInt8]) async throws -> JSON {
        let request = try JSON.object(from: body)
        if let code = await world.takeOrderedError() { throw ZaloFault.ordered(code) }
        guard let id = request["user_id"]?.text, let citizen = await world.citizens[id], citizen.anonymousConversation == nil else {
            throw ZaloFault.invalid("user_id")
        }
        let template: ZaloTemplate
        do { template = try await self.template(request) } catch {
            // This host has words of its own for what is wrong with a template.
            throw error.code == Self.invalidTemplate.code ? ZaloFault.invalid("template_id") : error
        }
        guard template.allowsUsers else { throw ZaloFault.noTemplateForUsers }
        if citizen.blocks { throw ZaloFault.restricted }
        if await world.trouble.isOutOfQuota { throw ZaloFault.outOfQuota }
        guard let left = await world.useBoughtTemplate() else { throw ZaloFault.ordered(-321) }
        let line = await line(template, request)
        await ZaloSender(world: world, hook: hook, settings: settings).send(line, to: citizen)
        return [
            "message_id": .string(line.id), "user_id": .string(id), "sent_time": .digits(line.time),
            "quota": ["quota_type": "purchase_quota", "remain": .count(left)],
        ]
    }

    private func line(_ template: ZaloTemplate, _ request: JSON) async -> ZaloLine {
        let text = template.filled(request["template_data"] ?? .object([]))
        return await world.line(
            ZaloComposition(kind: "template", attachments: [.template(id: template.id, text: text)]), author: settings.oaID)
    }

    /// The host of template messages tells by other numbers what is no JSON.
    private func read(_ body: [UInt8]) throws(ZaloFault) -> JSON {
        do { return try JSON.object(from: body) } catch { throw ZaloFault(code: -121, message: "Invalid body") }
    }

    /// `84…`, out of `84…` or `+84…`; for a digest the number of somebody who is known.
    private func phone(_ request: JSON, hashed: Bool) async throws(ZaloFault) -> String {
        if hashed {
            let digest = request["hash_phone"]?.text?.lowercased() ?? ""
            guard digest.utf8.count == 64 else { throw Self.invalidPhone }
            let phones = await world.citizens.values.compactMap(\.phone)
            guard let phone = phones.first(where: { Self.digest($0) == digest }) else { throw Self.noAccount }
            return phone
        }
        guard let text = request["phone"]?.text else { throw Self.invalidPhone }
        let digits = text.utf8.first == UInt8(ascii: "+") ? String(text.dropFirst()) : text
        guard digits.utf8.starts(with: "84".utf8), (11...12).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) })
        else { throw Self.invalidPhone }
        return digits
    }

    static func digest(_ phone: String) -> String {
        SHA256.hash(data: Array(phone.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// An approved template whose fields are all there and short enough.
    private func template(_ request: JSON) async throws(ZaloFault) -> ZaloTemplate {
        guard let id = request["template_id"]?.text, let template = await world.template(id) else { throw Self.invalidTemplate }
        switch template.status {
        case .enabled: break
        case .pending, .rejected: throw Self.notApproved
        case .disabled: throw Self.disabledTemplate
        }
        guard request["template_data"]?.members != nil else { throw ZaloFault(code: -112, message: "template_data is invalid") }
        for field in template.fields {
            let value = request["template_data"]?[field.name]?.text ?? ""
            if field.isRequired, value.isEmpty { throw ZaloFault(code: -1122, message: "template_data missing parameter: \(field.name)") }
            if value.utf16.count > field.longest { throw ZaloFault(code: -1121, message: "\(field.name) exceeds its length") }
        }
        if template.tag == "PROMOTION", !(6..<22).contains(vietnameseHour(await world.now)) { throw Self.atNight }
        return template
    }
}
