package import Domain
import Operations

extension TestOffice {
    /// A common cause led by the board of the parks.
    package func cause(_ title: String = "Đường vào khu công nghiệp lún", members: [Case] = []) async throws -> CommonCause {
        try await office.perform(
            OpenCause(
                title: title, summary: "Nền đường do hạ tầng dùng chung lún sau mưa, nhiều doanh nghiệp vướng.", field: FieldCode("giao-thong"),
                lead: ground.parkBoard.id, first: members.map { CaseVersion($0.id, version: $0.version) }),
            as: .staff(cast.duc))
    }

    /// A common cause whose answer waits for its approver.
    package func submitted(_ cause: CommonCause, outcome: Outcome = .resolved) async throws -> CommonCause {
        try await office.perform(
            SubmitCommonAnswer(DraftCommonAnswer(cause: cause.id, version: cause.version, content: answer(outcome))), as: .staff(cast.nga))
    }

    /// A common cause that was answered: drafted by Nga, approved by Quân.
    package func answered(_ cause: CommonCause) async throws -> CommonCause {
        let waiting = try await submitted(cause)
        return try await office.perform(ApproveCommonAnswer(cause: waiting.id, version: waiting.version), as: .staff(cast.quan))
    }
}
