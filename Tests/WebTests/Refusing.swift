import Domain
import HTTPTypes
import Operations
import Testing
import TestSupport
@testable import Web

/// Fields of a form as somebody sends them who does not care what the page offers.
struct SentForm: Sendable {
    var values: [(String, String)]

    static let approve = fields(["do": "approve"])

    static func fields(_ values: KeyValuePairs<String, String>) -> SentForm { SentForm(values: values.map { ($0.key, $0.value) }) }

    func setting(_ name: String, _ value: String) -> SentForm {
        SentForm(values: values.filter { $0.0 != name } + [(name, value)])
    }
}

/// What `TestOffice.answer()` is when it is typed into the page of the draft and put before the approver.
func typedAnswer(_ test: TestOffice) -> SentForm {
    let answer = test.answer()
    return .fields([
        "outcome": answer.outcome.rawValue, "conclusion": answer.conclusion, "explanation": answer.explanation, "legalBasis": answer.legalBasis,
        "who0": answer.commitments[0].who, "what0": answer.commitments[0].what, "by0": answer.commitments[0].by.iso, "contact": answer.contact,
        "proof0": "document", "proofText0": answer.evidence[0].text, "do": "submit",
    ])
}

extension SiteUnderTest {
    /// Sends a step by its page's own address, signed in and with the token, whatever the page offers; it is refused and nothing is
    /// stored or changed.
    func refuses(_ petition: Case, _ step: String, by account: Account, _ form: SentForm, status: Int, version: Int? = nil) async throws {
        let visitor = try await staff(account.login)
        // Whoever sees no cases has his token on another page.
        let token = try WebForm.on(try await visitor.open("/app"), having: ["csrf"]).value("csrf") ?? ""
        let nothing = try await storesNothing {
            let answer = try await visitor.post(
                "/app/ho-so/\(petition.number.text)/\(step)", [("csrf", token), ("version", "\(version ?? petition.version)")] + form.values)
            #expect(answer.status == status, "\(step) by \(account.login): \(answer.status)")
        }
        #expect(nothing, "\(step) by \(account.login) stored something")
        #expect(try await test.load(petition.id) == petition, "\(step) by \(account.login) changed something")
    }

    /// The same, and the operation beneath refuses with this word.
    func refuses<Verb: Operation>(
        _ petition: Case, _ step: String, by account: Account, _ form: SentForm, _ refusal: Refusal, _ verb: Verb, version: Int? = nil
    ) async throws {
        try await refuses(petition, step, by: account, form, status: Int(FailurePage.status(of: refusal).code), version: version)
        await #expect(throws: refusal) { try await test.office.perform(verb, as: .staff(account)) }
        #expect(try await test.load(petition.id) == petition)
    }
}
