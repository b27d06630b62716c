import ArgumentParser
import Documents
import Domain
import Operations
import Storage

/// `donghanh case show CODE`.
struct CaseShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Xem một hồ sơ theo số hoặc mã tra cứu.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "Số hồ sơ hoặc mã tra cứu.") var code: String
    @Flag(name: .long, help: "In JSON.") var json = false

    func run() async throws {
        let code = code
        let file = try await Composition.run(try await global.settings()) { try await $0.office.read { try CaseQueries.file(code, $0) } }
        guard let file else { throw Refusal.noSuch(.petition) }
        if json { return try Printing.json(CaseJSON(file, withMessages: true)) }
        let petition = file.petition
        Printing.line("\(petition.number.text)  mã tra cứu \(petition.lookupCode.grouped)")
        Printing.line(petition.title)
        Printing.line("Người gửi:   \(file.contact.person.display.isEmpty ? "(chưa rõ)" : file.contact.person.display)")
        Printing.line("Kênh:        \(Terms.name(petition.channel))")
        Printing.line("Trạng thái:  \(Terms.name(petition.state))\(petition.clock.isPaused ? ", chờ người gửi bổ sung" : "")")
        if let outcome = petition.outcome { Printing.line("Kết quả:     \(Terms.name(outcome))") }
        Printing.line("Chủ trì:     \(file.lead.name)\(file.person.map { ", \($0.name)" } ?? "")")
        Printing.line("Tiếp nhận:   \(petition.receivedAt.iso)")
        Printing.line("Hạn:         \(petition.clock.due.iso)")
        for message in file.messages {
            Printing.line("")
            Printing.line("\(message.at.iso) \(message.direction == .inbound ? "←" : "→") \(message.text)")
        }
    }
}
