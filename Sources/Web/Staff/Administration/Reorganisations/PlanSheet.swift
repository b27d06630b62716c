import Domain
import Foundation

/// The steps of a plan in the making, as they travel in the form from page to page: nothing is kept until the plan is prepared.
struct PlanSheet: Codable, Sendable, Equatable {
    var steps: [ReorganisationPlan.Step] = []
    /// Where a person of a divided unit goes: login to key of a unit.
    var people: [String: String] = [:]

    /// The field that carries it.
    static let field = "plan"

    init() {}

    /// Reads the sheet of a form; an empty field is an empty sheet. Throws `Refusal.invalid` for what this program did not write.
    init(_ form: FormBody) throws(Refusal) {
        guard let text = form[Self.field], !text.isEmpty else { return }
        do {
            self = try JSONDecoder().decode(PlanSheet.self, from: Data(text.utf8))
        } catch {
            throw .invalid([Problem(Self.field, .unknownCode)])
        }
    }

    /// As the form carries it.
    func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// Adds a step. A further part of a unit that is divided already joins its step.
    mutating func add(_ step: ReorganisationPlan.Step) {
        if case .split(let unit, let parts, let rest) = step {
            for (index, other) in steps.enumerated() {
                if case .split(unit, let before, _) = other {
                    steps[index] = .split(unit: unit, parts: before + parts, rest: rest)
                    return
                }
            }
        }
        steps.append(step)
    }

    mutating func remove(_ index: Int) {
        if steps.indices.contains(index) { steps.remove(at: index) }
    }

    /// The units that the steps found: key and name.
    var founded: [(key: String, name: String)] {
        steps.compactMap { step in
            if case .found(let key, let name, _, _, _, _) = step { (key, name) } else { nil }
        }
    }
}

/// What can be added to a plan.
enum PlanEntry: String, CaseIterable, Sendable {
    case found, change, merge, split, abolish, transfer, person

    var name: String {
        switch self {
        case .found: "Thành lập đơn vị"
        case .change: "Đổi tên, đổi cấp trên"
        case .merge: "Sáp nhập"
        case .split: "Chia, tách"
        case .abolish: "Giải thể, bàn giao"
        case .transfer: "Chuyển một phần nhiệm vụ"
        case .person: "Người đi theo phần được tách"
        }
    }
}
