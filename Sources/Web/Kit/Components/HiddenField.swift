/// A value that the form carries along unseen.
package func hiddenField(_ name: String, _ value: String) -> HTML {
    "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
}

extension Example {
    package static let hiddenField: [HTML] = [Web.hiddenField("phien-ban", "3")]
}
