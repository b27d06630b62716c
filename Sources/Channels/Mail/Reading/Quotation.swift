import Domain

/// Parts what a sender wrote from what his program put beneath it: the letter that he answers, his signature.
struct Quotation {
    /// What he wrote.
    private(set) var text: String
    /// What is folded away; empty when nothing is.
    private(set) var quoted: String

    /// - Parameter isForwarded: the letter passes another one on: then that is what it is about, and stays.
    init(_ whole: String, isForwarded: Bool) {
        let lines = whole.split(separator: "\n", omittingEmptySubsequences: false).map(QuotationLine.init)
        let verdicts = Self.fold(lines, isForwarded: isForwarded)
        let kept = zip(lines, verdicts).filter { !$1 }.map(\.0.text)
        let folded = zip(lines, verdicts).filter { $1 }.map(\.0.text)
        let written = CleanText(kept.joined(separator: "\n")).text
        let isWritten = written.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        text = isWritten ? Self.thinned(written) : CleanText(whole).text
        quoted = isWritten ? CleanText(folded.joined(separator: "\n")).text : ""
    }

    /// Which lines are folded away.
    private static func fold(_ lines: [QuotationLine], isForwarded: Bool) -> [Bool] {
        var verdicts = [Bool](repeating: false, count: lines.count)
        var index = 0
        while index < lines.count {
            let line = lines[index]
            if line.beginsForwarded { return verdicts }
            if line.isQuoted {
                verdicts[index] = true
            } else if Self.isSignature(lines, at: index) || line.isTrailer || line.isSeparator
                || (!isForwarded && Self.isHeaderBlock(lines, at: index))
            {
                // A rule above a block of headers belongs to it; alone it may be the sender's own.
                guard !line.isSeparator || !isForwarded else { return verdicts }
                for rest in index..<lines.count { verdicts[rest] = true }
                // The rule that a program draws above the old letter goes with it.
                for above in (0..<index).reversed() {
                    guard lines[above].isBlank || lines[above].isRule else { break }
                    verdicts[above] = true
                }
                return verdicts
            } else if let length = Self.attribution(lines, at: index) {
                for own in index..<(index + length) { verdicts[own] = true }
                index += length
                let next = lines[index...].first { !$0.isBlank }
                if next?.isQuoted != true {
                    // The program marks no line: everything below is the old letter.
                    for rest in index..<lines.count { verdicts[rest] = true }
                    return verdicts
                }
                continue
            }
            index += 1
        }
        return verdicts
    }

    /// A rule of two dashes with many words below is the sender's own.
    private static func isSignature(_ lines: [QuotationLine], at index: Int) -> Bool {
        guard lines[index].isSignature else { return false }
        let below = lines[(index + 1)...].prefix(4 * longestSignature).prefix { !$0.isQuoted }
        return below.count < 4 * longestSignature && below.count { !$0.isBlank } <= longestSignature
    }

    /// Lines with something on them.
    private static let longestSignature = 15

    /// Lines of “Vào … đã viết:”, which programs break over several; `nil` when it is none.
    private static func attribution(_ lines: [QuotationLine], at index: Int) -> Int? {
        guard lines[index].mayBeginAttribution else { return nil }
        var joined = ""
        for length in 1...4 where index + length <= lines.count {
            let line = lines[index + length - 1]
            guard !line.isBlank, !line.isQuoted else { return nil }
            joined += (joined.isEmpty ? "" : " ") + line.folded
            if QuotationLine.isAttribution(joined) { return length }
        }
        return nil
    }

    /// “Từ: … Đã gửi: … Tới: … Chủ đề: …” as Outlook, Zimbra and others put it above the letter that is answered.
    private static func isHeaderBlock(_ lines: [QuotationLine], at index: Int) -> Bool {
        guard lines[index].headerKey.map(QuotationLine.senderKeys.contains) == true else { return false }
        let below = lines[(index + 1)...].prefix(8).filter { !$0.isBlank }
        return Set(below.compactMap(\.headerKey)).intersection(QuotationLine.otherKeys).count >= 2
    }

    /// At most one empty line between two others.
    private static func thinned(_ text: String) -> String {
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let isBlank = line.utf8.allSatisfy { $0 == 32 }
            if !isBlank || lines.last?.isEmpty == false { lines.append(isBlank ? "" : line) }
        }
        return lines.joined(separator: "\n")
    }
}
