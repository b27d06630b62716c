import Foundation
import Hummingbird
@testable import Simulators
import Testing

struct ZaloControlTests {
    private static let form = [("Content-Type", "application/x-www-form-urlencoded")]

    @Test func aCitizenIsMadeWritesAndIsAnswered() async throws {
        try await withRouter { platform, zalo in
            let id = try #require(try await zalo.call(.post, "/_sim/users", #"{"name":"Trần Thị Bình"}"#).json["id"] as? String)
            #expect(try await zalo.call(.post, "/_sim/users/\(id)/text", #"{"text":"Xin chào"}"#).json["answer"] as? String == "not delivered")
            #expect(try await zalo.call(.post, "/_sim/users/\(id)/location", #"{"latitude":21.1,"longitude":"106"}"#).status == 200)
            _ = try await zalo.send("Đã nhận", to: id)
            let messages = await platform.world.citizens[id]?.messages ?? []
            #expect(messages.map(\.fromOA) == [false, false, true])
            #expect(try await zalo.call(.get, "/_sim/users/\(id)/messages").text.contains(#""from":"oa","text":"Đã nhận""#))
        }
    }

    @Test func theFormsOfThePageWorkWithoutJavaScript() async throws {
        try await withRouter { platform, zalo in
            await platform.citizen("70", name: "An")
            let sent = try await zalo.call(.post, "/_sim/users/70/text", "text=D%C3%B2ng+%C4%91%E1%BA%A7u", headers: Self.form)
            #expect(sent.status == 303 && sent.headers[.location] == "/_sim/users/70")
            let picture =
                "--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nCống tắc\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n\u{7F}PNG\r\n--b--\r\n"
            _ = try await zalo.call(.post, "/_sim/users/70/text", picture, headers: [("Content-Type", "multipart/form-data; boundary=b")])
            let lines = try await zalo.call(.get, "/_sim/users/70/conversation").text
            #expect(lines.contains("Dòng đầu") && lines.contains("Cống tắc") && lines.contains("a.png"))
        }
    }

    @Test func whatPeopleTypeStaysTextOnThePages() async throws {
        try await withRouter { platform, zalo in
            let hostile = "<script>alert(1)</script>\"\u{301}><img src=x onerror=1>'&"
            await platform.citizen("70", name: hostile)
            await platform.userSends(text: hostile, from: "70")
            await platform.userSends(file: [1, 2, 3], name: hostile, from: "70")
            await platform.world.setWebhook("http://127.0.0.1:9/\"\u{301}><script>")
            for path in ["/_sim/", "/_sim/users/70", "/_sim/users/70/conversation"] {
                let page = try await zalo.call(.get, path)
                #expect(page.status == 200)
                for forbidden in ["<script", "<img src=x", "\"\u{301}>"] {
                    #expect(!page.text.utf8.split(separator: 0x0A).contains { Self.bytes($0, contain: forbidden) }, "\(path): \(forbidden)")
                }
            }
        }
    }

    @Test func mishapsAreSwitchedByJSONAndByForm() async throws {
        try await withRouter { platform, zalo in
            _ = try await zalo.call(.post, "/_sim/trouble", #"{"outage":true,"next_errors":"-211, -230","delay":0}"#)
            let trouble = await platform.trouble
            #expect(trouble.outage && trouble.nextErrors == [-211, -230])
            #expect(try await zalo.send("a").status == 503)
            _ = try await zalo.call(.post, "/_sim/trouble", "_form=1&duplicates=true", headers: Self.form)
            #expect(await platform.trouble.outage == false)
            #expect(await platform.trouble.duplicates)
        }
    }

    @Test func tokensAndClockCanBeMoved() async throws {
        try await withRouter { platform, zalo in
            let before = await platform.now
            _ = try await zalo.call(.post, "/_sim/clock", #"{"seconds":3600}"#)
            #expect(await platform.now - before >= 3_600_000)
            _ = try await zalo.call(.post, "/_sim/token", #"{"do":"expire"}"#)
            #expect(try await zalo.send("a").error == -220)
            _ = try await zalo.call(.post, "/_sim/token", #"{"do":"revoke"}"#)
            #expect(try await zalo.oauth("grant_type=refresh_token&refresh_token=\(ZaloPlatformSettings.demonstrationRefreshToken)").error == -14014)
        }
    }

    @Test(arguments: [
        ("/_sim/users/99/text", #"{"text":"a"}"#, 404), ("/_sim/users", #"{"id":"../x"}"#, 400), ("/_sim/users/70/text", "{}", 400),
        ("/_sim/users/70/text", "[", 400), ("/_sim/clock", #"{"seconds":"99999999999999"}"#, 400), ("/_sim/token", "{}", 400),
    ])
    func wrongOrdersAreRefused(_ path: String, _ body: String, _ status: Int) async throws {
        try await withRouter { platform, zalo in
            await platform.citizen("70")
            let answer = try await zalo.call(.post, path, body)
            #expect(answer.status == status)
        }
    }

    @Test func otherSitesCannotPressTheButtons() async throws {
        try await withRouter { _, zalo in
            let answer = try await zalo.call(.post, "/_sim/clock", "seconds=3600", headers: Self.form + [("Sec-Fetch-Site", "cross-site")])
            #expect(answer.status == 403)
        }
    }

    @Test func activeContentIsHandedOutAsMereBytes() async throws {
        try await withRouter { platform, zalo in
            let url = await platform.world.keep(Array("<svg onload=alert(1)>".utf8), name: "a.svg").url
            let answer = try await zalo.call(.get, "/media/" + (url.split(separator: "/").last ?? ""), token: nil)
            #expect(answer.headers[.contentType] == "application/octet-stream")
        }
    }

    private static func bytes(_ line: some Collection<UInt8>, contain text: String) -> Bool {
        let line = Array(line)
        let mark = Array(text.utf8)
        guard line.count >= mark.count else { return false }
        return (0...line.count - mark.count).contains { line[$0..<$0 + mark.count].elementsEqual(mark) }
    }
}
