/// Sizes of files as people read them.
enum ByteCount {
    static func words(_ bytes: Int) -> String {
        bytes < 1_048_576 ? "\(max(1, bytes / 1024)) KB" : "\(bytes / 1_048_576) MB"
    }
}
