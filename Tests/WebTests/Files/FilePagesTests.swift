import Database
import Domain
import Operations
import Storage
import TestSupport
import Testing

@testable import Web

/// Files of a case: shown, played, saved, asked about, withheld.
@Suite(.eachEngine) struct FilePagesTests {
    /// Two frames of sound.
    private static let sound: [UInt8] = {
        let frame: [UInt8] = [0xFF, 0xFB, 0x90, 0] + [UInt8](repeating: 0, count: 413)
        return frame + frame
    }()

    /// Lays files with the first message of a case, as mail or Zalo would; their ids.
    private func lay(_ files: [(String, [UInt8])], on petition: Case, _ site: SiteUnderTest) async throws -> [String] {
        let office = site.test.office
        guard let message = try await office.read({ try MessageStore.of(petition.id, $0) }).first else { throw Missing("a message") }
        let rows = files.map { name, bytes in
            let id = ID<Domain.Attachment>(at: office.world.now(), chance: office.world.chance(10))
            return (Domain.Attachment(id: id, message: message.id, name: name, size: bytes.count, contentType: FileContent(bytes).contentType), bytes)
        }
        try await office.database.write { tx in
            for (file, bytes) in rows {
                try AttachmentStore.insert(file, NewContent(bytes: bytes, hash: contentHash(bytes), content: FileContent(bytes)), tx)
            }
        }
        return rows.map(\.0.id.text)
    }

    private func ask(_ path: String, _ headers: [(String, String)], method: String = "GET", by visitor: Visitor) async throws -> Answer {
        var asking = Asking(method, path)
        asking.headers = headers.map { (name: $0.0, value: $0.1) }
        return try await visitor.ask(asking)
    }

    /// Says on the page of a file that it is wanted all the same.
    private func confirmed(_ path: String, by visitor: Visitor) async throws -> Answer {
        try await visitor.send(try WebForm.on(try await visitor.open(path), having: ["confirm"]))
    }

