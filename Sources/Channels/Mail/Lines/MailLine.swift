import CMail

/// A connection to a mail server, over libcurl: it connects, encrypts and signs in. Blocks its thread; lives on one thread only.
final class MailLine {
    private let line: OpaquePointer

    /// `nil` when there is no memory for it.
    init?() {
        guard let line = cmail_line_new() else { return nil }
        self.line = line
    }

    deinit { cmail_line_free(line) }

    /// Connects and signs in; then `send` and `receive` carry what is spoken.
    func open(_ server: MailServer, patience: MailPatience) throws(MailFault) {
        try check(Self.with(server, patience) { cmail_line_open(line, $0) })
    }

    func send(_ bytes: [UInt8], patience: MailPatience) throws(MailFault) {
        try check(bytes.withUnsafeBufferPointer { cmail_line_send(line, cmail_bytes(start: $0.baseAddress, count: $0.count), patience.answer) })
    }

    /// At least one byte of what the server says.
    func receive(patience: MailPatience) throws(MailFault) -> [UInt8] {
        var outcome = CMAIL_OK
        let bytes = [UInt8](unsafeUninitializedCapacity: 64 * 1024) { buffer, count in
            guard let start = buffer.baseAddress else { return }
            outcome = cmail_line_receive(line, start, buffer.count, &count, patience.answer)
        }
        try check(outcome)
        return bytes
    }

    /// Sends one message by SMTP; the connection stays open.
    func mail(_ message: [UInt8], from: String, to: String, server: MailServer, patience: MailPatience) throws(MailFault) {
        let outcome = message.withUnsafeBufferPointer { buffer in
            Self.with(server, patience) { cmail_line_mail(line, $0, from, to, cmail_bytes(start: buffer.baseAddress, count: buffer.count)) }
        }
        try check(outcome)
    }

    private func check(_ outcome: cmail_outcome) throws(MailFault) {
        let words = String(cString: cmail_line_words(line))
        switch outcome {
        case CMAIL_OK: return
        case CMAIL_UNREACHABLE: throw .unreachable(words)
        case CMAIL_LOGIN_REFUSED: throw .loginRefused(words)
        case CMAIL_TLS_FAILED: throw .notEncrypted(words)
        case CMAIL_TIMEOUT: throw .slow
        case CMAIL_REFUSED: throw .refused(code: cmail_line_code(line), words)
        default: throw .broken(words)
        }
    }

    private static func with<T>(_ server: MailServer, _ patience: MailPatience, _ body: (UnsafePointer<cmail_place>) -> T) -> T {
        func optional<R>(_ text: String?, _ body: (UnsafePointer<CChar>?) -> R) -> R {
            if let text { text.withCString { body($0) } } else { body(nil) }
        }
        return server.url.withCString { url in
            optional(server.user) { user in
                optional(server.password) { password in
                    optional(patience.authorities) { authorities in
                        var place = cmail_place(
                            url: url, user: user, password: password, authorities: authorities, must_encrypt: server.mustEncrypt,
                            connect_timeout: patience.connect, whole_timeout: patience.whole)
                        return body(&place)
                    }
                }
            }
        }
    }
}

/// How long a server is waited for, in milliseconds, and whose certificates are believed.
package struct MailPatience: Sendable {
    package var connect = 10_000
    /// For each answer.
    package var answer = 30_000
    /// For signing in, or for sending a whole message: shorter than the outbox keeps a message claimed.
    package var whole = 55_000
    /// A file of certificates of authorities, beside those of the system; `nil`: none.
    package var authorities: String?

    package init() {}
}

/// What went wrong with a server.
enum MailFault: Error, Equatable {
    case unreachable(String)
    case loginRefused(String)
    case notEncrypted(String)
    case slow
    /// The server said no to a command.
    case refused(code: Int, String)
    /// The connection broke, or what came over it was no mail protocol.
    case broken(String)

    /// For the officer; what to do where he can do something.
    var reason: String {
        switch self {
        case .unreachable(let words): "Không kết nối được máy chủ thư (\(Self.short(words)))."
        case .loginRefused(let words): "Máy chủ thư từ chối đăng nhập (\(Self.short(words))); cần kiểm tra tên và mật khẩu của hộp thư."
        case .notEncrypted(let words): "Không mã hóa được kết nối tới máy chủ thư (\(Self.short(words)))."
        case .slow: "Máy chủ thư không trả lời kịp."
        case .refused(_, let words): "Máy chủ thư từ chối: \(Self.short(words))."
        case .broken(let words): words.isEmpty ? "Mất kết nối với máy chủ thư." : "Mất kết nối với máy chủ thư (\(Self.short(words)))."
        }
    }

    static func short(_ words: String) -> String {
        let plain = words.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }
        return String(String.UnicodeScalarView(plain.prefix(200)))
    }
}
