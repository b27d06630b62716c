import Foundation
import Hummingbird

extension ControlInput {
    /// What is to be sent, as one kind of message. A page's form has a line and a file in one: either may be missing; a picture takes the
    /// line as its caption, any other file follows the line.
    func contents(as kind: String) -> [ZaloContent] {
        switch kind {
        case "sticker": return [.sticker(id: self["text"] ?? "46")]
        case "link": return self["url"].map { [.link(url: $0, description: self["text"] ?? "")] } ?? []
        case "card":
            guard let name = self["name"], let phone = self["phone"] else { return [] }
            return [.card(name: name, phone: phone)]
        case "location":
            guard let latitude = self["latitude"], let longitude = self["longitude"] else { return [] }
            return [.location(latitude: latitude, longitude: longitude)]
        case "audio": return file.map { [.audio($0.bytes)] } ?? []
        case "video": return file.map { [.video($0.bytes, description: self["text"] ?? "")] } ?? []
        default: break
        }
        guard let file else { return kind == "text" ? self["text"].map { [.text($0)] } ?? [] : [] }
        switch MediaKind(file.bytes) {
        case .png, .jpeg: return [.picture(file.bytes, caption: self["text"] ?? "")]
        case .gif: return [.gif(file.bytes)]
        case .pdf, .word, .other: return (self["text"].map { [.text($0)] } ?? []) + [.file(file.bytes, name: file.name)]
        }
    }

    /// JSON for a program; back to the page for its form.
    func answer(_ value: JSON, back: String) -> Response { isForm ? .redirect(to: back, type: .normal) : controlAnswer(value) }

    func missing(_ field: String, back: String) throws -> Response {
        if isForm { return .redirect(to: back, type: .normal) }
        throw HTTPError(.badRequest, message: "Missing: \(field).")
    }
}
