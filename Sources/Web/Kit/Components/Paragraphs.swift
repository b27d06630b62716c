/// Words of several lines as paragraphs; longer words than the line break.
package func paragraphs(_ text: String) -> HTML {
    "<div class=\"prose\">\(each(text.split(separator: "\n", omittingEmptySubsequences: true)) { "<p>\($0)</p>" })</div>"
}

/// Somebody's own words, set off from ours.
package func quoted(_ text: String) -> HTML {
    "<blockquote class=\"quoted\">\(paragraphs(text))</blockquote>"
}

extension Example {
    package static let paragraphs: [HTML] = [
        Web.paragraphs("Đường vào nhà máy lún sâu.\n\nXe tải không ra vào được."), Web.quoted("Xin hỏi về gia hạn tiền thuê đất."),
    ]
}
