/// How a thing stands, for its colour and its picture; the words beside them say it too.
package enum Tone: String, CaseIterable, Sendable {
    case plain, quiet, soon, late, done

    var icon: Icon? {
        switch self {
        case .plain, .quiet: nil
        case .soon: .soon
        case .late: .late
        case .done: .done
        }
    }
}
