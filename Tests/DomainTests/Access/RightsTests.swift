import Domain
import Testing

/// Who may do what: the whole table once more, by hand, and what lies beside it (requirements 13, 60).
@Suite struct RightsTests {
    /// Role by action: `a` any case of the task force, `l` the cases that the own unit leads, `i` those and the ones in which it
    /// co-ordinates, `-` none. Columns: intake, diagnosis, handler, approver, coordinator, head, admin.
    static let table: [(Permission, String)] = [
        (.screen, "a------"), (.decline, "a------"), (.transfer, "a------"), (.ask, "aal----"), (.resume, "aal----"),
        (.diagnose, "-a-----"), (.assign, "-a--a--"), (.giveBack, "--l----"), (.note, "aaiiaa-"), (.tell, "aalla--"), (.draft, "--l----"),
        (.submit, "--l----"), (.returnDraft, "---laa-"), (.approve, "---laa-"), (.invite, "-allaa-"), (.nameReaders, "----aa-"),
        (.supply, "-------"), (.rate, "-------"), (.reopen, "-------"), (.receive, "-------"), (.view, "aaiiaa-"),
        (.readReports, "a---aa-"), (.administer, "------a"), (.split, "aa-----"), (.advise, "--cc---"), (.escalate, "--llaa-"),
        (.direct, "----aa-"), (.handOff, "--ll---"), (.takeOver, "--oo---"), (.sendBack, "--oo---"), (.withdrawOffer, "--ll---"),
        (.askExtension, "--ll---"), (.extend, "---laa-"), (.refuseExtension, "---laa-"), (.excuse, "--ll---"), (.joinCause, "-alla--"),
        (.visit, "-alla--"), (.takeIn, "a---a--"), (.merge, "aa--a--"), (.unmerge, "aa--a--"),
    ]

    /// How the actor stands to a case.
    enum Relation: CaseIterable, Sendable {
        case leads, coordinates, isOffered, stranger
        var subject: CaseSubject {
            switch self {
            case .leads: CaseSubject(lead: Scene.own.id, isRestricted: false)
            case .coordinates: CaseSubject(lead: Scene.other.id, coordinating: [Scene.own.id], isRestricted: false)
            case .isOffered: CaseSubject(lead: Scene.other.id, offeredTo: Scene.own.id, isRestricted: false)
            case .stranger: CaseSubject(lead: Scene.other.id, coordinating: [Scene.desk.id], isRestricted: false)
            }
        }
    }

    static func expected(_ letter: Character, _ relation: Relation) -> Bool {
        switch letter {
        case "a": true
        case "l": relation == .leads
        case "i": relation != .stranger
        case "c": relation == .coordinates
        case "o": relation == .isOffered
        default: false
        }
    }

