import ArgumentParser
import Database
import Domain
import Operations
import Storage

/// `donghanh migrate`: brings the database to this version; refuses a newer one.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "migrate", abstract: "Đưa cơ sở dữ liệu lên phiên bản này.")

    @OptionGroup var global: GlobalOptions
    @Flag(name: .long, help: "In JSON.") var json = false

    func run() async throws {
        let database = try await Database.open(try await global.settings().databaseURL)
        let applied = try await Migrator(migrations).migrate(database)
        try database.close()
        if json { return try Printing.json(["applied": applied]) }
        Printing.line(applied.isEmpty ? "Cơ sở dữ liệu đã ở phiên bản này." : "Đã cập nhật: \(applied.joined(separator: ", ")).")
    }
}
