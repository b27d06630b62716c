import Database
import Documents
import Domain
import Storage

/// What the page of a main case shows of its duplicates: what each sender wrote, and how it stands with him.
struct DuplicateFiles: Sendable {
    private var files: [CaseFile]
    /// Whether senders still wait for the answer of the main case; those of an earlier one have theirs.
    private var areOpen: Bool
    /// Those that the reader may not see.
    private var hidden: Int

    static func of(_ petition: Case, seenBy actor: Actor, _ tx: Transaction) throws -> DuplicateFiles {
        let all = try petition.work.duplicates.prefix(most).compactMap { try CaseQueries.file($0.number.text, tx) }
        let shown = all.filter { Rights.allow(actor, .view, on: $0.petition.subject) }
        return DuplicateFiles(files: shown, areOpen: petition.hasDuplicates, hidden: petition.work.duplicates.count - shown.count)
    }

    /// Duplicates that one page shows whole.
    private static let most = 50

    /// - Parameter scans: whether the operator has set up a scanner of viruses.
    func section(scans: Bool) -> HTML {
        if files.isEmpty, hidden == 0 { return .empty }
        return """
            <section><h2>Hồ sơ trùng <span class="count">\(grouped: files.count + hidden)</span></h2>
            \(when(areOpen) { "<p>Trả lời của hồ sơ này gửi cho người gửi từng hồ sơ chưa kết thúc dưới đây, mỗi người theo mã của mình.</p>" })
            \(each(files) { Self.entry($0, scans) })
            \(when(hidden > 0) { "<p class=\"quiet\">\(grouped: hidden) hồ sơ khác không hiện ở đây.</p>" })</section>
            """
    }

    private static func entry(_ file: CaseFile, _ scans: Bool) -> HTML {
        let petition = file.petition
        let sender = file.contact.person.display.nonEmpty ?? "Người gửi"
        let state = petition.isMerged ? "hạn \(petition.clock.own.day.vietnamese)" : Terms.name(petition.state).lowercased()
        let words: HTML = "\(quoted(file.text))\(Conversation.list(file, scans: scans) ?? .empty)"
        return """
            <h3><a href="\(CasePage.path.link(petition.number.text))">\(petition.number.text)</a> \(petition.title)</h3>
            <p class="quiet">\(sender) · \(Terms.name(petition.channel)) · tiếp nhận \(petition.receivedAt.vietnamese) · \(state)</p>
            \(disclosure("Nội dung, trao đổi với người gửi này", words))
            """
    }
}

/// What a page says about merged cases before anything is done.
enum MergingNotice {
    /// On the page of a duplicate: where it is dealt with.
    static func ofDuplicate(_ petition: Case, _ merger: Merger) -> HTML {
        let words =
            petition.isMerged
            ? "Mọi việc làm ở hồ sơ chính; trả lời gửi cho cả hai người gửi. Hạn của người gửi hồ sơ này: \(petition.clock.own.day.vietnamese)."
            : "Hồ sơ đã kết thúc cùng hồ sơ chính."
        return notice(
            .plain, title: "Hồ sơ trùng",
            "<p>\(words) <a href=\"\(CasePage.path.link(merger.number.text))\">Mở hồ sơ chính \(merger.number.text)</a></p>")
    }

    /// On the form of a step of which senders are told: who else reads it.
    static func ofSteps(_ steps: [Permission], _ petition: Case) -> HTML {
        guard petition.hasDuplicates, steps.contains(where: { $0 != .tell && StepSheet.of($0)?.tellsSender == true }) else { return .empty }
        return notice(
            .soon,
            """
            <p>Người gửi hồ sơ trùng cũng nhận nội dung này: không nêu tên, thông tin riêng của người gửi nào.</p>
            """)
    }
}
