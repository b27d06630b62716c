import Foundation

extension [UInt8] {
    /// Little-endian; `nil` past the end.
    func number16(at index: Int) -> Int? {
        guard index >= 0, index + 2 <= count else { return nil }
        return Int(self[index]) | Int(self[index + 1]) << 8
    }

    func number32(at index: Int) -> Int? {
        guard let low = number16(at: index), let high = number16(at: index + 2) else { return nil }
        return low | high << 16
    }

    /// The same with the highest byte first, as media files have it.
    func bigNumber32(at index: Int) -> Int? { number32(at: index).map { Int(UInt32(truncatingIfNeeded: $0).byteSwapped) } }

    func bigNumber16(at index: Int) -> Int? { number16(at: index).map { Int(UInt16(truncatingIfNeeded: $0).byteSwapped) } }

    /// Where these bytes stand first within a part; `nil` when they do not. By the C library, for files have millions of bytes.
    func place(of wanted: some Collection<UInt8>, in part: Range<Int>) -> Int? {
        let part = part.clamped(to: 0..<count)
        let wanted = Array(wanted)
        guard !part.isEmpty, !wanted.isEmpty else { return nil }
        return withUnsafeBytes { all in
            guard let base = all.baseAddress else { return nil }
            var from = part.lowerBound
            while from + wanted.count <= part.upperBound,
                let found = memchr(base + from, Int32(wanted[0]), part.upperBound - wanted.count + 1 - from)
            {
                if memcmp(found, wanted, wanted.count) == 0 { return UnsafeRawPointer(found) - base }
                from = UnsafeRawPointer(found) - base + 1
            }
            return nil
        }
    }
}
