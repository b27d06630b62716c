import CAssets
import Testing

struct CAssetsTests {
    @Test func everyFileIsFoundByItsPath() throws {
        #expect(dh_asset_count() > 0)
        for index in 0..<dh_asset_count() {
            let asset = try #require(dh_asset_at(index))
            #expect(dh_asset_find(asset.pointee.path) == asset)
            #expect(asset.pointee.length > 0)
        }
    }

    @Test func pathsAreInOrderAndNoneComesTwice() {
        let paths = (0..<dh_asset_count()).compactMap { dh_asset_at($0).map { String(cString: $0.pointee.path) } }
        #expect(zip(paths, paths.dropFirst()).allSatisfy { $0.0 < $0.1 })
    }

    @Test func whatIsNotThereIsNotFound() {
        #expect(dh_asset_find("calendar/nowhere.json") == nil)
        #expect(dh_asset_at(dh_asset_count()) == nil)
    }
}
