import Documents
import Domain
import Operations
import Storage

/// What a page carries to hear what changes while it is open. Placed last in its content: it stands at the lower edge of the window
/// and moves nothing that is being read. Without a script it shows who was there when the page was made, and nothing else.
enum LiveParts {
    /// For desks and lists: offers to load again when cases have changed, and keeps the counts of the queues.
    static func list(_ visit: Visit) -> HTML {
        watch(LivePage.path.link(query: ["tu": String(visit.now.milliseconds)]), reload: visit.address)
    }

    /// For pages of one case, forms with it: says when somebody changes it, and who else has it before him.
    static func ofCase(_ petition: Case, _ visit: Visit) async throws -> HTML {
        let (account, now) = (try visit.account(), visit.now)
        let others = try await visit.office.read { try PresenceStore.others(in: petition.id, than: account.id, at: now, $0) }
        let stream = LivePage.path.link(query: ["ho-so": petition.number.text, "phien-ban": String(petition.version)])
        return watch(
            stream, reload: visit.address, presence: PresencePage.path.link(petition.number.text),
            presenceNotice(others.map { PresenceWords.sentence($0, at: now) }))
    }

    private static func watch(_ stream: String, reload: String, presence: String? = nil, _ company: HTML = .empty) -> HTML {
        """
        <div class="watch" data-live="\(stream)" data-reload="\(reload)"\(attribute: "data-presence", presence)>\(company)\
        <div role="status" aria-live="polite" data-news></div></div>
        """
    }
}

/// Who else has a case before him ("Nguyễn Văn A đang soạn"), a line each.
func presenceNotice(_ sentences: [String]) -> HTML {
    """
    <ul class="present" role="status" aria-live="polite" aria-label="Người đang mở hồ sơ này" data-present>\
    \(each(sentences) { "<li>\(Icon.person.html) \($0)</li>" })</ul>
    """
}
