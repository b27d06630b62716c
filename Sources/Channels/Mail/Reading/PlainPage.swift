/// Plain text as it grows out of HTML: white space as readers see it, quotations marked line by line.
struct PlainPage {
    private var bytes: [UInt8] = []
    /// Line ends that wait for words to come.
    private var breaks = 0
    private var hasSpace = false
    private var isAtStart = true
    /// Quotations around what comes.
    var depth = 0
    /// White space stands as it is written.
    var keepsSpace = false

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var count: Int { bytes.count }
    var isBlank: Bool { bytes.allSatisfy { $0 <= 32 || $0 == UInt8(ascii: ">") } }

    /// What was written since `count` was so much.
    func words(from start: Int) -> String { String(decoding: bytes[min(start, bytes.count)...], as: UTF8.self) }

    mutating func add(_ word: ArraySlice<UInt8>) {
        begin()
        bytes.append(contentsOf: word)
    }

    mutating func add(text: String) {
        let word = Array(text.utf8)
        if !word.isEmpty { add(word[...]) }
    }

    mutating func addSpace(_ byte: UInt8) {
        guard keepsSpace else {
            hasSpace = true
            return
        }
        if byte == 10 {
            breakLine()
        } else if byte != 13 {
            begin()
            bytes.append(32)
        }
    }

    /// A new line, wherever the last one stands.
    mutating func breakLine() {
        breaks = min(breaks + 1, 3)
        hasSpace = false
    }

    /// What comes begins a line.
    mutating func line() {
        breaks = max(breaks, isAtStart ? 0 : 1)
        hasSpace = false
    }

    /// What comes begins a paragraph.
    mutating func paragraph() {
        breaks = max(breaks, isAtStart ? 0 : 2)
        hasSpace = false
    }

    /// Writes what waits before the next word.
    private mutating func begin() {
        let mark = [UInt8](repeating: UInt8(ascii: ">"), count: min(depth, 10))
        if isAtStart {
            bytes += mark.isEmpty ? [] : mark + [32]
        } else if breaks > 0 {
            for number in 1...breaks {
                bytes.append(10)
                bytes += mark
                if number == breaks, !mark.isEmpty { bytes.append(32) }
            }
        } else if hasSpace {
            bytes.append(32)
        }
        isAtStart = false
        breaks = 0
        hasSpace = false
    }
}
