/// That a person has a case before him (đang xem, đang soạn). It fades by itself when the page is no longer there to say so.
package struct Presence: Sendable, Equatable {
    package var account: ID<Account>
    package var name: String
    package var activity: Activity
    package var seenAt: Instant

    package init(account: ID<Account>, name: String, activity: Activity, seenAt: Instant) {
        self.account = account
        self.name = name
        self.activity = activity
        self.seenAt = seenAt
    }

    /// What a person does with a case.
    package enum Activity: String, CaseIterable, Sendable {
        /// Đang xem.
        case view
        /// Đang soạn: a form with words in it.
        case edit
    }

    /// Seconds between two signs of life of a page.
    package static let rhythm = 20
    /// Seconds without a sign after which a person is taken as gone: two signs may be lost, and a page that sleeps wakes once a minute.
    package static let fading = 150
}
