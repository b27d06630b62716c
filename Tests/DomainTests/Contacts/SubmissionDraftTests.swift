import Domain
import Testing

/// What is wrong with a public form, field by field.
@Suite struct SubmissionDraftTests {
    let catalogue = Catalogue(
        fields: StandardFields.all, areas: [Catalogue.Area(code: AreaCode("ben-cat"), name: "Bến Cát")])

    private func draft(_ change: (inout SubmissionDraft) -> Void = { _ in }) -> SubmissionDraft {
        var person = Contact.Person()
        person.isOrganisation = true
        person.organisation = "Công ty TNHH Đông Á"
        person.phone = "0912 345 678"
        var draft = SubmissionDraft(
            person: person, title: "", text: "Đường bị sụt lún nặng.", classification: Classification(kind: .regulation))
        change(&draft)
        return draft
    }

    private func problems(_ change: (inout SubmissionDraft) -> Void = { _ in }) -> [Problem] { draft(change).problems(in: catalogue) }

    @Test func aShortHonestFormGoesThrough() {
        #expect(problems() == [])
    }

    @Test func anOrganisationNamesItselfAndAPersonNamesHimself() {
        #expect(problems { $0.person.organisation = "" } == [Problem("organisation", .missing)])
        #expect(problems { $0.person.isOrganisation = false } == [Problem("name", .missing)])
        #expect(
            problems {
                $0.person.isOrganisation = false
                $0.person.name = "Hoa"
            } == [])
    }

    @Test func oneWayBackIsEnough() {
        #expect(problems { $0.person.phone = "" } == [Problem("phone", .missing)])
        #expect(
            problems {
                $0.person.phone = ""
                $0.person.email = "ketoan@dong-a.vn"
            } == [])
    }

    @Test func numbersAndAddressesAreLookedAt() {
        #expect(problems { $0.person.phone = "12345" } == [Problem("phone", .notAPhone)])
        #expect(problems { $0.person.email = "ketoan@" } == [Problem("email", .notAnEmail)])
        #expect(problems { $0.person.taxCode = "0100109107" } == [Problem("taxCode", .notATaxCode)])
        #expect(problems { $0.person.taxCode = "0100109106" } == [])
    }

    @Test func textHasBounds() {
        #expect(problems { $0.text = "" } == [Problem("text", .missing)])
        #expect(problems { $0.text = "quá ngắn" } == [Problem("text", .tooShort(10))])
        #expect(problems { $0.text = String(repeating: "a", count: 10_000) } == [])
        #expect(problems { $0.text = String(repeating: "a", count: 10_001) } == [Problem("text", .tooLong(10_000))])
        #expect(problems { $0.title = String(repeating: "a", count: 201) } == [Problem("title", .tooLong(200))])
    }

    @Test func codesComeFromTheLists() {
        #expect(problems { $0.classification.field = FieldCode("khong-co") } == [Problem("field", .unknownCode)])
        #expect(problems { $0.person.area = AreaCode("khong-co") } == [Problem("area", .unknownCode)])
        #expect(problems { $0.person.area = AreaCode("ben-cat") } == [])
    }

    @Test(arguments: [Kind.complaint, .denunciation, .emergency]) func whatHasItsOwnProcedureIsNotOffered(kind: Kind) {
        #expect(problems { $0.classification.kind = kind } == [Problem("kind", .unknownCode)])
    }

    @Test func aKindIsAskedFor() {
        #expect(problems { $0.classification.kind = nil } == [Problem("kind", .missing)])
    }

    @Test func everyProblemIsToldAtOnce() {
        let found = problems {
            $0.person.organisation = ""
            $0.person.phone = ""
            $0.text = ""
        }
        #expect(found.map(\.field) == ["text", "organisation", "phone"])
    }

    @Test func filesAreJudgedByTheirContent() {
        let fine = UploadedFile(name: "a.pdf", bytes: [1], recognised: .pdf)
        #expect(UploadedFile.problems([fine]) == [])
        #expect(
            UploadedFile.problems([UploadedFile(name: "a.exe", bytes: [1], recognised: nil)]) == [Problem("files", .fileTypeRefused)])
        #expect(UploadedFile.problems([UploadedFile(name: "a.pdf", bytes: [], recognised: .pdf)]) == [Problem("files", .fileEmpty)])
        #expect(UploadedFile.problems(Array(repeating: fine, count: 6)) == [Problem("files", .tooManyFiles(5))])
        let large = UploadedFile(name: "a.pdf", bytes: [UInt8](repeating: 0, count: FileKind.largest + 1), recognised: .pdf)
        #expect(UploadedFile.problems([large]) == [Problem("files", .fileTooLarge(FileKind.largest))])
    }
}
