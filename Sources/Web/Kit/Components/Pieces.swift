/// Words of several lines as paragraphs.
package func paragraphs(_ text: String) -> HTML {
    let parts = text.split(separator: "\n", omittingEmptySubsequences: true)
    return "<div class=\"prose\">\(each(parts) { "<p>\($0)</p>" })</div>"
}

/// Facts under their names; those without a value are left out.
package func facts(_ entries: [(name: String, value: String)]) -> HTML {
    """
    <dl class="facts">\(each(entries.filter { !$0.value.isEmpty }) { "<div><dt>\($0.name)</dt><dd>\($0.value)</dd></div>" })</dl>
    """
}

/// Something that opens when one asks.
package func disclosure(_ title: String, _ content: HTML) -> HTML {
    "<details><summary>\(title)</summary><div class=\"inside\">\(content)</div></details>"
}

/// Why a list is empty, and what to do.
package func emptyState(_ words: String) -> HTML { "<p class=\"empty\">\(words)</p>" }

/// The way back.
package func breadcrumbs(_ steps: [(String, String)], here: String) -> HTML {
    """
    <nav class="crumbs" aria-label="Đường dẫn"><ol>
    \(each(steps) { name, address in "<li><a href=\"\(address)\">\(name)</a></li>" })<li aria-current="page">\(here)</li></ol></nav>
    """
}

/// The buttons of a form: the first is the main one and the only filled one.
package func formButtons(_ buttons: [(value: String, label: String)], cancel: String?) -> HTML {
    """
    <p class="buttons">\(each(Array(buttons.enumerated())) { index, button in
        """
        <button type="submit" class="\(index == 0 ? "button" : "button quiet-button")"\
        \(attribute: "name", button.value.isEmpty ? nil : "do")\(attribute: "value", button.value.isEmpty ? nil : button.value)>\
        \(button.label)</button>
        """
    })
    \(when(cancel) { "<a href=\"\($0)\">Quay lại</a>" })</p>
    """
}

/// A size of a file in words.
package func fileSize(_ bytes: Int) -> String {
    bytes < 1_048_576 ? "\(max(1, bytes / 1024)) KB" : "\(bytes / 1_048_576) MB"
}
