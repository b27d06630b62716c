/// Words of an officer to the sender (nhắn người gửi), with files where he sent any.
package struct Telling: Sendable, Equatable, Codable {
    package var text: String
    /// Names of the files that went with it.
    package var files: [String]

    package init(text: String, files: [String] = []) {
        self.text = text
        self.files = files
    }

    /// Characters of one message at most: with what stands around it, it still is one message on the narrowest channel.
    package static let longest = 1500

    /// The words, and what went with them.
    package var described: String { files.isEmpty ? text : "\(text)\nTệp gửi kèm: \(files.joined(separator: ", "))" }
}

extension Case {
    /// Writes to the sender without asking for anything: the clock runs on.
    package func tell(_ telling: Telling, by actor: Actor) throws(Refusal) -> CaseEvent {
        try check(.tell, by: actor)
        var list = ProblemList()
        list.check(.tell, ["message": telling.text])
        try list.refuse()
        return .told(telling)
    }
}
