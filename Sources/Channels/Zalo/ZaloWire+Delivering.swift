package import Domain

extension ZaloWire {
    /// The longest text of one message, in UTF-16 units (brief zalo.md §3); longer ones are cut before they get here.
    package static let longestText = 2000

    package func deliver(_ message: Outgoing, files: [OutgoingFile]) async -> DeliveryOutcome {
        if let reason = Self.fault(of: message, files) { return .giveUp(reason: reason) }
        let recipient = ZaloRecipient(message.recipient)
        do throws(ZaloCallFailure) {
            switch message.content {
            case .template(let fields):
                guard let template = settings.templateID else { return .shut(reason: "Chưa khai báo mẫu tin Zalo đã được duyệt.") }
                return .delivered(
                    receipt: try await ZaloTemplateLetter(gateway: gateway, template: template).send(message, fields, to: recipient))
            case .text, .contactRequest:
                let place: ZaloLetter.Place
                switch recipient {
                case .user(let id): place = .user(id)
                case .anonymous(let id, let conversation): place = .anonymous(id, conversation: conversation)
                case .phone: return .shut(reason: "Theo số điện thoại chỉ gửi được mẫu tin đã duyệt.")
                }
                return .delivered(receipt: try await ZaloLetter(gateway: gateway, place: place).send(message, files.first))
            }
        } catch {
            return ZaloError.outcome(of: error, at: now())
        }
    }

    /// Why a message cannot go out as it is; `nil`: it can.
    static func fault(of message: Outgoing, _ files: [OutgoingFile]) -> String? {
        if message.text.utf16.count > longestText {
            return "Tin dài quá \(longestText) ký tự, Zalo không nhận; cần chia thành nhiều tin."
        }
        if message.recipient.isEmpty { return "Tin không có nội dung hoặc không có người nhận." }
        if let file = files.first {
            // Whoever lays a message into the outbox asks the same; a file may have changed its size since.
            return ZaloFile(FileKind(file.bytes), size: file.bytes.count) == .onPage
                ? "Zalo không nhận tệp “\(file.name)” vì loại hoặc dung lượng; người gửi xem tệp ở trang tra cứu." : nil
        }
        if message.text.unicodeScalars.allSatisfy(\.properties.isWhitespace) { return "Tin không có nội dung hoặc không có người nhận." }
        return nil
    }
}
