import Foundation
import Testing

@testable import OfficeFormats

@Suite struct Windows1258Tests {
    @Test func lettersWithTheirToneBehindThemAreRead() throws {
        // "Đề nghị, ướt" as the code page writes it.
        let bytes: [UInt8] = [0xD0, 0xEA, 0xCC] + Array(" ngh".utf8) + [0x69, 0xF2] + Array(", ".utf8) + [0xFD, 0xF5, 0xEC, 0x74]
        #expect(try #require(Windows1258.decode(bytes)).precomposedStringWithCanonicalMapping == "Đề nghị, ướt")
        #expect(try CSVReader.read(bytes).rows.first?.cells.count == 2)
    }

    @Test func fontsThatUsedTheSameBytesForOtherLettersAreNotGuessedAt() {
        // "Đề nghị" in TCVN3 and in VNI.
        #expect(Windows1258.decode([0xA7, 0xD2] + Array(" ngh".utf8) + [0xDE]) == nil)
        #expect(Windows1258.decode([0xD1, 0x65, 0xE0] + Array(" ngh".utf8) + [0xF2]) == nil)
    }

    @Test func westernTextsAndBytesThatStandForNothingAreRefused() {
        #expect(Windows1258.decode(Array("Caf".utf8) + [0xE9]) == nil)
        #expect(Windows1258.decode([0xD0, 0x81]) == nil)
        #expect(Windows1258.decode([0xD0, 0x20, 0xCC]) == nil)
    }
}
