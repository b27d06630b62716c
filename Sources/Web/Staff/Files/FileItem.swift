import Documents
import Domain
import Storage

/// A file in a list: how it looks or sounds, its name, what it is, and in words why it cannot be opened.
enum FileItem {
    /// - Parameter scans: whether the operator has set up a scanner.
    static func row(_ row: AttachmentRow, scans: Bool) -> HTML {
        switch row.state {
        case .coming:
            return "<li class=\"quiet\">Đang tải tệp về\(row.name.isEmpty ? "" : ": \(row.name)")\(row.reason.map { " (\($0))" } ?? "")</li>"
        case .lost: return "<li>\(tag("Không có tệp", .late)) \(named(row))\(row.reason ?? "")</li>"
        case .here:
            guard let state = row.file else { return .empty }
            return here(row, state, state.handout(scans: scans))
        }
    }

    private static func named(_ row: AttachmentRow) -> HTML {
        when(!row.name.isEmpty, { "<span class=\"file-name\">\(row.name)</span>\(when(row.size > 0) { " (\(FileWords.size(row.size)))" }): " })
    }

    private static func here(_ row: AttachmentRow, _ state: FileState, _ handout: FileState.Handout) -> HTML {
        switch handout {
        case .never:
            return "<li>\(tag(AttachmentPage.infectedName, .late)) Máy quét tìm thấy mã độc; tệp bị giữ lại, không ai tải được.</li>"
        case .onceScanned:
            return """
                <li>\(link(row, state, to: AttachmentPage.path.link(row.id.text))) \(tag("Giữ nguyên, không mở được ở đây", .soon)) \
                \(tag("Chưa quét mã độc", .soon))</li>
                """
        case .onceConfirmed(.closed):
            return "<li>\(link(row, state, to: AttachmentPage.path.link(row.id.text))) \(tag("Giữ nguyên, không mở được ở đây", .soon))</li>"
        case .onceConfirmed(.notScannedYet):
            return """
                <li>\(thumbnail(row, state))\(link(row, state, to: AttachmentPage.path.link(row.id.text))) \(tag("Chưa quét mã độc", .soon))</li>
                """
        case .freely:
            return """
                <li>\(thumbnail(row, state))\(link(row, state, to: FileContentPage.path.link(row.id.text)))
                \(when(remark(state)) { " <span class=\"quiet\">\($0)</span>" })\(player(row.id, state, row.name))</li>
                """
        }
    }

    private static func link(_ row: AttachmentRow, _ state: FileState, to address: String) -> HTML {
        """
        \(Icon.file.html) <a class="file-name" href="\(address)">\(row.name)</a>
        <span class="quiet">\(FileWords.name(state.content)), \(FileWords.size(row.size))</span>
        """
    }

    private static func thumbnail(_ row: AttachmentRow, _ state: FileState) -> HTML {
        when(row.thumbnail) { size in
            """
            <a class="thumbnail" href="\(AttachmentPage.path.link(row.id.text))" aria-label="Xem \(row.name)">\
            <img src="\(FileAddress.copy(row.id, .thumbnail))" width="\(size.width)" height="\(size.height)" loading="lazy" \
            alt="\(alternative(state, row.name))"></a>
            """
        }
    }

    /// A player of the browser, which fetches nothing before it is started.
    static func player(_ id: ID<Attachment>, _ state: FileState, _ name: String) -> HTML {
        let address = FilePlayPage.path.link(id.text)
        switch state.content.kind?.showing {
        case .audio: return "<audio controls preload=\"none\" src=\"\(address)\" aria-label=\"Nghe \(name)\"></audio>"
        case .video: return "<video controls preload=\"none\" src=\"\(address)\" aria-label=\"Xem phim \(name)\"></video>"
        case .picture, .paper, .nothing, nil: return .empty
        }
    }

    /// What is said of a picture to whoever does not see it.
    static func alternative(_ state: FileState, _ name: String) -> String {
        state.content.kind?.showing == .paper ? "Trang đầu của \(name)" : "Ảnh \(name)"
    }

    /// Why it is not shown, or how it is heard.
    static func remark(_ state: FileState) -> String? {
        switch state.copy {
        case .failed(let reason): return reason
        case .waiting: return "Đang tạo ảnh xem trước."
        case .made, .nothing: return state.content.kind == .amr ? "Trình duyệt không phát được AMR; hãy tải về để nghe." : nil
        }
    }
}
