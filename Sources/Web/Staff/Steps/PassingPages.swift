import Database
import Documents
import Domain
import Operations
import Storage

/// Chuyển đơn vị khác: the case stays here until the other unit accepts, and its date stays as it is.
struct HandOffPage: StepPage {
    static let path: Path = "/app/ho-so/:number/chuyen-don-vi"
    static let step = Permission.handOff

    struct Lists: Sendable {
        var units: [Unit]
        /// Transfers that the regulation allows.
        var limit: Int
    }

    static func lists(for file: CaseFile, by actor: Actor, at now: Instant, _ tx: Transaction) throws -> Lists {
        let petition = file.petition
        let regulations = try petition.team.map { try TeamStore.regulations(of: $0, tx).map(\.regulation) } ?? []
        let parameters = Regulation.inForce(regulations, on: now.day)?.parameters ?? Regulation.Parameters()
        return Lists(
            units: try OrganisationStore.units(on: now.day, tx).filter { $0.id != petition.lead && $0.id != petition.classification.complainedOf },
            limit: parameters.transferLimit)
    }

    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Lists) -> HTML {
        let bounces = file.petition.work.bounces
        return """
            \(when(bounces >= lists.limit, {
                notice(
                    .soon, title: "Hồ sơ đã chuyển, trả lại \(bounces) lần",
                    "<p>Đã hết số lần chuyển theo quy chế (\(lists.limit)). Đề nghị này được gửi Tổ phó Thường trực quyết định đơn vị chủ trì.</p>")
            }, else: {
                notice(
                    .plain,
                    """
                    <p>Hồ sơ vẫn do đơn vị bạn chủ trì đến khi đơn vị nhận đồng ý; thời hạn giữ nguyên.
                    Đã chuyển, trả lại \(bounces)/\(lists.limit) lần.</p>
                    """)
            }))
            \(form.select("unit", "Đơn vị tiếp nhận", lists.units.map { ($0.id.text, $0.name) }))
            \(form.area("reason", "Lý do chuyển", hint: "Nêu căn cứ thẩm quyền của đơn vị nhận.", rows: 4))
            """
    }

    static func take(_ form: FormBody, _ petition: Case, version: Int, _ visit: Visit) async throws {
        var reading = FormReading(form)
        let unit: ID<Unit> = reading.id("unit")
        try reading.finish()
        _ = try await visit.office.perform(
            HandOffCase(petition: petition.id, version: version, unit: unit, reason: form.words("reason")), as: visit.actor)
    }
}

/// Tiếp nhận chuyển giao: the unit that was asked takes the case over, or returns it with a reason.
struct TakeOverPage: StepPage {
    typealias Lists = Void
    static let path: Path = "/app/ho-so/:number/tiep-nhan-chuyen"
    static let step = Permission.takeOver
    static let also: [Permission] = [.sendBack]
    static let buttons: [Button] = [
        .submit(Terms.action(.takeOver), name: "do", value: "accept"), .submit(Terms.action(.sendBack), name: "do", value: "return"),
    ]

    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Void) -> HTML {
        """
        \(when(file.petition.work.offer) { offer in
            """
            <p><strong>\(offer.fromName)</strong> đề nghị <strong>\(offer.toName)</strong> tiếp nhận, \(offer.at.vietnamese):</p>
            \(quoted(offer.reason))
            """
        })
        \(disclosure("Nội dung kiến nghị", isOpen: true, quoted(file.text)))
        <p>Nếu tiếp nhận, đơn vị bạn chủ trì và trả lời theo hạn hiện tại: \(file.petition.clock.due.day.vietnamese).</p>
        \(form.area("reason", "Lý do trả lại", hint: "Chỉ cần khi trả lại: nêu vì sao không thuộc thẩm quyền.", optional: true, rows: 3))
        """
    }

    static func take(_ form: FormBody, _ petition: Case, version: Int, _ visit: Visit) async throws {
        if form["do"] == "return" {
            _ = try await visit.office.perform(
                SendBackCase(petition: petition.id, version: version, reason: form.words("reason")), as: visit.actor)
        } else {
            _ = try await visit.office.perform(TakeOverCase(petition: petition.id, version: version), as: visit.actor)
        }
    }
}

/// Rút đề nghị chuyển: before anybody has answered it.
struct WithdrawOfferPage: StepPage {
    typealias Lists = Void
    static let path: Path = "/app/ho-so/:number/rut-de-nghi-chuyen"
    static let step = Permission.withdrawOffer

    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Void) -> HTML {
        when(file.petition.work.offer) { offer in
            "<p>Đang chờ <strong>\(offer.toName)</strong> tiếp nhận từ \(offer.at.vietnamese). Rút đề nghị thì đơn vị bạn xử lý tiếp.</p>"
        }
    }

    static func take(_ form: FormBody, _ petition: Case, version: Int, _ visit: Visit) async throws {
        _ = try await visit.office.perform(WithdrawOffer(petition: petition.id, version: version), as: visit.actor)
    }
}
