import ArgumentParser
import Documents
import Domain
import Operations
import Storage

/// `donghanh case trace CODE`: why it was routed so, each deadline and how it was computed.
struct CaseTrace: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace", abstract: "Giải thích hồ sơ: quy tắc phân công, từng thời hạn và cách tính.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "Số hồ sơ hoặc mã tra cứu.") var code: String
    @Flag(name: .long, help: "In JSON.") var json = false

    func run() async throws {
        let code = code
        let found = try await Composition.run(try await global.settings()) { composition in
            try await composition.office.read { tx in try CaseQueries.file(code, tx).map { ($0, try RulesStore.load(tx)) } }
        }
        guard let (file, rules) = found else { throw Refusal.noSuch(.petition) }
        let trace = CaseHistory(of: file.petition, events: file.events, rules: rules)
        if json { return try Printing.json(CaseTraceJSON(file, trace)) }
        let petition = file.petition
        Printing.line("\(petition.number.text)  \(petition.title)")
        Printing.line("")
        Printing.line("Phân công")
        for line in trace.routing { Printing.line("  \(line)") }
        Printing.line("")
        Printing.line("Thời hạn: ban đầu \(petition.clock.originalDue.iso), hiện nay \(petition.clock.due.iso)")
        for step in trace.clock {
            Printing.line("  \(step.at.iso)  \(step.text)")
            for line in step.detail { Printing.line("      \(line)") }
        }
        Printing.line("")
        Printing.line("Diễn biến")
        for event in file.events {
            let actor = event.actorName.isEmpty ? "" : " (\(event.actorName))"
            Printing.line("  \(event.at.iso)  \(EventWords.sentence(event.event))\(actor)")
        }
    }
}

/// The JSON of a trace.
struct CaseTraceJSON: Encodable {
    struct Step: Encodable {
        var at: String
        var text: String
        var detail: [String]
    }

    struct Event: Encodable {
        var at: String
        var actor: Nullable<String>
        var verb: String
        var state: String
        var text: String
    }

    var number: String
    var due_at: String
    var original_due_at: String
    var routing: [String]
    var clock: [Step]
    var events: [Event]

    init(_ file: CaseFile, _ trace: CaseHistory) {
        let petition = file.petition
        number = petition.number.text
        due_at = petition.clock.due.iso
        original_due_at = petition.clock.originalDue.iso
        routing = trace.routing
        clock = trace.clock.map { Step(at: $0.at.iso, text: $0.text, detail: $0.detail) }
        events = file.events.map {
            Event(
                at: $0.at.iso, actor: Nullable($0.actorName.isEmpty ? nil : $0.actorName), verb: $0.event.verb, state: $0.state.rawValue,
                text: EventWords.sentence($0.event))
        }
    }
}
