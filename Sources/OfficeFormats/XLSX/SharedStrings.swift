/// The texts that cells refer to by number.
struct SharedStrings: XMLContent {
    private(set) var strings: [String] = []
    private var run = TextRun()
    private let limits: TableLimits

    init(limits: TableLimits) { self.limits = limits }

    mutating func open(_ name: String, _ attributes: [String: String]) throws(TableFault) {
        if name == "si" { run = TextRun() }
        run.open(name)
    }

    mutating func text(_ text: String) throws(TableFault) { try run.add(text, row: 0, limit: limits.cellCharacters) }

    mutating func close(_ name: String) throws(TableFault) {
        run.close(name)
        guard name == "si" else { return }
        strings.append(run.text.escapesDecoded)
        if strings.count > limits.cells { throw .tooManyCells(limits.cells) }
    }
}

/// The text of a string with its formats left out: what stands in `t`, but for the reading aids of `rPh`.
struct TextRun {
    private(set) var text = ""
    private var isText = false
    private var isAid = false

    mutating func open(_ name: String) {
        switch name {
        case "t": isText = true
        case "rPh": isAid = true
        default: break
        }
    }

    mutating func add(_ piece: String, row: Int, limit: Int) throws(TableFault) {
        guard isText, !isAid else { return }
        text += piece
        // Bytes first: counting characters at every piece would take long over a long text.
        if text.utf8.count > limit, text.utf16.count > limit { throw .cellTooLong(row: row, limit: limit) }
    }

    mutating func close(_ name: String) {
        switch name {
        case "t": isText = false
        case "rPh": isAid = false
        default: break
        }
    }
}

extension String {
    /// Characters that XML cannot hold stand in workbooks as `_x000D_`; an underscore that would look so as `_x005F_`.
    var escapesDecoded: String {
        guard utf8.contains(UInt8(ascii: "_")) else { return self }
        var out: [UInt8] = []
        var rest = Array(utf8)[...]
        while let byte = rest.first {
            if let scalar = Self.escape(rest.prefix(7)) {
                out.append(contentsOf: String(scalar).utf8)
                rest = rest.dropFirst(7)
            } else {
                out.append(byte)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// The same the other way round, for texts that hold such a sequence themselves.
    var escapesGuarded: String {
        var out: [UInt8] = []
        let bytes = Array(utf8)
        for (index, byte) in bytes.enumerated() {
            out += Self.escape(bytes[index...].prefix(7)) == nil ? [byte] : Array("_x005F_".utf8)
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func escape(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
        guard bytes.count == 7, bytes.first == UInt8(ascii: "_"), bytes.last == UInt8(ascii: "_"),
            bytes.dropFirst().first == UInt8(ascii: "x")
        else { return nil }
        let digits = bytes.dropFirst(2).prefix(4)
        guard digits.allSatisfy({ (48...57).contains($0) || (65...70).contains($0) || (97...102).contains($0) }) else { return nil }
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
    }
}
