/// One thing that happened.
package struct TimelineEntry: Sendable, Equatable {
    /// As people read it (`09:05 22/08/2026`) and as machines do (`2026-08-22T09:05:00+07:00`).
    package var time: String
    package var machineTime: String
    /// What happened, in a few words.
    package var title: String
    /// Who did it; `nil` where that is not shown.
    package var actor: String?
    /// The words themselves, files, what changed.
    package var body: HTML
    package var tone: Tone

    package init(
        time: String, machineTime: String, title: String, actor: String? = nil, body: HTML = .empty, tone: Tone = .plain
    ) {
        self.time = time
        self.machineTime = machineTime
        self.title = title
        self.actor = actor
        self.body = body
        self.tone = tone
    }
}

/// What happened, in the order given: newest on top.
package func timeline(_ entries: [TimelineEntry]) -> HTML {
    "<ol class=\"timeline\">\(each(entries, item))</ol>"
}

private func item(_ entry: TimelineEntry) -> HTML {
    """
    <li class="\(entry.tone.rawValue)">
    <p class="what">\(when(entry.tone.icon) { "\($0.html) " })<strong>\(entry.title)</strong></p>
    <p class="quiet"><time datetime="\(entry.machineTime)">\(entry.time)</time>\(when(entry.actor) { " · \($0)" })</p>
    \(when(!entry.body.isEmpty) { "<div class=\"words\">\(entry.body)</div>" })
    </li>
    """
}

extension Example {
    package static let timeline: [HTML] = [
        Web.timeline([
            TimelineEntry(
                time: "14:20 20/11/2026", machineTime: "2026-11-20T14:20:00+07:00", title: "Đã trả lời", actor: "Sở Tài chính",
                body: "<p>Doanh nghiệp được gia hạn nộp tiền thuê đất đến 31/12/2026 theo Nghị định đã ban hành.</p>", tone: .done),
            TimelineEntry(
                time: "08:05 12/11/2026", machineTime: "2026-11-12T08:05:00+07:00", title: "Chuyển Sở Tài chính xử lý",
                actor: "Tổ phản ứng nhanh"),
            TimelineEntry(
                time: "16:41 11/11/2026", machineTime: "2026-11-11T16:41:00+07:00", title: "Đã tiếp nhận qua Zalo",
                body: "<p>Công ty xin hỏi về việc gia hạn tiền thuê đất năm nay.</p>"),
        ])
    ]
}
