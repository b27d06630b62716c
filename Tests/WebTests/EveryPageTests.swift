import Database
import Domain
import Operations
import Storage
import Testing
import TestSupport
@testable import Web

/// What holds for every page of the site, looked at over real pages.
@Suite(.eachEngine) struct EveryPageTests {
    /// A page of the site, with an address and a person for whom it opens; `nil`: pages that only take forms or give files.
    private static func example(_ pattern: String, _ cases: Cases) -> (path: String, login: String?)? {
        switch pattern {
        case "/tra-cuu/:code": ("/tra-cuu/\(cases.answered.lookupCode.text)", nil)
        case "/khoi-tao/:token": ("/khoi-tao/\(cases.invitation)", nil)
        case "/tra-cuu/:code/bo-sung", "/tra-cuu/:code/danh-gia", "/tra-cuu/:code/kien-nghi-lai", "/dang-xuat": nil
        case "/tep/:id", "/tep/:id/phat", "/tep/:id/anh/:form": nil
        case "/app/tep/:id": ("/app/tep/\(cases.file)", "lan")
        case "/app/nhom-zalo/nhom/:id": nil
        case "/app/song", "/app/ho-so/:number/co-mat", "/app/hien-truong/:id/anh/:entry", "/app/nhieu-ho-so": nil
        case _ where pattern.hasPrefix("/app/hien-truong/"): (pattern.replacing(":id", with: cases.visit), "nga")
        case "/app/bao-cao/tuan/:week/ban-chu", "/app/quan-tri/nhap/mau/:kind": nil
        case "/app/bao-cao/tuan/:week/don-vi": ("/app/bao-cao/tuan/nay/don-vi", "mai")
        case "/app/bao-cao/tuan/:week": ("/app/bao-cao/tuan/nay", "mai")
        case "/app/ho-so/:number/nguoi-xem": (filled(pattern, cases.restricted), "mai")
        case "/app/ho-so/:number": ("/app/ho-so/\(cases.asked.number.text)", "nga")
        case "/app/ho-so/:number/sang-loc", "/app/ho-so/:number/tu-choi", "/app/ho-so/:number/chuyen":
            (filled(pattern, cases.received), "lan")
        case "/app/ho-so/:number/chan-doan": (filled(pattern, cases.screened), "duc")
        case "/app/ho-so/:number/phan-cong": (filled(pattern, cases.handled), "duc")
        case "/app/ho-so/:number/tiep-tuc": (filled(pattern, cases.asked), "nga")
        case "/app/ho-so/:number/phe-duyet": (filled(pattern, cases.submitted), "quan")
        case "/app/tiep-nhan/nguoi-goi": nil
        case "/app/tiep-nhan/da-nhan/:number": (filled(pattern, cases.called), "lan")
        case "/app/goi-lai/:id": (pattern.replacing(":id", with: cases.replyTask), "lan")
        case "/app/tai-khoan": (pattern, "quantri")
        case "/app/quan-tri/van-ban/:id", "/app/ho-so/:number/minh-chung/:paper", "/app/van-de-chung/:number/minh-chung/:paper": nil
        case "/app/ho-so/:number/tach-van-de-chung": (filled(pattern, cases.joined), "nga")
        case "/app/van-de-chung/:number/phe-duyet": (pattern.replacing(":number", with: cases.causes.waiting), "quan")
        case _ where pattern.hasPrefix("/app/van-de-chung/"): (pattern.replacing(":number", with: cases.causes.open), "nga")
        case "/app/mo-van-de-chung": (pattern + "?ho-so=" + cases.handled.number.text, "duc")
        case "/app/ho-so/:number/tach", "/app/ho-so/:number/gop": (filled(pattern, cases.received), "lan")
        case "/app/ho-so/:number/tach-ho-so-trung": (filled(pattern, cases.merged), "lan")
        case "/app/ho-so/:number/khong-trung": nil
        case "/app/ho-so/:number/y-kien": (filled(pattern, cases.consulted), "tam")
        case "/app/ho-so/:number/chi-dao": (filled(pattern, cases.escalated), "mai")
        case "/app/ho-so/:number/tiep-nhan-chuyen": (filled(pattern, cases.offered), "tam")
        case "/app/ho-so/:number/rut-de-nghi-chuyen": (filled(pattern, cases.offered), "nga")
        case "/app/ho-so/:number/duyet-gia-han": (filled(pattern, cases.wantsTime), "quan")
        case "/app/ho-so/:number/bao-cao-cham": (filled(pattern, cases.late), "nga")
        case "/app/nhap-danh-sach/mau", "/app/nhap-danh-sach/:id/dong-loi", "/app/nhap-danh-sach/:id/tep": nil
        case "/app/nhap-danh-sach/:id": (pattern.replacing(":id", with: cases.list), "lan")
        case "/app/chuyen-vong": (pattern, "mai")
        case "/app/kenh/chua-doc-duoc/:id": (pattern.replacing(":id", with: cases.unreadable), "lan")
        case "/app/quan-tri/loi-nhan/:channel/:purpose": ("/app/quan-tri/loi-nhan/mail/received", "quantri")
        case "/app/quan-tri/to-cong-tac/:key/nguoi-xem": (filledOrganisation(pattern, cases.organisation), "mai")
        case _ where pattern.hasPrefix("/app/quan-tri/"): (filledOrganisation(pattern, cases.organisation), "quantri")
        default: pattern.hasPrefix("/app/ho-so/:number/") ? (filled(pattern, cases.handled), "nga") : (pattern, pattern.hasPrefix("/app") ? "lan" : nil)
        }
    }

