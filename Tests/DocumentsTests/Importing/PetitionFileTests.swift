import Domain
import OfficeFormats
import Testing
import TestSupport

@testable import Documents

@Suite struct PetitionFileTests {
    @Test(arguments: [
        (ImportSample.tax, 5, 3, [nil, .number, .taxCode, .organisation, .sender, .phone, .email, nil, .title, .text, .received, .state, .answer, .answered]),
        (.portal, 1, 3, [.number, .field, .sender, .address, .email, .phone, .title, .text, .received, .answer, .answered]),
        (
            .national, 2, 3,
            [.number, .kind, .field, .title, .text, .sender, .organisation, .taxCode, .phone, .email, nil, .area, .received, .state, .answer]
        ),
        (.callCentre, 1, 2, [.number, .received, .phone, .sender, .text, .area, .field, .state]),
        (.dialogue, 3, 3, [.number, .organisation, .taxCode, .phone, .text, .field, nil]),
        (.forwarded, 1, 2, [.number, .received, .organisation, .text, .address]),
    ] as [(ImportSample, Int, Int, [PetitionColumn?])])
    func theLayoutOfEachSystemIsRecognised(sample: ImportSample, headRow: Int, rows: Int, columns: [PetitionColumn?]) throws {
        let table = try PetitionFile.table(try sample.bytes)
        #expect(table.headRow == headRow && table.rows.count == rows)
        #expect(PetitionMapping(proposedFor: table.heads).columns == columns)
    }

    @Test func numbersByFormulaAndLettersOfOldWindowsAreRead() throws {
        #expect(try PetitionFile.table(try ImportSample.dialogue.bytes).rows.map { $0.cells[0] } == ["1", "2", "3"])
        #expect(try PetitionFile.table(try ImportSample.forwarded.bytes).rows[1].cells[2] == "Hợp tác xã Vận tải Đường Xa")
    }

    @Test func theTemplateIsUnderstoodAsItStands() throws {
        let sheet = try XLSXReader.read(try PetitionFile.template())
        let heads = sheet.rows[0].cells.map(\.text)
        #expect(PetitionMapping(proposedFor: heads).columns == PetitionColumn.allCases)
    }

    @Test func refusedRowsComeBackAsTheyStandWithTheReasonBeforeThem() throws {
        let table = try PetitionFile.table(Array("Mã,Nội dung,Khác\n1,Được,x\n2,=1+1,y\n".utf8))
        let bytes = PetitionFile.refused(
            [ImportProblem(row: 3, column: "Nội dung", .missing), ImportProblem(row: 3, column: "Ngày tiếp nhận", .notAMoment("mai"))], of: table)
        let sheet = try CSVReader.read(bytes)
        #expect(sheet.rows.map { $0.cells.map(\.text) }[0] == ["Dòng", "Lý do không nạp được", "Mã", "Nội dung", "Khác"])
        #expect(sheet.rows.count == 2 && sheet.rows[1].cells.map(\.text).last == "y")
        #expect(sheet.rows[1].cells[1].text.contains("Nội dung: Ô này không được để trống. Ngày tiếp nhận: “mai” không đọc được"))
        #expect(String(decoding: bytes, as: UTF8.self).contains("'=1+1"))
    }

    @Test func moreRowsThanOneListMayHaveAreRefused() {
        let lines = "Mã,Nội dung\n" + (1...(PetitionFile.mostRows + 1)).map { "\($0),a\n" }.joined()
        #expect(throws: ImportFileFault.wrong(ImportFailure([ImportProblem(row: nil, column: nil, .tooManyRows(10_000))]))) {
            try PetitionFile.table(Array(lines.utf8))
        }
    }
}
