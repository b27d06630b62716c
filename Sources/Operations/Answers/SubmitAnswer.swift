package import Domain

/// Puts the answer before its approver (trình duyệt). What is on the page is kept first, so that nothing typed is lost.
package struct SubmitAnswer: Operation {
    package static let permission = Permission.submit
    let petition: ID<Case>
    let version: Int
    let content: AnswerContent
    let files: [UploadedFile]

    /// - Parameter files: new files, in the order of the evidence that has none yet.
    package init(petition: ID<Case>, version: Int, content: AnswerContent, files: [UploadedFile] = []) {
        self.petition = petition
        self.version = version
        self.content = content
        self.files = files
    }

    package func perform(_ turn: Turn) throws -> Case {
        let current = try turn.petition(petition, version: version)
        guard let account = turn.actor.account else { throw Refusal.notPermitted(.draft) }
        let proved = try turn.proved(content, by: files, known: current.draft)
        let drafted = try turn.record(current.draft(proved.draft(by: account), by: turn.actor), on: current)
        return try turn.record(drafted.submit(by: turn.actor, at: turn.now), on: drafted)
    }
}