    private static func filled(_ pattern: String, _ petition: Case) -> String {
        pattern.split(separator: "/").map { $0 == ":number" ? petition.number.text : String($0) }.reduce("") { $0 + "/" + $1 }
    }

    private static func filledOrganisation(_ pattern: String, _ places: Places) -> String {
        let key = pattern.contains("/don-vi/") ? "bql-kcn" : pattern.hasSuffix("/bien-ban") ? places.ended : places.standing
        let id = pattern.contains("/nhiem-vu/") ? places.mandate : places.reorganisation
        return pattern.replacing("rut-lai/:key", with: "rut-lai/\(places.profile)").replacing(":key", with: key)
            .replacing(":id", with: id).replacing(":login", with: "nga").replacing(":position", with: "0")
    }

    @Test func everyPageIsWellFormedLabelledAndVietnamese() async throws {
        try await SiteUnderTest.serving { site in
            let cases = try await Self.cases(site.test)
            var looked = 0
            // Each person signs in once: more would be slowed down.
            var people: [String: Visitor] = [:]
            for page in WebSite.pages {
                guard let (path, login) = Self.example(page.path.pattern, cases), page != FirstAccountPage.self else { continue }
                var visitor = site.visitor()
                if let login {
                    if let known = people[login] { visitor = known } else { visitor = try await site.staff(login) }
                    people[login] = visitor
                }
                let answer = try await visitor.get(path)
                #expect(answer.status == 200, "\(path): \(answer.status)")
                look(at: answer, path, signedIn: login != nil)
                looked += 1
            }
            #expect(looked == WebSite.pages.count - 23)
        }
    }

    @Test func thePagesOfRefusalAreWellFormedToo() async throws {
        try await SiteUnderTest.serving { site in
            let cases = try await Self.cases(site.test)
            let nga = try await site.staff("nga")
            for path in ["/khong-co", "/app/ho-so/\(cases.received.number.text)", "/tra-cuu/2222222222", "/app/ho-so?hang=khong"] {
                look(at: try await nga.get(path), path, signedIn: false)
            }
        }
    }

    @Test func thePageOfTheFirstAccountIsWellFormed() async throws {
        try await SiteUnderTest.serving { site in
            _ = try await site.test.office.database.write { tx in
                for table in ["mandate", "organisation_event", "account"] { try tx.run("DELETE FROM \(SQL(trusted: table))") }
            }
            let token = try #require(try await site.test.office.inviteFirstAdministrator())
            let answer = try await site.visitor().get("/khoi-tao/\(token.text)")
            #expect(answer.status == 200)
            look(at: answer, "/khoi-tao", signedIn: false)
        }
    }

    @Test func everyStaffPageAsksStrangersToSignIn() async throws {
        try await SiteUnderTest.serving { site in
            let cases = try await Self.cases(site.test)
            for page in WebSite.pages where page.path.pattern.hasPrefix("/app") {
                let path = Self.filled(page.path.pattern, cases.received).replacing(":week", with: "nay").replacing(":id", with: "x")
                let answer = try await site.visitor().get(path)
                #expect(answer.status == 303 && answer.location?.hasPrefix("/dang-nhap") == true, "\(path)")
                let nothing = try await site.storesNothing {
                    let posted = try await site.visitor().post(path, [("a", "b")])
                    #expect(posted.location?.hasPrefix("/dang-nhap") == true, "\(path)")
                }
                #expect(nothing)
            }
        }
    }