    @Test func aFileIsSavedUnderHeadersThatKeepItHarmless() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.submit()
            let id = try await lay([("Đơn.exe", Samples.pdf)], on: petition, site)[0]
            let lan = try await site.staff("lan")
            let file = try await lan.get("/tep/\(id)")
            #expect(file.status == 200 && file.body == Samples.pdf)
            #expect(file["content-type"] == "application/pdf")
            #expect(file["content-disposition"] == "attachment; filename=\"tep\"; filename*=UTF-8''%C4%90%C6%A1n.exe.pdf")
            #expect(file["content-security-policy"] == "default-src 'none'; sandbox")
            #expect(file["x-content-type-options"] == "nosniff" && file["cache-control"] == "private, no-store")
            #expect(file["cross-origin-resource-policy"] == "same-origin" && file["accept-ranges"] == "bytes")
            #expect(file["etag"] == "\"\(contentHash(Samples.pdf))\"")
            let head = try await ask("/tep/\(id)", [], method: "HEAD", by: lan)
            #expect(head.status == 200 && head.body.isEmpty && head["content-length"] == "\(Samples.pdf.count)")
            #expect(try await ask("/tep/\(id)", [("if-none-match", file["etag"] ?? "")], by: lan).status == 304)
        }
    }

    @Test func aRecordingIsPlayedInParts() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.submit()
            let id = try await lay([("ghi-am.mp3", Self.sound)], on: petition, site)[0]
            let lan = try await site.staff("lan")
            let player = try #require(try await lan.open("/app/ho-so/\(petition.number.text)").all("audio").first)
            #expect(player["src"] == "/tep/\(id)/phat" && player["preload"] == "none")
            let part = try await ask("/tep/\(id)/phat", [("range", "bytes=100-199")], by: lan)
            #expect(part.status == 206 && part.body == Array(Self.sound[100..<200]))
            #expect(part["content-range"] == "bytes 100-199/834" && part["content-disposition"]?.hasPrefix("inline") == true)
            let beyond = try await ask("/tep/\(id)/phat", [("range", "bytes=900-")], by: lan)
            #expect(beyond.status == 416 && beyond["content-range"] == "bytes */834" && beyond.body.isEmpty)
            #expect(try await lan.get("/tep/\(id)").body == Self.sound)
        }
    }

    @Test func aLargeFileArrivesWholePieceByPiece() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.submit()
            let large = Self.sound + (0..<2_500_000).map { UInt8(truncatingIfNeeded: $0 * 31 >> 3) }
            let id = try await lay([("lon.mp3", large)], on: petition, site)[0]
            let lan = try await site.staff("lan")
            #expect(try await lan.get("/tep/\(id)").body == large)
            let part = try await ask("/tep/\(id)", [("range", "bytes=1048570-2097160")], by: lan)
            #expect(part.body == Array(large[1_048_570...2_097_160]))
        }
    }

    @Test func onlyWhoMaySeeTheCaseIsGivenItsFiles() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.submit()
            let id = try await lay([("a.pdf", Samples.pdf), ("b.mp3", Self.sound)], on: petition, site)
            let (tam, stranger) = (try await site.staff("tam"), site.visitor())
            for path in ["/tep/\(id[0])", "/tep/\(id[1])/phat", "/tep/\(id[0])/anh/nho", "/app/tep/\(id[0])"] {
                #expect(try await tam.get(path).status == 403, "\(path)")
                let asked = try await stranger.get(path)
                #expect(asked.status == 303 && asked.location?.hasPrefix("/dang-nhap") == true, "\(path)")
            }
            #expect(try await site.staff("lan").get("/tep/\(id[0].reversed())").status == 404)
        }
    }

    @Test func aLookAtAFileOfARestrictedCaseIsNoted() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.restricted()
            let id = try await lay([("a.pdf", Samples.pdf)], on: petition, site)[0]
            let looks = try await site.test.rows(in: "look")
            #expect(try await site.staff("duc").get("/tep/\(id)").status == 403)
            #expect(try await site.test.rows(in: "look") == looks + 1)
        }
    }

    @Test func whatIsOnlyKeptIsGivenOnceItIsConfirmed() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.submit()
            let ids = try await lay([("anh.png", Samples.program), ("ho-so.zip", [0x50, 0x4B, 5, 6])], on: petition, site)
            let lan = try await site.staff("lan")
            let page = try await lan.open("/app/ho-so/\(petition.number.text)")
            #expect(page.text.contains("anh.png chương trình, 1 KB Giữ nguyên, không mở được ở đây"))
            #expect(page.all("a").contains { $0["href"] == "/app/tep/\(ids[0])" } && !page.all("a").contains { $0["href"] == "/tep/\(ids[0])" })
            #expect(try await lan.get("/tep/\(ids[0])").location == "/app/tep/\(ids[0])", "never straight away")
            #expect(try await lan.get("/tep/\(ids[0])/phat").status == 404)
            let form = try WebForm.on(try await lan.open("/app/tep/\(ids[0])"), having: ["confirm"])
            let unsaid = try await lan.post("/app/tep/\(ids[0])", [("csrf", form.value("csrf") ?? "")])
            #expect(unsaid.status == 303)
            let file = try await lan.send(form)
            #expect(file.status == 200 && file.body == Samples.program)
            #expect(file["content-type"] == "application/octet-stream")
            #expect(file["content-disposition"] == "attachment; filename=\"anh.png.bin\"; filename*=UTF-8''anh.png.bin")
            let archive = try await confirmed("/app/tep/\(ids[1])", by: lan)
            #expect(archive["content-disposition"]?.contains("filename=\"ho-so.zip\"") == true)
        }
    }

    @Test func aPictureIsShownByItsCopy() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.submit()
            let id = try await lay([("anh.jpg", PictureSamples.telling)], on: petition, site)[0]
            let lan = try await site.staff("lan")
            let path = "/app/ho-so/\(petition.number.text)"
            #expect(try await lan.open(path).text.contains("Đang tạo ảnh xem trước."))
            let copies = PictureForm.allCases.map {
                PictureCopy(form: $0, bytes: PictureSamples.jpeg, hash: contentHash(PictureSamples.jpeg), size: JPEGSize(width: 64, height: 32))
            }
            try await site.test.office.database.write { try FileCopyStore.insert(copies, of: contentHash(PictureSamples.telling), $0) }
            let small = try #require(try await lan.open(path).all("img").first { $0["src"] == "/tep/\(id)/anh/nho" })
            #expect(small["width"] == "64" && small["height"] == "32" && small["alt"] == "Ảnh anh.jpg")
            let large = try #require(try await lan.open("/app/tep/\(id)").all("img").first { $0["src"] == "/tep/\(id)/anh/lon" })
            let picture = try await lan.get(large["src"] ?? "")
            #expect(picture.body == PictureSamples.jpeg && picture["content-type"] == "image/jpeg")
            #expect(picture["content-disposition"]?.hasPrefix("inline") == true)
            #expect(try await lan.get("/tep/\(id)/anh/goc").status == 404)
        }
    }

    @Test func whatIsInfectedIsGivenToNobodyAndNamedOnlyToTheAdministrator() async throws {
        try await SiteUnderTest.serving(scans: true) { site in
            let petition = try await site.test.submit()
            let id = try await lay([("hoa-don.pdf", Samples.pdf)], on: petition, site)[0]
            let now = site.test.clock.now
            try await site.test.office.database.write {
                try FileStateStore.noteScanned(contentHash(Samples.pdf), signature: "Win.Test-1", at: now, $0)
            }
            let lan = try await site.staff("lan")
            let page = try await lan.open("/app/ho-so/\(petition.number.text)")
            #expect(page.text.contains("Tệp có mã độc") && !page.text.contains("hoa-don.pdf") && !page.text.contains("Win.Test-1"))
            #expect(try await lan.get("/tep/\(id)").status == 303)
            let own = try await lan.open("/app/tep/\(id)")
            #expect(own.all("form").allSatisfy { $0["action"] != "/app/tep/\(id)" } && !own.text.contains("hoa-don.pdf"))
            let token = try WebForm.on(try await lan.open("/app"), having: ["csrf"]).value("csrf") ?? ""
            #expect(try await lan.post("/app/tep/\(id)", [("csrf", token), ("confirm", "1")]).status == 303)
            #expect(try await !lan.open("/app/kenh").text.contains("Win.Test-1"))
            #expect(try await site.staff("quantri").open("/app/kenh").text.contains("hoa-don.pdf Win.Test-1"))
            #expect(try await !site.visitor().open("/tra-cuu/\(petition.lookupCode.text)").text.contains("mã độc"), "the sender is not told")
        }
    }

    @Test func whileTheScannerIsAwayAFileTakesAWord() async throws {
        try await SiteUnderTest.serving(scans: true) { site in
            let petition = try await site.test.submit()
            let id = try await lay([("a.pdf", Samples.pdf)], on: petition, site)[0]
            let now = site.test.clock.now
            try await site.test.office.database.write { try ScannerHealth.noteFailure("Không kết nối được clamd tại máy:3310.", at: now, $0) }
            let lan = try await site.staff("lan")
            let light = try await lan.open("/app/kenh").text
            #expect(light.contains("Không trả lời Không kết nối được clamd tại máy:3310.") && light.contains("Tệp chờ quét: 1."))
            #expect(try await lan.open("/app/ho-so/\(petition.number.text)").text.contains("Chưa quét mã độc"))
            let file = try await confirmed("/app/tep/\(id)", by: lan)
            #expect(file.body == Samples.pdf && file["content-type"] == "application/pdf")
            try await site.test.office.database.write { try FileStateStore.noteScanned(contentHash(Samples.pdf), signature: nil, at: now, $0) }
            #expect(try await lan.get("/tep/\(id)").body == Samples.pdf)
        }
    }

    @Test func whatIsOnlyKeptIsGivenToNobodyBeforeItIsScanned() async throws {
        try await SiteUnderTest.serving(scans: true) { site in
            let petition = try await site.test.submit()
            let id = try await lay([("chay.exe", Samples.program)], on: petition, site)[0]
            let lan = try await site.staff("lan")
            let list = try await lan.open("/app/ho-so/\(petition.number.text)").text
            #expect(list.contains("Giữ nguyên, không mở được ở đây") && list.contains("Chưa quét mã độc"))
            #expect(try await lan.get("/tep/\(id)").status == 303)
            let page = try await lan.open("/app/tep/\(id)")
            #expect(page.text.contains("phải quét mã độc xong mới tải được") && page.text.contains("Quét mã độc Chưa quét"))
            #expect(page.all("form").allSatisfy { $0["action"] != "/app/tep/\(id)" })
            let token = try WebForm.on(try await lan.open("/app"), having: ["csrf"]).value("csrf") ?? ""
            let answer = try await lan.post("/app/tep/\(id)", [("csrf", token), ("confirm", "1")])
            #expect(answer.status == 303 && answer.body != Samples.program)
            let now = site.test.clock.now
            try await site.test.office.database.write {
                try FileStateStore.noteScanned(contentHash(Samples.program), signature: nil, at: now, $0)
            }
            #expect(try await confirmed("/app/tep/\(id)", by: lan).body == Samples.program)
        }
    }

    @Test func anInfectedFileOfARestrictedCaseHasNoNameOnThePageOfChannels() async throws {
        try await SiteUnderTest.serving(scans: true) { site in
            let petition = try await site.test.restricted()
            _ = try await lay([("to-giac.pdf", Samples.pdf)], on: petition, site)
            let now = site.test.clock.now
            try await site.test.office.database.write {
                try FileStateStore.noteScanned(contentHash(Samples.pdf), signature: "Win.Test-1", at: now, $0)
            }
            let page = try await site.staff("quantri").open("/app/kenh").text
            #expect(page.contains("Tệp của hồ sơ hạn chế người xem Win.Test-1"))
            #expect(!page.contains("to-giac") && !page.contains(petition.number.text))
        }
    }

    @Test func aFileThatDidNotComeIsTold() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.submit()
            let office = site.test.office
            let message = try #require(try await office.read { try MessageStore.of(petition.id, $0) }.first)
            let id = ID<Domain.Attachment>(at: office.world.now(), chance: office.world.chance(10))
            try await office.database.write {
                try AttachmentStore.insertLost(
                    id: id, message: message.id, name: "phim.mp4", size: 40 << 20, reason: "Tệp lớn hơn 25 MB nên không được giữ.", $0)
            }
            let page = try await site.staff("lan").open("/app/ho-so/\(petition.number.text)")
            #expect(page.text.contains("Không có tệp phim.mp4 (40 MB): Tệp lớn hơn 25 MB nên không được giữ."))
        }
    }
}
