/// What the account can ask about its template messages.
extension ZaloNotices {
    /// `/message/status`: -1 unknown, 0 on its way, 1 arrived.
    func status(_ query: [String: String]) async throws -> JSON {
        guard let id = query["message_id"], !id.isEmpty else { throw ZaloFault(code: -107, message: "message_id is invalid") }
        let arrived = await world.notices[id]
        let (number, words) = switch arrived {
        case nil: (-1, "The message not found or not belong to the OA")
        case false?: (0, "The message is pushed to Zalo server successfully but it has not been delivered to the user phone")
        case true?: (1, "The message is delivered to the user phone")
        }
        return ["delivery_time": "", "message": .string(words), "status": .count(number)]
    }

    func quota() async -> JSON {
        let left = await world.templatesLeftToday
        return [
            "dailyQuota": .digits(await world.templatesPerDay), "remainingQuota": .digits(left), "dailyQuotaPromotion": "0",
            "remainingQuotaPromotion": "0", "monthlyPromotionQuota": "0", "remainingMonthlyPromotionQuota": "0",
            "estimatedNextMonthPromotionQuota": "0",
        ]
    }

    /// The list, and how many there are.
    func list(_ query: [String: String]) async throws -> (rows: JSON, total: Int) {
        guard let offset = Int(query["offset"] ?? "0"), offset >= 0, let limit = Int(query["limit"] ?? "100"), (1...100).contains(limit) else {
            throw ZaloFault(code: -132, message: "offset or limit is invalid")
        }
        let status = query["status"].flatMap { Int($0) }
        let all = await world.templates.filter { status == nil || $0.status.number == status }
        let now = world.start
        let rows = all.dropFirst(offset).prefix(limit).map { template -> JSON in
            [
                "templateId": .string(template.id), "templateName": .string(template.name), "createdTime": .integer(now),
                "status": .string(template.status.rawValue), "templateQuality": .string(template.quality),
            ]
        }
        return (.array(rows), all.count)
    }

    func about(_ query: [String: String]) async throws -> JSON {
        let template = try await known(query)
        let fields = template.fields.map { field -> JSON in
            [
                "name": .string(field.name), "require": .bool(field.isRequired), "type": "STRING", "maxLength": .count(field.longest),
                "minLength": 0, "acceptNull": .bool(!field.isRequired),
            ]
        }
        return [
            "templateId": .string(template.id), "templateName": .string(template.name), "status": .string(template.status.rawValue),
            "reason": "", "listParams": .array(fields), "listButtons": [], "timeout": 7_200_000, "previewUrl": "",
            "templateQuality": .string(template.quality), "templateTag": .string(template.tag), "price": "300",
        ]
    }

    func sample(_ query: [String: String]) async throws -> JSON {
        .object(try await known(query).fields.map { ($0.name, .string("mẫu")) })
    }

    func allowedTags() -> JSON { ["TRANSACTION", "CUSTOMER_CARE"] }

    func quality() async -> JSON {
        let worst = await world.templates.map(\.quality).min { Self.rank($0) < Self.rank($1) }
        return ["oaCurrentQuality": .string(worst ?? "UNDEFINED"), "oa7dayQuality": .string(worst ?? "UNDEFINED")]
    }

    private static func rank(_ quality: String) -> Int { ["LOW", "MEDIUM", "HIGH"].firstIndex(of: quality) ?? 3 }

    private func known(_ query: [String: String]) async throws -> ZaloTemplate {
        guard let template = await world.template(query["template_id"] ?? "") else {
            throw ZaloFault(code: -109, message: "Template ID is invalid")
        }
        return template
    }
}
