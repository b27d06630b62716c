import Testing

@testable import Domain

@Suite struct PetitionMappingTests {
    private func proposed(_ heads: String...) -> [PetitionColumn?] { PetitionMapping(proposedFor: heads).columns }

    @Test func headsAreKnownWhateverTheirMarksCapitalsAndBrackets() {
        #expect(
            proposed("NOI DUNG *", "Mã số thuế (MST)", "SĐT", "Họ & tên", "E-mail", "Ngày tiếp nhận [dd/mm/yyyy]")
                == [.text, .taxCode, .phone, .sender, .email, .received])
    }

    @Test func theFirstWordsOfALongHeadAreEnough() {
        #expect(
            proposed("Nội dung phản ánh, kiến nghị của doanh nghiệp", "Tên doanh nghiệp/hộ kinh doanh", "Ngày gửi câu hỏi", "Cơ quan trả lời")
                == [.text, .organisation, .received, nil])
    }

    @Test func anAnswerIsNotTakenForTheQuestion() {
        #expect(proposed("Nội dung", "Nội dung trả lời", "Ngày trả lời", "Ngày") == [.text, .answer, .answered, nil])
    }

    @Test func aRunningNumberIsTheNumberOnlyWhereThereIsNoOther() {
        #expect(proposed("STT", "Mã câu hỏi", "Câu hỏi") == [nil, .number, .text])
        #expect(proposed("STT", "Câu hỏi") == [.number, .text])
    }

    @Test func eachColumnIsReadOnceFromTheSurestHead() {
        #expect(proposed("Nội dung", "Nội dung") == [.text, nil])
        #expect(proposed("Kiến nghị gửi Sở", "Kiến nghị") == [nil, .text])
    }

    @Test func aHeadReadAsSomethingElseFreesWhatItWas() {
        let mapping = PetitionMapping([.text, .title, nil])
        #expect(mapping.reading(2, as: .text).columns == [nil, .title, .text])
        #expect(mapping.reading(0, as: nil).columns == [nil, .title, nil])
        #expect(mapping.reading(9, as: .phone) == mapping)
    }

    @Test func aMappingComesBackFromTheStoreAsItWas() {
        let mapping = PetitionMapping([nil, .taxCode, nil, .text, nil])
        #expect(PetitionMapping(stored: mapping.stored) == mapping)
    }
}
