/// The code of a field (lĩnh vực), such as `dat-dai`; the list itself is data (brief §4.5).
package struct FieldCode: Hashable, Comparable, Sendable, Codable {
    package let text: String
    package init(_ text: String) { self.text = text }
    package static func < (a: FieldCode, b: FieldCode) -> Bool { a.text < b.text }
    package init(from decoder: any Decoder) throws { text = try decoder.singleValueContainer().decode(String.self) }
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// The code of an area (địa bàn): a commune in its classification; the list itself is data (brief §5.3).
package struct AreaCode: Hashable, Comparable, Sendable, Codable {
    package let text: String
    package init(_ text: String) { self.text = text }
    package static func < (a: AreaCode, b: AreaCode) -> Bool { a.text < b.text }
    package init(from decoder: any Decoder) throws { text = try decoder.singleValueContainer().decode(String.self) }
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