    @Test func everyLinkOfTheStaffPagesLeadsSomewhere() async throws {
        try await SiteUnderTest.serving { site in
            _ = try await Self.cases(site.test)
            for (login, start) in [("mai", "/app"), ("nga", "/app/ho-so"), ("lan", "/app"), ("quantri", "/app/tai-khoan")] {
                let visitor = try await site.staff(login)
                var waiting = [start]
                var seen: Set<String> = [start]
                while let path = waiting.popLast(), seen.count < 250 {
                    let answer = try await visitor.get(path)
                    #expect([200, 303].contains(answer.status), "\(login): \(path) \(answer.status)")
                    guard answer["content-type"]?.hasPrefix("text/html") == true else { continue }
                    let links = try answer.page.all("a").compactMap { $0["href"] }.filter { $0.hasPrefix("/") && !$0.contains("/bao-cao/") }
                    for link in links where seen.insert(link).inserted { waiting.append(link) }
                }
                #expect(seen.count > 2)
            }
        }
    }

    private func look(at answer: Answer, _ path: String, signedIn: Bool) {
        do {
            let page = try answer.page
            #expect(page["lang"] == "vi", "\(path)")
            #expect(page.all("h1").count == 1, "\(path): \(page.all("h1").map(\.text))")
            #expect(page.all("title").first?.words.isEmpty == false, "\(path)")
            #expect(page.all("script").allSatisfy { $0["src"]?.hasPrefix("/static/") == true && $0.children.isEmpty }, "\(path): a script in the page")
            #expect(page.everything.allSatisfy { element in !element.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" } }, "\(path)")
            labels(page, path)
            addresses(page, path)
            forms(page, path, signedIn: signedIn)
            words(page, path)
        } catch {
            Issue.record("\(path): \(error)")
        }
    }

    private func labels(_ page: Element, _ path: String) {
        let labelled = Set(page.all("label").compactMap { $0["for"] })
        for input in page.everything where ["input", "select", "textarea"].contains(input.name) && input["type"] != "hidden" {
            #expect(input["id"].map { labelled.contains($0) } == true || input["aria-label"] != nil, "\(path): \(input["name"] ?? "?") has no label")
        }
        let ids = Set(page.everything.compactMap { $0["id"] })
        for element in page.everything {
            for reference in (element["aria-describedby"] ?? "").split(separator: " ").map(String.init) + [element["for"], element["list"]].compactMap({ $0 }) {
                #expect(ids.contains(reference), "\(path): nothing is called \(reference)")
            }
            if element.name == "a", let href = element["href"], href.hasPrefix("#") { #expect(ids.contains(String(href.dropFirst())), "\(path): \(href)") }
        }
        for button in page.all("button") { #expect(!button.text.isEmpty || button["aria-label"] != nil, "\(path): a button without words") }
        for link in page.all("a") { #expect(!link.text.isEmpty, "\(path): a link without words: \(link["href"] ?? "")") }
    }

    private func addresses(_ page: Element, _ path: String) {
        for element in page.everything {
            for name in ["href", "src", "action"] {
                guard let address = element[name] else { continue }
                #expect(address.hasPrefix("/") && !address.hasPrefix("//") || address.hasPrefix("#"), "\(path): \(address)")
            }
        }
    }

    private func forms(_ page: Element, _ path: String, signedIn: Bool) {
        for form in page.all("form") {
            #expect(["get", "post"].contains(form["method"] ?? ""), "\(path)")
            let hasToken = form.all("input").contains { $0["name"] == "csrf" && $0["value"]?.isEmpty == false }
            if signedIn, form["method"] == "post" { #expect(hasToken, "\(path): \(form["action"] ?? "") has no token") }
            if form["method"] == "get" { #expect(!hasToken, "\(path): a token would stand in the address") }
        }
    }

    /// Words of the code that no page may show.
    private static let raw: Set<String> = {
        var words = Set(Permission.allCases.map(\.rawValue) + CaseState.allCases.map(\.rawValue) + Outcome.allCases.map(\.rawValue))
        words.formUnion(Kind.allCases.map(\.rawValue) + Role.allCases.map(\.rawValue) + Site.allCases.map(\.rawValue))
        words.formUnion(["nil", "Optional", "true", "false", "form", "undefined", "null", "error"])
        return words
    }()

    private func words(_ page: Element, _ path: String) {
        let shown = page.text.split { !$0.isLetter }.map(String.init)
        #expect(Self.raw.isDisjoint(with: shown), "\(path): \(Self.raw.intersection(shown))")
    }
}