    @Test func theTableNamesEveryAction() { #expect(Set(Self.table.map(\.0)) == Set(Permission.allCases)) }

    @Test(arguments: Role.allCases, Relation.allCases) func aRoleMayWhatTheTableSays(role: Role, relation: Relation) throws {
        let column = try #require(Role.allCases.firstIndex(of: role))
        let actor = Scene.staff(role)
        for (permission, letters) in Self.table {
            let letter = Array(letters)[column]
            #expect(Rights.allow(actor, permission, on: relation.subject) == Self.expected(letter, relation), "\(permission)")
        }
    }

    @Test(arguments: Role.allCases, Relation.allCases) func aRestrictedCaseOpensToNamedPersonsOnly(role: Role, relation: Relation) throws {
        let account = Scene.account([role])
        for permission in Permission.allCases {
            var subject = relation.subject
            let open = Rights.allow(.staff(account), permission, on: subject)
            subject.isRestricted = true
            #expect(!Rights.allow(.staff(account), permission, on: subject), "\(permission)")
            subject.readers = [account.id]
            #expect(Rights.allow(.staff(account), permission, on: subject) == open, "a name opens no more than the office: \(permission)")
        }
    }

    @Test func aMandateReachesAsFarAsItsTaskForceFieldsAndAreas() {
        let (team, land): (ID<Team>, FieldCode) = (Scene.id(60), FieldCode("dat-dai"))
        var authority = Authority(role: .coordinator, unit: Scene.own.id, team: team, fields: [land], areas: [AreaCode("ben-cat")])
        func sees(_ subject: CaseSubject) -> Bool {
            Rights.allow(
                .staff(Account(id: Scene.id(41), login: "a", name: "A", title: "", unit: Scene.own.id, authorities: [authority])), .view,
                on: subject)
        }
        let inside = CaseSubject(team: team, lead: Scene.other.id, field: land, area: AreaCode("ben-cat"), isRestricted: false)
        #expect(sees(inside))
        #expect(!sees(CaseSubject(team: Scene.id(61), lead: Scene.other.id, field: land, area: inside.area, isRestricted: false)))
        #expect(!sees(CaseSubject(team: team, lead: Scene.other.id, field: FieldCode("thue"), area: inside.area, isRestricted: false)))
        #expect(!sees(CaseSubject(team: team, lead: Scene.other.id, field: land, area: nil, isRestricted: false)))
        authority.areas = []
        #expect(sees(CaseSubject(team: team, lead: Scene.other.id, field: land, area: nil, isRestricted: false)))
    }

    @Test func threeMandatesAtOnceReachAsFarAsAllOfThem() {
        let account = Account(
            id: Scene.id(41), login: "a", name: "A", title: "", unit: Scene.desk.id,
            authorities: [
                Authority(role: .handler, unit: Scene.own.id), Authority(role: .approver, unit: Scene.other.id),
                Authority(role: .admin, unit: Scene.desk.id),
            ])
        let (own, other) = (Relation.leads.subject, CaseSubject(lead: Scene.other.id, isRestricted: false))
        #expect(Rights.allow(.staff(account), .draft, on: own) && !Rights.allow(.staff(account), .draft, on: other))
        #expect(Rights.allow(.staff(account), .approve, on: other) && !Rights.allow(.staff(account), .approve, on: own))
        #expect(Rights.allow(.staff(account), .administer))
    }

    @Test func aSenderWhoAskedForItIsProtected() {
        var petition = Scene.petition(.received)
        #expect(petition.refusal(of: .view, to: Scene.staff(.intake), at: Scene.monday) == nil)
        petition.isProtected = true
        #expect(petition.refusal(of: .view, to: Scene.staff(.intake), at: Scene.monday) == .notPermitted(.view))
    }

    @Test func aDenunciationIsClosedAsSoonAsItIsKnownToBeOne() throws {
        var petition = Scene.petition(.received)
        #expect(!petition.isRestricted)
        let event = try petition.transfer(as: .denunciation, to: "Thanh tra tỉnh", reason: Scene.reason, by: Scene.staff(.intake))
        petition.apply(event, at: Scene.monday)
        #expect(petition.isRestricted)
        #expect(petition.refusal(of: .view, to: Scene.staff(.diagnosis), at: Scene.monday) == .notPermitted(.view))
    }

    @Test func someRightOnSomeCaseIsAskedForAtTheDoor() {
        #expect(Rights.allowSomewhere(Scene.staff(.handler), .draft))
        #expect(!Rights.allowSomewhere(Scene.staff(.handler), .screen))
        #expect(!Rights.allowSomewhere(.sender, .view))
        #expect(Rights.allowSomewhere(.sender, .receive))
        #expect(!Rights.allowSomewhere(.staff(Scene.account([.handler], active: false)), .draft))
    }

    @Test func noAccountActsAsASender() {
        let everything = Actor.staff(Scene.account(Set(Role.allCases)))
        for step in [Permission.supply, .rate, .reopen, .receive] { #expect(!Rights.allowSomewhere(everything, step), "\(step)") }
    }
}
