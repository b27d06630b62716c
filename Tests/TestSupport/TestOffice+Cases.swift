package import Domain
package import Operations
import Storage

// The way of a case from its first line to its answer, each step by the person whose step it is.
extension TestOffice {
    /// A petition by the public form.
    package func submit(
        _ text: String = "Đường vào khu công nghiệp bị sụt lún, xe tải không ra vào được.", title: String = "",
        organisation: String = "Công ty TNHH Đông Á", site: Site? = nil, key: String? = nil, files: [UploadedFile] = []
    ) async throws -> Case {
        let key = key ?? hexadecimal(office.world.chance(16))
        var draft = Self.form(text, title: title, organisation: organisation)
        draft.classification.site = site
        return try await office.perform(SubmitForm(draft: draft, files: files, formKey: key), as: .sender)
    }

    /// What a firm types into the public form.
    package static func form(
        _ text: String, title: String = "", organisation: String = "Công ty TNHH Đông Á"
    ) -> SubmissionDraft {
        var person = Contact.Person()
        person.isOrganisation = true
        person.organisation = organisation
        person.name = "Lý Thị Hoa"
        person.phone = "0912 345 678"
        return SubmissionDraft(person: person, title: title, text: text, classification: Classification(kind: .regulation))
    }

    package static let parkRoad = Classification(
        kind: .regulation, field: FieldCode("giao-thong"), area: AreaCode("ben-cat"), site: .park, siteName: "Khu công nghiệp Mỹ Phước")

    package static let diagnosis = Diagnosis(
        finding: "Đoạn đường do chủ đầu tư hạ tầng quản lý, nền đã lún.", proposal: "Giao Ban Quản lý làm việc với chủ đầu tư.")

    /// An answer that lacks nothing; promised for a week from now.
    package func answer(_ outcome: Outcome = .resolved) -> AnswerContent {
        AnswerContent(
            outcome: outcome, conclusion: "Mặt đường sẽ được sửa xong trong tuần này.", explanation: "Nền đường lún do mưa lớn kéo dài.",
            legalBasis: "Quyết định 2290/QĐ-UBND, Điều 2",
            commitments: [
                AnswerDraft.Commitment(who: "Chủ đầu tư hạ tầng", what: "Vá mặt đường, gia cố nền", by: clock.now.day.adding(7))
            ], contact: "Phòng Hạ tầng, 0274 3822 123",
            evidence: outcome.claimsResult ? [AnswerDraft.Evidence(kind: .document, text: "Biên bản số 12/BB-BQL ngày 04/5/2026")] : [])
    }

    /// A case that the intake desk has passed on.
    package func screened(
        _ petition: Case? = nil, as classification: Classification = TestOffice.parkRoad
    ) async throws -> Case {
        var current = petition
        if current == nil { current = try await submit() }
        guard let current else { throw Missing("a case to screen") }
        return try await office.perform(
            ScreenCase(petition: current.id, version: current.version, classification: classification, remark: ""), as: .staff(cast.lan))
    }

    /// A case with its lead unit, the board of the parks, and its handler Nga.
    package func assigned(_ petition: Case? = nil) async throws -> Case {
        var current = petition
        if current == nil { current = try await screened() }
        guard let current else { throw Missing("a case to assign") }
        let diagnosed = try await office.perform(
            DiagnoseCase(petition: current.id, version: current.version, diagnosis: Self.diagnosis), as: .staff(cast.duc))
        return try await office.perform(
            AssignCase(petition: diagnosed.id, version: diagnosed.version, unit: ground.parkBoard.id, person: cast.nga.id, reason: ""),
            as: .staff(cast.duc))
    }

    /// A case whose answer waits for its approver.
    package func submitted(_ petition: Case? = nil, outcome: Outcome = .resolved) async throws -> Case {
        var current = petition
        if current == nil { current = try await assigned() }
        guard var current else { throw Missing("a case to answer") }
        if outcome == .referredUpward, current.work.level == .unit { current = try await directed(try await escalated(current)) }
        current = try await excused(current, by: cast.nga)
        return try await office.perform(
            SubmitAnswer(petition: current.id, version: current.version, content: answer(outcome)), as: .staff(cast.nga))
    }

    /// A case that was answered: drafted by Nga, approved by Quân.
    package func answered(_ petition: Case? = nil, outcome: Outcome = .resolved) async throws -> Case {
        let waiting = try await submitted(petition, outcome: outcome)
        let signed = try await office.perform(ApproveAnswer(petition: waiting.id, version: waiting.version), as: .staff(cast.quan))
        if signed.state != .approving { return signed }
        return try await office.perform(ApproveAnswer(petition: signed.id, version: signed.version), as: .staff(cast.mai))
    }

    /// A late case that has said why; one in time stays as it is.
    package func excused(_ petition: Case, by account: Account) async throws -> Case {
        guard petition.lacksExcuse(at: clock.now) else { return petition }
        return try await office.perform(
            ExcuseCase(
                petition: petition.id, version: petition.version, reason: "Chờ kết quả khảo sát hiện trường.",
                committed: clock.now.day.adding(10)), as: .staff(account))
    }

    package static let proposal = Proposal(
        question: "Xin ý kiến về nguồn vốn sửa đoạn đường ngoài phạm vi quản lý.",
        options: [
            Proposal.Option(
                text: "Dùng vốn sự nghiệp giao thông năm nay.", pros: "Làm ngay được.", cons: "Phải cắt giảm việc khác.",
                legalBasis: "Quyết định 2290/QĐ-UBND"),
            Proposal.Option(
                text: "Chờ kế hoạch vốn năm sau.", pros: "Đủ vốn.", cons: "Doanh nghiệp phải chờ.", legalBasis: "Quyết định 2290/QĐ-UBND"),
        ], preferred: 0)

    /// A case that its handler has put before the deputy.
    package func escalated(_ petition: Case? = nil) async throws -> Case {
        var current = petition
        if current == nil { current = try await assigned() }
        guard let current else { throw Missing("a case to escalate") }
        return try await office.perform(
            EscalateCase(petition: current.id, version: current.version, proposal: Self.proposal, remark: ""), as: .staff(cast.nga))
    }

    /// A case on which the head has given an order, to the board of the parks.
    package func directed(_ petition: Case) async throws -> Case {
        try await office.perform(
            DirectCase(
                petition: petition.id, version: petition.version, order: "Làm theo phương án 1, báo cáo kết quả.", option: nil,
                unit: ground.parkBoard.id, due: petition.clock.due > clock.now ? petition.clock.due.day : clock.now.day.adding(7),
                document: ""), as: .staff(cast.mai))
    }

    /// A denunciation, which only the head and the officer who sorted it may open.
    package func restricted() async throws -> Case {
        let petition = try await submit()
        return try await office.perform(
            TransferCase(
                petition: petition.id, version: petition.version, kind: .denunciation, body: "Thanh tra tỉnh", reason: "Là đơn tố cáo."),
            as: .staff(cast.lan))
    }

    /// Asks the sender for more, which stops the clock.
    package func asked(_ petition: Case) async throws -> Case {
        try await office.perform(
            AskSender(petition: petition.id, version: petition.version, question: "Xin cho biết vị trí đoạn đường bị lún."),
            as: .staff(petition.state == .handling ? cast.nga : cast.lan))
    }
}
