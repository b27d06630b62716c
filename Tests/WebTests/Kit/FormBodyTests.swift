import Domain
import Testing

@testable import Web

private let multipart = "multipart/form-data; boundary=XyZ"

private func read(_ body: String, type: String = multipart, limits: FormLimits = FormLimits()) throws(FormFault) -> FormBody {
    try FormBody(contentType: type, bytes: Array(body.utf8), limits: limits)
}

/// A part as browsers write it.
private func part(_ disposition: String, _ content: String, type: String? = nil) -> String {
    "--XyZ\r\nContent-Disposition: form-data; \(disposition)\r\n" + (type.map { "Content-Type: \($0)\r\n" } ?? "") + "\r\n\(content)\r\n"
}

@Suite struct FormBodyTests {
    @Test func wordsAndFilesComeApart() throws {
        let form = try read(
            part("name=\"ten\"", "Sao Mai") + part("name=\"tep\"; filename=\"Đơn.pdf\"", "%PDF-1.7", type: "application/pdf") + "--XyZ--\r\n")
        #expect(form["ten"] == "Sao Mai")
        #expect(form.files == [.init(field: "tep", name: "Đơn.pdf", declaredType: "application/pdf", bytes: Array("%PDF-1.7".utf8))])
    }

    @Test func repeatedFieldsStayInOrder() throws {
        let form = try read(part("name=\"a\"", "1") + part("name=\"b\"", "2") + part("name=\"a\"", "3") + "--XyZ--")
        #expect(form.all("a") == ["1", "3"])
        #expect(form["a"] == "1")
        #expect(form["c"] == nil)
    }

    @Test func aFileInputLeftEmptyIsNoFile() throws {
        let form = try read(part("name=\"tep\"; filename=\"\"", "", type: "application/octet-stream") + "--XyZ--\r\n")
        #expect(form.files.isEmpty)
        #expect(form.fields.entries.isEmpty)
    }

    @Test func aFormWithoutPartsIsEmpty() throws {
        #expect(try read("--XyZ--\r\n") == FormBody())
    }

    @Test(arguments: [
        "", "--XyZ", "--XyZ\r\n", "--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n",
        "--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nnửa chừng",
        "--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--XyZ",
        "--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--XyZ-",
    ])
    func aBodyThatBreaksOffIsTold(body: String) {
        #expect(throws: FormFault.truncated) { try read(body) }
    }

    @Test(arguments: ["a--XyZ--b", "--XyZtra", "a\r\n--XyZtra\r\nb", "a\r\n--XyZ--tra", "a\r\n --XyZ\r\n", "\r\n", "\r\n\r\n--Xy", "a\n--XyZ--"])
    func aBoundaryInsideTheContentEndsNothing(content: String) throws {
        let form = try read(part("name=\"tep\"; filename=\"a.bin\"", content) + "--XyZ--\r\n")
        #expect(form.files.first?.bytes == Array(content.utf8))
    }

    @Test func linesMayEndInLineFeedsAlone() throws {
        let body = "--XyZ\nContent-Disposition: form-data; name=\"a\"\n\nmột\nhai\n--XyZ--\n"
        #expect(try read(body)["a"] == "một\nhai")
    }

    @Test func aPartMayBeEmpty() throws {
        #expect(try read(part("name=\"a\"", "") + "--XyZ--")["a"] == "")
        #expect(try read("--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n--XyZ--")["a"] == "")
    }

    @Test func aPreambleAndAnEpilogueSayNothing() throws {
        #expect(try read("lời đầu\r\n" + part("name=\"a\"", "1") + "--XyZ--\r\nlời cuối").fields.entries.count == 1)
    }

    @Test(arguments: [
        ("filename=\"Biên bản số 2.docx\"", "Biên bản số 2.docx"),
        ("filename=\"a%22b.pdf\"", "a%22b.pdf"),
        ("filename=\"a\\\"b.pdf\"", "a_b.pdf"),
        ("filename=\"C:\\Users\\Lan\\đơn.pdf\"", "đơn.pdf"),
        ("filename=\"../../etc/passwd\"", "passwd"),
        ("filename=\"x.pdf\"; filename*=UTF-8''%C4%90%C6%A1n%20s%E1%BB%91%201.pdf", "Đơn số 1.pdf"),
        ("filename*=utf-8'vi'anh%20(1).png", "anh (1).png"),
        ("filename=\"a;b=c.pdf\"", "a;b=c.pdf"),
        ("filename=tep.pdf", "tep.pdf"),
        ("filename=\"anh\u{202E}fdp.exe\"", "anhfdp.exe"),
        ("filename=\"...\"", "tep"),
        ("FILENAME=\"HOA.PDF\"", "HOA.PDF"),
    ])
    func theNameOfAFileIsReadAndCleaned(parameter: String, expected: String) throws {
        let form = try read(part("name=\"tep\"; \(parameter)", "x") + "--XyZ--")
        #expect(form.files.first?.name == expected)
    }

