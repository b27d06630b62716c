import Channels
import Database
import Domain
import Foundation
import Logging
import NIOPosix
import Operations
import Storage

/// The only place that puts the parts together: settings to database, office, wires.
struct Composition {
    let settings: Settings
    let database: Database
    let office: Office
    let threads: NIOThreadPool

    /// Opens the store and the office over it.
    /// - Parameter serving: a server logs and migrates; a command only reads a database that is up to date.
    static func open(_ settings: Settings, serving: Bool) async throws -> Composition {
        let log = try Logs.logger(settings, quiet: !serving)
        let database = try await Database.open(settings.databaseURL) { news in
            guard serving else { return }
            switch news {
            case .lost(let reason): log.error("database out of reach", metadata: ["reason": "\(reason)"])
            case .back: log.notice("database back")
            }
        }
        let migrator = Migrator(migrations)
        if serving {
            _ = try await migrator.migrate(database)
        } else if try await !migrator.missing(in: database).isEmpty {
            throw CommandFailure("Cơ sở dữ liệu chưa được cập nhật: hãy chạy “donghanh migrate”.")
        }
        let threads = NIOThreadPool(numberOfThreads: 2)
        threads.start()
        var known = try officeSettings(settings, serving: serving)
        known.scansFiles = try settings.clamd() != nil
        let office = Office(
            database: database, world: try world(settings), settings: known,
            passwords: PasswordHasher(threads: threads), log: log)
        return Composition(settings: settings, database: database, office: office, threads: threads)
    }

    private static func officeSettings(_ settings: Settings, serving: Bool) throws -> OfficeSettings {
        OfficeSettings(
            baseURL: try settings.baseURL(),
            means: .init(mail: try MailSettings.read(settings) != nil, templates: settings.text(.zaloTemplateID) != nil),
            spill: serving ? try DeliverySpill(folder: settings.dataFolder + "/tam-giu") : nil)
    }

    private static func world(_ settings: Settings) throws -> World {
        guard let start = try settings.startingMoment() else { return RealWorld.world }
        guard try settings.isLoopback() else {
            throw CommandFailure("DONGHANH_NOW chỉ dùng được khi máy chủ chỉ nghe trên 127.0.0.1. Hãy bỏ biến này.")
        }
        return RealWorld.world(startingAt: start)
    }

    /// Puts everything down in order.
    func close() async throws {
        try await threads.shutdownGracefully()
        try database.close()
    }

    /// Runs a command over an open store, and closes it whatever happens.
    static func run<T>(_ settings: Settings, _ body: (Composition) async throws -> T) async throws -> T {
        let composition = try await open(settings, serving: false)
        do {
            let result = try await body(composition)
            try await composition.close()
            return result
        } catch {
            try await composition.close()
            throw error
        }
    }
}
