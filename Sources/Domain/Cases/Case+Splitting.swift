/// What one sender sent at once (lượt gửi, văn bản): one letter, many petitions, each a case of its own under one number of items
/// (seed 003; requirement 11). It closes by itself when its last item does.
package struct Submission: Sendable, Equatable {
    package let id: ID<Submission>
    package let contact: ID<Contact>
    package let channel: Channel
    package let receivedAt: Instant
    package var title: String
    /// The whole text as it was sent.
    package var text: String
    /// How many items it has.
    package var items: Int
    /// When the last item was answered; `nil` while one is open.
    package var closedAt: Instant?

    package init(
        id: ID<Submission>, contact: ID<Contact>, channel: Channel, receivedAt: Instant, title: String, text: String, items: Int,
        closedAt: Instant? = nil
    ) {
        self.id = id
        self.contact = contact
        self.channel = channel
        self.receivedAt = receivedAt
        self.title = title
        self.text = text
        self.items = items
        self.closedAt = closedAt
    }

    /// Most items of one letter.
    package static let mostItems = 50
}

/// Where a case stands in its submission (nội dung thứ mấy trên mấy).
package struct SubmissionItem: Sendable, Equatable, Codable {
    package var submission: ID<Submission>
    /// From 1.
    package var item: Int
    package var of: Int

    package init(submission: ID<Submission>, item: Int, of: Int) {
        self.submission = submission
        self.item = item
        self.of = of
    }
}

/// One petition out of a letter, as the officer typed it out.
package struct ItemDraft: Sendable, Equatable, Codable {
    package var title: String
    package var text: String

    package init(title: String, text: String) {
        self.title = title
        self.text = text
    }
}

extension Case {
    /// Splits what was sent into numbered items (tách nội dung): this case becomes the first, the others become cases of their own
    /// with the same sender, receipt and promise.
    package func split(
        into items: [ItemDraft], submission: ID<Submission>, by actor: Actor
    ) throws(Refusal) -> CaseEvent {
        try check(.split, by: actor)
        var list = ProblemList()
        if items.count < 2 { list.add("items", .missing) }
        if items.count > Submission.mostItems { list.add("items", .tooMany(Submission.mostItems)) }
        for (index, item) in items.enumerated() {
            list.text("title\(index)", item.title, atLeast: 3, atMost: 200)
            list.text("text\(index)", item.text, atLeast: Self.shortestReason, atMost: 10_000)
        }
        try list.refuse()
        return .split(SubmissionItem(submission: submission, item: 1, of: items.count), title: items[0].title)
    }
}
