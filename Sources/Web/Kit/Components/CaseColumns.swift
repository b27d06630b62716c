/// A matter on one page: on top what can be done now, left what was said and done, right the facts and clocks. On a phone the
/// facts come before the history.
package func caseColumns(actions: HTML = .empty, main: HTML, side: HTML) -> HTML {
    """
    \(when(!actions.isEmpty) { "<nav class=\"actions\" aria-label=\"Việc có thể làm\">\(actions)</nav>" })
    <div class="sides"><aside>\(side)</aside><div>\(main)</div></div>
    """
}

extension Example {
    package static let caseColumns: [HTML] = [
        Web.caseColumns(
            actions: Web.buttonRow(primary: .link("Phân công xử lý", "/a"), others: [.link("Yêu cầu bổ sung", "/b")]),
            main: Example.timeline[0], side: "<h2>Thông tin</h2>\(Example.factsList[0])\(Example.disclosure[0])")
    ]
}
