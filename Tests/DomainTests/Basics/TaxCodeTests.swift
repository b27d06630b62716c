import Testing

@testable import Domain

struct TaxCodeTests {
    @Test(arguments: [
        "0100109106", "0100233488", "9900000016", "9900000023", "9900000030", "9900000048", "9900000055", "9900000062",
    ])
    func codesOfTheBriefAreValid(code: String) throws {
        let read = try TaxCode(code)
        #expect(read.text == code)
        #expect(read.kind == .enterprise)
    }

    @Test(arguments: ["0314409058-002", "0314409058002", "0314409058 - 002", "031.440.9058-002"])
    func aBranchIsKeptWithItsDash(typed: String) throws {
        let code = try TaxCode(typed)
        #expect(code.text == "0314409058-002")
        #expect(code.kind == .branch)
        #expect(code.head == "0314409058")
    }

    @Test func aHouseholdHasTwelveDigits() throws {
        #expect(try TaxCode("027099001234").kind == .person)
    }

    @Test(arguments: [
        ("0100109107", TaxCode.Fault.checkDigit), ("2300000000", .neverIssued), ("0314409058-000", .neverIssued), ("127099001234", .neverIssued),
        ("", .shape), ("010010910", .shape), ("01001091061", .shape), ("010010910A", .shape), ("0314409058-02", .shape), ("03144-09058002", .shape),
        ("٠١٠٠١٠٩١٠٦", .shape), ("0100109106-", .shape),
    ])
    func aWrongCodeSaysWhatIsWrong(typed: String, fault: TaxCode.Fault) {
        #expect(throws: fault) { try TaxCode(typed) }
    }

    @Test(arguments: 0...9)
    func anHeadWhoseCheckWouldBeTenIsNeverIssued(last: Int) {
        #expect(throws: TaxCode.Fault.neverIssued) { try TaxCode("990000007\(last)") }
    }

    @Test func everyWrongDigitIsNoticed() throws {
        let code = Array("0100109106".utf8)
        for place in code.indices {
            for digit in UInt8(48)...57 where digit != code[place] {
                var wrong = code
                wrong[place] = digit
                #expect(throws: TaxCode.Fault.self) { try TaxCode(String(decoding: wrong, as: UTF8.self)) }
            }
        }
    }
}
