/// A button or a link that looks like one.
package struct Button: Sendable, Equatable {
    package enum Action: Sendable, Equatable {
        /// Sends the form; the name and value tell which button it was.
        case submit(name: String?, value: String?)
        case link(String)
    }

    package var label: String
    package var action: Action
    /// Loses something for good: red, and its page says in figures what.
    package var isDestructive: Bool

    package static func submit(_ label: String, name: String? = nil, value: String? = nil, isDestructive: Bool = false) -> Button {
        Button(label: label, action: .submit(name: name, value: value), isDestructive: isDestructive)
    }

    package static func link(_ label: String, _ href: String, isDestructive: Bool = false) -> Button {
        Button(label: label, action: .link(href), isDestructive: isDestructive)
    }
}

/// What can be done now.
/// - Parameters:
///   - primary: the act that is due, the only filled button; `nil` when none is.
///   - others: the rest, quieter.
package func buttonRow(primary: Button?, others: [Button] = []) -> HTML {
    "<div class=\"buttons\">\(when(primary) { button($0, isPrimary: true) })\(each(others) { button($0, isPrimary: false) })</div>"
}

private func button(_ button: Button, isPrimary: Bool) -> HTML {
    let look = "button " + (isPrimary ? "primary" : "plain") + (button.isDestructive ? " destructive" : "")
    switch button.action {
    case .submit(let name, let value):
        return """
            <button class="\(look)" type="submit"\(attribute: "name", name)\(attribute: "value", value)>\(button.label)</button>

            """
    case .link(let href):
        return "<a class=\"\(look)\" href=\"\(href)\">\(button.label)</a>\n"
    }
}

extension Example {
    package static let buttonRow: [HTML] = [
        Web.buttonRow(primary: .submit("Gửi kiến nghị"), others: [.submit("Lưu nháp", name: "luu", value: "1"), .link("Hủy", "/")]),
        Web.buttonRow(primary: .submit("Giải thể đơn vị và chuyển 12 hồ sơ", isDestructive: true), others: [.link("Quay lại", "/app")]),
    ]
}
