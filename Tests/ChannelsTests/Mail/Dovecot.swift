import Foundation
import TestSupport

@testable import Channels

/// Debian's Dovecot with one mailbox, in a folder of its own; root lets it work as nobody, everybody else as himself.
final class Dovecot: Sendable {
    static let password = "mật-khẩu/&:@"
    let folder: URL
    let port: Int
    private let isEncrypted: Bool

    private var mailbox: URL { folder.appending(path: "mail/hopthu") }
    private var log: URL { folder.appending(path: "log") }

    init(isEncrypted: Bool = false) async throws {
        // Paths of sockets may have 107 bytes.
        folder = URL(filePath: "/tmp/dh-\(UUID().uuidString.prefix(8))")
        port = try freePort()
        self.isEncrypted = isEncrypted
        for name in ["cur", "new", "tmp"] {
            try FileManager.default.createDirectory(at: mailbox.appending(path: name), withIntermediateDirectories: true)
        }
        if isEncrypted { _ = try TestCertificate(in: folder) }
        try Data(try configuration().utf8).write(to: folder.appending(path: "dovecot.conf"))
        try hand(over: folder.appending(path: "mail"))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }  // a folder that stays in /tmp harms nothing

    func start() async throws -> ServerRun {
        try await ServerRun(
            "/usr/sbin/dovecot", ["-F", "-c", folder.appending(path: "dovecot.conf").path], port: port, log: folder.appending(path: "out"))
    }

    func server(password: String = Dovecot.password) throws -> MailServer {
        let code = password.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return try MailServer("imap\(isEncrypted ? "s" : "")://hopthu:\(code)@127.0.0.1:\(port)/INBOX", scheme: "imap")
    }

    var certificate: String { folder.appending(path: "cert.pem").path }

    /// Puts a message into the mailbox; its name there. One that the server may not read is one that it refuses.
    @discardableResult func deliver(_ bytes: [UInt8], isReadable: Bool = true) throws -> String {
        let name = "\(UInt64(Date().timeIntervalSince1970 * 1_000_000)).\(UUID())"
        let waiting = mailbox.appending(path: "tmp/\(name)")
        try Data(bytes).write(to: waiting)
        try hand(over: waiting)
        if !isReadable, chmod(waiting.path, 0) != 0 { throw Missing("the right to shut \(name)") }
        try FileManager.default.moveItem(at: waiting, to: mailbox.appending(path: "new/\(name)"))
        return name
    }

    /// Lets the server read a message that it could not.
    func release(_ name: String) throws {
        let cur = mailbox.appending(path: "cur")
        let file = try FileManager.default.contentsOfDirectory(atPath: cur.path).first { $0.hasPrefix(name) }
        guard let file, chmod(cur.appending(path: file).path, 0o600) == 0 else { throw Missing("the message \(name)") }
    }

    /// Flags of the messages as the server keeps them, in the order of their arrival; nothing for those that nobody has touched.
    var flags: [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: mailbox.appending(path: "cur").path)) ?? []  // none yet
        return files.sorted().map { String($0.split(separator: ",").last ?? "") }
    }

    /// As when the mailbox is made anew from a backup: every message gets another number.
    /// - Parameter validity: what the server says of its numbers; `nil`: something that it never said before.
    func countAnew(validity: UInt32? = nil) throws {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: mailbox.path)) ?? [] where name.hasPrefix("dovecot") {  // none yet
            try FileManager.default.removeItem(at: mailbox.appending(path: name))
        }
        // The new number is made of the clock's seconds.
        let number = validity ?? UInt32(truncatingIfNeeded: Int(Date().timeIntervalSince1970) + 1000)
        let list = mailbox.appending(path: "dovecot-uidlist")
        try Data("3 V\(number) N1 G0123456789abcdef0123456789abcdef\n".utf8).write(to: list)
        try hand(over: list)
    }

    private func hand(over place: URL) throws {
        guard getuid() == 0, let nobody = getpwnam("nobody") else { return }
        let inside = FileManager.default.enumerator(atPath: place.path)?.compactMap { $0 as? String } ?? []
        for path in [place.path] + inside.map({ place.appending(path: $0).path }) {
            guard chown(path, nobody.pointee.pw_uid, nobody.pointee.pw_gid) == 0 else { throw Missing("the right to hand over \(path)") }
        }
    }

    private func configuration() throws -> String {
        let isRoot = getuid() == 0
        let me = NSUserName()
        let group = getgrgid(getgid()).map { String(cString: $0.pointee.gr_name) } ?? me
        let users = isRoot
            ? "default_internal_user = dovecot\ndefault_login_user = dovenull\nmail_uid = nobody\nmail_gid = nogroup"
            : "default_internal_user = \(me)\ndefault_login_user = \(me)\ndefault_internal_group = \(group)\nmail_uid = \(getuid())\nmail_gid = \(getgid())"
        let tls = isEncrypted
            ? "ssl = required\nssl_cert = <\(folder.path)/cert.pem\nssl_key = <\(folder.path)/key.pem" : "ssl = no"
        return """
            base_dir = \(folder.path)/run
            state_dir = \(folder.path)/state
            log_path = \(log.path)
            protocols = imap
            listen = 127.0.0.1
            disable_plaintext_auth = no
            imap_fetch_failure = no-after
            mail_location = maildir:\(folder.path)/mail/%u
            first_valid_uid = 1
            first_valid_gid = 1
            \(users)
            \(tls)
            passdb {
              driver = static
              args = password=\(Self.password)
            }
            userdb {
              driver = static
              args = home=\(folder.path)/mail/%u
            }
            service imap-login {
              chroot =
              inet_listener imap {
                port = \(isEncrypted ? 0 : port)
              }
              inet_listener imaps {
                port = \(isEncrypted ? port : 0)
              }
            }
            service anvil {
              chroot =
            }

            """
    }
}
