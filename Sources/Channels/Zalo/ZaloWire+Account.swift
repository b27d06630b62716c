package import Domain
package import Operations

// What the office asks of the account beside messages (brief zalo.md §1, §6, §7, §8, §10).
extension ZaloWire: ZaloAccount {
    package var oaID: String { settings.oaID }
    package var callback: String { settings.callback }
    package var hasFixedVerifier: Bool { settings.fixedVerifier != nil }
    package var asksContacts: Bool { settings.contactPicture != nil }

    package func permissionAddress(verifier: String?, state: String) -> String {
        ZaloMint.permissionAddress(settings, verifier: verifier ?? settings.fixedVerifier, state: state)
    }

    package var hasConfiguredPair: Bool { !settings.refreshToken.isEmpty }

    package func connect(code: String, verifier: String?, isOurs: Bool) async throws(ZaloFailure) {
        guard let verifier = verifier ?? settings.fixedVerifier else {
            throw ZaloFailure("Chưa khai báo mã kiểm tra cố định (zalo.code_verifier).", .final)
        }
        let owner = isOurs ? nil : settings.oaID
        try await tokens { () async throws(ZaloTokenFailure) in
            try await token.exchange(code: code, verifier: verifier, ownedBy: owner)
        }
    }

    package func adopt(access: String, refresh: String) async throws(ZaloFailure) {
        let pair = TokenPair(accessToken: access, refreshToken: refresh, issuedAt: nil)
        try await tokens { () async throws(ZaloTokenFailure) in try await token.adopt(pair) }
    }

    package func keepFresh() async throws(ZaloFailure) {
        try await tokens { () async throws(ZaloTokenFailure) in _ = try await token.current() }
    }

    package func facts() async throws(ZaloFailure) -> ZaloFacts {
        let data = try await ask(ZaloRequest(path: "/v2.0/oa/getoa", body: .query([])))
        return ZaloFacts(
            oaID: data["oaid"]?.text ?? data["oa_id"]?.text ?? "", name: data["name"]?.text ?? "", isVerified: data["is_verified"] == .bool(true),
            followers: data["num_follower"]?.integer.flatMap { Int(exactly: $0) } ?? 0, package: data["package_name"]?.text ?? "")
    }

    package func profile(of person: String) async throws(ZaloFailure) -> ZaloProfile {
        let data = try await ask(.asking("/v3.0/oa/user/detail", data: ["user_id": .string(person)]))
        let shared = data["shared_info"] ?? .null
        var told = Contact.Person()
        told.name = shared["name"]?.text ?? ""
        told.phone = ZaloMessage.phone(shared["phone"]?.text)
        told.address = [shared["address"], shared["district"], shared["city"]].compactMap { $0?.text }.filter { !$0.isEmpty }
            .joined(separator: ", ")
        return ZaloProfile(
            name: data["display_name"]?.text ?? "", isFollower: data["user_is_follower"] == .bool(true), told: told)
    }

    package func articles() async throws(ZaloFailure) -> ZaloArticles {
        var articles = ZaloArticles(count: 0, views: 0)
        while true {
            let query = [("offset", String(articles.count)), ("limit", "10"), ("type", "normal")]
            let data = try await ask(ZaloRequest(path: "/v2.0/article/getslice", body: .query(query)))
            let slice = data["medias"]?.elements ?? []
            articles.count += slice.count
            articles.views += slice.compactMap { $0["total_view"]?.integer.flatMap { Int(exactly: $0) } }.reduce(0, +)
            let total = data["total"]?.integer ?? 0
            if slice.isEmpty || articles.count >= total || articles.count >= Self.mostArticles { return articles }
        }
    }

    package func missed(since: Instant) async -> (deliveries: [MissedDelivery], failure: ZaloFailure?) {
        var missed: [MissedDelivery] = []
        for page in 0..<Self.mostPages {
            do throws(ZaloFailure) {
                let data = try await ask(
                    .asking("/v2.0/oa/listrecentchat", data: ["offset": JSONText(page * 10), "count": JSONText(10)]))
                let rows = data.elements
                let lines = rows.compactMap { ZaloPastLine($0) }
                missed += lines.filter { $0.at >= since }.compactMap { $0.delivery(appID: settings.appID) }
                if rows.count < 10 || lines.contains(where: { $0.at < since }) { break }
            } catch {
                return (missed, error)
            }
        }
        return (missed, nil)
    }

