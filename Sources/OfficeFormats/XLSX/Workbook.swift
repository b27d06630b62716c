/// Where the parts of a workbook lie.
struct Workbook {
    let sheetName: String
    let sheetPath: String
    let countsFrom1904: Bool
    private let path: String
    private let relations: [Relations.Relation]

    init(_ archive: ZipReader) throws(TableFault) {
        // Not every archive is a workbook: a document or a picture book has no such part.
        guard let root = try archive.read("_rels/.rels") else { throw .unknownFormat }
        let roots = try XMLReader.read(root, part: "_rels/.rels", into: Relations()).all
        guard let start = roots.first(where: { $0.isOfType("officeDocument") }) else { throw .unknownFormat }
        path = try Self.resolve(start.target, beside: "")
        let list = try XLSXReader.parse(path, SheetList(), archive)
        countsFrom1904 = list.countsFrom1904
        relations = try XLSXReader.parse(Self.relations(of: path), Relations(), archive).all
        guard let sheet = list.sheets.first(where: { !$0.isHidden }) else { throw .noSheet }
        guard let relation = relations.first(where: { $0.id == sheet.relation }) else { throw .damaged(part: path) }
        // A sheet of charts alone holds no rows.
        guard relation.isOfType("worksheet") else { throw .noSheet }
        sheetName = sheet.name
        sheetPath = try Self.resolve(relation.target, beside: path)
    }

    /// The path of the part of that type, when there is one.
    func part(ofType type: String, _ archive: ZipReader) throws(TableFault) -> String? {
        guard let relation = relations.first(where: { $0.isOfType(type) }) else { return nil }
        return try Self.resolve(relation.target, beside: path)
    }

    private static func relations(of path: String) -> String {
        let pieces = path.split(separator: "/")
        return (pieces.dropLast() + ["_rels", "\(pieces.last ?? "").rels"]).joined(separator: "/")
    }

    /// A target as a path in the archive: from its root when it begins with a slash, else beside the part that names it.
    static func resolve(_ target: String, beside part: String) throws(TableFault) -> String {
        var pieces = target.utf8.first == UInt8(ascii: "/") ? [] : Array(part.split(separator: "/").dropLast())
        for piece in target.split(separator: "/") {
            switch piece {
            case ".": continue
            case "..":
                if pieces.isEmpty { throw .hostile(part: part) }
                pieces.removeLast()
            default: pieces.append(piece)
            }
        }
        return pieces.joined(separator: "/")
    }
}

/// What a part refers to.
struct Relations: XMLContent {
    struct Relation {
        var id: String
        var type: String
        var target: String

        /// The transitional and the strict form of the format have types that end alike.
        func isOfType(_ name: String) -> Bool { type.hasSuffix("/" + name) }
    }

    private(set) var all: [Relation] = []

    mutating func open(_ name: String, _ attributes: [String: String]) throws(TableFault) {
        // What lies outside the file is not ours to open.
        guard name == "Relationship", attributes["TargetMode"] != "External" else { return }
        all.append(Relation(id: attributes["Id"] ?? "", type: attributes["Type"] ?? "", target: attributes["Target"] ?? ""))
    }

    mutating func text(_ text: String) throws(TableFault) {}
    mutating func close(_ name: String) throws(TableFault) {}
}

/// The sheets of a workbook in the order of their tabs.
struct SheetList: XMLContent {
    struct Entry {
        var name: String
        var relation: String
        var isHidden: Bool
    }

    private(set) var sheets: [Entry] = []
    private(set) var countsFrom1904 = false

    mutating func open(_ name: String, _ attributes: [String: String]) throws(TableFault) {
        switch name {
        case "workbookPr": countsFrom1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
        case "sheet":
            // `r:id`, whatever the prefix is called; `sheetId` is another thing.
            let relation = attributes.first { XMLReader.local($0.key) == "id" }?.value ?? ""
            let isHidden = ["hidden", "veryHidden"].contains(attributes["state"] ?? "")
            sheets.append(Entry(name: attributes["name"] ?? "", relation: relation, isHidden: isHidden))
        default: break
        }
    }

    mutating func text(_ text: String) throws(TableFault) {}
    mutating func close(_ name: String) throws(TableFault) {}
}
