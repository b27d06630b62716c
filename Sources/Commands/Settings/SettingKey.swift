/// Everything that an operator may set, with its default; the names are fixed (interfaces page).
enum SettingKey: String, CaseIterable {
    case data
    case databaseURL = "database.url"
    case listen = "http.listen"
    case baseURL = "http.base_url"
    case zaloAppID = "zalo.app_id"
    case zaloAppSecret = "zalo.app_secret"
    case zaloAccountID = "zalo.oa_id"
    case zaloAccountKey = "zalo.oa_secret_key"
    case zaloAccessToken = "zalo.access_token"
    case zaloRefreshToken = "zalo.refresh_token"
    case zaloOAuthURL = "zalo.oauth_url"
    case zaloOpenAPIURL = "zalo.openapi_url"
    case clamdAddress = "clamd.address"
    case mailIMAP = "mail.imap_url"
    case mailSMTP = "mail.smtp_url"
    case mailFrom = "mail.from"
    case zaloBusinessURL = "zalo.business_url"
    case zaloCallback = "zalo.callback"
    case zaloVerifier = "zalo.code_verifier"
    case zaloSecondKey = "zalo.second_key"
    case zaloTemplateID = "zalo.template_id"
    case zaloContactPicture = "zalo.contact_picture"
    case zaloProof = "zalo.appsecret_proof"
    case logLevel = "log.level"
    case logFormat = "log.format"
    case now

    /// What holds when nothing is set; `nil`: nothing.
    var standard: String? {
        switch self {
        case .data: "./var"
        case .listen: "127.0.0.1:8080"
        case .zaloOAuthURL: "https://oauth.zaloapp.com"
        case .zaloOpenAPIURL: "https://openapi.zalo.me"
        case .zaloBusinessURL: "https://business.openapi.zalo.me"
        case .zaloProof: "off"
        case .logLevel: "info"
        case .logFormat: "text"
        case .databaseURL, .baseURL, .zaloAppID, .zaloAppSecret, .zaloAccountID, .zaloAccountKey, .zaloAccessToken, .zaloRefreshToken,
            .zaloCallback, .zaloVerifier, .zaloSecondKey, .zaloTemplateID, .zaloContactPicture, .mailIMAP, .mailSMTP, .mailFrom,
            .clamdAddress, .now:
            nil
        }
    }

    /// Printed as stars, never logged.
    var isSecret: Bool {
        switch self {
        case .zaloAppSecret, .zaloAccountKey, .zaloAccessToken, .zaloRefreshToken, .zaloVerifier, .zaloSecondKey: true
        // The address of a database or a mailbox carries its password.
        case .databaseURL, .mailIMAP, .mailSMTP: true
        case .data, .listen, .baseURL, .zaloAppID, .zaloAccountID, .zaloOAuthURL, .zaloOpenAPIURL, .zaloBusinessURL, .zaloCallback,
            .zaloTemplateID, .zaloContactPicture, .zaloProof, .mailFrom, .clamdAddress, .logLevel, .logFormat, .now:
            false
        }
    }

    /// What it is for, in a line.
    var meaning: String {
        switch self {
        case .data: "thư mục dữ liệu"
        case .databaseURL: "địa chỉ cơ sở dữ liệu, mặc định sqlite:<data>/donghanh.sqlite"
        case .listen: "địa chỉ và cổng phục vụ"
        case .baseURL: "địa chỉ mà người gửi mở được, in trong tin nhắn"
        case .zaloAppID: "mã ứng dụng Zalo"
        case .zaloAppSecret: "khóa bí mật của ứng dụng Zalo"
        case .zaloAccountID: "mã Official Account"
        case .zaloAccountKey: "khóa ký webhook của Official Account"
        case .zaloAccessToken: "access token ban đầu"
        case .zaloRefreshToken: "refresh token ban đầu"
        case .zaloOAuthURL: "địa chỉ OAuth của Zalo"
        case .zaloOpenAPIURL: "địa chỉ OpenAPI của Zalo"
        case .clamdAddress: "nơi clamd nghe, unix:/đường/dẫn hoặc máy:cổng; không đặt thì không quét mã độc"
        case .mailIMAP: "hộp thư đến, imap://người_dùng:mật_khẩu@máy_chủ/INBOX hoặc imaps://…"
        case .mailSMTP: "máy chủ gửi thư, smtp://người_dùng:mật_khẩu@máy_chủ:587 hoặc smtps://…"
        case .mailFrom: "tên và địa chỉ của hộp thư, Tổ công tác <kiennghi@…>"
        case .zaloBusinessURL: "địa chỉ gửi mẫu tin theo số điện thoại của Zalo"
        case .zaloCallback: "địa chỉ Zalo dẫn về sau khi cấp quyền, mặc định <http.base_url>/zalo/ket-noi"
        case .zaloVerifier: "mã kiểm tra (code verifier) cố định, khi trang quản trị ứng dụng Zalo giữ sẵn code challenge"
        case .zaloSecondKey: "khóa ký webhook thứ hai, dùng trong lúc đổi khóa"
        case .zaloTemplateID: "mã mẫu tin đã được duyệt, gửi khi đã hết khung giờ trả lời"
        case .zaloContactPicture: "địa chỉ ảnh trên phiếu hỏi thông tin liên hệ của Zalo"
        case .zaloProof: "on: kèm appsecret_proof vào mỗi lời gọi Zalo"
        case .logLevel: "mức nhật ký: trace, debug, info, notice, warning, error, critical"
        case .logFormat: "dạng nhật ký: text, json"
        case .now: "đặt đồng hồ cho lệnh và bản trình diễn"
        }
    }
}
