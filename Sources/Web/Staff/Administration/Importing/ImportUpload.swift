import Documents
import Domain
import Foundation
import Operations

/// What was sent to be imported: a table of one kind. Between the look and the import the page itself carries the file, so that
/// nothing lies about on the server and the rows keep their numbers.
struct ImportUpload {
    enum Kind: String, CaseIterable {
        case units, accounts
    }

    var kind: Kind
    var bytes: [UInt8]
    /// What founding and changing units rests on.
    var document: Decision?

    private static let carried = "content"
    /// Characters in one hidden field, below the limit of a field.
    private static let chunk = 90_000

    /// Throws `Refusal.invalid`.
    init(_ form: FormBody) throws(Refusal) {
        guard let kind: Kind = try form.choice("kind") else { throw .invalid([Problem("kind", .missing)]) }
        self.kind = kind
        if let file = form.files("file").first {
            bytes = file.bytes
        } else if let data = Data(base64Encoded: form.all(Self.carried).joined()), !data.isEmpty {
            bytes = Array(data)
        } else {
            throw .invalid([Problem("file", .missing)])
        }
        let number = form.line("document")
        let date = form.line("documentDate")
        if !number.isEmpty || !date.isEmpty {
            guard let day = Day(typed: date) else { throw .invalid([Problem("documentDate", .dateUnreadable)]) }
            document = Decision(number: number, date: day)
        }
    }

    /// Unseen fields that carry it all on.
    var hidden: HTML {
        let text = Array(Data(bytes).base64EncodedString().utf8)
        let chunks = stride(from: 0, to: text.count, by: Self.chunk).map { start in
            String(decoding: text[start..<min(start + Self.chunk, text.count)], as: UTF8.self)
        }
        return """
            \(hiddenField("kind", kind.rawValue))
            \(hiddenField("document", document?.number ?? ""))\(hiddenField("documentDate", document?.date.iso ?? ""))
            \(each(chunks) { hiddenField(Self.carried, $0) })
            """
    }

    /// The table in the file. Throws `ImportFileFault`.
    func units() throws(ImportFileFault) -> ImportUnits {
        ImportUnits(try ImportFile.table(bytes, of: UnitColumn.self), document: document)
    }

    /// The table in the file. Throws `ImportFileFault`.
    func accounts() throws(ImportFileFault) -> ImportTable { try ImportFile.table(bytes, of: AccountColumn.self) }
}
