import Domain
import Hummingbird
import Operations

/// Đăng nhập.
struct SignInPage: Page {
    static let path: Path = "/dang-nhap"
    static let access = Access.anyone

    static func show(_ visit: Visit) async throws -> Reply {
        if visit.staff != nil { return .see(DeskPage.path.link()) }
        return try await reply(FormView(FormBody(values: ["back": visit.query["ve"]])), visit, status: .ok)
    }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        do {
            try await visit.limits.signIns.take(visit.caller, at: visit.now)
            let token = try await visit.office.signIn(login: form.line("login"), password: form["password"] ?? "")
            return .see(back(form["back"]), cookies: [SessionCookie.open(token, visit.office)])
        } catch let refusal as Refusal {
            return try await reply(FormView(form, refusal), visit, status: FailurePage.status(of: refusal))
        }
    }

    /// Only back into this site: an address from outside could lead a signed-in person anywhere.
    private static func back(_ address: String?) -> String {
        guard let address, address.hasPrefix("/app"), !address.contains("//"), !address.contains("\\") else { return DeskPage.path.link() }
        return address
    }

    private static func reply(_ form: FormView, _ visit: Visit, status: HTTPResponse.Status) async throws -> Reply {
        let content: HTML = """
            <h1>Đăng nhập</h1>
            <p>Dành cho thành viên Tổ công tác và cán bộ các đơn vị.</p>
            \(form.summary)
            <form method="post" action="\(path.link())">
            \(hiddenField("back", form.value("back")))
            \(form.line("login", "Tên đăng nhập", autocomplete: "username"))
            \(form.line("password", "Mật khẩu", kind: .password, autocomplete: "current-password"))
            \(buttonRow(primary: .submit("Đăng nhập")))</form>
            """
        return .document(try await PublicFrame.page(title: "Đăng nhập", here: nil, content, visit), status: status)
    }
}

/// Đăng xuất.
struct SignOutPage: Page {
    static let path: Path = "/dang-xuat"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply { .see(HomePage.path.link()) }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        if let staff = visit.staff { try await visit.office.signOut(staff.token) }
        return .see(SignInPage.path.link(), cookies: [SessionCookie.close(visit.office)])
    }
}

/// The one-time link for the first administrator.
struct FirstAccountPage: Page {
    static let path: Path = "/khoi-tao/:token"
    static let access = Access.anyone

    static func show(_ visit: Visit) async throws -> Reply {
        guard try await visit.office.invitationIsOpen(Token(shown: visit.parameter("token"))) else { throw Refusal.noSuch(.invitation) }
        return try await reply(FormView(FormBody()), visit, status: .ok)
    }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        do {
            _ = try await visit.office.acceptInvitation(
                Token(shown: visit.parameter("token")), login: form.line("login"), name: form.line("name"),
                password: form["password"] ?? "")
            return .see(SignInPage.path.link())
        } catch let refusal as Refusal where refusal != .noSuch(.invitation) {
            return try await reply(FormView(form, refusal), visit, status: FailurePage.status(of: refusal))
        }
    }

    private static func reply(_ form: FormView, _ visit: Visit, status: HTTPResponse.Status) async throws -> Reply {
        let content: HTML = """
            <h1>Tạo tài khoản quản trị đầu tiên</h1>
            <p>Liên kết này chỉ dùng một lần. Sau khi tạo, hãy đăng nhập và mở tài khoản cho từng cán bộ.</p>
            \(form.summary)
            <form method="post" action="\(path.link(visit.parameter("token")))">
            \(form.line("login", "Tên đăng nhập", hint: "Chữ thường không dấu, số, dấu chấm, gạch nối.", autocomplete: "username"))
            \(form.line("name", "Họ và tên", autocomplete: "name"))
            \(form.line(
                "password", "Mật khẩu", hint: "Ít nhất \(AccessLimits.passwordLength) ký tự.", kind: .password,
                autocomplete: "new-password"))
            \(buttonRow(primary: .submit("Tạo tài khoản")))</form>
            """
        return .document(try await PublicFrame.page(title: "Tạo tài khoản quản trị", here: nil, content, visit), status: status)
    }
}
