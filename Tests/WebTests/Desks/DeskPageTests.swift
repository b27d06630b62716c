import Domain
import Operations
import Testing
import TestSupport
@testable import Web

/// What needs this person now.
@Suite(.eachEngine) struct DeskPageTests {
    @Test func aCaseStandsOnceWhereItPressesMost() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.assigned()
            site.test.clock.advance(days: 40)
            let page = try await site.staff("nga").open("/app")
            let links = page.all("section").flatMap { $0.all("a") }
            #expect(links.count { $0["href"] == "/app/ho-so/\(petition.number.text)" } == 1)
            // It is late, hers, without an excuse and being handled: the other queues are named with their counts.
            #expect(page.text.contains("Xem thêm:"))
            #expect(page.all("a").contains { $0["href"] == "/app/ho-so?hang=handling" })
        }
    }

    @Test(arguments: ["lan", "duc", "hung", "mai", "nga", "quan", "tam"]) func everyRoleHasADesk(login: String) async throws {
        try await SiteUnderTest.serving { site in
            _ = try await site.test.submit()
            _ = try await site.test.escalated()
            _ = try await site.test.submitted()
            let account = try #require(
                try await site.test.office.read { try site.test.office.accounts($0) }.first { $0.login == login })
            let page = try await site.staff(login).open("/app")
            #expect(page.all("h1").first?.text == "Việc cần làm")
            #expect(!DeskPage.queues(of: account).isEmpty)
        }
    }

    @Test func whoWasUrgedReadsItOnHisDesk() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.assigned()
            // Due in two working days: the handler is urged.
            site.test.clock.set(petition.clock.due.adding(seconds: -86_400))
            await site.test.office.watchOnce()
            let nga = try await site.staff("nga")
            #expect(try await nga.open("/app").text.contains("Đôn đốc gửi bạn"))
            #expect(try await nga.open("/app/ho-so/\(petition.number.text)").text.contains("Người được đôn đốc"))
            #expect(try await !site.staff("quan").open("/app").text.contains("Đôn đốc gửi bạn"))
        }
    }
}
