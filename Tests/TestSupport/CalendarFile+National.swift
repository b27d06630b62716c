package import Domain
import Foundation

extension CalendarFile {
    /// The file that the program carries with it, read where it lies among the sources.
    package static func national() throws -> CalendarFile {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let path = root.appendingPathComponent("Sources/CAssets/files/calendar/vietnam.json")
        return try CalendarFile([UInt8](Data(contentsOf: path)))
    }
}
