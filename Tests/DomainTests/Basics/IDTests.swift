import Testing

@testable import Domain

struct IDTests {
    enum Owner {}

    @Test func idsSortByTheMomentOfTheirMaking() {
        let chance: [UInt8] = [255, 255, 255, 255, 255, 255, 255, 255, 255, 255]
        let earlier = ID<Owner>(at: Instant(milliseconds: 1_795_000_000_000), chance: chance)
        let later = ID<Owner>(at: Instant(milliseconds: 1_795_000_000_001), chance: [])
        #expect(earlier < later)
        #expect(earlier.text.utf8.count == 26)
    }

    @Test func anIdComesBackFromItsText() {
        let id = ID<Owner>(at: Instant(milliseconds: 1_795_000_000_000), chance: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
        #expect(ID<Owner>(id.text) == id)
    }

    @Test(arguments: ["", "01jd", "01jd5x6m7n8p9qrstvwxyz0123x", "01jd5x6m7n8p9qrstvwxyz012i", "01JD5X6M7N8P9QRSTVWXYZ0123"])
    func otherTextIsNoId(text: String) {
        #expect(ID<Owner>(text) == nil)
    }
}
