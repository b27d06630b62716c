/// What is wrong in a form, on top of it, each line a link to its input; nothing when nothing is wrong.
package func errorSummary(_ errors: FieldErrors) -> HTML {
    guard !errors.isEmpty else { return .empty }
    let inputs = errors.entries.filter { !$0.field.isEmpty }.count
    return """
        <div class="summary" role="alert" tabindex="-1" aria-labelledby="tom-tat-loi">
        <h2 id="tom-tat-loi">\(inputs == 0 ? "Chưa thực hiện được" : "Cần sửa \(inputs) chỗ rồi gửi lại")</h2>
        <ul>\(each(errors.entries, line))</ul>
        </div>
        """
}

private func line(_ entry: FieldErrors.Entry) -> HTML {
    entry.field.isEmpty ? "<li>\(entry.message)</li>" : "<li><a href=\"#\(entry.field)\">\(entry.message)</a></li>"
}

extension Example {
    package static let errorSummary: [HTML] = [
        Web.errorSummary(["ten": "Hãy ghi tên doanh nghiệp.", "": "Hãy chọn ít nhất một cách để chúng tôi trả lời."])
    ]
}
