/// A state or an urgency in two or three words, with the colour and the picture of its tone.
package func tag(_ words: String, _ tone: Tone = .plain) -> HTML {
    "<span class=\"tag \(tone.rawValue)\">\(when(tone.icon) { "\($0.html) " })\(words)</span>"
}

extension Example {
    package static let tag: [HTML] = [
        Web.tag("Chờ sàng lọc"), Web.tag("Tạm dừng", .quiet), Web.tag("còn 2 ngày làm việc", .soon), Web.tag("quá hạn 3 ngày", .late),
        Web.tag("Đã trả lời", .done),
    ]
}
