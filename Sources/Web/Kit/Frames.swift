import Documents
import Domain
import Operations
import Storage

/// The frame of public pages: one column, few words, one main action.
package enum PublicFrame {
    package static func page(title: String, here: Path?, _ content: HTML) -> HTML {
        let items: [(Path, String)] = [
            (SubmitPage.path, "Gửi kiến nghị"), (TrackPage.path, "Tra cứu"), (NetworkPage.path, "Mạng lưới"),
        ]
        return Frame.document(
            title: title, kind: "public",
            """
            <header class="top"><div class="inner"><a class="brand" href="\(HomePage.path.link())">Đồng Hành</a>
            <nav aria-label="Trang chính"><ul>\(each(items) { path, name in
                "<li><a href=\"\(path.link())\"\(attribute: "aria-current", path == here ? "page" : nil)>\(name)</a></li>"
            })</ul></nav></div></header>
            <main id="noi-dung" class="column">\(content)</main>
            <footer class="foot"><div class="inner"><p>Cần giúp? Gọi cơ quan thường trực của Tổ công tác trong giờ làm việc.</p>
            <p><a href="\(SignInPage.path.link())">Dành cho cán bộ</a></p></div></footer>
            """)
    }
}

/// The frame of staff pages: left the queues with their counts, on top who works here.
package enum StaffFrame {
    static func page(title: String, queue: CaseFilter.Queue?, _ content: HTML, _ visit: Visit) async throws -> HTML {
        let account = try visit.account()
        let counts = try await counts(account, visit)
        return Frame.document(
            title: title, kind: "staff",
            """
            <header class="top"><div class="inner"><a class="brand" href="\(DeskPage.path.link())">Đồng Hành</a>
            \(when(counts != nil) { search })
            <p class="who">\(account.name)</p>
            <form method="post" action="\(SignOutPage.path.link())">\(hiddenFields(visit))<button class="link">Đăng xuất</button></form>
            </div></header>
            <div class="staff-body"><nav class="rail" aria-label="Hàng đợi">\(rail(account, counts, queue))</nav>
            <main id="noi-dung">\(content)</main></div>
            """)
    }

    private static var search: HTML {
        """
        <form class="search" method="get" action="\(CaseListPage.path.link())" role="search">
        <label class="unseen" for="tim-nhanh">Tìm hồ sơ</label>
        <input type="search" id="tim-nhanh" name="tim" placeholder="Tìm hồ sơ ( / )" data-search></form>
        """
    }

    /// The counts of the rail; `nil` for whoever sees no cases.
    private static func counts(_ account: Account, _ visit: Visit) async throws -> [CaseFilter.Queue: Int]? {
        guard let visibility = CaseVisibility(of: account) else { return nil }
        let now = visit.now
        return try await visit.office.read { tx in
            let soon = DeskClock.soon(now, try visit.office.rules(tx).calendar)
            return try CaseQueries.queues(seenBy: visibility, at: now, soon: soon, tx)
        }
    }

    private static func rail(_ account: Account, _ counts: [CaseFilter.Queue: Int]?, _ here: CaseFilter.Queue?) -> HTML {
        let queues: [CaseFilter.Queue] = [.intake, .diagnosis, .handling, .approving, .waiting, .soon, .late, .referred, .answered, .all]
        return """
            <ul>\(when(counts) { counts in
                """
                <li><a href="\(DeskPage.path.link())">Việc cần làm</a></li>
                \(each(queues) { line($0, counts[$0], here) })
                """
            })
            \(when(Rights.allow(.staff(account), .readReports)) {
                "<li class=\"apart\"><a href=\"\(WeeklyReportPage.path.link(WeeklyReportReading.latest))\">Báo cáo tuần</a></li>"
            })
            <li><a href="\(ChannelsPage.path.link())">Kênh</a></li>
            \(when(Rights.allow(.staff(account), .administer)) { "<li><a href=\"\(AccountsPage.path.link())\">Tài khoản</a></li>" })</ul>
            """
    }

    private static func line(_ queue: CaseFilter.Queue, _ count: Int?, _ here: CaseFilter.Queue?) -> HTML {
        let link = CaseListPage.path.link(query: ["hang": queue == .all ? nil : queue.rawValue])
        return """
            <li><a href="\(link)"\(attribute: "aria-current", queue == here ? "page" : nil)>\(QueueWords.name(queue))
            \(when(count) { "<span class=\"count\(queue == .late && $0 > 0 ? " late" : "")\">\(grouped: $0)</span>" })</a></li>
            """
    }
}

/// The skeleton of a document.
enum Frame {
    static func document(title: String, kind: String, _ body: HTML) -> HTML {
        """
        <!DOCTYPE html>
        <html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title) · Đồng Hành</title><link rel="stylesheet" href="\(Assets.address("css/dong-hanh.css"))">
        <script src="\(Assets.address("js/dong-hanh.js"))" defer></script></head>
        <body class="\(kind)"><a class="skip" href="#noi-dung">Đến nội dung chính</a>
        \(body)</body></html>
        """
    }
}

extension FailurePage {
    /// The page itself.
    var document: HTML {
        PublicFrame.page(
            title: title, here: nil,
            """
            <h1>\(title)</h1><p class="lead">\(words)</p>
            <p><a href="\(HomePage.path.link())">Về trang chủ</a> · <a href="\(DeskPage.path.link())">Về bàn làm việc</a></p>
            <p class="quiet">Số yêu cầu: \(number)</p>
            """)
    }
}
