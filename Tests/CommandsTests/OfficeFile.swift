import Database
import Foundation
import TestSupport

/// The database of a data folder, as the program names it.
enum OfficeFile {
    static func open(in folder: URL) throws -> Database { try Database.sqlite(path: folder.appendingPathComponent("donghanh.sqlite").path) }
}
