/// The names of a catalogue as lists call them: made ready once, however many rows are read by them.
package struct CatalogueNames: Sendable {
    private var fields: [String: FieldCode] = [:]
    private var fieldCodes: [String: FieldCode] = [:]
    /// By the things that a name lists.
    private var fieldParts: [String: Set<FieldCode>] = [:]
    private var areas: [String: AreaCode] = [:]
    private var areaCodes: [String: AreaCode] = [:]
    /// Without what kind of unit it is: two of one name are told apart by that alone.
    private var plainAreas: [String: [AreaCode]] = [:]

    package init(_ catalogue: Catalogue) {
        // Of two of one name the first counts, as in the lists that people choose from.
        for field in catalogue.fields.reversed() {
            fields[PetitionColumn.normalised(field.name)] = field.code
            fieldCodes[field.code.text] = field.code
            for part in Self.parts(field.name) { fieldParts[part, default: []].insert(field.code) }
        }
        for area in catalogue.areas.reversed() {
            areas[Self.whole(area.name)] = area.code
            areaCodes[area.code.text] = area.code
            plainAreas[Self.plain(area.name), default: []].append(area.code)
        }
    }

    /// The field that free words mean: its name or code, or one of the things that its name lists, where no other field lists it.
    package func field(called word: String) -> FieldCode? {
        if let field = fields[PetitionColumn.normalised(word)] ?? fieldCodes[word.folded] { return field }
        let close = Self.parts(word).reduce(into: Set<FieldCode>()) { $0.formUnion(fieldParts[$1] ?? []) }
        return close.count == 1 ? close.first : nil
    }

    /// The area that free words mean: its name with or without what kind of unit it is, or the first one that an address names.
    package func area(called word: String) -> AreaCode? {
        for piece in [word] + word.split(whereSeparator: { ",;-–/".contains($0) }).map(String.init) {
            if let found = areas[Self.whole(piece)] { return found }
            let plain = Self.plain(piece)
            if !plain.isEmpty, let close = plainAreas[plain], close.count == 1 { return close.first }
        }
        return areaCodes[word.folded]
    }

    private static func parts(_ name: String) -> Set<String> {
        let pieces = name.folded.split(whereSeparator: { ",;/".contains($0) }).map { PetitionColumn.normalised(String($0)) }
        return Set(pieces.filter { !$0.isEmpty })
    }

    /// With the kind of the unit in full: `P. An Phú` becomes `phuong an phu`.
    private static func whole(_ name: String) -> String {
        var words = PetitionColumn.normalised(name).split(separator: " ").map(String.init)
        if words.count > 1, let kind = shortKinds[words[0]] { words[0] = kind }
        return words.joined(separator: " ")
    }

    /// Without the kind of the unit: `Phường An Phú` and `P. An Phú` become `an phu`.
    private static func plain(_ name: String) -> String {
        let whole = whole(name)
        return kinds.first { whole.hasPrefix($0 + " ") }.map { String(whole.dropFirst($0.count + 1)) } ?? whole
    }

    private static let kinds = ["thi tran", "thi xa", "thanh pho", "dac khu", "phuong", "huyen", "quan", "xa", "tinh"]
    private static let shortKinds = [
        "p": "phuong", "x": "xa", "h": "huyen", "q": "quan", "tp": "thanh pho", "tx": "thi xa", "tt": "thi tran",
    ]
}
