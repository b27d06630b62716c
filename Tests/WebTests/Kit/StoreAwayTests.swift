import Database
import Domain
import Operations
import TestSupport
import Testing

@testable import Web

/// The site while its database is away, and when it is back.
@Suite(.databases, .enabled(if: Engine.available.contains(.postgresql))) struct StoreAwayTests {
    @Test func everyPageSaysSoAndWhenToComeAgain() async throws {
        try await SiteUnderTest.serving(on: .postgresql) { site in
            let petition = try await site.test.submit()
            let lan = try await site.staff("lan")
            let paths = ["/", "/gui-kien-nghi", "/tra-cuu/\(petition.lookupCode.text)", "/mang-luoi", "/app", "/app/ho-so/\(petition.number.text)"]
            try await PostgreSQLCluster.withoutServer(of: site.test.database) {
                for path in paths {
                    let answer = try await lan.get(path)
                    #expect(answer.status == 503, "\(path)")
                    #expect(answer["retry-after"] == "60")
                    #expect(answer.text.contains("Hãy thử lại sau một phút"))
                    #expect(MarkupChecker(answer.text).problems == [])
                }
                #expect(try await site.visitor().get("/healthz").status == 200)
                #expect(try await site.visitor().get("/readyz").status == 503)
            }
            try await PostgreSQLCluster.back(site.test.database)
            for path in paths { #expect(try await lan.get(path).status == 200, "\(path)") }
            #expect(try await site.visitor().get("/readyz").status == 200)
        }
    }

    @Test func aPetitionIsSentAgainFromThePageAndIsOneCase() async throws {
        try await SiteUnderTest.serving(on: .postgresql) { site in
            let sender = site.visitor()
            let form = try WebForm.on(try await sender.open("/gui-kien-nghi"), having: ["text"])
            let page = try await PostgreSQLCluster.withoutServer(of: site.test.database) {
                let answer = try await sender.send(
                    form,
                    ["kind": "regulation", "text": "Dòng \"một\"\nDòng hai", "organisation": "Công ty <A> & B", "phone": "0912345678"],
                    files: [("files", Visitor.File("bien-ban.pdf", Samples.pdf))])
                #expect(answer.status == 503)
                #expect(MarkupChecker(answer.text).problems == [])
                return try answer.page
            }
            #expect(page.text.contains("Hãy chọn lại: bien-ban.pdf"))
            try await PostgreSQLCluster.back(site.test.database)
            let again = try WebForm.on(page, having: ["text", "formKey", "files"])
            for _ in 0..<2 {
                #expect(try await sender.send(again, files: [("files", Visitor.File("bien-ban.pdf", Samples.pdf))]).status == 303)
            }
            #expect(try await site.test.rows(in: "petition") == 1)
            #expect(try await site.test.rows(in: "attachment") == 1)
            let text = try await site.test.office.read { try $0.first("SELECT text FROM message") { row -> String in try row["text"] } }
            #expect(text == "Dòng \"một\"\nDòng hai")
        }
    }

    @Test func aStepIsTakenFromThePageByWhomItConcerns() async throws {
        try await SiteUnderTest.serving(on: .postgresql) { site in
            let petition = try await site.test.submit()
            let lan = try await site.staff("lan")
            let form = try WebForm.on(try await lan.open("/app/ho-so/\(petition.number.text)/ghi-chu"), having: ["note"])
            let page = try await PostgreSQLCluster.withoutServer(of: site.test.database) {
                let answer = try await lan.send(form, ["note": "Đã gọi điện cho doanh nghiệp."])
                #expect(answer.status == 503)
                return try answer.page
            }
            try await PostgreSQLCluster.back(site.test.database)
            let again = try WebForm.on(page, having: ["note", "csrf", "version"])
            let events = try await site.test.events(of: petition).count
            #expect(try await site.visitor().send(again).location?.hasPrefix("/dang-nhap") == true, "nobody else may")
            #expect(try await lan.send(again).status == 303)
            #expect(try await site.test.events(of: petition).count == events + 1)
        }
    }

    @Test func aPasswordIsNotWrittenIntoThePage() async throws {
        try await SiteUnderTest.serving(on: .postgresql) { site in
            try await PostgreSQLCluster.withoutServer(of: site.test.database) {
                let answer = try await site.visitor().post("/dang-nhap", [("login", "lan"), ("password", Cast.password)])
                #expect(answer.status == 503)
                #expect(!answer.text.contains(Cast.password))
                #expect(try answer.page.all("form").isEmpty)
            }
        }
    }

    @Test func aFormFromAnotherSiteIsNotGivenBack() async throws {
        try await SiteUnderTest.serving(on: .postgresql) { site in
            let lan = try await site.staff("lan")
            try await PostgreSQLCluster.withoutServer(of: site.test.database) {
                var asking = Asking("POST", "/gui-kien-nghi")
                asking.headers = [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "cross-site")]
                asking.body = Array("text=la".utf8)
                let answer = try await lan.ask(asking)
                #expect(answer.status == 503)
                #expect(try answer.page.all("form").isEmpty)
            }
        }
    }

    @Test func aDeliveryIsAnswered503SoThatItComesAgain() async throws {
        try await SiteUnderTest.serving(on: .postgresql) { site in
            var asking = Asking("POST", "/webhooks/zalo")
            asking.body = Array("m-1".utf8)
            try await PostgreSQLCluster.withoutServer(of: site.test.database) {
                let answer = try await site.visitor().ask(asking)
                #expect(answer.status == 503 && answer["retry-after"] == "60" && answer.body.isEmpty)
            }
            try await PostgreSQLCluster.back(site.test.database)
            #expect(try await site.visitor().ask(asking).status == 200)
            #expect(try await site.test.rows(in: "hook_delivery") == 1)
        }
    }

    @Test func noRequestLogsItAsItsOwnFault() async throws {
        let log = RecordingLog()
        try await SiteUnderTest.serving(on: .postgresql, log: log) { site in
            let couriers = Couriers(office: site.test.office, wires: [site.wire]) { _ in }
            try await PostgreSQLCluster.withoutServer(of: site.test.database) {
                for path in ["/", "/app", "/readyz"] { #expect(try await site.visitor().get(path).status >= 300) }
                _ = try await site.visitor().post("/webhooks/zalo", [("a", "b")])
                await couriers.workOnce()
            }
        }
        #expect(log.complaints == [])
        #expect(!log.reports.isEmpty, "a request that was refused is still told of")
    }

    @Test func whereItIsSentAgainIsOnThisSite() {
        let form = TypedForm(FormBody(values: ["a": "b"]), path: "//khac.example/gui")
        #expect(form?.view.string.contains("action=\"/khac.example/gui\"") == true)
    }
}
