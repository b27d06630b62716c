package import Database
package import Domain

// How the terms of the state's map stand in columns.

extension AdministrativeClassification: Stored {
    package var stored: Value { .integer(Int64(rawValue)) }
    package init(stored: Value) throws(UnreadableColumn) {
        guard case .integer(let number) = stored, let value = Self(rawValue: Int(clamping: number)) else {
            throw UnreadableColumn(stored, expected: "a classification")
        }
        self = value
    }
}

extension AdministrativeLevel: Stored {
    package var stored: Value { .integer(Int64(rawValue)) }
    package init(stored: Value) throws(UnreadableColumn) {
        guard case .integer(let number) = stored, let value = Self(rawValue: Int(clamping: number)) else {
            throw UnreadableColumn(stored, expected: "a tier")
        }
        self = value
    }
}

extension AdministrativeUnit.Kind: Stored {}
extension AdministrativeSuccession.Share: Stored {}

extension Row {
    /// The code that stands in two columns.
    func administrativeCode(_ classification: String, _ code: String) throws -> AdministrativeCode {
        let digits: String = try self[code]
        guard let found = AdministrativeCode(try self[classification], digits) else {
            throw UnreadableColumn(.text(digits), expected: "an administrative code", column: code)
        }
        return found
    }

    func administrativeUnit() throws -> AdministrativeUnit {
        let code = try administrativeCode("classification", "code")
        let parent: String? = try self["parent"]
        return AdministrativeUnit(
            code: code, kind: try self["kind"], name: try self["name"],
            parent: parent.flatMap { AdministrativeCode(code.classification, $0) })
    }
}
