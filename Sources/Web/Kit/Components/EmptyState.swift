/// Instead of a list with nothing in it: why, and what to do.
package func emptyState(_ why: String, _ whatToDo: HTML = .empty) -> HTML {
    "<div class=\"empty\"><p><strong>\(why)</strong></p>\(when(!whatToDo.isEmpty) { "<p>\(whatToDo)</p>" })</div>"
}

extension Example {
    package static let emptyState: [HTML] = [
        Web.emptyState(
            "Không có hồ sơ nào quá hạn.", "Xem các hồ sơ <a href=\"/app/sap-den-han\">sắp đến hạn</a> hoặc bỏ bớt điều kiện lọc."),
        Web.emptyState("Chưa có câu trả lời nào được công khai."),
    ]
}
