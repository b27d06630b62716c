/// What is said to an IMAP server (RFC 3501) over a line that is signed in: five commands, every answer bounded.
final class IMAPSession {
    private let line: MailLine
    private let patience: MailPatience
    private var buffer: [UInt8] = []
    private var start = 0
    private var count = 0

    /// Bytes of a line without its literals.
    private static let longestLine = 1_048_576

    /// Connects and signs in.
    init(_ server: MailServer, patience: MailPatience) throws(MailFault) {
        guard let line = MailLine() else { throw .broken("") }
        self.line = line
        self.patience = patience
        try line.open(server, patience: patience)
    }

    /// What a folder says when it is opened.
    struct Folder: Equatable {
        /// Another one than before: all numbers of messages are new.
        var validity: UInt32
        /// The number that the next message will get.
        var next: UInt32
    }

    func select(_ folder: String) throws(MailFault) -> Folder {
        let name = folder.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        var found = Folder(validity: 0, next: 0)
        for response in try command("SELECT \"\(name)\"") {
            if let validity = response.number("UIDVALIDITY") { found.validity = validity }
            if let next = response.number("UIDNEXT") { found.next = next }
        }
        return found
    }

    /// Numbers of the messages that meet a condition, in their order.
    func search(_ condition: String) throws(MailFault) -> [UInt32] {
        try command("UID SEARCH \(condition)").compactMap(\.searched).flatMap { $0 }.sorted()
    }

    /// Bytes of a message; `nil` when it is gone.
    func size(_ uid: UInt32) throws(MailFault) -> Int? {
        try told(of: uid, "RFC822.SIZE").lazy.compactMap { $0.number("RFC822.SIZE") }.first.map(Int.init)
    }

    /// A message as it is, without marking it as seen; `nil` when it is gone.
    /// - Parameter most: bytes of its beginning; `nil`: all of it.
    func fetch(_ uid: UInt32, most: Int? = nil) throws(MailFault) -> [UInt8]? {
        let part = most.map { "<0.\($0)>" } ?? ""
        return try told(of: uid, "BODY.PEEK[]\(part)").lazy.compactMap(\.body).first
    }

    /// What the server tells of one message; it may also tell at any time, unasked, that flags have changed.
    private func told(of uid: UInt32, _ what: String) throws(MailFault) -> [IMAPResponse] {
        try command("UID FETCH \(uid) (UID \(what))").filter { $0.isFetch && $0.number("UID") == uid }
    }

    func markSeen(_ uid: UInt32) throws(MailFault) {
        _ = try command("UID STORE \(uid) +FLAGS.SILENT (\\Seen)")
    }

    /// Says something and reads until the server has answered it: what it told on the way.
    private func command(_ words: String) throws(MailFault) -> [IMAPResponse] {
        count += 1
        let tag = "D\(count)"
        try line.send(Array("\(tag) \(words)\r\n".utf8), patience: patience)
        var told: [IMAPResponse] = []
        while true {
            let response = try read()
            let text = response.text
            if text.hasPrefix("\(tag) ") {
                let answer = text.dropFirst(tag.utf8.count + 1)
                guard answer.uppercased().hasPrefix("OK") else { throw .refused(code: 0, String(answer)) }
                return told
            }
            if text.uppercased().hasPrefix("* BYE") { throw .broken(String(text.dropFirst(6))) }
            told.append(response)
        }
    }

    /// One response with the literals in it.
    private func read() throws(MailFault) -> IMAPResponse {
        var response = IMAPResponse(line: [], literals: [])
        while true {
            let piece = try readLine(most: Self.longestLine - response.line.count)
            response.line += piece
            guard let length = Self.literalLength(piece) else { return response }
            // Some servers guess sizes.
            guard length <= 2 * LargeMail.limit, response.literals.count < 100 else { throw .broken("literal \(length)") }
            response.literals.append(try readBytes(length))
        }
    }

    private func readLine(most: Int) throws(MailFault) -> [UInt8] {
        var looked = 0
        while true {
            if let end = buffer[(start + looked)...].firstIndex(of: 10) {
                let line = buffer[start..<end]
                start = end + 1
                return Array(line.last == 13 ? line.dropLast() : line)
            }
            looked = buffer.count - start
            guard looked < most else { throw .broken("line too long") }
            try fill()
        }
    }

    private func readBytes(_ length: Int) throws(MailFault) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(length)
        while bytes.count < length {
            if start == buffer.count { try fill() }
            let taken = min(length - bytes.count, buffer.count - start)
            bytes += buffer[start..<(start + taken)]
            start += taken
        }
        return bytes
    }

    private func fill() throws(MailFault) {
        buffer = Array(buffer[start...]) + (try line.receive(patience: patience))
        start = 0
    }

    /// `{310}` at the end of a line.
    private static func literalLength(_ line: [UInt8]) -> Int? {
        guard line.last == UInt8(ascii: "}"), let open = line.lastIndex(of: UInt8(ascii: "{")) else { return nil }
        let digits = String(decoding: line[(open + 1)..<(line.count - 1)], as: UTF8.self)
        return digits.utf8.count <= 10 ? Int(digits.hasSuffix("+") ? String(digits.dropLast()) : digits) : nil
    }
}
