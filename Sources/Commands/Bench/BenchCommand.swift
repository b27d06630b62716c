import ArgumentParser
import Demonstration
import Domain
import Foundation
import Operations
import Synchronization

/// `donghanh bench …`: what `bench/run` needs of the program to measure it.
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Dữ liệu lớn và yêu cầu mẫu để đo tốc độ; đo gợi ý phân loại.",
        subcommands: [BenchSeed.self, BenchRequests.self, BenchTriage.self])
}

/// `donghanh bench seed`: years of a province in an empty data folder. The same numbers and the same `DONGHANH_NOW` make the same
/// content.
struct BenchSeed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "seed", abstract: "Nạp nhiều hồ sơ vào thư mục dữ liệu trống.")

    @OptionGroup var global: GlobalOptions
    @Option(name: .long, help: ArgumentHelp("Số hồ sơ.", valueName: "số")) var cases = 100_000
    @Option(name: .long, help: ArgumentHelp("Hạt giống ngẫu nhiên.", valueName: "số")) var seed: UInt64 = 1

    func validate() throws {
        guard (1...5_000_000).contains(cases) else { throw ValidationError("--cases phải từ 1 đến 5000000.") }
    }

    func run() async throws {
        let settings = try await global.settings()
        let composition = try await Composition.open(settings, serving: true)
        let now = composition.office.world.now()
        let clock = StageClock(now)
        let dice = SeededDice(seed: seed)
        let office = Office(
            database: composition.database, world: World(now: { clock.now }, chance: { dice.bytes($0) }),
            settings: composition.office.settings, passwords: composition.office.passwords, log: composition.office.log)
        let start = RealWorld.now
        let seeder = try await Seeder.found(office, now: now)
        try await seeder.sow(cases, seed: seed) { done in
            if done.isMultiple(of: 10_000) { Printing.line("\(done) hồ sơ, \(RealWorld.now.seconds(since: start)) giây") }
        }
        try await composition.close()
    }
}

/// Chance that comes out the same for the same seed.
final class SeededDice: Sendable {
    private let chance: Mutex<Chance>

    init(seed: UInt64) { chance = Mutex(Chance(seed: seed)) }

    func bytes(_ count: Int) -> [UInt8] {
        chance.withLock { chance in
            var bytes: [UInt8] = []
            while bytes.count < count {
                let word = chance.next()
                for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift))) }
            }
            return Array(bytes.prefix(count))
        }
    }
}
