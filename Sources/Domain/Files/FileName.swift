/// A file's name as we keep and show it: the last component of a path, without control and direction characters (they can make
/// `exe.pdf` out of `fdp.exe`) and without what file systems refuse; at most 150 bytes, the ending kept.
package func cleanedFileName(_ name: String) -> String {
    var scalars: [Unicode.Scalar] = []
    for scalar in name.unicodeScalars {
        switch scalar {
        case "/", "\\": scalars.removeAll()
        case "<", ">", ":", "\"", "|", "?", "*": scalars.append("_")
        default: if !isInvisible(scalar) { scalars.append(scalar) }
        }
    }
    let edge: Set<Unicode.Scalar> = [" ", "."]
    let trimmed = scalars.drop { edge.contains($0) }.reversed().drop { edge.contains($0) }.reversed()
    let clean = shortened(Array(trimmed), bytes: 150)
    return clean.isEmpty ? "tep" : clean
}

private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
    default: false
    }
}

private func shortened(_ scalars: [Unicode.Scalar], bytes limit: Int) -> String {
    let size = { (part: ArraySlice<Unicode.Scalar>) in part.reduce(0) { $0 + UTF8.width($1) } }
    guard size(scalars[...]) > limit else { return text(scalars[...]) }
    let dot = scalars.lastIndex(of: ".").flatMap { size(scalars[$0...]) <= 12 ? $0 : nil } ?? scalars.endIndex
    let ending = scalars[dot...]
    var stem = scalars[..<dot]
    while size(stem) + size(ending) > limit { stem = stem.dropLast() }
    return text(stem) + text(ending)
}

private func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
}
