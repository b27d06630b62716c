import Documents
import Domain
import Storage

/// The parts of the page of an import.
enum ImportSections {
    /// Rows that a page shows; a list of thousands is looked through in its own program.
    private static let most = 200

    static func person(_ run: PetitionImport) -> String { run.accountName.isEmpty ? "Dòng lệnh" : run.accountName }

    /// - Parameter hasFile: whether the reader may have the file.
    static func facts(_ run: PetitionImport, _ table: PetitionTable?, hasFile: Bool = true) -> HTML {
        factsList([
            Fact("Nguồn", text: Terms.name(run.order.channel) + (run.order.list.isEmpty ? "" : ", danh sách “\(run.order.list)”")),
            Fact("Tệp", hasFile ? "<a href=\"\(ImportedFilePage.path.link(run.id.text))\">\(run.fileName)</a>" : "\(run.fileName)"),
            Fact("Dấu vân tay SHA-256", "<code>\(run.hash.prefix(16))…</code>"),
        ] + (table.map { [Fact("Tiêu đề", text: "dòng \($0.headRow), \(Wording.number($0.rows.count)) dòng bên dưới")] } ?? []) + [
            Fact("Cách ghép cột", text: run.mappingName.isEmpty ? "theo tiêu đề của tệp" : run.mappingName),
            Fact(run.state == .done ? "Nạp" : "Tải lên", text: "\(person(run)), \(run.at.vietnamese)"),
        ])
    }

    static func verdict(_ plan: PetitionImportPlan) -> HTML {
        let sentence = PetitionImportWords.sentence(plan.counts)
        if !plan.problems.isEmpty {
            return notice(
                .late, title: sentence,
                "<p>Nạp tất cả hoặc không nạp dòng nào: hãy ghép lại cột, hoặc sửa trong tệp rồi tải lại. Chưa ghi gì vào hệ thống.</p>")
        }
        if plan.counts.new == 0 { return notice(.done, title: sentence, "<p>Không có dòng nào cần nạp.</p>") }
        return notice(
            .plain, title: sentence, "<p>Hạn trả lời tính từ ngày nguồn tiếp nhận. Chưa ghi gì vào hệ thống cho đến khi bấm nạp.</p>")
    }

    static func problems(_ problems: [ImportProblem]) -> HTML {
        sheet("Cần sửa", ["Dòng", "Cột", "Cần sửa gì"], problems) { problem in
            ["\(problem.row.map(String.init) ?? "")", "\(problem.column ?? "")", "\(ImportProblemWords.sentence(problem.fault))"]
        }
    }

    /// One line a column of the file: its head, what it is read as, what stands in the first rows.
    static func mapping(_ run: PetitionImport, _ table: PetitionTable) -> HTML {
        let samples = table.rows.prefix(3)
        let columns = ["Cột trong tệp", "Đọc là"] + samples.map { "Dòng \($0.number)" }
        let places = table.heads.indices.filter { place in
            !table.heads[place].isEmpty || table.rows.prefix(50).contains { $0.cells.indices.contains(place) && !$0.cells[place].isEmpty }
        }
        return dataTable(
            DataTable(
                .sheet, caption: "Ghép cột", columns: columns.map { .init($0) },
                rows: places.map { place in
                    let head = table.heads[place].isEmpty ? "(không tiêu đề, cột \(place + 1))" : table.heads[place]
                    return .init(
                        ["<strong>\(head)</strong>", choice(place, head, run.order.mapping.columns[place])]
                            + samples.map { clipped($0.cells.indices.contains(place) ? CleanText(line: $0.cells[place]).text : "", .medium) })
                }))
    }

    private static func choice(_ place: Int, _ head: String, _ chosen: PetitionColumn?) -> HTML {
        """
        <select id="c\(place)" name="c\(place)" aria-label="Cột “\(head)” đọc là"><option value="">Không đọc</option>
        \(each(PetitionColumn.allCases) {
            "<option value=\"\($0.rawValue)\"\(flag: "selected", $0 == chosen)>\($0.head)</option>\n"
        })</select>
        """
    }

    /// What needs a look comes first, the rest by row.
    static func rows(_ plan: PetitionImportPlan) -> HTML {
        let rows = plan.rows.filter { $0.petition.remarks.contains(where: \.isWarning) }
            + plan.rows.filter { !$0.petition.remarks.contains(where: \.isWarning) }
        return sheet("Từng dòng", ["Dòng", "Mã ở nguồn", "Tiếp nhận", "Người gửi", "Kết quả", "Nội dung, lưu ý"], rows) { row in
            let petition = row.petition
            return [
                "\(petition.row)", "\(petition.number)", "\(petition.receivedAt.vietnamese)", clipped(petition.person.display, .medium),
                tag(PetitionImportWords.name(row.fate), row.fate == .new ? .plain : .quiet),
                "\(clipped(CleanText(line: petition.title ?? petition.text).text, .long))\(remarks(petition.remarks))",
            ]
        }
    }

    static func imported(_ rows: [ImportedRow]) -> HTML {
        sheet("Từng dòng", ["Dòng", "Mã ở nguồn", "Hồ sơ", "Người gửi", "Kết quả", "Nội dung, lưu ý"], rows) { row in
            let link: HTML = row.petition.map { "<a href=\"\(CasePage.path.link($0.number.text))\">\($0.number.text)</a>" } ?? ""
            return [
                "\(row.line)", "\(row.number)", link, clipped(row.petition?.sender ?? "", .medium),
                tag(PetitionImportWords.name(row.outcome), row.outcome == .new ? .plain : .quiet),
                "\(clipped(row.petition?.title ?? "", .long))\(remarks(row.remarks))",
            ]
        }
    }

    private static func remarks(_ remarks: [PetitionRemark]) -> HTML {
        each(remarks) { remark in
            """
            <div class="quiet">\(when(remark.isWarning) { "\(tag("xem lại", .soon)) " })\(PetitionImportWords.sentence(remark))\(other(remark))</div>
            """
        }
    }

    /// The case that a remark speaks of opens beside the list, to those who may.
    private static func other(_ remark: PetitionRemark) -> HTML {
        guard case .like(let number) = remark else { return .empty }
        return " <a href=\"\(CasePage.path.link(number))\" target=\"_blank\">Mở hồ sơ</a>"
    }

    private static func sheet<Row>(_ caption: String, _ heads: [String], _ rows: [Row], _ cells: (Row) -> [HTML]) -> HTML {
        """
        \(dataTable(DataTable(.sheet, caption: caption, columns: heads.map { .init($0) }, rows: rows.prefix(most).map { .init(cells($0)) })))
        \(when(rows.count > most) { "<p class=\"quiet\">và \(grouped: rows.count - most) dòng khác.</p>" })
        """
    }
}
