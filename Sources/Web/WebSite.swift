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
        NetworkPage.self, ZaloGrantPage.self,
        // Going in and out.
        SignInPage.self, SignOutPage.self, FirstAccountPage.self,
        // Staff.
        DeskPage.self, CaseListPage.self, CasePage.self, ScreenPage.self, DeclinePage.self, TransferPage.self, AskPage.self, TellPage.self,
        LivePage.self, PresencePage.self, SavedViewsPage.self, BulkPage.self,
        VisitsPage.self, VisitPage.self, VisitPhotoPage.self, CloseVisitPage.self, VisitMinutesPage.self,
        ResumePage.self, DiagnosePage.self, AssignPage.self, GiveBackPage.self, NotePage.self, ConsultPage.self,
        AdvisePage.self, SplitPage.self, EscalatePage.self, DirectPage.self, HandOffPage.self, TakeOverPage.self, WithdrawOfferPage.self,
        AskExtensionPage.self, GrantExtensionPage.self, ExcusePage.self, ReadersPage.self, DraftPage.self, SuggestionsPage.self, ApprovePage.self,
        EvidencePage.self, JoinCausePage.self, LeaveCausePage.self, MergePage.self, UnmergePage.self, DismissDuplicatePage.self,
        CausesPage.self, OpenCausePage.self, CausePage.self, ChangeCausePage.self, CauseDraftPage.self, CauseApprovalPage.self,
        CausePolicyPage.self, CauseEvidencePage.self,
        AttachmentPage.self, FileContentPage.self, FilePlayPage.self, FileCopyPage.self,
        WeeklyReportPage.self, WeeklyTextPage.self, ChannelsPage.self, UnreadablePage.self, UnitReportPage.self,
        HandoffPage.self, ProcessPage.self,
        // Taking in for a sender.
        IntakeDeskPage.self, CallerPage.self, TakenInPage.self, LetterPage.self, InteractionsPage.self,
        ReplyTasksPage.self, ReplyTaskPage.self, ArrangeCallBackPage.self,
        ImportListPage.self, PetitionTemplatePage.self, PetitionImportPage.self, RefusedRowsPage.self, ImportedFilePage.self,
        ZaloFiguresPage.self, ContactAskPage.self, GroupsPage.self, GroupPage.self, EditGroupPage.self, CapturePage.self,
        // The administration.
        UnitsPage.self, UnitPage.self, FoundUnitPage.self, ChangeUnitPage.self,
        TeamsPage.self, TeamPage.self, FoundTeamPage.self, AppointMemberPage.self, EndMemberPage.self, RegulationPage.self,
        DissolveTeamPage.self, HandOverPage.self, CompartmentPage.self, PaperPage.self,
        AccountsPage.self, AccountPage.self, DisableAccountPage.self, GiveMandatePage.self, StandInPage.self, EndMandatePage.self,
        CoveragePage.self, ReorganisationsPage.self, PlanPage.self, ReorganisationPage.self, CarryOutPage.self, WithdrawPage.self,
        OrganisationHistoryPage.self, ImportPage.self, ImportTemplatePage.self, AdministrativePage.self, TemplatesPage.self,
        TemplatePage.self, ChannelTextsPage.self, ChannelTextPage.self,
        ProfilesPage.self, AddProfilePage.self, WithdrawProfilePage.self, CalendarPage.self,
        ZaloPage.self,
    ]

    /// The router of the site.
    package func router() throws -> Router<SiteContext> {
        let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
        router.addMiddleware { SecurityHeaders<SiteContext>(https: office.settings.baseURL.hasPrefix("https:")) }
        let reception = Reception(office: office, door: door)
        router.addMiddleware { NoSuchPage(reception: reception) }
        for page in Self.pages { add(page, to: router, reception) }
        Hooks(door: door).add(to: router)
        Health(office: office).add(to: router)
        Assets.embedded.add(to: router)
        return router
    }

    /// Methods that no page knows.
    private static let strange: [HTTPRequest.Method] = [.put, .patch, .delete, .options]

    private func add<P: Page>(_ page: P.Type, to router: Router<SiteContext>, _ reception: Reception) {
        router.get(P.path.route) { request, context in
            await reception.receive(request, context, access: P.access, isIdle: !P.keepsSession) { try await P.show($0) }
        }
        router.post(P.path.route) { request, context in
            await reception.take(request, context, access: P.access, isIdle: !P.keepsSession, limits: P.formLimits) { form, visit in
                try await P.act(form, visit)
            }
        }
        for method in Self.strange {
            router.on(P.path.route, method: method) { request, context in await reception.refuse(request, context, Entry.noSuchMethod) }
        }
    }
}

/// Gives the site's own words to whatever matches no page, by any method.
private struct NoSuchPage: RouterMiddleware {
    let reception: Reception

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            return await reception.refuse(request, context, Entry.noSuchPage)
        }
    }
}
