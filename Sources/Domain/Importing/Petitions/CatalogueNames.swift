extension Catalogue {
    /// The field that free words mean: its name or code, or one of the things that its name lists, where no other field lists it.
    package func field(called word: String) -> FieldCode? {
        let wanted = PetitionColumn.normalised(word)
        if let field = fields.first(where: { PetitionColumn.normalised($0.name) == wanted || $0.code.text == word.folded }) { return field.code }
        let parts = Self.parts(word)
        let close = fields.filter { field in !Self.parts(field.name).isDisjoint(with: parts) }
        return close.count == 1 ? close.first?.code : nil
    }

    /// The area that free words mean: its name with or without what kind of unit it is, or the first one that an address names.
    package func area(called word: String) -> AreaCode? {
        let names = areas.map { (whole: Self.whole($0.name), plain: Self.plain($0.name), code: $0.code) }
        for piece in [word] + word.split(whereSeparator: { ",;-–/".contains($0) }).map(String.init) {
            let whole = Self.whole(piece)
            if let found = names.first(where: { $0.whole == whole }) { return found.code }
            let plain = Self.plain(piece)
            let close = names.filter { $0.plain == plain && !plain.isEmpty }
            if close.count == 1 { return close.first?.code }
        }
        return areas.first { $0.code.text == word.folded }?.code
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
