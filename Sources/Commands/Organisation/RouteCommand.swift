import ArgumentParser
import Database
import Domain
import Operations
import Storage

/// `donghanh route`: who would get a case, and which rule says so.
struct RouteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "route", abstract: "Chạy thử quy tắc phân công: ai nhận, theo quy tắc nào.")

    @OptionGroup var global: GlobalOptions
    @Option(name: .long, help: "Mã lĩnh vực.") var field: String?
    @Option(name: .long, help: "Mã địa bàn.") var area: String?
    @Option(name: .long, help: "Nơi đặt doanh nghiệp: park, cluster, outside.") var site: String?
    @Option(name: .long, help: "Loại: \(Kind.allCases.map(\.rawValue).joined(separator: ", ")).") var kind: String?
    @Option(name: .long, help: ArgumentHelp("Ngày áp dụng, mặc định hôm nay.", valueName: "ngày")) var on: String?
    @Flag(name: .long, help: "In JSON.") var json = false

    func validate() throws {
        if let site, Site(rawValue: site) == nil { throw ValidationError("--site phải là park, cluster hoặc outside.") }
        if let kind, Kind(rawValue: kind) == nil { throw ValidationError("--kind: không có loại “\(kind)”.") }
        if let on, Day(iso: on) == nil { throw ValidationError("--on phải có dạng 2026-11-21.") }
    }

    func run() async throws {
        let classification = Classification(
            kind: kind.flatMap(Kind.init), field: field.map { FieldCode($0) }, area: area.map { AreaCode($0) },
            site: site.flatMap(Site.init))
        let day = on.flatMap { Day(iso: $0) }
        let result = try await Composition.run(try await global.settings()) { composition in
            let today = composition.office.world.now().day
            return try await composition.office.read { try Self.decide(classification, on: day ?? today, $0) }
        }
        if json { return try Printing.json(RouteJSON(result)) }
        Printing.line("Đơn vị nhận: \(result.unit.name)")
        Printing.line(result.trace.rule.map { "Quy tắc \($0.id): \($0.text)" } ?? "Không quy tắc nào khớp: chuyển bàn tiếp nhận.")
        for considered in result.trace.considered { Printing.line("  \(considered.rule.id): \(considered.verdict)") }
    }

    private static func decide(_ classification: Classification, on day: Day, _ tx: Transaction) throws -> RouteResult {
        let catalogue = try CatalogueStore.load(tx)
        var list = ProblemList()
        if let field = classification.field, catalogue.name(of: field) == nil { list.add("field", .unknownCode) }
        if let area = classification.area, catalogue.name(of: area) == nil { list.add("area", .unknownCode) }
        try list.refuse()
        let trace = try RulesStore.load(tx).route(classification, on: day)
        guard let team = Team.takingIn(try TeamStore.all(tx), on: day) else { throw Refusal.noSuch(.team) }
        guard let unit = try OrganisationStore.unit(trace.rule?.target ?? team.standingUnit, tx) else { throw Refusal.noSuch(.unit) }
        return RouteResult(unit: unit, trace: trace)
    }
}

/// What the rules decided.
struct RouteResult: Sendable {
    var unit: Unit
    var trace: RoutingTrace
}

/// The JSON of a decision (interfaces page).
struct RouteJSON: Encodable {
    struct UnitJSON: Encodable {
        var id: String
        var name: String
    }

    struct RuleJSON: Encodable {
        var id: String
        var text: String
    }

    struct Considered: Encodable {
        var id: String
        var text: String
        var matched: Bool
        var reason: String
    }

    var unit: UnitJSON
    var person: Nullable<String>
    var rule: Nullable<RuleJSON>
    var considered: [Considered]

    init(_ result: RouteResult) {
        unit = UnitJSON(id: result.unit.key, name: result.unit.name)
        person = Nullable(nil)
        rule = Nullable(result.trace.rule.map { RuleJSON(id: $0.id, text: $0.text) })
        considered = result.trace.considered.map {
            Considered(id: $0.rule.id, text: $0.rule.text, matched: $0.isMatch, reason: $0.verdict)
        }
    }
}
