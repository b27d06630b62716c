import Testing

@testable import Domain

@Suite struct PetitionTableTests {
    private func table(_ lines: String...) throws -> PetitionTable {
        try PetitionTable(
            lines.enumerated().map { number, line in
                ImportTable.Row(number: number + 1, cells: line.split(separator: "|", omittingEmptySubsequences: false).map(String.init))
            })
    }

    @Test func theHeadsAreFoundBelowTitles() throws {
        let table = try table("ỦY BAN NHÂN DÂN", "Danh sách kiến nghị||", "", "Mã|Nội dung|Ghi chú", "1|Đường hỏng|", "||")
        #expect(table.headRow == 4 && table.heads == ["Mã", "Nội dung", "Ghi chú"])
        #expect(table.rows.map(\.number) == [5])
    }

    @Test func headsOverTwoRowsAreReadTogether() throws {
        let table = try table("STT|Doanh nghiệp||Nội dung", "|Tên doanh nghiệp|MST|", "(1)|(2)|(3)|(4)", "1|Một|9900000016|Đường hỏng")
        #expect(table.heads == ["STT", "Tên doanh nghiệp", "MST", "Nội dung"])
        #expect(table.rows.map(\.number) == [4])
    }

    @Test func aRowOfContentThatResemblesAHeadIsNoSecondRowOfHeads() throws {
        let table = try table("Mã|Nội dung|Loại", "1|Câu hỏi|Phản ánh", "2|Đường hỏng|Kiến nghị")
        #expect(table.headRow == 1 && table.heads == ["Mã", "Nội dung", "Loại"] && table.rows.count == 2)
    }

    @Test func whereNoHeadIsKnownTheFullestRowIsShownToBeMapped() throws {
        let table = try table("Bảng", "A|B|C", "x|y|z")
        #expect(table.heads == ["A", "B", "C"] && table.rows.count == 1)
    }

    @Test func aTextKeepsItsLines() throws {
        #expect(try table("Mã|Nội dung", "1|Một\nHai").rows[0].cells[1] == "Một\nHai")
    }

    @Test func nothingUnderTheHeadsIsSaidSo() {
        #expect(throws: ImportFailure([ImportProblem(row: 1, column: nil, .noRows)])) { try table("Mã|Nội dung") }
    }

    @Test func rowsLongerThanTheHeadsWidenThem() throws {
        #expect(try table("Mã|Nội dung", "1|Một|thêm").heads == ["Mã", "Nội dung", ""])
    }
}
