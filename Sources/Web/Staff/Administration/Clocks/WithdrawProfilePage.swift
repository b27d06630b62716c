import Database
import Domain
import Operations
import Storage

/// Rút lại mức thời hạn chưa áp dụng: says which one, and what holds instead.
struct WithdrawProfilePage: AdministrationForm {
    static let path: Path = "/app/quan-tri/thoi-han/rut-lai/:key"

    struct Subject: Sendable {
        var profile: DeadlineProfile
        var scope: String
    }

    static func subject(_ visit: Visit, _ tx: Transaction) throws -> Subject {
        let key = visit.parameter("key")
        guard let profile = try visit.office.rules(tx).profiles.first(where: { $0.key == key }) else { throw Entry.noSuchPage }
        let words = ProfileWords(try visit.office.catalogue(tx), try OrganisationStore.register(tx), on: visit.now.day)
        return Subject(profile: profile, scope: words.scope(profile.scope))
    }

    static func title(_ subject: Subject) -> String { "Rút lại mức thời hạn" }
    static func crumbs(_ subject: Subject) -> [NavItem] { [NavItem("Thời hạn xử lý", ProfilesPage.path.link())] }
    static func button(_ subject: Subject) -> Button { .submit("Rút lại mức này", isDestructive: true) }

    static func introduction(_ subject: Subject) -> HTML {
        """
        \(factsList([
            ("Áp dụng cho", subject.scope), ("Từ ngày", subject.profile.validFrom.vietnamese),
            ("Trả lời", "\(subject.profile.resolve) ngày làm việc"), ("Văn bản căn cứ", subject.profile.source),
        ]))
        <p>Chưa hồ sơ nào theo mức này. Sau khi rút lại, mức trước nó tiếp tục áp dụng.</p>
        """
    }

    static func fields(_ form: FormView, _ subject: Subject) -> HTML { .empty }

    static func take(_ form: FormBody, _ subject: Subject, _ visit: Visit) async throws -> String {
        try await visit.office.perform(WithdrawProfile(key: subject.profile.key), as: visit.actor)
        return ProfilesPage.path.link()
    }
}
