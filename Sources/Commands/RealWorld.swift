import Domain
import Foundation
import Operations

/// The only place where the program looks at a clock or throws dice.
enum RealWorld {
    static var now: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }

    static func chance(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        var bytes: [UInt8] = []
        while bytes.count < count {
            withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0.prefix(count - bytes.count)) }
        }
        return bytes
    }

    static let world = World(now: { now }, chance: chance)

    /// A world whose clock was set by `DONGHANH_NOW` and runs on from there.
    static func world(startingAt start: Instant) -> World {
        let began = now
        return World(now: { Instant(milliseconds: start.milliseconds + now.milliseconds - began.milliseconds) }, chance: chance)
    }
}
