import Domain
import Testing

struct ZaloFileTests {
    @Test(arguments: [
        (FileKind.jpeg, 1_048_576, ZaloFile.picture), (.png, 1_048_577, .onPage), (.pdf, 5_242_880, .document), (.docx, 5_242_881, .onPage),
        (.doc, 10, .document),
    ])
    func eachFileGoesTheWayThatItsKindAndSizeAllow(_ kind: FileKind, _ size: Int, _ way: ZaloFile) {
        #expect(ZaloFile(kind, size: size) == way)
    }

    @Test func whatIsOfNoKindStaysOnThePage() {
        #expect(ZaloFile(nil, size: 1) == .onPage)
    }
}
