/// Width and height of a JPEG, as its frame header tells (ITU-T T.81 §B.2.2).
package struct JPEGSize: Sendable, Equatable {
    package var width: Int
    package var height: Int

    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    package init?(_ bytes: [UInt8]) {
        var at = 2
        guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
        while at + 9 <= bytes.count, bytes[at] == 0xFF, let length = bytes.bigNumber16(at: at + 2), length >= 2 {
            switch bytes[at + 1] {
            // Frames of all processes; C4, C8 and CC mean something else.
            case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
                guard let height = bytes.bigNumber16(at: at + 5), let width = bytes.bigNumber16(at: at + 7), width > 0, height > 0 else { return nil }
                (self.width, self.height) = (width, height)
                return
            default: at += 2 + length
            }
        }
        return nil
    }
}
