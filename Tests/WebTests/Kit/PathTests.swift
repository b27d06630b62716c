import Hummingbird
import Testing

@testable import Web

@Suite struct PathTests {
    private let path: Path = "/app/ho-so/:code/phan-cong"

    @Test func aLinkFillsInWhatTheRouterReads() {
        #expect(path.link("BN-2026-0001234") == "/app/ho-so/BN-2026-0001234/phan-cong")
        #expect(path.route == RouterPath("/app/ho-so/:code/phan-cong"))
        #expect(path.parameters == ["code"])
    }

    @Test func aParameterCannotLeaveItsPlace() {
        #expect(path.link("../a b?x#y\"é") == "/app/ho-so/..%2Fa%20b%3Fx%23y%22%C3%A9/phan-cong")
    }

    @Test func theQueryHoldsWhatIsThere() {
        let list: Path = "/app/ho-so"
        #expect(list.link(query: ["q": "đất & nước", "sau": nil]) == "/app/ho-so?q=%C4%91%E1%BA%A5t%20%26%20n%C6%B0%E1%BB%9Bc")
        #expect(list.link(query: ["sau": nil]) == "/app/ho-so")
    }
}
