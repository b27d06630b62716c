/// A day that departs from "Monday to Friday", as a document says. It cannot be computed: the Government decides the days of
/// Tết and the swaps each year (brief §2.3).
package struct SpecialDay: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable, Codable {
        /// Ngày lễ, tết by law (Labour Code 2019 Art. 112).
        case holiday
        /// Nghỉ bù: a working day off because the holiday fell on a weekly day off (Labour Code 2019 Art. 111).
        case compensation
        /// Nghỉ hoán đổi: a working day off, worked on another day instead.
        case swappedOff
        /// Làm bù: a weekly day off that is worked in exchange.
        case makeUpWorkday
        /// Nghỉ theo quyết định của địa phương, such as a storm or a merger of offices.
        case localClosure
    }

    package var date: Day
    package var kind: Kind
    /// Vietnamese, as people call the day.
    package var name: String
    /// The document that says so, in words.
    package var source: String
    /// The document is not issued yet; this is how it is expected to be.
    package var provisional: Bool

    package init(date: Day, kind: Kind, name: String, source: String, provisional: Bool = false) {
        self.date = date
        self.kind = kind
        self.name = name
        self.source = source
        self.provisional = provisional
    }
}

/// Whether a day is worked, and why.
package enum DayStatus: Hashable, Sendable {
    case workday
    case makeUpWorkday(SpecialDay)
    case weekend(Weekday)
    case dayOff(SpecialDay)

    package var isWorking: Bool {
        switch self {
        case .workday, .makeUpWorkday: true
        case .weekend, .dayOff: false
        }
    }

    /// The reason in Vietnamese, as printed beside a skipped or a counted day.
    package var reason: String {
        switch self {
        case .workday: "Ngày làm việc"
        case .makeUpWorkday(let day): "Ngày làm bù: \(day.name)"
        case .weekend(let weekday): "Nghỉ hằng tuần (\(weekday.vietnamese))"
        case .dayOff(let day): Self.reason(of: day)
        }
    }

    private static func reason(of day: SpecialDay) -> String {
        "\(day.kind.vietnamese): \(day.name)\(day.provisional ? " (dự kiến)" : "")"
    }
}

extension SpecialDay.Kind {
    /// `Nghỉ lễ, tết` and so on.
    package var vietnamese: String {
        switch self {
        case .holiday: "Nghỉ lễ, tết"
        case .compensation: "Nghỉ bù"
        case .swappedOff: "Nghỉ hoán đổi"
        case .makeUpWorkday: "Làm bù"
        case .localClosure: "Nghỉ theo quyết định của địa phương"
        }
    }

    /// Whether such a day can fall on a weekday: what is worked instead is worked on a weekly day off, and only a day that would be
    /// worked can be taken off for another one.
    package func fits(_ weekday: Weekday) -> Bool {
        switch self {
        case .makeUpWorkday: weekday >= .saturday
        case .compensation, .swappedOff: weekday < .saturday
        case .holiday, .localClosure: true
        }
    }
}

extension Weekday {
    /// `thứ Hai` to `thứ Bảy`, `Chủ nhật`.
    package var vietnamese: String {
        switch self {
        case .monday: "thứ Hai"
        case .tuesday: "thứ Ba"
        case .wednesday: "thứ Tư"
        case .thursday: "thứ Năm"
        case .friday: "thứ Sáu"
        case .saturday: "thứ Bảy"
        case .sunday: "Chủ nhật"
        }
    }
}
