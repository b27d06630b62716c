import Domain

/// The words that a case fills into a petition's texts, written `{firm}` there.
struct Placeholders {
    enum Name: String, CaseIterable {
        /// The sender's organisation.
        case firm
        case park, cluster, area, street
        /// A number of ordinary size: square metres, workers, days, a register number.
        case number
        /// A lot within a park.
        case lot
        /// Days: some weeks ago, a few days ago, in some days.
        case date, recent, soon
        /// The month before the petition came.
        case month
        /// The lead unit, as a sentence names it.
        case unit
    }

    var values: [Name: String] = [:]

    /// The text with every known name filled in.
    func fill(_ text: String) -> String {
        values.reduce(text) { $0.replacing("{\($1.key.rawValue)}", with: $1.value) }
    }

    /// The names that a text asks for, known or not.
    static func names(in text: String) -> [String] {
        text.split(separator: "{").dropFirst().compactMap { part in
            part.firstIndex(of: "}").map { String(part[..<$0]) }
        }
    }
}
