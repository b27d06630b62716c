import ArgumentParser
import Channels
import Domain
import Foundation
import Hummingbird
import Logging
import Operations
import ServiceLifecycle
import Simulators
import Storage
import UnixSignals
import Web

/// `donghanh serve`: the server with everything that works behind it.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Chạy máy chủ: trang web, webhook, công việc nền.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var listening: ListenOptions

    func run() async throws {
        let settings = try await global.settings(also: listening.flags)
        let composition = try await Composition.open(settings, serving: true)
        let ground = try FirstGround.make(world: composition.office.world)
        if try await composition.office.perform(LayGround(ground), as: .system) {
            composition.office.log.notice("empty database: the ground was laid")
        }
        if let invitation = try await composition.office.inviteFirstAdministrator() {
            Printing.line("Liên kết một lần để tạo tài khoản quản trị đầu tiên (có giá trị 7 ngày):")
            Printing.line("  \(try settings.baseURL())/khoi-tao/\(invitation.text)")
        }
        try await Server.run(composition, further: [], zalo: nil)
    }
}

/// Runs a server until it is told to stop; SIGTERM drains it.
enum Server {
    /// - Parameters:
    ///   - further: services that live as long as the server.
    ///   - zalo: overrides the settings of the Zalo channel (the demonstration's stand-in).
    static func run(_ composition: Composition, further: [any Service], zalo: ZaloSettings?) async throws {
        let office = composition.office
        let address = try composition.settings.listen()
        let wires = try await Wires.all(composition, zalo: zalo)
        let door = HookDoor(office: office, wires: wires)
        let pause: @Sendable (Int) async -> Void = { seconds in
            // A cancelled sleep is the signal to stop; the loop around looks at it.
            try? await Task.sleep(for: .seconds(seconds))
        }
        let couriers = Couriers(office: office, wires: wires, pause: pause)
        let collectors = Collectors(office: office, wires: wires, pause: pause)
        let reorganisations = DueReorganisations(office: office, pause: pause)
        let watch = CaseWatch(office: office, pause: pause)
        let likeness = LikenessFiller(office: office, pause: pause)
        let files = try await FileWork.services(composition, pause: pause)
        let newsroom = NewsroomWatch(office: office, pause: pause)
        let rounds: [any Service] = wires.compactMap { $0 as? any ZaloAccount }.map { ZaloRounds(office: office, account: $0, pause: pause) }
        let site = WebSite(office: office, door: door)
        let listening = "http://\(address.host):\(address.port)"
        let application = Application(
            router: try site.router(),
            configuration: ApplicationConfiguration(
                address: .hostname(address.host, port: address.port), serverName: "donghanh", reuseAddress: true),
            onServerRunning: { _ in Printing.line("Đang phục vụ tại \(listening)") }, logger: office.log)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                // They drain from the last to the first: open streams end before the listener waits for its connections.
                services: (further + files + rounds
                    + [couriers, collectors, reorganisations, watch, likeness, Listener(application, at: listening), newsroom])
                    .map { .init(service: $0) },
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: office.log))
        try await group.run()
        try await composition.close()
    }
}
