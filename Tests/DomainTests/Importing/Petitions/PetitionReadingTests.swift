import Testing

@testable import Domain

@Suite struct PetitionReadingTests {
    private static let catalogue = Catalogue(
        fields: StandardFields.all,
        areas: [
            Catalogue.Area(code: AreaCode("an-phu"), name: "Phường An Phú"), Catalogue.Area(code: AreaCode("an-phu-xa"), name: "Xã An Phú"),
            Catalogue.Area(code: AreaCode("ben-cat"), name: "Bến Cát"),
        ])

    private func read(
        _ columns: [PetitionColumn?], _ rows: [[String]], day: Day? = nil
    ) throws -> (petitions: [ImportedPetition], problems: [ImportProblem]) {
        let heads = ImportTable.Row(number: 1, cells: columns.map { $0?.head ?? "Ghi chú" })
        let table = try PetitionTable([heads] + rows.enumerated().map { ImportTable.Row(number: $0 + 2, cells: $1) })
        let now = try #require(Instant(iso: "2026-08-03T09:00"))
        return PetitionReading(
            mapping: PetitionMapping(columns), kinds: [("Tố cáo", .denunciation)], catalogue: Self.catalogue, now: now, day: day,
            oldest: try #require(Day(2021, 1, 1))
        ).read(table)
    }

    @Test func everythingWrongIsToldAtOnceByRowAndColumn() throws {
        let (petitions, problems) = try read(
            [.number, .received, .text],
            [["1", "20/07/2026", "Được"], ["", "32/07/2026", ""], ["3", "20/07/2062", "Sau"], ["4", "20/07/2006", "Xưa"]])
        #expect(petitions.map(\.row) == [2])
        #expect(
            problems == [
                ImportProblem(row: 3, column: "Nội dung", .missing), ImportProblem(row: 3, column: "Mã ở hệ thống nguồn", .missing),
                ImportProblem(row: 3, column: "Ngày tiếp nhận", .notAMoment("32/07/2026")),
                ImportProblem(row: 4, column: "Ngày tiếp nhận", .inFuture("20/07/2062")),
                ImportProblem(row: 5, column: "Ngày tiếp nhận", .tooOld("20/07/2006", try #require(Day(2021, 1, 1)))),
            ])
    }

    @Test func aListWithoutTextsIsRefusedAsAWhole() throws {
        #expect(try read([.number, .received], [["1", "2"]]).problems == [ImportProblem(row: 1, column: "Nội dung", .notMapped)])
        let twice = try read([.text, .text], [["a", "b"]])
        #expect(twice.problems == [ImportProblem(row: 1, column: "Nội dung", .columnTwice)])
    }

    @Test func zerosThatASpreadsheetDroppedComeBack() throws {
        let petition = try read([.phone, .taxCode, .text], [["912345678", "100109106", "Một"]]).petitions[0]
        #expect(petition.person.phone == "0912345678" && petition.person.taxCode == "0100109106" && petition.remarks == [.noReceipt])
        #expect(petition.senderKeys == [.phone("+84912345678"), .taxCode("0100109106")])
    }

    @Test func whatIsOddIsKeptAsItStandsAndRemarkedUpon() throws {
        let petition = try read(
            [.phone, .taxCode, .email, .kind, .field, .area, .state, .received, .text],
            [["1900", "9900000017", "khong co", "Khác", "Chuyện lạ", "Đâu đó", "???", "01/08/2026", "Một"]]).petitions[0]
        #expect(petition.person.phone == "1900" && petition.person.taxCode == "9900000017" && petition.person.email == "khong co")
        #expect(
            petition.remarks == [
                .unknownArea("Đâu đó"), .unknownField("Chuyện lạ"), .unknownKind("Khác"), .oddTaxCode("9900000017"), .oddPhone("1900"),
                .oddEmail("khong co"), .unknownState("???"),
            ])
        #expect(petition.classification == Classification())
    }

    @Test func freeWordsAreMappedThroughTheCatalogue() throws {
        let petition = try read(
            [.kind, .field, .area, .text], [["TO CAO", "dat dai", "P. An Phú, thành phố", "Một"]]).petitions[0]
        #expect(petition.classification == Classification(kind: .denunciation, field: FieldCode("dat-dai"), area: AreaCode("an-phu")))
        #expect(petition.person.area == AreaCode("an-phu"))
    }

    @Test(arguments: [
        ("Đã trả lời", "", true), ("Hoàn thành", "Đây", true), ("Đang xử lý", "Nháp", false), ("Chưa trả lời", "", false),
        ("", "Đây là trả lời", true), ("Đã tiếp nhận", "", false), ("", "", false), ("Đã chuyển xử lý", "", false),
    ]) func theSourceSaysWhetherItAnswered(state: String, answer: String, isAnswered: Bool) throws {
        let petition = try read([.state, .answer, .text], [[state, answer, "Một"]]).petitions[0]
        #expect(petition.remarks.contains(.answered) == isAnswered)
        #expect((petition.reply != nil) == (isAnswered || !answer.isEmpty))
    }

    @Test func anAnswerBeforeTheQuestionIsASlip() throws {
        let problems = try read([.received, .answered, .answer, .text], [["20/07/2026", "19/07/2026", "Đây", "Một"]]).problems
        #expect(problems == [ImportProblem(row: 2, column: "Ngày trả lời", .endsBeforeItBegins)])
    }

    @Test func aRowWithoutADayTakesTheDayOfTheList() throws {
        let day = try #require(Day(2026, 7, 15))
        let petitions = try read([.received, .text], [["", "Một"], ["16/07/2026 08:30", "Hai"]], day: day).petitions
        #expect(petitions.map(\.receivedAt.iso) == ["2026-07-15T00:00:00+07:00", "2026-07-16T08:30:00+07:00"])
        #expect(petitions.map(\.remarks) == [[.noReceipt], []])
    }

    @Test func aTitleAloneIsTheText() throws {
        let petition = try read([.title, .text], [["Đèn đường hỏng", ""]]).petitions[0]
        #expect(petition.text == "Đèn đường hỏng" && petition.title == nil)
    }

    @Test func anAreaWhoseNameTwoUnitsBearIsNotGuessedAt() {
        let names = CatalogueNames(Self.catalogue)
        #expect(names.area(called: "An Phú") == nil)
        #expect(names.area(called: "xã An Phú") == AreaCode("an-phu-xa"))
        #expect(names.area(called: "Số 5, TX. Bến Cát, tỉnh") == AreaCode("ben-cat"))
        #expect(names.field(called: "Môi trường") == FieldCode("moi-truong"))
        #expect(names.field(called: "điện tử") == nil)
    }
}
