/// Every component as it looks, one list beside each component: what the tests check and what a new page is chosen from.
package enum Example {
    package static let all: [(name: String, html: [HTML])] = [
        ("errorSummary", errorSummary), ("textInput", textInput), ("textArea", textArea), ("selectInput", selectInput),
        ("radios", radios), ("checkbox", checkbox), ("fileInput", fileInput), ("hiddenField", hiddenField), ("inputGroup", inputGroup),
        ("paragraphs", paragraphs), ("buttonRow", buttonRow),
        ("tag", tag), ("factsList", factsList), ("timeline", timeline), ("dataTable", dataTable), ("pager", pager),
        ("notice", notice), ("disclosure", disclosure), ("emptyState", emptyState), ("copyableCode", copyableCode),
        ("breadcrumbs", breadcrumbs), ("caseColumns", caseColumns),
    ]
}
