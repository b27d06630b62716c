import Database
import Domain
import Operations
import Storage

/// Khóa tài khoản: says what it ends, then does it.
struct DisableAccountPage: AdministrationForm {
    static let path: Path = "/app/quan-tri/tai-khoan/:login/khoa"

    struct Subject: Sendable {
        var account: Account
        var mandates: Int
    }

    static func subject(_ visit: Visit, _ tx: Transaction) throws -> Subject {
        guard let account = try AccountStore.find(login: visit.parameter("login"), on: visit.now.day, tx) else {
            throw Refusal.noSuch(.account)
        }
        return Subject(account: account, mandates: account.authorities.count)
    }

    static func title(_ subject: Subject) -> String { "Khóa tài khoản" }
    static func crumbs(_ subject: Subject) -> [NavItem] { AccountPage.crumbs(subject.account) }
    static func button(_ subject: Subject) -> Button { .submit("Khóa tài khoản \(subject.account.login)", isDestructive: true) }

    static func introduction(_ subject: Subject) -> HTML {
        """
        <p><strong>\(subject.account.name)</strong> sẽ bị đăng xuất ngay và không đăng nhập lại được; \(grouped: subject.mandates) nhiệm vụ \
        đang có không còn tác dụng. Hồ sơ đang giao cho người này vẫn thuộc đơn vị và cần phân công lại. Việc đã làm vẫn còn trong nhật ký.</p>
        """
    }

    static func fields(_ form: FormView, _ subject: Subject) -> HTML { .empty }

    static func take(_ form: FormBody, _ subject: Subject, _ visit: Visit) async throws -> String {
        try await visit.office.perform(DisableAccount(login: subject.account.login), as: visit.actor)
        return AccountPage.path.link(subject.account.login)
    }
}
