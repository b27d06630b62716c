import Domain
import Operations
import TestSupport

/// A visit of the tests, planned by the handler Nga.
extension TestOffice {
    func plan(_ petition: Case, on day: Day? = nil) -> VisitPlan {
        VisitPlan(
            day: day ?? clock.now.day, minuteOfDay: 600, place: "Cổng số 2, khu công nghiệp", purpose: "Xem đoạn đường lún.",
            team: [VisitPlan.Member(name: "Hoàng Thị Nga", account: cast.nga.id), VisitPlan.Member(name: "Ông Ba, chủ đầu tư hạ tầng")],
            units: [VisitPlan.Participant(unit: ground.industry.id, name: ground.industry.name)])
    }

    func visited(_ petition: Case) async throws -> FieldVisit {
        try await office.perform(
            PlanVisit(petition: petition.id, version: petition.version, plan: plan(petition)), as: .staff(cast.nga))
    }

    static let minutes = VisitMinutes(
        present: "Bà Nga\nÔng Ba", findings: "Nền đường lún 20 cm trên 60 m.",
        agreements: [.init(who: "Chủ đầu tư", what: "Gia cố nền", by: Day(number: 30_000))], result: .agreed)

    func entry(_ key: String, _ text: String = "Nền lún 20 cm.", photo: [UInt8]? = nil) -> VisitEntryDraft {
        VisitEntryDraft(
            key: key, takenAt: clock.now.adding(minutes: -30), text: text,
            photo: photo.map { UploadedFile(name: "anh.png", bytes: $0, recognised: FileKind($0)) })
    }
}
