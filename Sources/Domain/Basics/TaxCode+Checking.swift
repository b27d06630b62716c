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
}
