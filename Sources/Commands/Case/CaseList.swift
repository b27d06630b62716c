import ArgumentParser
import Documents
import Domain
import Operations
import Storage

/// `donghanh case list`, with its filters.
struct CaseList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Liệt kê hồ sơ, mới nhất trước.")

    @OptionGroup var global: GlobalOptions
    @Option(name: .long, help: "Trạng thái: \(CaseState.allCases.map(\.rawValue).joined(separator: ", ")).") var state: String?
    @Option(name: .long, help: "Từ khóa của đơn vị chủ trì.") var unit: String?
    @Option(name: .long, help: "Kênh: \(Channel.allCases.map(\.rawValue).joined(separator: ", ")).") var channel: String?
    @Option(name: .long, help: "Tiếp nhận từ thời điểm này.") var since: String?
    @Option(name: .long, help: "Tiếp nhận trước thời điểm này.") var until: String?
    @Option(name: .long, help: "Từ cần tìm, không cần dấu.") var query: String?
    @Option(name: .long, help: "Số hồ sơ nhiều nhất, đến 10000.") var limit = 50
    @Flag(name: .long, help: "In JSON.") var json = false

    func validate() throws {
        if let state, CaseState(rawValue: state) == nil { throw ValidationError("--state: không có trạng thái “\(state)”.") }
        if let channel, Channel(rawValue: channel) == nil { throw ValidationError("--channel: không có kênh “\(channel)”.") }
        if let since, Instant(iso: since) == nil { throw ValidationError("--since phải có dạng 2026-11-01.") }
        if let until, Instant(iso: until) == nil { throw ValidationError("--until phải có dạng 2026-11-01.") }
        if !(1...10_000).contains(limit) { throw ValidationError("--limit phải từ 1 đến 10000.") }
    }

    func run() async throws {
        let files = try await Composition.run(try await global.settings()) { try await load($0) }
        if json { return try Printing.json(files.map { CaseJSON($0, withMessages: false) }) }
        Printing.table(
            ["SỐ", "TRẠNG THÁI", "CHỦ TRÌ", "HẠN", "NỘI DUNG"],
            files.map {
                [
                    $0.petition.number.text, Terms.name($0.petition.state), $0.lead.shortName, $0.petition.clock.due.day.iso,
                    Excerpt.cut($0.petition.title, limit: 70, suffix: "…"),
                ]
            })
    }

    private func load(_ composition: Composition) async throws -> [CaseFile] {
        let (now, limit, unitKey) = (composition.office.world.now(), limit, unit)
        let filter = filter
        return try await composition.office.read { tx in
            var filter = filter
            if let unitKey {
                guard let unit = try OrganisationStore.unit(key: unitKey, tx) else { throw Refusal.noSuch(.unit) }
                filter.unit = unit.id
            }
            let rows = try CaseQueries.list(filter, seenBy: .everything, at: now, soon: now, after: nil, limit: limit, tx)
            return try rows.compactMap { try CaseQueries.file($0.number.text, tx) }
        }
    }

    private var filter: CaseFilter {
        var filter = CaseFilter()
        filter.state = state.flatMap(CaseState.init)
        filter.channel = channel.flatMap(Channel.init)
        filter.since = since.flatMap { Instant(iso: $0) }
        filter.until = until.flatMap { Instant(iso: $0) }
        filter.words = query ?? ""
        return filter
    }
}
