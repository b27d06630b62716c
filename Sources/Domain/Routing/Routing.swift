/// What is asked of the rules.
package struct RoutingQuestion: Sendable, Equatable {
    package var kind: Kind?
    package var field: FieldCode?
    package var area: AreaCode?
    package var site: Site?

    package init(kind: Kind? = nil, field: FieldCode? = nil, area: AreaCode? = nil, site: Site? = nil) {
        self.kind = kind
        self.field = field
        self.area = area
        self.site = site
    }
}

/// What the rules answered, and why each of the others did not.
package struct RoutingTrace: Sendable, Equatable {
    /// The rule that decided; `nil`: none did, and the case lands on the intake desk.
    package var rule: RoutingRule?
    package var considered: [Considered]

    /// A rule that was looked at.
    package struct Considered: Sendable, Equatable {
        package var rule: RoutingRule
        package var isMatch: Bool
        /// Why it fits or does not, in Vietnamese.
        package var verdict: String
    }
}

/// Decides by dated rules who gets a case.
package enum Routing {
    /// By priority, then the more specific, then the id, so that the same question always has the same answer.
    package static func decide(_ question: RoutingQuestion, rules: [RoutingRule], on day: Day) -> RoutingTrace {
        var trace = RoutingTrace(rule: nil, considered: [])
        for rule in rules.sorted(by: { ($0.priority, -$0.weight, $0.id) < ($1.priority, -$1.weight, $1.id) }) {
            let objection = objection(of: rule, to: question, on: day)
            if objection == nil, trace.rule == nil { trace.rule = rule }
            let verdict = objection ?? (trace.rule == rule ? "khớp" : "khớp, nhưng quy tắc đứng trước đã quyết định")
            trace.considered.append(RoutingTrace.Considered(rule: rule, isMatch: objection == nil, verdict: verdict))
        }
        return trace
    }

    private static func objection(of rule: RoutingRule, to question: RoutingQuestion, on day: Day) -> String? {
        if day < rule.validFrom { return "chưa có hiệu lực (từ \(rule.validFrom.vietnamese))" }
        if let last = rule.validTo, last < day { return "hết hiệu lực từ ngày \(last.adding(1).vietnamese)" }
        if let objection = objection("loại nội dung", rule.kinds, question.kind) { return objection }
        if let objection = objection("nơi đặt doanh nghiệp", rule.sites, question.site) { return objection }
        if let objection = objection("lĩnh vực", rule.fields, question.field) { return objection }
        return objection("địa bàn", rule.areas, question.area)
    }

    private static func objection<Code: Equatable>(_ name: String, _ wanted: [Code], _ given: Code?) -> String? {
        if wanted.isEmpty { return nil }
        guard let given else { return "chưa rõ \(name)" }
        return wanted.contains(given) ? nil : "khác \(name)"
    }
}
