import Domain
import Operations
import Testing
import TestSupport
@testable import Web

/// What an open page is told.
@Suite(.eachEngine, .timeLimit(.minutes(3))) struct LivePageTests {
    /// Opens a stream as a person, does something, lets the watch look, ends the stream: what came over it.
    private func heard(
        _ login: String, _ query: String, on site: SiteUnderTest, lastID: String? = nil, meanwhile: @Sendable () async throws -> Void
    ) async throws -> String {
        let visitor = try await site.staff(login)
        var asking = Asking("GET", "/app/song\(query)")
        if let lastID { asking.headers = [("last-event-id", lastID)] }
        let office = site.test.office
        async let answer = visitor.ask(asking)
        while office.newsroom.count == 0 { await Task.yield() }
        try await meanwhile()
        var told = NewsroomWatch.Told()
        await NewsroomWatch(office: office, pause: { _ in }).look(&told)
        office.newsroom.close()
        let said = try await answer
        #expect(said.status == 200)
        #expect(said["content-type"] == "text/event-stream; charset=utf-8")
        #expect(said["cache-control"] == "no-store")
        #expect(said["content-security-policy"] == SecurityHeaders<SiteContext>.policy)
        return said.text
    }

    private func since(_ site: SiteUnderTest) -> String { "?tu=\(site.test.clock.now.milliseconds - 1)" }

    @Test func aListHearsHowManyCasesChangedAndTheCounts() async throws {
        try await SiteUnderTest.serving { site in
            let said = try await heard("lan", since(site), on: site) {
                _ = try await site.test.submit()
                _ = try await site.test.screened()
            }
            #expect(said.contains("event: danh-sach\ndata: {\"changed\":2,"), "\(said)")
            #expect(said.contains("\"/app/ho-so?hang=intake\":\"1\""))
            #expect(!said.contains("Công ty"), "a list hears no words of a case")
        }
    }

    @Test func nobodyHearsOfCasesThatHeMayNotSee() async throws {
        try await SiteUnderTest.serving { site in
            let said = try await heard("tam", since(site), on: site) {
                _ = try await site.test.assigned()
                _ = try await site.test.restricted()
            }
            #expect(!said.contains("event:"), "\(said)")
        }
    }

    @Test func whatHappenedBetweenThePageAndItsStreamIsToldAtOnce() async throws {
        try await SiteUnderTest.serving { site in
            let made = since(site)
            _ = try await site.test.submit()
            #expect(try await heard("lan", made, on: site) {}.contains("\"changed\":1"))
        }
    }

    @Test func aBrowserThatComesBackHearsOnlyWhatItMissed() async throws {
        try await SiteUnderTest.serving { site in
            let made = since(site)
            _ = try await site.test.submit()
            let last = "\(site.test.clock.now.milliseconds)"
            #expect(try await !heard("lan", made, on: site, lastID: last) {}.contains("event:"))
        }
        try await SiteUnderTest.serving { site in
            let made = since(site)
            _ = try await site.test.submit()
            let last = "\(site.test.clock.now.milliseconds)"
            site.test.clock.advance(seconds: 5)
            _ = try await site.test.submit()
            #expect(try await heard("lan", made, on: site, lastID: last) {}.contains("\"changed\":2"))
        }
    }

    @Test func aCaseHearsItsNewVersionAndWhatHappened() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.screened()
            let query = "?ho-so=\(petition.number.text)&phien-ban=\(petition.version)"
            let said = try await heard("lan", query, on: site) { _ = try await site.test.assigned(petition) }
            #expect(said.contains("event: ho-so"), "\(said)")
            #expect(said.contains("\"version\":\(petition.version + 2)"))
            #expect(said.contains("Phân công Ban Quản lý các khu công nghiệp, Hoàng Thị Nga (Lê Minh Đức, 09:00)"))
        }
    }

    @Test func aCaseHearsWhoElseIsThere() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.assigned()
            let nga = try await site.staff("nga")
            let page = try await nga.open("/app/ho-so/\(petition.number.text)")
            let token = page.all("input").first { $0["name"] == "csrf" }?["value"] ?? ""
            let path = "/app/ho-so/\(petition.number.text)/co-mat"
            #expect(try await nga.post(path, [("csrf", token), ("activity", "edit")]).status == 200)
            let said = try await heard("lan", "?ho-so=\(petition.number.text)", on: site) {}
            #expect(said.contains("event: co-mat\ndata: {\"present\":[\"Hoàng Thị Nga đang soạn\"]}"), "\(said)")
            #expect(try await nga.post(path, [("csrf", token), ("activity", "dance")]).status == 422)
        }
    }

    @Test func whoeverMayNotSeeACaseGetsNoStreamOfIt() async throws {
        try await SiteUnderTest.serving { site in
            let (petition, restricted) = (try await site.test.assigned(), try await site.test.restricted())
            let tam = try await site.staff("tam")
            #expect(try await tam.get("/app/song?ho-so=\(petition.number.text)").status == 403)
            #expect(try await tam.get("/app/song?ho-so=khong-co").status == 404)
            #expect(try await site.staff("hung").get("/app/song?ho-so=\(restricted.number.text)").status == 403)
            #expect(try await site.staff("quantri").get("/app/song").status == 403)
            #expect(site.test.office.newsroom.count == 0)
        }
    }

    @Test func theStreamEndsWithTheSessionAndKeepsNoneAlive() async throws {
        try await SiteUnderTest.serving { site in
            let visitor = try await site.staff("lan")
            async let answer = visitor.get("/app/song")
            while site.test.office.newsroom.count == 0 { await Task.yield() }
            for _ in 0..<16 {
                site.test.clock.advance(minutes: 1)
                site.test.office.newsroom.publish(.quiet)
            }
            let said = try await answer.text
            #expect(said.contains("event: het"), "\(said)")
            #expect(try await visitor.get("/app").status == 303)
        }
    }

    @Test func lookingForTheHeadOfAStreamLeavesNobodyListening() async throws {
        try await SiteUnderTest.serving { site in
            let answer = try await site.staff("lan").ask(Asking("HEAD", "/app/song"))
            #expect(answer.status == 200)
            while site.test.office.newsroom.count > 0 { await Task.yield() }
        }
    }

    @Test func aListNamesItsStreamAndItsScript() async throws {
        try await SiteUnderTest.serving { site in
            let page = try await site.staff("lan").open("/app/ho-so?hang=intake")
            let box = try #require(page.everything.first { $0["data-live"] != nil })
            #expect(box["data-live"] == "/app/song?tu=\(site.test.clock.now.milliseconds)")
            #expect(box["data-reload"] == "/app/ho-so?hang=intake")
            #expect(page.all("script").contains { $0["src"] == Asset.live.url })
        }
    }
}
