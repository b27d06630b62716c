import Foundation

/// Where a mail server is, and who we are there: `imap://user:password@host:143/INBOX`, `smtps://user:password@host`.
package struct MailServer: Sendable, Equatable {
    /// Without user and password.
    package var url: String
    package var host: String
    package var user: String?
    package var password: String?
    /// The folder behind an IMAP address.
    package var folder: String
    /// The connection is encrypted before anything is said; else it is by STARTTLS, without which only this machine is spoken to.
    package var isEncrypted: Bool

    /// Why an address is none; in words for the operator.
    package struct Malformed: Error, Sendable, Equatable {
        package var reason: String
    }

    /// - Parameter schemes: `imap` or `smtp`; with an `s` behind it for TLS from the beginning.
    package init(_ address: String, scheme: String) throws(Malformed) {
        guard let parts = URLComponents(string: address), let given = parts.scheme?.lowercased(), given == scheme || given == scheme + "s",
            let host = parts.host, !host.isEmpty
        else { throw Malformed(reason: "phải có dạng \(scheme)://người_dùng:mật_khẩu@máy_chủ:cổng hoặc \(scheme)s://…") }
        let user = parts.user.flatMap { $0.isEmpty ? nil : $0 }
        let path = parts.path.drop { $0 == "/" }
        guard [user ?? "", parts.password ?? "", String(path)].allSatisfy({ $0.utf8.allSatisfy { $0 >= 32 && $0 != 127 } }) else {
            throw Malformed(reason: "có ký tự không dùng được")
        }
        guard path.utf8.allSatisfy({ $0 < 127 }) else { throw Malformed(reason: "tên thư mục phải viết bằng chữ cái không dấu") }
        self.user = user
        self.password = user == nil ? nil : parts.password ?? ""
        self.host = host
        folder = path.isEmpty ? "INBOX" : String(path)
        isEncrypted = given.hasSuffix("s") && given != scheme
        url = given + "://" + (host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host) + (parts.port.map { ":\($0)" } ?? "")
    }

    /// Which mailbox it is, without the password.
    package var mailbox: String { "\(url)/\(folder) \(user ?? "")" }

    /// A password never goes over a net in the clear.
    package var mustEncrypt: Bool { !isEncrypted && !["127.0.0.1", "::1", "[::1]", "localhost"].contains(host.lowercased()) }
}
