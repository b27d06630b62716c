/// Recordings that are not in boxes: told by their marks, and where a format has none by two frames that follow on each other.
enum SoundFrames {
    static func kind(_ bytes: [UInt8]) -> FileKind? {
        if bytes.starts(with: "#!AMR\n".utf8) || bytes.starts(with: "#!AMR-WB\n".utf8) { return .amr }
        if bytes.starts(with: "OggS\u{0}".utf8) { return .ogg }
        if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WAVE".utf8) { return .wav }
        if let second = aacFrame(bytes, 0), aacFrame(bytes, second) != nil || second == bytes.count { return .aac }
        let start = tagged(bytes) ?? 0
        if let second = mp3Frame(bytes, start), mp3Frame(bytes, second) != nil || second == bytes.count { return .mp3 }
        return nil
    }

    /// Where the sound begins behind an ID3 tag, whose size stands in four times seven bits (ID3v2 §3.1).
    private static func tagged(_ bytes: [UInt8]) -> Int? {
        guard bytes.starts(with: "ID3".utf8), bytes.count > 10 else { return nil }
        return bytes[6..<10].reduce(0) { $0 << 7 | Int($1 & 0x7F) } + 10
    }

    /// Where the next frame of an ADTS stream begins (ISO/IEC 13818-7 §6.2).
    private static func aacFrame(_ bytes: [UInt8], _ start: Int) -> Int? {
        guard start + 7 <= bytes.count, bytes[start] == 0xFF, bytes[start + 1] & 0xF6 == 0xF0 else { return nil }
        let length = Int(bytes[start + 3] & 3) << 11 | Int(bytes[start + 4]) << 3 | Int(bytes[start + 5] >> 5)
        return length > 7 ? start + length : nil
    }

    /// Where the next frame of MPEG audio, layer III, begins (ISO/IEC 11172-3 §2.4.2.3, 13818-3 for the lower rates).
    private static func mp3Frame(_ bytes: [UInt8], _ start: Int) -> Int? {
        guard start >= 0, start + 4 <= bytes.count, bytes[start] == 0xFF, bytes[start + 1] & 0xE6 == 0xE2 else { return nil }
        let (version, rate, frequency) = (bytes[start + 1] >> 3 & 3, Int(bytes[start + 2] >> 4), Int(bytes[start + 2] >> 2 & 3))
        guard version != 1, (1...14).contains(rate), frequency < 3 else { return nil }
        let isFirst = version == 3
        let kilobits = isFirst
            ? [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320][rate]
            : [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160][rate]
        let hertz = [44_100, 48_000, 32_000][frequency] / (isFirst ? 1 : version == 2 ? 2 : 4)
        return start + (isFirst ? 144 : 72) * kilobits * 1000 / hertz + Int(bytes[start + 2] >> 1 & 1)
    }
}
