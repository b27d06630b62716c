import Domain
import Operations
import Testing
import TestSupport
@testable import Web

/// Whatever is wrong with what comes in: the right status, words that help, and nothing stored.
@Suite(.eachEngine) struct BadInputTests {
    static let whole: [(String, String)] = [
        ("formKey", "0123456789abcdef0123456789abcdef"), ("sender", "organisation"), ("kind", "regulation"),
        ("text", "Đường vào nhà máy lún sâu, xe tải không ra vào được."), ("organisation", "Công ty TNHH Đông Á"), ("phone", "0912345678"),
    ]

    /// The whole form with some fields changed; `nil` leaves one out.
    static func form(_ changes: [String: String?]) -> [(String, String)] {
        whole.filter { changes[$0.0] == nil } + changes.compactMap { name, value in value.map { (name, $0) } }
    }

    struct Wrong: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var changes: [String: String?]
        var words: String

        init(_ what: String, _ changes: [String: String?], says words: String) {
            testDescription = what
            self.changes = changes
            self.words = words
        }
    }

    static let wrongForms: [Wrong] = [
        Wrong("unknown field", ["field": "khong-co"], says: "không có trong danh mục"),
        Wrong("unknown area", ["area": "khong-co"], says: "không có trong danh mục"),
        Wrong("unknown kind", ["kind": "gop-y"], says: "không có trong danh mục"),
        Wrong("a complaint by the petition form", ["kind": "complaint"], says: "không có trong danh mục"),
        Wrong("unknown site", ["site": "tren-troi"], says: "không có trong danh mục"),
        Wrong("no kind", ["kind": nil], says: "Hãy nhập hoặc chọn"),
        Wrong("no text", ["text": ""], says: "Hãy nhập hoặc chọn"),
        Wrong("only blanks", ["text": "   \n \t "], says: "Hãy nhập hoặc chọn"),
        Wrong("too short", ["text": "Kẹt"], says: "ít nhất 10 ký tự"),
        Wrong("too long", ["text": String(repeating: "đ", count: 10_001)], says: "10.000 ký tự"),
        Wrong("too long a title", ["title": String(repeating: "t", count: 201)], says: "200 ký tự"),
        Wrong("no phone, no mail", ["phone": nil], says: "Hãy nhập hoặc chọn"),
        Wrong("a phone that is none", ["phone": "12345"], says: "Số điện thoại không đúng"),
        Wrong("a mail that is none", ["email": "ai@"], says: "thư điện tử không đúng"),
        Wrong("a tax code that is none", ["taxCode": "0100109107"], says: "Mã số thuế không đúng"),
        Wrong("no organisation", ["organisation": nil], says: "Hãy nhập hoặc chọn"),
        Wrong("no form key", ["formKey": nil], says: "Hãy nhập hoặc chọn"),
    ]

    @Test(arguments: wrongForms) func aWrongFormIsRefusedWithItsReasonAndKeepsWhatWasTyped(wrong: Wrong) async throws {
        try await SiteUnderTest.serving { site in
            let nothing = try await site.storesNothing {
                let answer = try await site.visitor().post("/gui-kien-nghi", Self.form(wrong.changes))
                #expect(answer.status == 422)
                let page = try answer.page
                #expect(page.text.contains(wrong.words))
                let kept = try WebForm.on(page, having: ["organisation", "text"])
                for (name, value) in Self.form(wrong.changes) where ["text", "organisation", "phone", "title", "email"].contains(name) {
                    #expect(kept.value(name) == value, "\(name)")
                }
            }
            #expect(nothing)
        }
    }

    @Test func aFileOfAWrongKindIsRefusedAndTheWordsStay() async throws {
        try await SiteUnderTest.serving { site in
            let nothing = try await site.storesNothing {
                let answer = try await site.visitor().post(
                    "/gui-kien-nghi", Self.whole, files: [("files", Visitor.File("anh.png", Samples.program))])
                #expect(answer.status == 422)
                let page = try answer.page
                #expect(page.text.contains("Chỉ nhận tệp PDF, JPG, PNG, DOC, DOCX"))
                #expect(try WebForm.on(page, having: ["text"]).value("text") == "Đường vào nhà máy lún sâu, xe tải không ra vào được.")
            }
            #expect(nothing)
        }
    }

    @Test func sixFilesAreOneTooMany() async throws {
        try await SiteUnderTest.serving { site in
            let files = (1...6).map { (field: "files", file: Visitor.File("anh-\($0).png", Samples.png)) }
            let nothing = try await site.storesNothing {
                let answer = try await site.visitor().post("/gui-kien-nghi", Self.whole, files: files)
                #expect(answer.status == 422)
                #expect(try answer.page.text.contains("tối đa 5 tệp"))
            }
            #expect(nothing)
        }
    }

    @Test func aFileThatIsTooLargeIsRefused() async throws {
        try await SiteUnderTest.serving { site in
            let large = Samples.pdf + [UInt8](repeating: 32, count: FileKind.largest)
            let nothing = try await site.storesNothing {
                let answer = try await site.visitor().post("/gui-kien-nghi", Self.whole, files: [("files", Visitor.File("lon.pdf", large))])
                #expect(answer.status == 413)
                #expect(try answer.page.text.contains("lớn hơn 10 MB"))
            }
            #expect(nothing)
        }
    }

    @Test func aBodyOverTheLimitIsRefused() async throws {
        try await SiteUnderTest.serving { site in
            var asking = Asking("POST", "/gui-kien-nghi")
            asking.headers = [("content-type", "application/x-www-form-urlencoded")]
            asking.body = [UInt8](repeating: 97, count: FormLimits().body + 1)
            let body = asking
            let nothing = try await site.storesNothing {
                let answer = try await site.visitor().ask(body)
                #expect(answer.status == 413)
                #expect(try answer.page.text.contains("lớn hơn 40 MB"))
            }
            #expect(nothing)
        }
    }

    struct Body: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var type: String
        var bytes: [UInt8]
        var status: Int

        init(_ what: String, _ type: String, _ bytes: [UInt8], _ status: Int) {
            testDescription = what
            self.type = type
            self.bytes = bytes
            self.status = status
        }
    }

    static let brokenBodies: [Body] = [
        Body("broken UTF-8", "application/x-www-form-urlencoded", Array("text=%C4%8".utf8) + Array("&organisation=%FF%FE".utf8), 400),
        Body("a surrogate half", "application/x-www-form-urlencoded", Array("text=%ED%A0%80".utf8), 400),
        Body("an unknown type", "application/json", Array("{}".utf8), 415),
        Body("no type", "", Array("text=a".utf8), 415),
        Body("no boundary", "multipart/form-data", Array("--x\r\n".utf8), 400),
        Body("cut short", "multipart/form-data; boundary=x", Array("--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nĐư".utf8), 400),
        Body("two hundred and one fields", "application/x-www-form-urlencoded", Array(String(repeating: "a=1&", count: 201).utf8), 400),
    ]

    @Test(arguments: brokenBodies) func aBrokenBodyIsRefusedInVietnamese(broken: Body) async throws {
        try await SiteUnderTest.serving { site in
            let nothing = try await site.storesNothing {
                var asking = Asking("POST", "/gui-kien-nghi")
                if !broken.type.isEmpty { asking.headers = [("content-type", broken.type)] }
                asking.body = broken.bytes
                let answer = try await site.visitor().ask(asking)
                #expect(answer.status == broken.status)
                #expect(try answer.page.text.contains("Hãy"))
            }
            #expect(nothing)
        }
    }
}
