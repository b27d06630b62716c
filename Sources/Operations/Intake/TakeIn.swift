package import Domain
import Storage

/// Takes in what somebody says on the telephone, at the counter or in a meeting (nhập hộ người gửi): a case at once, counted from its
/// real receipt. The same form sent twice is the same case.
package struct TakeIn: Operation {
    package static let permission = Permission.takeIn
    let draft: IntakeDraft
    let files: [UploadedFile]
    let formKey: String

    /// - Parameter formKey: made when the form was shown; 16 to 64 characters.
    package init(draft: IntakeDraft, files: [UploadedFile] = [], formKey: String) {
        self.draft = draft
        self.files = files
        self.formKey = formKey
    }

    package func perform(_ turn: Turn) throws -> Case {
        let key = try turn.key(formKey, .newCase, draft.text)
        if let known = try turn.known(key) { return known }
        let limits = try turn.backdatingLimits()
        let problems = draft.problems(in: try turn.catalogue(), at: turn.now, calendar: limits.calendar, mostDays: limits.days)
            + UploadedFile.problems(files)
        if !problems.isEmpty { throw Refusal.invalid(problems) }
        let (petition, message) = try turn.open(draft, key: key)
        try turn.attach(files, to: message)
        return petition
    }
}

/// Notes that somebody called, came or wrote about something that needs no case (ghi lượt liên hệ): in one line, in one step. It may be
/// about a case that there is ("hỏi bao giờ có trả lời").
package struct NoteInteraction: Operation {
    package static let permission = Permission.takeIn
    let draft: IntakeDraft
    let petition: CaseNumber?
    let formKey: String

    package init(draft: IntakeDraft, about petition: CaseNumber? = nil, formKey: String) {
        self.draft = draft
        self.petition = petition
        self.formKey = formKey
    }

    package func perform(_ turn: Turn) throws {
        let key = try turn.key(formKey, .note(about: petition), draft.text)
        if try InteractionStore.byKey(key, turn.tx) != nil { return }
        let limits = try turn.backdatingLimits()
        let problems = draft.noteProblems(at: turn.now, calendar: limits.calendar, mostDays: limits.days)
        if !problems.isEmpty { throw Refusal.invalid(problems) }
        let about = try petition.map { try turn.visible($0) }
        let summary = [CleanText(line: draft.text).text, draft.lateness.map { "(\($0))" }].compactMap { $0 }.joined(separator: " ")
        try turn.count(
            draft.channel.approach, on: draft.channel, contact: try about?.contact ?? turn.contact(of: draft)?.id, petition: about,
            at: draft.receivedAt, summary: summary, key: key)
    }
}

/// Writes into a case what its sender says on another way than his own (ghi thêm vào hồ sơ): more on an open case, which starts its
/// clock again where it waited for that; or that he does not accept the answer.
package struct TakeInForCase: Operation {
    package static let permission = Permission.takeIn
    let petition: CaseNumber
    let draft: IntakeDraft
    let files: [UploadedFile]
    /// The sender does not accept the answer and wants the case looked at again (kiến nghị lại).
    let comesBack: Bool
    let formKey: String

    package init(petition: CaseNumber, draft: IntakeDraft, files: [UploadedFile] = [], comesBack: Bool = false, formKey: String) {
        self.petition = petition
        self.draft = draft
        self.files = files
        self.comesBack = comesBack
        self.formKey = formKey
    }

    package func perform(_ turn: Turn) throws -> Case {
        let key = try turn.key(formKey, .more(on: petition, comesBack: comesBack), draft.text)
        if let known = try turn.known(key) { return known }
        let limits = try turn.backdatingLimits()
        let problems = draft.problems(in: try turn.catalogue(), at: turn.now, calendar: limits.calendar, mostDays: limits.days)
            + UploadedFile.problems(files)
        if !problems.isEmpty { throw Refusal.invalid(problems) }
        let current = try turn.visible(petition)
        let rules = try turn.rules()
        // The words are the sender's, so the step is his; the journal says who wrote it down.
        let event = comesBack
            ? try current.reopen(reason: draft.text, by: .sender, at: turn.now, rules: rules)
            : try current.hear(at: turn.now, heardAt: draft.receivedAt, rules: rules)
        let message = Message(
            id: turn.newID(), contact: current.contact, petition: current.id, direction: .inbound, channel: draft.channel, externalID: nil,
            text: draft.text, at: draft.receivedAt ?? turn.now)
        try MessageStore.insert(message, turn.tx)
        try turn.attach(files, to: message)
        try SearchIndex.add(current.id, text: [draft.text], turn.tx)
        try turn.count(
            comesBack ? .reopening : draft.channel.approach, on: draft.channel, contact: current.contact, petition: current,
            at: draft.receivedAt, summary: draft.lateness ?? "", key: key)
        return comesBack ? try turn.hearAgain(event, current) : try turn.record(event, on: current)
    }
}
