import Foundation
package import Database
package import Domain

// How values of the domain stand in columns.

extension Stored where Self: RawRepresentable, RawValue == String {
    package var stored: Value { .text(rawValue) }
    package init(stored: Value) throws(UnreadableColumn) {
        guard case .text(let text) = stored, let value = Self(rawValue: text) else {
            throw UnreadableColumn(stored, expected: "a word of \(Self.self)")
        }
        self = value
    }
}

extension Channel: Stored {}
extension CaseState: Stored {}
extension Kind: Stored {}
extension Outcome: Stored {}
extension Site: Stored {}
extension Domain.Unit.Level: Stored {}
extension TeamMember.Post: Stored {}
extension Team.Kind: Stored {}
extension Succession.Kind: Stored {}
extension Reorganisation.State: Stored {}
extension Role: Stored {}
extension Message.Direction: Stored {}
extension Presence.Activity: Stored {}
extension PetitionImport.State: Stored {}
extension PetitionImportPlan.Outcome: Stored {}
extension FileKind: Stored {}
extension FileContent.Closed: Stored {}
extension PictureForm: Stored {}
extension FileState.Copy.Stage: Stored {}
extension FileState.Scan.Stage: Stored {}

extension Instant: Stored {
    package var stored: Value { .integer(milliseconds) }
    package init(stored: Value) throws(UnreadableColumn) { self.init(milliseconds: try Int64(stored: stored)) }
}

extension Day: Stored {
    package var stored: Value { .text(iso) }
    package init(stored: Value) throws(UnreadableColumn) {
        guard case .text(let text) = stored, let day = Day(iso: text) else { throw UnreadableColumn(stored, expected: "a day") }
        self = day
    }
}

extension ID: Stored {
    package var stored: Value { .text(text) }
    package init(stored: Value) throws(UnreadableColumn) {
        guard case .text(let text) = stored, let id = ID(text) else { throw UnreadableColumn(stored, expected: "an id") }
        self = id
    }
}

extension FieldCode: Stored {
    package var stored: Value { .text(text) }
    package init(stored: Value) throws(UnreadableColumn) { self.init(try String(stored: stored)) }
}

extension AreaCode: Stored {
    package var stored: Value { .text(text) }
    package init(stored: Value) throws(UnreadableColumn) { self.init(try String(stored: stored)) }
}

extension CaseNumber: Stored {
    package var stored: Value { .text(text) }
    package init(stored: Value) throws(UnreadableColumn) {
        guard case .text(let text) = stored, let number = CaseNumber(text) else {
            throw UnreadableColumn(stored, expected: "a case number")
        }
        self = number
    }
}

extension LookupCode: Stored {
    package var stored: Value { .text(text) }
    package init(stored: Value) throws(UnreadableColumn) {
        guard case .text(let text) = stored, let code = LookupCode(text) else {
            throw UnreadableColumn(stored, expected: "a lookup code")
        }
        self = code
    }
}

/// A value that stands in one column as JSON, with sorted keys so that equal values are equal texts.
struct JSONText<Content: Codable>: Stored {
    var content: Content

    init(_ content: Content) { self.content = content }

    var stored: Value {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Encoding values of our own types cannot fail: they hold no floating-point numbers and no foreign objects.
        guard let data = try? encoder.encode(content) else { return .null }
        return .text(String(decoding: data, as: UTF8.self))
    }

    init(stored: Value) throws(UnreadableColumn) {
        guard case .text(let text) = stored else { throw UnreadableColumn(stored, expected: "JSON of \(Content.self)") }
        do {
            content = try JSONDecoder().decode(Content.self, from: Data(text.utf8))
        } catch {
            throw UnreadableColumn(stored, expected: "JSON of \(Content.self)")
        }
    }
}
