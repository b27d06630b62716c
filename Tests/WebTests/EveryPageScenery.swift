import Domain
import Operations
import Storage
import TestSupport
@testable import Web

/// What the pages are looked at with: a case for each of them, with words in it that could break a page.
extension EveryPageTests {
    struct Cases: Sendable {
        var received, screened, handled, asked, submitted, answered, restricted: Case
        var consulted, escalated, offered, wantsTime, late: Case
        var invitation: String
        var visit: String
        var file: String
        var unreadable: String
        var organisation: Places
        var joined: Case
        var merged: Case
        /// Taken in by telephone, with a call to make.
        var called: Case
        var replyTask: String
        var causes: (open: String, waiting: String)
        /// A list that waits to be taken in.
        var list: String
    }

    /// Where pages of the organisation have something to show.
    struct Places: Sendable {
        var standing, ended, mandate, reorganisation, profile: String
    }

    private static func places(_ test: TestOffice) async throws -> Places {
        let (office, admin, today) = (test.office, Actor.staff(test.cast.admin), test.clock.now.day)
        func found(_ key: String, _ prefix: String) async throws -> Team {
            try await office.perform(
                FoundTeam(
                    NewTeam(
                        key: key, name: hostile, kind: .taskForce, level: .commune, numberPrefix: prefix,
                        decision: Decision(number: hostile, date: today, title: hostile), purpose: hostile, validFrom: today,
                        standingUnit: test.ground.industry.id)), as: admin)
        }
        let standing = try await found("la", "LA")
        let member = TeamMember(
            name: hostile, post: .member, unit: test.ground.industry.id, office: hostile, duty: hostile, account: test.cast.nga.id,
            fields: [FieldCode("giao-thong")], areas: [AreaCode("ben-cat")], validFrom: today)
        _ = try await office.perform(AppointMember(team: standing.id, member: member), as: admin)
        let ended = try await found("het", "HE")
        _ = try await office.perform(
            DissolveTeam(team: ended.id, last: today, decision: nil, reason: hostile, heir: test.ground.team.id), as: admin)
        let plan = ReorganisationPlan(
            title: hostile, document: Decision(number: hostile, date: today),
            steps: [
                .found(key: "so-moi", name: hostile, shortName: nil, level: .department, parent: nil, code: nil),
                .merge(from: ["so-cong-thuong", "bql-kcn"], into: "so-moi"),
            ])
        let prepared = try await office.perform(PrepareReorganisation(plan: plan, on: today), as: admin)
        let mandate = try await office.read { try MandateStore.all(of: test.cast.nga.id, $0) }.first { $0.authority.team == nil }
        guard let mandate else { throw Missing("a mandate of Nga") }
        return Places(
            standing: standing.key, ended: ended.key, mandate: mandate.id.text, reorganisation: prepared.id.text,
            profile: try await test.profileToCome(hostile).key)
    }

    /// A delivery that nobody can read, and a message that did not arrive.
    private static func unreadable(_ test: TestOffice) async throws -> String {
        let wire = RecordingWire()
        wire.answer(.giveUp(reason: hostile))
        try await test.zalo(hostile, from: "z-99", id: "m-99")
        _ = try await HookDoor(office: test.office, wires: [wire]).take(HookDelivery(bytes: Array(hostile.utf8), headers: [:]), on: .zalo)
        await Couriers(office: test.office, wires: [wire], pause: { _ in }).workOnce()
        guard let row = try await test.office.read({ try UnreadableQueries.waiting(before: nil, limit: 1, $0) }).first else {
            throw Missing("an unreadable delivery")
        }
        return row.id.text
    }

    /// Words with everything in them that could break a page.
    static let hostile = "<script>alert(1)</script> \"nháy\" 'đơn' & <b> \u{0301}\u{200F} Công ty"

    static func cases(_ test: TestOffice) async throws -> Cases {
        let invitation = Token(chance: Array(1...24))
        let onSite = try await test.assigned()
        let member = VisitPlan.Member(name: hostile)
        let visit = try await test.office.perform(
            PlanVisit(
                petition: onSite.id, version: onSite.version,
                plan: VisitPlan(day: test.clock.now.day, minuteOfDay: 0, place: hostile, purpose: hostile, team: [member])),
            as: .staff(test.cast.nga))
        // What is late was there before the rest.
        let late = try await test.excused(try await lateOne(test), by: test.cast.nga)
        let (inCommon, waiting) = try await causes(test)
        let (called, task) = try await called(test)
        let received = try await test.submit(hostile, title: hostile, organisation: hostile, files: [
            UploadedFile(name: "<img src=x>.pdf", bytes: Samples.pdf, recognised: .pdf)
        ])
        let file = try await test.office.read { try AttachmentQueries.of(received.id, $0) }.first
        let cases = Cases(
            received: received, screened: try await test.screened(), handled: try await test.assigned(),
            asked: try await test.asked(try await test.assigned(try await test.screened(try await test.submit(hostile, title: hostile)))),
            submitted: try await test.submitted(), answered: try await test.answered(),
            restricted: try await test.restricted(), consulted: try await consulted(test), escalated: try await escalated(test),
            offered: try await test.offered(try await test.assigned()), wantsTime: try await wantsTime(test), late: late,
            invitation: invitation.text, visit: visit.id.text, file: file?.id.text ?? "", unreadable: try await unreadable(test),
            organisation: try await places(test), joined: try await test.load(inCommon.0.id), merged: try await merged(test),
            called: called, replyTask: task.id.text,
            causes: (inCommon.1.number, waiting.number), list: try await list(test))
        return cases
    }

