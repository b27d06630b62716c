extension TaxCode {
    /// Whether what was typed can be a tax code; for forms, which ask for no more.
    package static func isValid(_ typed: String) -> Bool {
        do {
            _ = try TaxCode(typed)
            return true
        } catch {
            return false
        }
    }

    /// By what a typed code is found again, be it well-formed or mistyped: without spaces and dots; `nil` for nothing typed.
    package static func key(of typed: String) -> String? {
        do {
            return try TaxCode(typed).text
        } catch {
            let rest = typed.unicodeScalars.filter { $0 != "." && !$0.properties.isWhitespace }
            return rest.isEmpty ? nil : String(String.UnicodeScalarView(rest))
        }
    }
}
