import Testing

@testable import Domain

/// Who is given a file, and how much a message may carry.
@Suite struct FileStateTests {
    @Test(arguments: [
        (FileContent.known(.pdf), FileState.Scan.unscanned, false, FileState.Handout.freely),
        (.known(.pdf), .unscanned, true, .onceConfirmed(.notScannedYet)), (.known(.pdf), .clean, true, .freely),
        (.known(.pdf), .infected(signature: "X"), false, .never), (.closed(.program), .infected(signature: "X"), true, .never),
        (.closed(.program), .clean, true, .onceConfirmed(.closed(.program))),
        (.closed(.archive), .unscanned, false, .onceConfirmed(.closed(.archive))),
        (.closed(.archive), .unscanned, true, .onceScanned(.archive)), (.closed(.macros), .unscanned, true, .onceScanned(.macros)),
    ] as [(FileContent, FileState.Scan, Bool, FileState.Handout)])
    func aFileIsGivenOutByWhatIsKnownOfIt(content: FileContent, scan: FileState.Scan, scans: Bool, handout: FileState.Handout) {
        #expect(FileState(content: content, scan: scan).handout(scans: scans) == handout)
    }

    @Test(arguments: [
        (FileContent.known(.jpeg), FileState.Copy.waiting), (.known(.pdf), .waiting), (.known(.docx), .nothing), (.known(.mp3), .nothing),
        (.closed(.mixed), .nothing),
    ] as [(FileContent, FileState.Copy)])
    func copiesAreMadeOfWhatCanBeSeen(content: FileContent, copy: FileState.Copy) {
        #expect(FileState(content: content).copy == copy)
    }

    @Test(arguments: [
        (10, 0, 0, nil), (26_214_400, 0, 0, nil), (26_214_401, 0, 0, .file(26_214_400)), (1, 20, 20, .files(20)),
        (26_214_400, 2, 26_214_400, nil), (26_214_400, 2, 26_214_401, .total(52_428_800)),
    ] as [(Int, Int, Int, FileLimits.Excess?)])
    func aMessageByMailOrZaloCarriesSoMuch(size: Int, files: Int, bytes: Int, excess: FileLimits.Excess?) {
        #expect(FileLimits.wire.excess(size, after: files, of: bytes) == excess)
    }

    @Test func aFormCarriesWhatTheNationalFormDoes() {
        #expect(FileLimits.form.file == 10 << 20 && FileLimits.form.files == 5)
    }

    @Test func theSizeOfAPictureStandsInItsFrame() {
        let frame: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC4, 0, 3, 9, 0xFF, 0xC2, 0, 11, 8, 0, 32, 0, 64, 1]
        #expect(JPEGSize(frame) == JPEGSize(width: 64, height: 32))
        for length in 0..<20 { #expect(JPEGSize(Array(frame[..<length])) == nil) }
    }
}
