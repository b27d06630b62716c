import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

/// What goes over the wire: assets, downloads, headers, collected bodies.
@Suite struct ServingTests {
    private func application() -> some ApplicationProtocol {
        let router = Router(context: SiteContext.self)
        router.add(middleware: SecurityHeaders(https: true))
        Assets.embedded.add(to: router)
        router.get("/tep") { _, _ in
            Reply.file(OpenedFile(name: "a/Đơn \"1\".pdf", contentType: "application/pdf", bytes: Array("%PDF-".utf8))).response
        }
        router.get("/trang") { _, _ in
            Reply.document("<p>Chào</p>", cookies: [SetCookie("a", "1", secure: true), SetCookie("b", "2", secure: true)]).response
        }
        router.post("/gui") { request, _ in
            do {
                return Reply.text(try await FormBody.collect(request)["ten"] ?? "").response
            } catch let fault as FormFault {
                return Reply.document("\(fault.wording)", status: fault.status).response
            }
        }
        return Application(router: router)
    }

    @Test(arguments: Asset.allCases) func everyAssetIsEmbeddedAndKeptForGood(asset: Asset) async throws {
        try await application().test(.router) { client in
            let found = try await client.execute(uri: asset.url, method: .get)
            #expect(found.status == .ok)
            #expect(found.headers[.cacheControl] == "public, max-age=31536000, immutable")
            #expect(found.headers[.contentType]?.hasPrefix(asset.rawValue.hasSuffix("css") ? "text/css" : "text/javascript") == true)
            #expect(found.body.readableBytes > 100)

            let tag = try #require(found.headers[.eTag])
            let again = try await client.execute(uri: asset.url, method: .get, headers: [.ifNoneMatch: tag])
            #expect(again.status == .notModified)
        }
    }

    @Test func anOldHashStillGetsAStyleButIsNotKept() async throws {
        try await application().test(.router) { client in
            let found = try await client.execute(uri: "/static/0123456789abcdef/css/base.css", method: .get)
            #expect(found.status == .ok)
            #expect(found.headers[.cacheControl] == "no-cache")
            #expect(try await client.execute(uri: "/static/0/calendar/vietnam.json", method: .get).status == .notFound)
        }
    }

    @Test func aFileFromOutsideIsSavedAndNeverShown() async throws {
        try await application().test(.router) { client in
            let file = try await client.execute(uri: "/tep", method: .get)
            #expect(file.headers[.contentType] == "application/pdf")
            #expect(file.headers[.contentDisposition] == "attachment; filename=\"tep\"; filename*=UTF-8''%C4%90%C6%A1n%20_1_.pdf")
            #expect(file.headers[.contentSecurityPolicy] == "default-src 'none'; sandbox")
            #expect(file.headers[.xContentTypeOptions] == "nosniff")
        }
    }

    @Test(arguments: ["/trang", "/khong-co"]) func everyAnswerRefusesWhatABrowserMightAllow(uri: String) async throws {
        try await application().test(.router) { client in
            let answer = try await client.execute(uri: uri, method: .get)
            let policy = try #require(answer.headers[.contentSecurityPolicy])
            #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"))
            #expect(answer.headers[.xContentTypeOptions] == "nosniff")
            #expect(answer.headers[.cacheControl] == "no-store")
            #expect(answer.headers[.strictTransportSecurity] != nil)
        }
    }

    @Test func everyCookieIsSet() async throws {
        try await application().test(.router) { client in
            let answer = try await client.execute(uri: "/trang", method: .get)
            #expect(answer.headers[values: .setCookie].count == 2)
        }
    }

    @Test func aPostedFormIsCollected() async throws {
        try await application().test(.router) { client in
            let answer = try await client.execute(
                uri: "/gui", method: .post, headers: [.contentType: "application/x-www-form-urlencoded"],
                body: ByteBuffer(string: "ten=Sao+Mai"))
            #expect(String(buffer: answer.body) == "Sao Mai")
        }
    }

    @Test func aBodyThatIsTooLargeIsToldInWords() async throws {
        try await application().test(.router) { client in
            let answer = try await client.execute(
                uri: "/gui", method: .post, headers: [.contentType: "application/x-www-form-urlencoded"],
                body: ByteBuffer(repeating: 65, count: FormLimits().body + 1))
            #expect(answer.status == .contentTooLarge)
            #expect(String(buffer: answer.body).contains("40 MB"))
        }
    }
}