    @Test func aLongFileNameKeepsItsEnding() {
        let clean = cleanedFileName(String(repeating: "đ", count: 300) + ".docx")
        #expect(clean.utf8.count <= 150)
        #expect(clean.hasSuffix(".docx"))
    }

    @Test(arguments: [
        "--XyZ\r\n\r\nx\r\n--XyZ--", "--XyZ\r\nkhông có dấu hai chấm\r\n\r\nx\r\n--XyZ--",
        "--XyZ\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--XyZ--",
        "--XyZ\r\nContent-Disposition: form-data\r\n\r\nx\r\n--XyZ--",
        "--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64\r\n\r\nx\r\n--XyZ--",
    ])
    func aPartWithoutAReadableHeadIsRefused(body: String) {
        #expect(throws: FormFault.malformedPart) { try read(body) }
    }

    @Test func brokenTextIsToldWithItsField() {
        let body = Array("--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n".utf8) + [0xC3, 0x28] + Array("\r\n--XyZ--".utf8)
        #expect(throws: FormFault.brokenText(field: "a")) { try FormBody(contentType: multipart, bytes: body) }
        #expect(throws: FormFault.brokenText(field: "a")) { try read("a=%C3%28", type: "application/x-www-form-urlencoded") }
    }

    @Test(arguments: [
        ("a=1&b=2", ["a=1", "b=2"]), ("a=S%C6%A1n+La&a=%26", ["a=Sơn La", "a=&"]), ("a", ["a="]), ("=x", ["=x"]), ("a=b=c", ["a=b=c"]),
        ("a=100%", ["a=100%"]), ("a=%zz", ["a=%zz"]), ("&&a=1&", ["a=1"]), ("", []), ("a=m%E1%BB%99t%0D%0Ahai%00", ["a=một\nhai"]),
        ("a=e%CC%81", ["a=e\u{301}"]),
    ])
    func anEncodedFormIsReadAsBrowsersWriteIt(body: String, expected: [String]) throws {
        let form = try read(body, type: "application/x-www-form-urlencoded; charset=UTF-8")
        #expect(form.fields.entries.map { Array("\($0.name)=\($0.value)".utf8) } == expected.map { Array($0.utf8) })
        #expect(try QueryString(body).fields == form.fields)
    }

    @Test func lineEndsAreOneAndControlCharactersGo() throws {
        #expect(try read(part("name=\"a\"", "một\r\nhai\rba\u{0}\u{B}\tbốn") + "--XyZ--")["a"] == "một\nhai\nba\tbốn")
    }

    @Test(arguments: [
        ("multipart/form-data", FormFault.missingBoundary), ("multipart/form-data; boundary=\"\"", .missingBoundary),
        ("application/json", .unknownType), ("", .unknownType), ("text/plain", .unknownType),
    ])
    func anotherTypeIsRefused(type: String, fault: FormFault) {
        #expect(throws: fault) { try read("--XyZ--", type: type) }
    }

    @Test func aQuotedBoundaryIsRead() throws {
        #expect(try read(part("name=\"a\"", "1") + "--XyZ--", type: "Multipart/Form-Data; charset=utf-8; Boundary=\"XyZ\"")["a"] == "1")
    }

    @Test func everyLimitHolds() {
        var limits = FormLimits()
        limits.fields = 2
        limits.files = 1
        limits.fileBytes = 4
        limits.valueBytes = 5
        limits.nameBytes = 3
        limits.body = 400
        let file = part("name=\"t\"; filename=\"a\"", "1234")
        let table: [(String, FormFault)] = [
            (part("name=\"a\"", "1") + part("name=\"b\"", "1") + part("name=\"c\"", "1"), .tooManyFields(limit: 2)),
            (file + file, .tooManyFiles(limit: 1)),
            (part("name=\"t\"; filename=\"a\"", "12345"), .fileTooLarge(field: "t", limit: 4)),
            (part("name=\"a\"", "123456"), .valueTooLong(field: "a", limit: 5)),
            (part("name=\"abcd\"", "1"), .nameTooLong(limit: 3)),
            (String(repeating: "x", count: 401), .bodyTooLarge(limit: 400)),
        ]
        for (body, fault) in table {
            #expect(throws: fault) { try read(body + "--XyZ--", limits: limits) }
        }
        #expect(throws: FormFault.tooManyFields(limit: 2)) { try read("a=1&b=2&c=3", type: "application/x-www-form-urlencoded", limits: limits) }
    }

    @Test func noBodyBreaksTheReader() {
        var random = SeededNumbers(seed: 7)
        let pieces = [
            "--XyZ", "--XyZ--", "\r\n", "\n", "Content-Disposition: form-data; name=\"a\"", "; filename=\"", "\"", "\\", ":", " ", "x", "\u{301}",
        ]
        for _ in 0..<3000 {
            let body = (0..<Int.random(in: 0..<14, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            do throws(FormFault) {
                let form = try read(body)
                #expect(form.fields.entries.count + form.files.count <= 14)
            } catch {
                #expect(!error.wording.isEmpty)
            }
        }
    }
}
