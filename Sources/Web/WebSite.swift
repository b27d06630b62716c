import Domain
import HTTPTypes
package import Hummingbird
import Logging
package import Operations

/// The whole site on one sheet: one line a page.
package struct WebSite: Sendable {
    let office: Office
    let door: HookDoor

    package init(office: Office, door: HookDoor) {
        self.office = office
        self.door = door
    }

    /// Every page, in the order of its place in the site.
    static let pages: [any Page.Type] = [
        // The public portal.
        HomePage.self, SubmitPage.self, TrackPage.self, TrackCasePage.self, SupplyPage.self, RatePage.self, ReopenPage.self,
        NetworkPage.self,
        // Going in and out.
        SignInPage.self, SignOutPage.self, FirstAccountPage.self,
        // Staff.
        DeskPage.self, CaseListPage.self, CasePage.self, ScreenPage.self, DeclinePage.self, TransferPage.self, AskPage.self,
        ResumePage.self, DiagnosePage.self, AssignPage.self, GiveBackPage.self, NotePage.self, DraftPage.self, ApprovePage.self,
        AttachmentPage.self, WeeklyReportPage.self, WeeklyTextPage.self, AccountsPage.self, ChannelsPage.self,
    ]

    /// The router of the site.
    package func router() throws -> Router<SiteContext> {
        let router = Router(context: SiteContext.self)
        router.addMiddleware { SecurityHeaders<SiteContext>() }
        let reception = Reception(office: office)
        for page in Self.pages { add(page, to: router, reception) }
        Hooks(door: door).add(to: router)
        Health(office: office).add(to: router)
        Assets.add(to: router)
        // Whatever matches no page gets the site's own words.
        router.get("**") { request, context in await reception.missing(request, context) }
        return router
    }

    private func add<P: Page>(_ page: P.Type, to router: Router<SiteContext>, _ reception: Reception) {
        router.get(P.path.route) { request, context in await reception.receive(request, context, access: P.access) { try await P.show($0) } }
        router.post(P.path.route) { request, context in
            await reception.receive(request, context, access: P.access) { visit in
                try await P.act(try await reception.form(of: visit, access: P.access), visit)
            }
        }
    }
}
