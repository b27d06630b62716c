import Domain
import Operations
import Testing
import TestSupport
@testable import Web

/// What the page of a case offers, the server accepts; what it does not offer, the server refuses: over every point of the way, every
/// step and every role.
///
/// Nothing here depends on the engine beneath, and it is thousands of requests: it runs on one.
@Suite struct StepOfferTests {
    static let logins = ["lan", "duc", "hung", "mai", "nga", "quan", "tam"]

    @Test func aStepIsOfferedExactlyWhereItIsAccepted() async throws {
        try await SiteUnderTest.serving { site in
            let cases = try await CasesInEveryState(site.test)
            var (opened, refused) = (0, 0)
            var offeredSomewhere: Set<String> = []
            for login in Self.logins {
                let visitor = try await site.staff(login)
                let token = try WebForm.on(try await visitor.open("/app"), having: ["csrf"]).value("csrf") ?? ""
                for (name, petition) in cases.all {
                    let shown = try await visitor.get("/app/ho-so/\(petition.number.text)")
                    #expect([200, 403].contains(shown.status), "\(login) at \(name)")
                    let offered = shown.status == 200 ? try Self.offered(on: shown.page) : []
                    offeredSomewhere.formUnion(offered.compactMap { $0.split(separator: "/").last.map(String.init) })
                    // Behind a case that one may not see every door is shut: two of them stand for all.
                    let addresses = Set(Permission.steps.compactMap { CaseActions.address(of: $0, petition) }).sorted()
                    for address in shown.status == 200 ? addresses : Array(addresses.prefix(2)) {
                        let page = try await visitor.get(address)
                        if offered.contains(address) {
                            #expect(page.status == 200, "\(login) at \(name): \(address) is offered and gives \(page.status)")
                            opened += 1
                        } else {
                            // Visits are read by everybody who may see the case; planning one is the step.
                            let isReadable = address == VisitsPage.path.link(petition.number.text) && page.status == 200
                            #expect(isReadable || [403, 409].contains(page.status), "\(login) at \(name): \(address) is not offered and gives \(page.status)")
                            refused += 1
                            // Sending is refused by the same words as opening; every fifth is tried all the same.
                            guard refused.isMultiple(of: 5) else { continue }
                            let sent = try await visitor.post(address, [("csrf", token), ("version", "\(petition.version)")])
                            #expect([403, 409].contains(sent.status), "\(login) at \(name): \(address) takes \(sent.status)")
                        }
                    }
                }
            }
            #expect(Set(cases.all.map(\.petition.state)) == Set(CaseState.allCases), "every state is looked at")
            for (name, petition) in cases.all { #expect(try await site.test.load(petition.id) == petition, "\(name) has changed") }
            #expect(opened > 200 && refused > 1500, "\(opened), \(refused)")
            let known = Set(Permission.steps.compactMap { CaseActions.address(of: $0, cases.all[0].petition) }.compactMap { $0.split(separator: "/").last.map(String.init) })
            #expect(offeredSomewhere.isSuperset(of: known), "never offered: \(known.subtracting(offeredSomewhere))")
        }
    }

    /// Where the links of the bar lead.
    private static func offered(on page: Element) throws -> Set<String> {
        Set(page.first(class: "actions")?.all("a").compactMap { $0["href"] } ?? [])
    }

    /// The bar offers what the table of steps and the table of rights say, and nothing else.
    @Test func theBarSaysWhatTheTablesSay() async throws {
        try await SiteUnderTest.serving { site in
            let cases = try await CasesInEveryState(site.test)
            let accounts = [site.test.cast.lan, site.test.cast.duc, site.test.cast.hung, site.test.cast.mai, site.test.cast.nga]
            for account in accounts {
                let visitor = try await site.staff(account.login)
                for (name, petition) in cases.all where Rights.allow(.staff(account), .view, on: petition.subject) {
                    let offered = try Self.offered(on: try await visitor.open("/app/ho-so/\(petition.number.text)"))
                    let wanted = Permission.steps.filter { step in
                        StepSheet.of(step)?.from.contains(petition.state) == true
                            && petition.offers(step, to: .staff(account), at: site.test.clock.now)
                    }
                    #expect(offered == Set(wanted.compactMap { CaseActions.address(of: $0, petition) }), "\(account.login) at \(name)")
                }
            }
        }
    }
}
