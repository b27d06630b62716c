import Domain
import Operations
import Storage

/// The front door: one main action, and the two ways back.
struct HomePage: Page {
    static let path: Path = "/"
    static let access = Access.anyone

    static func show(_ visit: Visit) async throws -> Reply {
        let team = try await visit.office.read { try visit.office.team($0) }
        let content: HTML = """
            <h1>Gửi khó khăn, kiến nghị; theo dõi đến khi có trả lời</h1>
            <p class="lead">Doanh nghiệp, hộ kinh doanh và người lao động gửi một lần, có ngay mã theo dõi và ngày hẹn trả lời.
            \(when(team) { "\($0.name) tiếp nhận, giao đúng đơn vị và trả lời từng nội dung." })</p>
            \(buttonRow(primary: .link("Gửi khó khăn, kiến nghị", SubmitPage.path.link())))
            <h2>Đã gửi rồi?</h2>
            <form method="get" action="\(TrackPage.path.link())" class="inline">
            \(textInput("ma", label: "Mã tra cứu", autocomplete: "off", isShort: true))
            \(buttonRow(primary: nil, others: [.submit("Tra cứu")]))</form>
            <h2>Cách làm việc</h2>
            <ol class="steps">
            <li><strong>Tiếp nhận, sàng lọc.</strong> Một dòng cũng đủ; thiếu gì chúng tôi hỏi lại.</li>
            <li><strong>Chẩn đoán, đề xuất phương án.</strong> Tìm đúng chỗ vướng và đúng đơn vị chủ trì.</li>
            <li><strong>Xử lý, trả lời.</strong> Trả lời nêu kết luận, căn cứ, ai làm gì và xong trước ngày nào.</li></ol>
            <p class="quiet">Khiếu nại, tố cáo được hướng dẫn, chuyển theo quy trình riêng. Việc khẩn cấp: gọi 113, 114, 115.</p>
            """
        return .document(try await PublicFrame.page(title: "Gửi khó khăn, kiến nghị", here: path, content, visit))
    }
}
