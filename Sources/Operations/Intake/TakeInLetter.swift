package import Domain
import Storage

/// Takes in a letter on paper (văn bản giấy): the next number of the register of incoming documents, a case, and where it holds several
/// petitions a case for each, under one submission. The same form sent twice is the same letter.
package struct TakeInLetter: Operation {
    package static let permission = Permission.takeIn
    let letter: LetterDraft
    let draft: IntakeDraft
    let items: [ItemDraft]
    let files: [UploadedFile]
    /// The officer looked: it is not the letter of that number, date and sender that stands in the register.
    let isAnother: Bool
    let formKey: String

    /// - Parameters:
    ///   - draft: its channel is `.letter`; when it was received follows from the letter.
    ///   - items: none for a letter with one petition, else two or more.
    package init(
        letter: LetterDraft, draft: IntakeDraft, items: [ItemDraft] = [], files: [UploadedFile] = [], isAnother: Bool = false,
        formKey: String
    ) {
        self.letter = letter
        self.draft = draft
        self.items = items
        self.files = files
        self.isAnother = isAnother
        self.formKey = formKey
    }

    /// The cases in the order of the items.
    package func perform(_ turn: Turn) throws -> [Case] {
        let key = try turn.key(formKey, .letter, draft.text)
        if let known = try turn.known(key) {
            return try known.item.map { try SubmissionStore.items($0.submission, turn.tx) } ?? [known]
        }
        var draft = draft
        draft.channel = .letter
        draft.receivedAt = letter.receivedAt(now: turn.now, hours: try turn.rules().calendar.hours)
        try check(draft, turn)
        let (petition, message) = try turn.open(draft, key: key)
        try turn.attach(files, to: message)
        try register(petition, turn)
        if items.isEmpty { return [petition] }
        return try SplitCase(petition: petition.id, version: petition.version, items: items).perform(turn)
    }

    private func check(_ draft: IntakeDraft, _ turn: Turn) throws {
        let limits = try turn.backdatingLimits()
        var list = ProblemList()
        list.add(letter.problems(on: turn.now.day))
        if !isAnother, let same = try LetterStore.same(as: letter, turn.tx) { list.add("isAnother", .sameLetter(same.text)) }
        list.add(draft.problems(in: try turn.catalogue(), at: turn.now, calendar: limits.calendar, mostDays: limits.days))
        list.add(UploadedFile.problems(files))
        // The day of arrival is what the form asks for.
        let problems = list.problems.map { $0.field == "receivedAt" ? Problem("arrivedOn", $0.fault) : $0 }
        if !problems.isEmpty { throw Refusal.invalid(problems) }
    }

    private func register(_ petition: Case, _ turn: Turn) throws {
        guard let team = petition.team else { throw Refusal.noSuch(.team) }
        let year = turn.now.day.year
        let arrival = try NumberSeriesStore.next("den-\(petition.number.prefix)-\(year)", turn.tx)
        try LetterStore.insert(
            PaperLetter(id: turn.newID(), petition: petition.id, team: team, year: year, arrival: arrival, draft: letter), turn.tx)
        try SearchIndex.add(petition.id, text: [letter.number, letter.sender], turn.tx)
    }
}
