/// The kinds of file that are opened here (loại tệp; brief §1.5 and what mail and Zalo bring besides), told by their content and never
/// by their name: `FileContent` tells them.
package enum FileKind: String, CaseIterable, Sendable, Codable {
    case pdf, jpeg, png, gif, webp, heic
    case doc, docx, xls, xlsx, odt, ods
    case text, csv, eml
    case m4a, mp3, ogg, amr, wav, aac
    case mp4, mov

    /// Bytes: 10 MB (brief §1.5).
    package static let largest = FileLimits.form.file

    /// What a form's file input offers to choose.
    package static let accept = ".pdf,.jpg,.jpeg,.png,.doc,.docx"

    /// `nil` for everything that is not one of the kinds, such as programs, web pages, archives, and documents with macros.
    package init?(_ bytes: [UInt8]) {
        guard case .known(let kind) = FileContent(bytes) else { return nil }
        self = kind
    }

    /// Whether a form takes it: the kinds of the national form (brief §1.5).
    package var isTakenByForms: Bool {
        switch self {
        case .pdf, .jpeg, .png, .doc, .docx: true
        case .gif, .webp, .heic, .xls, .xlsx, .odt, .ods, .text, .csv, .eml, .m4a, .mp3, .ogg, .amr, .wav, .aac, .mp4, .mov: false
        }
    }

    /// How a page can show it.
    package enum Showing: Sendable, Equatable {
        /// By a copy that is made of it: a picture, or the first page of a paper.
        case picture, paper
        /// By the browser's own player.
        case audio, video
        /// Not at all: it is saved and opened elsewhere.
        case nothing
    }

    package var showing: Showing {
        switch self {
        case .jpeg, .png, .gif, .webp, .heic: .picture
        case .pdf: .paper
        case .m4a, .mp3, .ogg, .wav, .aac: .audio
        case .mp4, .mov: .video
        // No browser plays AMR.
        case .amr, .doc, .docx, .xls, .xlsx, .odt, .ods, .text, .csv, .eml: .nothing
        }
    }

    /// For the `Content-Type` header; the sender's own claim is never passed on.
    package var contentType: String {
        switch self {
        case .pdf: "application/pdf"
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .gif: "image/gif"
        case .webp: "image/webp"
        case .heic: "image/heic"
        case .doc: "application/msword"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xls: "application/vnd.ms-excel"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .ods: "application/vnd.oasis.opendocument.spreadsheet"
        case .text: "text/plain"
        case .csv: "text/csv"
        case .eml: "message/rfc822"
        case .m4a: "audio/mp4"
        case .mp3: "audio/mpeg"
        case .ogg: "audio/ogg"
        case .amr: "audio/amr"
        case .wav: "audio/wav"
        case .aac: "audio/aac"
        case .mp4: "video/mp4"
        case .mov: "video/quicktime"
        }
    }

    /// Without the dot; the first one is given to files that have none of them.
    package var fileExtensions: [String] {
        switch self {
        case .jpeg: ["jpg", "jpeg", "jpe", "jfif"]
        case .heic: ["heic", "heif"]
        case .text: ["txt", "csv", "log", "md"]
        case .csv: ["csv", "txt", "tsv"]
        case .ogg: ["ogg", "oga", "opus"]
        case .amr: ["amr", "awb"]
        case .m4a: ["m4a", "mp4", "aac"]
        case .mp4: ["mp4", "m4v", "3gp"]
        case .pdf, .png, .gif, .webp, .doc, .docx, .xls, .xlsx, .odt, .ods, .eml, .mp3, .wav, .aac, .mov: [rawValue]
        }
    }

    /// Without the dot.
    package var fileExtension: String { fileExtensions[0] }
}
