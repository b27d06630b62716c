import Foundation
import Hummingbird
@testable import Simulators
import Testing

struct ZaloControlTests {
    private static let form = [("Content-Type", "application/x-www-form-urlencoded")]

    @Test func aCitizenIsMadeWritesAndIsAnswered() async throws {
        try await withRouter { platform, zalo async throws in
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
        try await withRouter { platform, zalo async throws in
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
        try await withRouter { platform, zalo async throws in
            let hostile = "<script>alert(1)</script>\"\u{301}><img src=x onerror=1>'&"
            await platform.citizen("70", name: hostile)
            await platform.userSends(text: hostile, from: "70")
            await platform.userSends(file: [1, 2, 3], name: hostile, from: "70")
            await platform.world.setWebhook("http://127.0.0.1:9/\"\u{301}><script>")
                        let group = try #require(await platform.makesGroup(name: hostile, members: ["70"]))
            await platform.userSends(.card(name: hostile, phone: hostile), from: "70", inGroup: group.id)
            await platform.trouble { $0.failingPaths = [hostile: 1] }
            let groupPath = "/_sim/groups/\(group.id)"
            for path in [
                "/_sim/", "/_sim/users/70", "/_sim/users/70/conversation", "/_sim/staff/70", "/_sim/staff/70/conversation", groupPath,
                groupPath + "/conversation",
            ] {
                let page = try await zalo.call(.get, path)
                #expect(page.status == 200)
                for forbidden in ["<script", "<img src=x", "\"\u{301}>"] {
                    #expect(!page.text.utf8.split(separator: 0x0A).contains { Self.bytes($0, contain: forbidden) }, "\(path): \(forbidden)")
                }
            }
        }
    }

    @Test func everythingThatACitizenDoesCanBeOrdered() async throws {
        try await withRouter { platform, zalo async throws in
            await platform.citizen("70", name: "An")
            await platform.staffSends(.text("Chào bạn"), to: "70")
            let line = try #require(await platform.received(by: "70").first?.id)
            for (path, body) in [
                ("info", #"{"name":"An","phone":"84900000001"}"#), ("react", #"{"message":"\#(line)","icon":"/-heart"}"#), ("see", "{}"),
                ("receive", #"{"message":"\#(line)"}"#), ("chatnow", "{}"), ("withdraw", "{}"), ("mobile", "{}"), ("block", "{}"), ("unblock", "{}"),
                ("sticker", "{}"), ("link", #"{"url":"https://a.example"}"#), ("card", #"{"name":"B","phone":"84900000002"}"#),
                ("phone", #"{"phone":"84900000003"}"#), ("staff", #"{"text":"Trả lời","admin_id":"79"}"#),
            ] {
                #expect(try await zalo.call(.post, "/_sim/users/70/\(path)", body).status == 200, "\(path)")
            }
            let person = try #require(await platform.known("70"))
            #expect(person.phone == "84900000003" && person.isOnMobile && !person.blocks && person.details["name"] == "An")
            #expect(person.messages.first?.reactions == ["/-heart"] && person.messages.last?.admin == "79")
        }
    }

    @Test func aButtonCanBePressedFromThePage() async throws {
        try await withRouter { platform, zalo async throws in
            await platform.userSends(text: "a", from: "70")
            let button = #"{"title":"Đã xong","type":"oa.query.hide","payload":"XONG"}"#
            let message = #"{"text":"Xong chưa?","attachment":{"type":"template","payload":{"buttons":[\#(button)]}}}"#
            _ = try await zalo.call(.post, "/v3.0/oa/message/cs", #"{"recipient":{"user_id":"70"},"message":\#(message)}"#)
            let id = try #require(await platform.received(by: "70").first?.id)
            let page = try await zalo.call(.get, "/_sim/users/70/conversation")
            #expect(page.text.contains("/_sim/users/70/press") && page.text.contains("Đã xong"))
            _ = try await zalo.call(.post, "/_sim/users/70/press", "message=\(id)&button=0", headers: Self.form)
            #expect(await platform.known("70")?.messages.last?.text == "XONG")
        }
    }

    @Test func groupsAreMadeAndPlayedByForm() async throws {
        try await withRouter { platform, zalo async throws in
            await platform.citizen("70", name: "An")
            let made = try await zalo.call(.post, "/_sim/groups", "name=Ban+ch%E1%BB%89+%C4%91%E1%BA%A1o", headers: Self.form)
            let path = try #require(made.headers[.location])
            _ = try await zalo.call(.post, path + "/join", "user=70", headers: Self.form)
            _ = try await zalo.call(.post, path + "/text", "user=70&text=Xin+ch%C3%A0o", headers: Self.form)
            _ = try await zalo.call(.post, path + "/staff", "text=Th%C3%B4ng+b%C3%A1o", headers: Self.form)
            #expect(try await zalo.call(.post, path + "/text", #"{"user":"71","text":"a"}"#).status == 409)
            let page = try await zalo.call(.get, path)
            let lines = try await zalo.call(.get, path + "/conversation")
            #expect(page.text.contains("Ban chỉ đạo") && lines.text.contains("Xin chào") && lines.text.contains("Thông báo"))
            _ = try await zalo.call(.post, path + "/disable", "", headers: Self.form)
            #expect(try await zalo.call(.get, path).text.contains("hết hạn"))
            _ = try await zalo.call(.post, path + "/dissolve", "", headers: Self.form)
            #expect(await platform.groups.isEmpty)
        }
    }

    @Test func staffSeeTheConversationFromTheOtherSide() async throws {
        try await withRouter { platform, zalo async throws in
            await platform.citizen("70", name: "An")
            _ = try await zalo.call(.post, "/_sim/users/70/staff", "text=Ch%C3%A0o&admin_id=7900000000000000001", headers: Self.form)
            let page = try await zalo.call(.get, "/_sim/staff/70/conversation")
            #expect(page.text.contains("<div class=\"me\"") && page.text.contains(platform.settings.admins[0].name))
        }
    }

    @Test func templatesLimitsAndPhonesAreOrdered() async throws {
        try await withRouter { platform, zalo async throws in
            _ = try await zalo.call(.post, "/_sim/templates/300003", #"{"status":"ENABLE","quality":"LOW"}"#)
            #expect(await platform.world.template("300003")?.status == .enabled)
            _ = try await zalo.call(.post, "/_sim/limit", #"{"calls_per_minute":7,"templates_per_day":9}"#)
            #expect(await platform.world.callsPerMinute == 7)
            #expect(await platform.world.templatesPerDay == 9)
            _ = try await zalo.call(.post, "/_sim/phones", #"{"phone":"84900000001","has_zalo":false}"#)
            #expect(await platform.world.phonesWithoutZalo == ["84900000001"])
            _ = try await zalo.call(.post, "/_sim/token", #"{"do":"seed","access_token":"A","refresh_token":"R"}"#)
            #expect(try await zalo.call(.get, "/_sim/token").json["access_token"] as? String == "A")
        }
    }

    @Test func mishapsAreSwitchedByJSONAndByForm() async throws {
        try await withRouter { platform, zalo async throws in
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
        try await withRouter { platform, zalo async throws in
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
        try await withRouter { platform, zalo async throws in
            await platform.citizen("70")
            let answer = try await zalo.call(.post, path, body)
            #expect(answer.status == status)
        }
    }

    @Test func otherSitesCannotPressTheButtons() async throws {
        try await withRouter { _, zalo async throws in
            let answer = try await zalo.call(.post, "/_sim/clock", "seconds=3600", headers: Self.form + [("Sec-Fetch-Site", "cross-site")])
            #expect(answer.status == 403)
        }
    }

    @Test func activeContentIsHandedOutAsMereBytes() async throws {
        try await withRouter { platform, zalo async throws in
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
