package import Domain

/// The words of the weekly figures by unit. Page, table and JSON are made from the same value.
package enum UnitReportWords {
    package static func name(_ way: UnitReport.Way) -> String {
        switch way {
        case .then: "Theo đơn vị khi đó"
        case .now: "Theo đơn vị kế thừa hiện nay"
        }
    }

    /// How a case is counted, in one sentence.
    package static func explanation(_ way: UnitReport.Way) -> String {
        switch way {
        case .then:
            "Tồn kỳ trước tính cho đơn vị chủ trì khi kỳ bắt đầu, các chỉ tiêu khác cho đơn vị chủ trì khi kỳ kết thúc. Tên đơn vị là tên khi đó."
        case .now:
            "Hồ sơ đang mở tính cho đơn vị đang chủ trì, hồ sơ đã kết thúc tính cho đơn vị kế thừa hiện nay."
        }
    }

    /// The heads behind the name of the unit.
    package static let heads = [
        "Tồn kỳ trước", "Nhận từ đơn vị khác", "Chuyển đơn vị khác", "Tiếp nhận", "Đã giải quyết", "Đúng hạn", "Đúng hạn ban đầu",
        "Đang giải quyết", "Quá hạn", "Chuyển, từ chối",
    ]

    /// The figures under the heads.
    package static func cells(_ figures: UnitFigures) -> [Int] {
        [
            figures.opening, figures.takenOver, figures.handedOver, figures.received, figures.done, figures.doneInTime,
            figures.doneInFirstTime, figures.open, figures.openOverdue, figures.transferred,
        ]
    }
}
