import Testing

@testable import Channels

struct IMAPResponseTests {
    private func response(_ line: String, _ literals: [String] = []) -> IMAPResponse {
        IMAPResponse(line: Array(line.utf8), literals: literals.map { Array($0.utf8) })
    }

    @Test func aSearchTellsNumbers() {
        #expect(response("* SEARCH 4 8 15").searched == [4, 8, 15])
        #expect(response("* search").searched == [])
        #expect(response("* 3 EXISTS").searched == nil)
    }

    @Test func aFolderTellsHowItCounts() {
        #expect(response("* OK [UIDVALIDITY 1795285054] UIDs valid").number("UIDVALIDITY") == 1_795_285_054)
        #expect(response("* OK [UIDNEXT 12] Predicted next UID").number("UIDNEXT") == 12)
        #expect(response("* OK [NOMODSEQ]").number("UIDNEXT") == nil)
    }

    @Test func aBodyIsALiteralOrQuotedOrNothing() {
        #expect(response("* 1 FETCH (UID 7 BODY[] {4})", ["thân"]).body == Array("thân".utf8))
        #expect(response(#"* 1 FETCH (UID 7 BODY[]<0> "a\"b\\c")"#).body == Array(#"a"b\c"#.utf8))
        #expect(response("* 1 FETCH (UID 7 BODY[] NIL)").body == [])
    }

    @Test func newsOfFlagsIsNoBody() {
        #expect(response(#"* 1 FETCH (UID 7 FLAGS (\Seen))"#).body == nil)
        #expect(response("* 7 EXISTS").body == nil)
    }
}
