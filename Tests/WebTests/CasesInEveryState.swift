import Domain
import Operations
import TestSupport

/// Cases as they stand at every point of their way, each under the name of what is going on in it.
struct CasesInEveryState: Sendable {
    private(set) var all: [(name: String, petition: Case)] = []
    private let test: TestOffice

    init(_ test: TestOffice) async throws {
        self.test = test
        // Late ones are made first; then time goes by.
        let late = try await test.assigned()
        let lateDraft = try await test.submitted()
        let promised = try await test.assigned()
        test.clock.advance(days: 30)
        all = [("late", late), ("late draft", lateDraft), ("late with a promise", try await test.excused(promised, by: test.cast.nga))]
        try await addDesk()
        try await addHandling()
        try await addLadder()
        try await addEndings()
    }

    subscript(name: String) -> Case {
        get throws {
            guard let found = all.first(where: { $0.name == name }) else { throw Missing("a case \(name)") }
            return found.petition
        }
    }

    private mutating func add(_ name: String, _ petition: Case) { all.append((name, petition)) }

    private mutating func addDesk() async throws {
        add("received", try await test.submit())
        add("asked at intake", try await test.asked(try await test.submit()))
        add("screened", try await test.screened())
        let screened = try await test.screened()
        add("diagnosed", try await act(DiagnoseCase(petition: screened.id, version: screened.version, diagnosis: TestOffice.diagnosis), test.cast.duc))
        let letter = try await test.submit()
        let items = ["Đường vào nhà máy", "Giấy phép lao động"].map { ItemDraft(title: $0, text: "\($0) còn vướng, xin được hướng dẫn.") }
        let split = try await test.office.perform(
            SplitCase(petition: letter.id, version: letter.version, items: items), as: .staff(test.cast.lan))
        add("item", split[0])
        var complained = TestOffice.parkRoad
        complained.kind = .conduct
        complained.complainedOf = test.ground.parkBoard.id
        add("complained of", try await test.screened(as: complained))
        let (main, duplicate) = try await test.mergedTwins(try await test.submit())
        add("main case", main)
        add("duplicate", duplicate)
    }

    private mutating func addHandling() async throws {
        let cast = test.cast
        add("handling", try await test.assigned())
        add("asked", try await test.asked(try await test.assigned()))
        let consulted = try await test.assigned()
        add("consulted", try await test.consulted(consulted))
        let offered = try await test.assigned()
        add("offered", try await test.offered(offered))
        add("for decision", try await test.forDecision())
        let wanting = try await test.assigned()
        add("wants time", try await act(
            AskExtension(petition: wanting.id, version: wanting.version, days: 5, reason: "Chờ kết quả đo đạc hiện trường."), cast.nga))
    }

    private mutating func addLadder() async throws {
        let cast = test.cast
        add("before the deputy", try await test.escalated())
        let deputy = try await test.escalated()
        let head = try await act(
            EscalateCase(petition: deputy.id, version: deputy.version, proposal: nil, remark: "Đồng ý với đề xuất của đơn vị."), cast.hung)
        add("before the head", head)
        let second = try await test.escalated()
        let higher = try await act(
            EscalateCase(petition: second.id, version: second.version, proposal: nil, remark: "Đồng ý với đề xuất của đơn vị."), cast.hung)
        add("before the province", try await act(
            EscalateCase(petition: higher.id, version: higher.version, proposal: nil, remark: "Kính trình Ủy ban nhân dân tỉnh."), cast.mai))
        add("submitted", try await test.submitted())
        let directed = try await test.submitted(try await test.directed(try await test.escalated()))
        add("submitted above", directed)
        let other = try await test.submitted(try await test.directed(try await test.escalated()))
        add("signed below", try await act(ApproveAnswer(petition: other.id, version: other.version), cast.quan))
    }

    private mutating func addEndings() async throws {
        let received = try await test.submit()
        add("declined", try await act(
            DeclineCase(petition: received.id, version: received.version, reason: "Nội dung trùng hồ sơ đã trả lời."), test.cast.lan))
        let elsewhere = try await test.submit()
        add("passed on", try await act(
            TransferCase(petition: elsewhere.id, version: elsewhere.version, kind: nil, body: "Bộ Xây dựng", reason: "Thẩm quyền của bộ."),
            test.cast.lan))
        let complaint = try await test.submit()
        add("complaint", try await act(
            TransferCase(petition: complaint.id, version: complaint.version, kind: .complaint, body: "Thanh tra tỉnh", reason: "Là đơn khiếu nại."),
            test.cast.lan))
        add("restricted", try await test.restricted())
        add("answered", try await test.answered())
        add("referred upward", try await test.answered(outcome: .referredUpward))
        let rated = try await test.answered()
        add("rated badly", try await test.office.perform(
            RateByCode(code: rated.lookupCode, rating: Rating(satisfied: false, remark: "Chưa sửa xong.")), as: .sender))
    }

    private func act<Verb: Operation>(_ verb: Verb, _ account: Account) async throws -> Verb.Result {
        try await test.office.perform(verb, as: .staff(account))
    }
}

extension TestOffice {
    /// A case on which Sở Công Thương owes an opinion.
    func consulted(_ petition: Case) async throws -> Case {
        try await office.perform(
            ConsultUnit(
                petition: petition.id, version: petition.version, unit: ground.industry.id, question: "Xin ý kiến về quy hoạch cụm công nghiệp.",
                due: nil, silence: .hasNoOpinion), as: .staff(cast.nga))
    }

    /// A case that is offered to Sở Công Thương.
    func offered(_ petition: Case) async throws -> Case {
        try await office.perform(
            HandOffCase(
                petition: petition.id, version: petition.version, unit: ground.industry.id, reason: "Đoạn đường thuộc cụm công nghiệp."),
            as: .staff(cast.nga))
    }

    /// A case that Sở Công Thương sent back until the transfers were used up, and over which the standing deputy must decide.
    func forDecision() async throws -> Case {
        var petition = try await assigned()
        while !petition.work.awaitsDecision {
            petition = try await offered(petition)
            guard petition.work.offer != nil else { continue }
            petition = try await office.perform(
                SendBackCase(petition: petition.id, version: petition.version, reason: "Không thuộc cụm công nghiệp."), as: .staff(cast.tam))
        }
        return petition
    }
}
