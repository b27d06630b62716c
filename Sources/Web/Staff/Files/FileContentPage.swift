import Database
import Domain
import Hummingbird
import Operations
import Storage

/// The bytes of a file, apart from the pages: saved, never shown. What needs a word before leads to its page.
struct FileContentPage: Page {
    static let path: Path = "/tep/:id"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        let desk = try await FileAtDesk.open(visit)
        switch desk.handout {
        case .freely: return desk.whole(.attachment, visit)
        case .onceConfirmed, .onceScanned, .never: return .see(AttachmentPage.path.link(desk.id.text))
        }
    }
}

/// The bytes of a recording or a film, for the player of a page.
struct FilePlayPage: Page {
    static let path: Path = "/tep/:id/phat"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        let desk = try await FileAtDesk.open(visit)
        guard desk.handout == .freely else { throw Refusal.noSuch(.attachment) }
        switch desk.file.state.content.kind?.showing {
        case .audio, .video: return desk.whole(.inline, visit)
        case .picture, .paper, .nothing, nil: throw Refusal.noSuch(.attachment)
        }
    }
}

/// A copy of a picture or of the first page of a paper.
struct FileCopyPage: Page {
    static let path: Path = "/tep/:id/anh/:form"
    static let access = Access.staff

    static func show(_ visit: Visit) async throws -> Reply {
        let desk = try await FileAtDesk.open(visit)
        guard desk.handout != .never, let form = FileAddress.form(visit.parameter("form")),
            let copy = try await visit.office.read({ try FileCopyStore.find(form, of: desk.file.hash, $0) })
        else { throw Refusal.noSuch(.attachment) }
        return desk.copy(copy, visit)
    }
}

/// The words for the sizes of copies in addresses.
enum FileAddress {
    static func copy(_ id: ID<Attachment>, _ form: PictureForm) -> String { FileCopyPage.path.link(id.text, word(form)) }

    static func form(_ word: String) -> PictureForm? { PictureForm.allCases.first { Self.word($0) == word } }

    private static func word(_ form: PictureForm) -> String {
        switch form {
        case .thumbnail: "nho"
        case .view: "lon"
        }
    }
}
