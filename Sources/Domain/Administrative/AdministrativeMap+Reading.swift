extension AdministrativeMap {
    /// Reads the two files that the program carries (made by `scripts/administrative`): lines of fields between tabs, no head.
    /// - Parameters:
    ///   - unitsFile: classification (2 or 3), code, kind, name, parent's code or nothing.
    ///   - successionFile: code in three tiers, code in two tiers, share.
    package init(unitsFile: [UInt8], successionFile: [UInt8]) throws(AdministrativeFault) {
        var units: [AdministrativeUnit] = []
        for (number, line) in Self.lines(unitsFile) {
            guard let unit = Self.unit(line) else { throw .unreadable(file: "units", line: number) }
            units.append(unit)
        }
        var successions: [AdministrativeSuccession] = []
        for (number, line) in Self.lines(successionFile) {
            guard let succession = Self.succession(line) else { throw .unreadable(file: "succession", line: number) }
            successions.append(succession)
        }
        try self.init(units: units, successions: successions)
    }

    private static func unit(_ fields: [String]) -> AdministrativeUnit? {
        guard fields.count == 5, let classification = Int(fields[0]).flatMap(AdministrativeClassification.init),
            let code = AdministrativeCode(classification, fields[1]), let kind = AdministrativeUnit.Kind(rawValue: fields[2]),
            !fields[3].isEmpty
        else { return nil }
        let parent = AdministrativeCode(classification, fields[4])
        if parent == nil, !fields[4].isEmpty { return nil }
        return AdministrativeUnit(code: code, kind: kind, name: fields[3], parent: parent)
    }

    private static func succession(_ fields: [String]) -> AdministrativeSuccession? {
        guard fields.count == 3, let old = AdministrativeCode(.threeTier, fields[0]), let new = AdministrativeCode(.twoTier, fields[1]),
            let share = AdministrativeSuccession.Share(rawValue: fields[2])
        else { return nil }
        return AdministrativeSuccession(old: old, new: new, share: share)
    }

    /// The lines that hold something, with their numbers from 1, cut at tabs.
    private static func lines(_ bytes: [UInt8]) -> [(number: Int, fields: [String])] {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            if line.isEmpty { return nil }
            let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            return (index + 1, fields.map { String(decoding: $0, as: UTF8.self) })
        }
    }
}
