package import Domain
import Storage

/// Takes a petition in from the public form. The same form sent twice is the same case.
package struct SubmitForm: Operation {
    package static let permission = Permission.receive
    let draft: SubmissionDraft
    let files: [UploadedFile]
    let formKey: String

    /// - Parameter formKey: made when the form was shown; 16 characters or more.
    package init(draft: SubmissionDraft, files: [UploadedFile], formKey: String) {
        self.draft = draft
        self.files = files
        self.formKey = formKey
    }

    package func perform(_ turn: Turn) throws -> Case {
        guard (16...64).contains(formKey.utf8.count) else { throw Refusal.invalid([Problem("formKey", .missing)]) }
        if let known = try CaseStore.byForm(formKey, turn.tx) { return known }
        let catalogue = try turn.catalogue()
        let problems = draft.problems(in: catalogue) + UploadedFile.problems(files)
        if !problems.isEmpty { throw Refusal.invalid(problems) }
        let contact = Contact(id: turn.newID(), channel: .form, address: nil, person: draft.person)
        try ContactStore.insert(contact, at: turn.now, turn.tx)
        let opening = CaseOpening(
            contact: contact, title: draft.title.isEmpty ? nil : draft.title, text: draft.text, classification: draft.classification,
            isProtected: draft.wantsProtection, formKey: formKey, sentAt: turn.now)
        let (petition, message) = try turn.open(opening)
        try turn.attach(files, to: message)
        return petition
    }
}

/// The sender of a form adds something to his case, known by its lookup code: the answer to a question, or one word more.
package struct SupplyByCode: Operation {
    package static let permission = Permission.supply
    let code: LookupCode
    let text: String
    let files: [UploadedFile]

    package init(code: LookupCode, text: String, files: [UploadedFile]) {
        self.code = code
        self.text = text
        self.files = files
    }

    package func perform(_ turn: Turn) throws -> Case {
        guard let petition = try CaseStore.find(code.text, turn.tx) else { throw Refusal.noSuch(.petition) }
        var list = ProblemList()
        list.text("text", text, atLeast: files.isEmpty ? 1 : 0, atMost: SubmissionDraft.longestText)
        let problems = list.problems + UploadedFile.problems(files)
        if !problems.isEmpty { throw Refusal.invalid(problems) }
        let event = try petition.hear(at: turn.now, rules: try turn.rules())
        let message = Message(
            id: turn.newID(), contact: petition.contact, petition: petition.id, direction: .inbound, channel: petition.channel,
            externalID: nil, text: text, at: turn.now)
        try MessageStore.insert(message, turn.tx)
        try turn.attach(files, to: message)
        try turn.count(.supply, on: petition.channel, contact: petition.contact, petition: petition)
        try SearchIndex.add(petition.id, text: [text], turn.tx)
        return try turn.record(event, on: petition)
    }
}
