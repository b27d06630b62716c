import Testing

@testable import Domain

struct LookupCodeTests {
    static func random() -> LookupCode { LookupCode(chance: (0..<16).map { _ in UInt8.random(in: 0...255) }) }

    @Test func aCodeHasTenCharactersWithoutLookAlikes() {
        for _ in 0..<200 {
            let code = Self.random()
            #expect(code.text.utf8.count == 10)
            #expect(!code.text.contains { "01ILOSU".contains($0) })
            #expect(LookupCode(code.text) == code)
        }
    }

    @Test func everySingleWrongCharacterIsNoticed() {
        let code = Array(Self.random().text.utf8)
        for place in code.indices {
            for other in LookupCode.alphabet where other != code[place] {
                var wrong = code
                wrong[place] = other
                #expect(LookupCode(String(decoding: wrong, as: UTF8.self)) == nil)
            }
        }
    }

    @Test func everySwapOfTwoCharactersIsNoticed() {
        for _ in 0..<50 {
            let code = Array(Self.random().text.utf8)
            for first in code.indices {
                for second in code.indices where code[first] != code[second] {
                    var wrong = code
                    wrong.swapAt(first, second)
                    #expect(LookupCode(String(decoding: wrong, as: UTF8.self)) == nil)
                }
            }
        }
    }

    @Test func whatPeopleTypeIsForgiven() {
        let code = Self.random()
        let (head, tail) = (code.text.prefix(5), code.text.suffix(5))
        #expect(code.grouped == "\(head)-\(tail)")
        for typed in ["\(head)-\(tail)", " \(head) \(tail)\n", code.text.lowercased(), "\(head)–\(tail)", "\(head).\(tail)"] {
            #expect(LookupCode(typed) == code)
        }
    }

    @Test(arguments: ["", "ABCDE", "ABCDE-FGH2\u{301}3", "ÀBCDEFGH23", "2222222222222", "🇻🇳"])
    func otherTextIsNoCode(typed: String) {
        #expect(LookupCode(typed) == nil)
    }

    @Test func chanceReachesEveryPlace() {
        let codes = (0..<2000).map { _ in Array(Self.random().text.utf8) }
        for place in 0..<10 { #expect(Set(codes.map { $0[place] }).count == 29) }
    }

    @Test func theSameChanceMakesTheSameCode() {
        #expect(LookupCode(chance: []).text == "2222222222")
        #expect(LookupCode(chance: Array(1...16)) == LookupCode(chance: Array(1...20)))
    }
}