    /// Articles whose views are added up, and pages of history that are read after an outage: ten rows each, so that both stay within
    /// the calls that the smallest package has in a minute (brief §12).
    private static let (mostArticles, mostPages) = (500, 50)

    func ask(_ request: ZaloRequest) async throws(ZaloFailure) -> JSONText {
        do {
            return try await gateway.call(request, for: .background)
        } catch {
            throw ZaloFailure(ZaloError.words(error), error.kind)
        }
    }

    private func tokens(_ body: () async throws(ZaloTokenFailure) -> Void) async throws(ZaloFailure) {
        do {
            try await body()
        } catch {
            throw ZaloFailure(error.words, error.kind)
        }
    }
}

extension ZaloCallFailure {
    fileprivate var kind: ZaloFailure.Kind {
        switch self {
        case .refused(.openapi, let code, _) where [-201, -210, -213, -217, -227, -403].contains(code): .final
        case .refused(.openapi, -32, _), .crowded: .crowded
        case .refused: .refused
        case .odd, .none: .away
        case .token(let failure): failure.kind
        }
    }
}

extension ZaloTokenFailure {
    fileprivate var kind: ZaloFailure.Kind {
        switch self {
        case .foreign: .final
        case .refused, .unreachable, .notStored, .notGranted, .busy: .away
        }
    }
}

/// One line of the history (brief §7), which is no event but says nearly the same.
private struct ZaloPastLine {
    let line: JSONText
    let at: Instant
    let id: String

    init?(_ line: JSONText) {
        guard let time = line["time"]?.integer, let id = line["message_id"]?.text, !id.isEmpty else { return nil }
        self.line = line
        self.id = id
        at = Instant(milliseconds: time)
    }

    /// The event that was missed; `nil` for what the account sent, which nobody misses, and for what says nothing.
    func delivery(appID: String) -> MissedDelivery? {
        guard line["src"]?.integer == 1, let sender = line["from_id"]?.text, let account = line["to_id"]?.text else { return nil }
        let (kind, attachment) = content
        var message: [String: JSONText] = ["msg_id": .string(id)]
        if let text = line["message"]?.text, !text.isEmpty { message["text"] = .string(text) }
        if let attachment { message["attachments"] = [attachment] }
        let name = "user_send_\(kind)"
        let body: JSONText = [
            "app_id": .string(appID), "event_name": .string(name), "sender": ["id": .string(sender)], "recipient": ["id": .string(account)],
            "message": .object(message), "timestamp": .string(String(at.milliseconds)),
        ]
        return MissedDelivery(key: "\(name):\(id)", bytes: body.bytes, at: at)
    }

    private var content: (kind: String, attachment: JSONText?) {
        let address = line["url"] ?? line["thumb"] ?? .null
        func file(_ kind: String) -> (String, JSONText?) {
            let named: [String: JSONText] = kind == "file" ? ["name": line["description"] ?? .null] : [:]
            return (kind, ["type": .string(kind), "payload": .object(["url": address].merging(named) { $1 })])
        }
        switch line["type"]?.text {
        case "photo": return file("image")
        case "GIF": return file("gif")
        case "voice": return file("audio")
        case "video": return file("video")
        case "file": return file("file")
        case "sticker": return ("sticker", ["type": "sticker", "payload": ["url": address]])
        case "location":
            let place = line["location"]?.text.flatMap { JSONText($0.utf8) } ?? line["location"] ?? .null
            return ("location", ["type": "location", "payload": ["coordinates": place]])
        case "link", "links":
            let link = line["links"]?.elements.first ?? .null
            let payload: JSONText = ["url": link["url"] ?? .null, "description": link["description"] ?? link["title"] ?? .null]
            return ("link", ["type": "link", "payload": payload])
        default: return ("text", nil)
        }
    }
}
