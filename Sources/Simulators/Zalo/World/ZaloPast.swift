/// How much an account has been through before the start, so that its figures can be read.
package struct ZaloPast: Sendable {
    package var followers: Int
    package var articleViews: Int
    package var messages: Int
    /// Days over which messages and articles are spread, back from the start.
    package var days: Int

    package init(followers: Int, articleViews: Int, messages: Int, days: Int = 300) {
        self.followers = followers
        self.articleViews = articleViews
        self.messages = messages
        self.days = max(1, days)
    }

    /// The account of the province's seed: 7,300 followers, 40,000 views, 3,000 messages.
    package static let lively = ZaloPast(followers: 7300, articleViews: 40_000, messages: 3000)

    private static let titles = [
        "Ra mắt tổ công tác đồng hành cùng doanh nghiệp", "Hướng dẫn gửi phản ánh, kiến nghị qua Zalo",
        "Lịch đối thoại doanh nghiệp tháng này", "Năm nhóm vướng mắc đã gỡ trong quý", "Tra cứu tiến độ xử lý bằng mã hồ sơ", "Hỏi đáp về cấp phép xây dựng nhà xưởng",
        "Thông báo tạm ngừng cấp điện theo kế hoạch", "Kết quả xử lý kiến nghị tuần qua",
    ]
    private static let lines = [
        "Đường vào khu công nghiệp ngập khi mưa", "Xin hỏi thủ tục gia hạn giấy phép", "Cảm ơn tổ công tác đã hỗ trợ",
        "Mất điện từ sáng đến giờ chưa có",
        "Hồ sơ nộp mười ngày chưa có kết quả", "Cho hỏi số điện thoại đường dây nóng",
    ]

    /// Fills a world: the same past every time.
    func fill(_ world: isolated ZaloWorld) {
        let day: Int64 = 86_400_000
        let start = world.now - Int64(days) * day
        for number in 0..<followers {
            let id = "78" + String(1_000_000_000_000_000 + number)
            var person = ZaloCitizen(id: id, name: "Người quan tâm \(number + 1)")
            person.follows = true
            person.isCrowd = true
            world.add(person)
        }
        let writers = max(1, min(followers, messages / 5))
        for number in 0..<messages where followers > 0 {
            let id = "78" + String(1_000_000_000_000_000 + number * 7 % writers)
            let time = start + Int64(number) * Int64(days) * day / Int64(messages)
            let line = ZaloLine(
                id: "p\(number)", time: time, fromOA: false, text: Self.lines[number % Self.lines.count], quotes: nil, attachments: [],
                kind: "text", author: id, admin: nil)
            world.append(line, to: id)
            world.interacts(id, at: time)
        }
        // Each article has been read more than the next one; what does not divide evenly goes to the first.
        let steps = Self.titles.count * (Self.titles.count + 1) / 2
        let views = Self.titles.indices.map { articleViews * (Self.titles.count - $0) / steps }
        let rest = articleViews - views.reduce(0, +)
        for (number, title) in Self.titles.enumerated() {
            let time = start + Int64(number) * Int64(days) * day / Int64(Self.titles.count)
            let read = views[number] + (number == 0 ? rest : 0)
            world.add(ZaloArticle(id: "a\(number + 1)", title: title, created: time, isShown: true, views: read, shares: read / 40))
        }
    }
}
