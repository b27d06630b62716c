import CAssets

/// A file that travels inside the program.
enum ShippedFile {
    /// Its bytes by its path below `Sources/CAssets/files`; `nil` when there is none of that path.
    static func bytes(_ path: String) -> [UInt8]? {
        guard let asset = dh_asset_find(path), let start = asset.pointee.bytes else { return nil }
        return Array(UnsafeBufferPointer(start: start, count: asset.pointee.length))
    }
}
