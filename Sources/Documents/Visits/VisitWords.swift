package import Domain

/// Visits on site in words, for journals and pages.
package enum VisitWords {
    package static func name(_ result: VisitMinutes.Result) -> String {
        switch result {
        case .settledOnSite: "Giải quyết xong tại chỗ"
        case .agreed: "Thống nhất việc phải làm, có ngày hoàn thành"
        case .notMet: "Không gặp được bên liên quan"
        case .needsDecision: "Cần cấp có thẩm quyền quyết định"
        }
    }

    /// `08:30 22/08/2026`.
    package static func when(_ plan: VisitPlan) -> String { plan.startsAt.vietnamese }

    /// Names of the team, in one line.
    package static func team(_ plan: VisitPlan) -> String { plan.team.map(\.name).joined(separator: ", ") }

    /// What the journal says of a plan.
    package static func planned(_ plan: VisitPlan) -> String {
        let units = plan.units.map(\.name).joined(separator: "; ")
        return "Kế hoạch hiện trường lúc \(when(plan)), tại \(plan.place). Mục đích: \(plan.purpose) Thành phần: \(short(team(plan), 1000))."
            + (units.isEmpty ? "" : " Đơn vị tham gia: \(short(units, 1000)).")
    }

    /// What the journal says of minutes; the whole stands with the visit.
    package static func closed(_ plan: VisitPlan, _ minutes: VisitMinutes) -> String {
        let agreements = minutes.agreements.map { agreement in
            "\(agreement.who): \(agreement.what)\(agreement.by.map { ", xong trước ngày \($0.vietnamese)" } ?? "")"
        }
        return "Biên bản hiện trường \(when(plan)), tại \(plan.place). Kết quả: \(name(minutes.result)). \(short(minutes.findings, 1500))"
            + (agreements.isEmpty ? "" : " Thống nhất: \(short(agreements.joined(separator: "; "), 1500)).")
    }

    private static func short(_ text: String, _ most: Int) -> String {
        let scalars = text.unicodeScalars
        return scalars.count <= most ? text : String(String.UnicodeScalarView(scalars.prefix(most))) + "…"
    }
}
