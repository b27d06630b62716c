import Hummingbird
@testable import Simulators
import Testing

struct ZaloDraftTests {
    @Test(arguments: [
        (#"{"title":"Gửi","type":"oa.query.hide","payload":"gui"}"#, 0),
        (#"{"title":"Gửi","type":"oa.query.show","payload":""}"#, -201),
        (#"{"title":"Xem","type":"oa.open.url","payload":{"url":"https://a.example/b"}}"#, 0),
        (#"{"title":"Xem","type":"oa.open.url","payload":{"url":"javascript:1"}}"#, -201),
        (#"{"title":"Gọi","type":"oa.open.phone","payload":{"phone_code":"84900000000"}}"#, 0),
        (#"{"title":"Gọi","type":"oa.open.phone","payload":{}}"#, -201),
        (#"{"title":"SMS","type":"oa.open.sms","payload":{"content":"x","phone_code":"84900000000"}}"#, 0),
        (#"{"title":"Bay","type":"oa.fly","payload":"x"}"#, -201),
        (#"{"type":"oa.query.show","payload":"x"}"#, -201),
    ])
    func aButtonMustBeWhole(_ button: String, _ error: Int) async throws {
        let message = #"{"text":"Chọn","attachment":{"type":"template","payload":{"buttons":[\#(button)]}}}"#
        #expect(try await sent(message) == error)
    }

    @Test(arguments: [(100, 0), (101, -210)]) func aTitleHasAHundredCharacters(_ length: Int, _ error: Int) async throws {
        let title = String(repeating: "ậ", count: length)
        let button = #"{"title":"\#(title)","type":"oa.query.show","payload":"x"}"#
        #expect(try await sent(#"{"text":"Chọn","attachment":{"type":"template","payload":{"buttons":[\#(button)]}}}"#) == error)
    }

    @Test(arguments: [
        (#"{"title":"Thông tin","subtitle":"s","image_url":"https://a.example/b.png"}"#, 0),
        (#"{"title":"Thông tin","subtitle":"s"}"#, -201),
        (#"{"subtitle":"s","image_url":"https://a.example/b.png"}"#, -201),
    ])
    func whoAsksForInformationNeedsATitleAndAPicture(_ element: String, _ error: Int) async throws {
        let payload = #"{"template_type":"request_user_info","elements":[\#(element)]}"#
        #expect(try await sent(#"{"attachment":{"type":"template","payload":\#(payload)}}"#) == error)
    }

    @Test(arguments: [
        (#"{"media_type":"gif","url":"https://a.example/b.gif","width":10,"height":10}"#, 0),
        (#"{"media_type":"gif","url":"https://a.example/b.gif"}"#, -201),
        (#"{"media_type":"sticker","attachment_id":"46"}"#, 0),
        (#"{"media_type":"image","url":"not an address"}"#, -201),
        (#"{"media_type":"video","url":"https://a.example/b.mp4"}"#, -201),
    ])
    func mediaAreChecked(_ element: String, _ error: Int) async throws {
        #expect(try await sent(#"{"attachment":{"type":"template","payload":{"template_type":"media","elements":[\#(element)]}}}"#) == error)
    }

    @Test func onlyALineThatIsThereCanBeQuoted() async throws {
        try await withRouter { platform, zalo async throws in
            let first = await platform.userSends(text: "Xin hỏi", from: "70").messageID
            func quoting(_ id: String) -> String { #"{"recipient":{"user_id":"70"},"message":{"text":"b","quote_message_id":"\#(id)"}}"# }
            #expect(try await zalo.call(.post, "/v3.0/oa/message/cs", quoting("none")).error == -201)
            #expect(try await zalo.call(.post, "/v3.0/oa/message/cs", quoting(first)).error == 0)
            #expect(await platform.received(by: "70").last?.quotes == first)
        }
    }

    @Test func aUserIDMayBeANumber() async throws {
        try await withRouter { platform, zalo async throws in
            await platform.userSends(text: "a", from: "70")
            #expect(try await zalo.call(.post, "/v3.0/oa/message/cs", #"{"recipient":{"user_id":70},"message":{"text":"b"}}"#).error == 0)
        }
    }

    private func sent(_ message: String) async throws -> Int? {
        let answers = AnswerBox()
        try await withRouter { platform, zalo async throws in
            await platform.userSends(text: "a", from: "70")
            await answers.put(try await zalo.call(.post, "/v3.0/oa/message/cs", #"{"recipient":{"user_id":"70"},"message":\#(message)}"#).error)
        }
        return await answers.error
    }
}

/// Carries an error out of a closure.
actor AnswerBox {
    private(set) var error: Int?
    func put(_ error: Int?) { self.error = error }
}