    /// A duplicate of a case that is handled.
    private static func merged(_ test: TestOffice) async throws -> Case {
        let main = try await test.assigned(try await test.screened(try await test.submit(hostile, title: hostile, organisation: hostile)))
        return try await test.merged(try await test.submit(hostile, title: hostile, organisation: hostile), into: main)
    }

    /// An open cause with a case and a draft, and one that waits for its approver.
    private static func causes(_ test: TestOffice) async throws -> ((Case, CommonCause), CommonCause) {
        let joined = try await test.screened(try await test.submit(hostile, title: hostile, organisation: hostile))
        let open = try await test.cause(hostile, members: [joined])
        let proposal = CommonCause.PolicyProposal(level: .province, text: hostile, legalBasis: hostile, document: hostile, reply: hostile)
        let proposed = try await test.office.perform(
            ProposePolicy(cause: open.id, version: open.version, proposal: proposal), as: .staff(test.cast.nga))
        let waiting = try await test.submitted(try await test.cause(hostile, members: [try await test.screened()]))
        return ((joined, proposed), waiting)
    }

    /// A call with everything in it that could break a page, and one to make.
    private static func called(_ test: TestOffice) async throws -> (Case, ReplyTask) {
        var person = Contact.Person()
        (person.name, person.organisation, person.phone) = (hostile, hostile, "0987654321")
        let draft = IntakeDraft(channel: .hotline, person: person, text: hostile, title: hostile)
        let petition = try await test.office.perform(TakeIn(draft: draft, formKey: "0123456789abcdef"), as: .staff(test.cast.lan))
        try await test.office.perform(
            NoteInteraction(draft: draft, about: petition.number, formKey: "fedcba9876543210"), as: .staff(test.cast.lan))
        let task = try await test.office.perform(
            ArrangeCallBack(petition: petition.id, text: hostile, dueAt: nil, account: nil), as: .staff(test.cast.lan))
        return (petition, try await test.office.perform(WorkReplyTask(task: task.id, act: .inVain, note: hostile), as: .staff(test.cast.lan)))
    }

    /// A list of another system whose every cell could break a page; an earlier one went in.
    private static func list(_ test: TestOffice) async throws -> String {
        let cell = "\"" + hostile.replacing("\"", with: "\"\"") + "\""
        let bytes = Array("Mã,\(cell),Nội dung,Lĩnh vực,Họ tên\n1,\(cell),\(cell),\(cell),\(cell)\n2,,,,\n".utf8)
        func open(_ bytes: [UInt8]) async throws -> PetitionImport {
            let file = try ImportedList(fileName: hostile, bytes: bytes)
            let run = try await test.office.perform(OpenImport(file, channel: .dialogue, name: hostile, day: nil), as: .staff(test.cast.lan))
            return try await test.office.perform(
                MapImport(run.id, mapping: run.order.mapping, name: String(hostile.unicodeScalars.prefix(80)), leavesAnswered: false), as: .staff(test.cast.lan))
        }
        let sound = Array("Mã,Nội dung\n1,\(cell)\n".utf8)
        let done = try await open(sound)
        try await test.office.perform(
            RunImport(done.id, seal: done.order.seal, list: try ImportedList(fileName: hostile, bytes: sound)), as: .staff(test.cast.lan))
        return try await open(bytes).id.text
    }

    private static func lateOne(_ test: TestOffice) async throws -> Case {
        let late = try await test.assigned()
        test.clock.advance(days: 30)
        return late
    }

    /// A question and an opinion with everything in them that could break a page.
    private static func consulted(_ test: TestOffice) async throws -> Case {
        let assigned = try await test.assigned()
        return try await test.office.perform(
            ConsultUnit(
                petition: assigned.id, version: assigned.version, unit: test.ground.industry.id, question: hostile, due: nil, silence: .agrees),
            as: .staff(test.cast.nga))
    }

    private static func escalated(_ test: TestOffice) async throws -> Case {
        let assigned = try await test.assigned()
        let option = Proposal.Option(text: hostile, pros: hostile, cons: hostile, legalBasis: hostile)
        return try await test.office.perform(
            EscalateCase(
                petition: assigned.id, version: assigned.version, proposal: Proposal(question: hostile, options: [option, option], preferred: 1),
                remark: hostile), as: .staff(test.cast.nga))
    }

    private static func wantsTime(_ test: TestOffice) async throws -> Case {
        let assigned = try await test.assigned()
        return try await test.office.perform(
            AskExtension(petition: assigned.id, version: assigned.version, days: 5, reason: hostile), as: .staff(test.cast.nga))
    }
}
