import Documents
import Domain
import Hummingbird

/// The page for whatever cannot go on: what is wrong, what to do now, and the number to quote.
struct FailurePage {
    let status: HTTPResponse.Status
    let title: String
    let words: String
    let retryAfter: Int?
    let number: String
    /// What was typed, when it can be sent again as it is.
    let typed: TypedForm?

    init(_ error: any Error, number: String, typed: TypedForm? = nil) {
        self.number = number
        self.typed = typed
        if let away = StoreAway(error) {
            (status, title, words, retryAfter) = (.serviceUnavailable, StoreAway.title, away.words, StoreAway.pause)
            return
        }
        switch error {
        case let refusal as Refusal:
            status = Self.status(of: refusal)
            title = Self.title(of: status)
            words = RefusalWords.sentence(refusal)
            retryAfter = if case .tooMany(let seconds) = refusal { seconds } else { nil }
        case let fault as FormFault:
            (status, title, words, retryAfter) = (fault.status, "Không đọc được nội dung gửi lên", fault.wording, nil)
        case Entry.strangeForm:
            status = .forbidden
            title = "Biểu mẫu đã cũ"
            words = "Biểu mẫu không thuộc phiên làm việc này. Hãy quay lại, tải lại trang rồi gửi lại."
            retryAfter = nil
        case Entry.noSuchPage, Entry.signInFirst:
            (status, title, retryAfter) = (.notFound, "Không có trang này", nil)
            words = "Địa chỉ có thể đã gõ nhầm hoặc trang đã chuyển đi. Hãy về trang chủ hoặc tra cứu bằng mã."
        case Entry.noSuchMethod, Entry.noForm:
            (status, title, retryAfter) = (.methodNotAllowed, "Trang này không nhận cách gửi đó", nil)
            words = "Hãy mở trang rồi dùng biểu mẫu hoặc liên kết có trên trang."
        default:
            (status, title, retryAfter) = (.internalServerError, "Hệ thống gặp sự cố", nil)
            words = "Nội dung vừa gửi chưa được ghi nhận. Hãy thử lại sau ít phút; nếu vẫn lỗi, hãy báo số bên dưới cho cơ quan thường trực."
        }
    }

    /// The status of a refusal: who may not, what is not there, what clashes, what is wrong in the form.
    static func status(of refusal: Refusal) -> HTTPResponse.Status {
        switch refusal {
        case .invalid: .unprocessableContent
        case .notPermitted, .drafterMayNotApprove: .forbidden
        case .stateForbids, .waitsForSender, .notWaiting, .changedMeanwhile, .taken, .isOver, .lastOne, .notOnThisDay: .conflict
        case .planDoesNotHold: .unprocessableContent
        case .hindered(let obstacle):
            switch obstacle {
            case .alreadySigned, .requesterMayNotGrant, .notAtThisLevel, .complainedOf, .tellsOfHidden: .forbidden
            case .awaitsOpinion, .awaitsReceiver, .awaitsDecision, .isDecided, .lateNeedsExcuse, .notLate, .noMoreExtensions,
                .extensionIsAsked, .neverEscalated, .isSplit, .belongsToCause, .profileInForce, .rulesChanged,
                .isMerged, .notMerged, .hasDuplicates:
                .conflict
            }
        case .noSuch(let thing):
            switch thing {
            case .petition, .account, .attachment, .invitation, .team, .mandate, .member, .regulation, .reorganisation, .submission, .cause,
                .visit, .template, .view, .calendarDay, .replyTask, .delivery, .group, .importRun:
                .notFound
            case .unit, .person, .profile: .unprocessableContent
            case .draft, .consultation, .outgoing: .conflict
            }
        case .tooMany, .locked: .tooManyRequests
        case .wrongCredentials: .unauthorized
        }
    }

    private static func title(of status: HTTPResponse.Status) -> String {
        switch status {
        case .forbidden: "Không có quyền"
        case .notFound: "Không tìm thấy"
        case .conflict: "Chưa thực hiện được"
        case .tooManyRequests: "Quá nhiều lần thử"
        default: "Nội dung chưa hợp lệ"
        }
    }
}
