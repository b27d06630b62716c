import Database
import Documents
import Domain
import Operations
import Storage

/// Gộp hồ sơ trùng: this case becomes a duplicate of the one that is chosen, of those that may be the same or by its number.
struct MergePage: StepPage {
    static let path: Path = "/app/ho-so/:number/gop"
    static let step = Permission.merge

    struct Lists: Sendable {
        var proposals: [DuplicateProposal]
    }

    /// Only what the server would take.
    static func lists(for file: CaseFile, by actor: Actor, at now: Instant, _ tx: Transaction) throws -> Lists {
        let visibility = actor.account.flatMap { CaseVisibility(of: $0) }
        let proposals = try DuplicateQueries.proposals(for: file.petition, seenBy: visibility, tx).filter { proposal in
            guard let main = try CaseStore.load(proposal.row.id, tx) else { return false }
            return file.petition.refusalToMerge(into: main, to: actor) == nil
        }
        return Lists(proposals: proposals)
    }

    static func asked(_ query: QueryString, _ scene: StepScene, _ tx: Transaction) throws -> [String: String?]? {
        query["vao"].map { ["number": $0] }
    }

    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Lists) -> HTML {
        """
        \(quoted(file.text))
        <p>Hồ sơ này thành hồ sơ trùng: giữ số, mã tra cứu và hạn trả lời riêng; từ nay mọi việc làm ở hồ sơ chính, một trả lời gửi cho cả hai
        người gửi, theo hạn sớm nhất. Người gửi được báo một lần, không biết người kia là ai. Tách lại được cho đến khi gửi trả lời.</p>
        \(when(!lists.proposals.isEmpty) {
            form.choice("main", "Hồ sơ chính", lists.proposals.map(choice), optional: true)
        })
        \(form.line(
            "number", lists.proposals.isEmpty ? "Số hồ sơ chính" : "Hồ sơ chính khác", hint: "Ghi số hồ sơ thì dùng số này.",
            optional: !lists.proposals.isEmpty, short: true))
        """
    }

    private static func choice(_ proposal: DuplicateProposal) -> Choice {
        let row = proposal.row
        let facts = [
            DuplicateOffer.words(proposal.reasons), row.sender.nonEmpty ?? Terms.name(row.channel), "hạn \(row.dueAt.day.vietnamese)",
        ]
        return Choice(row.number.text, "\(row.number.text) \(row.title)", hint: facts.joined(separator: "; "))
    }

    static func take(_ form: FormBody, _ petition: Case, version: Int, _ visit: Visit) async throws {
        let typed = form.line("number").nonEmpty
        guard let text = typed ?? form["main"] else { throw Refusal.invalid([Problem("number", .missing)]) }
        guard let number = CaseNumber(text) else { throw Refusal.invalid([Problem("number", .unknownCode)]) }
        do {
            _ = try await visit.office.perform(MergeCase(petition: petition.id, version: version, into: number), as: visit.actor)
        } catch Refusal.noSuch(.petition) {
            throw Refusal.invalid([Problem("number", .unknownCode)])
        }
    }
}

/// Tách khỏi hồ sơ chính: a case of its own again, until the answer has gone out.
struct UnmergePage: StepPage {
    typealias Lists = Void
    static let path: Path = "/app/ho-so/:number/tach-ho-so-trung"
    static let step = Permission.unmerge

    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Void) -> HTML {
        """
        <p>Hồ sơ trở lại trạng thái trước khi gộp, với hạn trả lời của riêng nó: \(file.petition.clock.own.day.vietnamese). Người gửi được báo.</p>
        \(form.area("reason", "Lý do tách", hint: "Điểm nào khác nên phải giải quyết riêng.", rows: 3))
        """
    }

    static func take(_ form: FormBody, _ petition: Case, version: Int, _ visit: Visit) async throws {
        _ = try await visit.office.perform(UnmergeCase(petition: petition.id, version: version, reason: form.words("reason")), as: visit.actor)
    }
}

/// Không trùng: one button beside a proposal.
struct DismissDuplicatePage: Page {
    static let path: Path = "/app/ho-so/:number/khong-trung"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply { .see(CasePage.path.link(visit.parameter("number"))) }

    static func act(_ form: FormBody, _ visit: Visit) async throws -> Reply {
        let code = visit.parameter("number")
        try await visit.noteLook(at: code)
        guard let petition = try await visit.office.read({ try CaseStore.find(code, $0) }), let other = form["do"].flatMap({ CaseNumber($0) })
        else { throw Refusal.noSuch(.petition) }
        try await visit.office.perform(DismissDuplicate(petition: petition.id, other: other), as: visit.actor)
        return .see(CasePage.path.link(petition.number.text))
    }
}
