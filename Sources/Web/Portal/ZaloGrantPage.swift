import Domain
import Operations

/// Where Zalo leads the browser back to after a grant. Whoever grants need not be one of ours: the state, good once and for ten minutes,
/// says that we sent him; where the console keeps the pair of codes, Zalo says that he granted our account.
struct ZaloGrantPage: Page {
    static let path: Path = "/zalo/ket-noi"
    static let access = Access.anyone

    static func show(_ visit: Visit) async throws -> Reply {
        let content: HTML = "<h1>Kết nối Zalo OA</h1>\(try await outcome(visit))"
        return .document(try await PublicFrame.page(title: "Kết nối Zalo OA", here: nil, content, visit))
    }

    private static func outcome(_ visit: Visit) async throws -> HTML {
        guard let account = visit.zalo, let code = visit.query["code"] else {
            let said = visit.query["error_description"] ?? ""
            return notice(
                .soon, "<p>Zalo chưa cấp quyền. Hãy mở lại liên kết từ trang quản trị kênh Zalo.\(said.isEmpty ? "" : " Zalo báo: \(said)")</p>")
        }
        do {
            try await visit.office.endGrant(state: visit.query["state"], code: code, oaID: visit.query["oa_id"] ?? "", with: account)
            return notice(.done, "<p>Đã kết nối tài khoản OA. Quý vị có thể đóng trang này.</p>")
        } catch let failure as ZaloFailure {
            return notice(.late, "<p>\(failure.reason)</p>")
        } catch Refusal.isOver {
            return notice(.late, "<p>Liên kết cấp quyền đã dùng hoặc đã hết hạn. Hãy tạo liên kết mới ở trang quản trị kênh Zalo.</p>")
        }
    }
}
