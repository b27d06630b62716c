extension DeadlineProfile {
    /// The national clock of petitions as the steering dashboard computes it: return within 2, ask within 5, resolve within 15,
    /// publish within 2 working days (brief §0.3, §2.2). It stands as data from the first day on and may be followed by others.
    package static let national = DeadlineProfile(
        key: "pakn", resolve: 15, refuse: 2, ask: 5, publish: 2,
        source: "Chỉ số xử lý phản ánh, kiến nghị của Cổng Dịch vụ công quốc gia", validFrom: Day(number: 0))
}
