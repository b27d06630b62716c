import Domain

// What happens between units and levels, in words.
extension EventWords {
    static func consultation(_ event: CaseEvent) -> EventWords {
        if case .consulted(let asked) = event {
            return EventWords(
                "Lấy ý kiến \(asked.unitName), hạn \(asked.due.day.vietnamese) (\(Terms.name(asked.silence).lowercased()))", asked.question)
        }
        if case .advised(_, let unit, let opinion) = event {
            return EventWords("\(unit) cho ý kiến: \(Terms.name(opinion.stance).lowercased())", opinion.text, joint: ". ")
        }
        if case .lapsed(_, let unit, let silence) = event {
            return EventWords("\(unit) không có ý kiến đúng hạn", Terms.name(silence), joint: ". ")
        }
        return EventWords("")
    }

    static func escalated(_ escalation: Escalation) -> EventWords {
        let why =
            switch escalation.cause {
            case .beyondCompetence: "Trình \(Terms.name(escalation.level)) (\(escalation.askedName)) cho ý kiến chỉ đạo"
            case .dissatisfied: "Người gửi chưa hài lòng, chuyển \(Terms.name(escalation.level)) (\(escalation.askedName)) xem xét"
            }
        return EventWords(why, escalation.remarks.last?.text ?? escalation.proposal?.question ?? "")
    }

    static func directed(_ directive: Directive) -> EventWords {
        let document = directive.document.isEmpty ? "" : " theo \(directive.document)"
        return EventWords(
            "Ý kiến chỉ đạo của \(Terms.name(directive.level))\(document): giao \(directive.unitName), hạn \(directive.due.day.vietnamese)",
            directive.order)
    }

    static func passing(_ event: CaseEvent) -> EventWords {
        if case .offered(let offer) = event { return EventWords("Đề nghị \(offer.toName) tiếp nhận", offer.reason) }
        if case .decisionAsked(_, let to, let reason) = event {
            let proposed = to.isEmpty ? "trả lại tổ chẩn đoán" : "chuyển \(to)"
            return EventWords("Hết số lần chuyển, đề nghị Tổ phó Thường trực quyết định (\(proposed))", reason)
        }
        if case .tookOver(_, let unit, let owner) = event {
            return EventWords("\(unit) tiếp nhận, thời hạn giữ nguyên", owner.map { "Người phụ trách: \($0.name)" } ?? "", joint: ". ")
        }
        if case .sentBack(_, let unit, let reason) = event { return EventWords("\(unit) trả lại nơi chuyển", reason) }
        if case .offerWithdrawn(_, let unit) = event { return EventWords("Rút đề nghị \(unit) tiếp nhận") }
        return EventWords("")
    }

    static func merging(_ event: CaseEvent) -> EventWords {
        if case .merged(let merging) = event {
            let along = merging.along.map { "cùng với hồ sơ trùng \($0.text)" } ?? ""
            return EventWords("Gộp vào hồ sơ chính \(merging.number.text)", along, joint: ", ")
        }
        if case .separated(let separation) = event { return EventWords("Tách khỏi hồ sơ chính \(separation.main.text)", separation.reason) }
        if case .absorbed(let absorption) = event {
            return EventWords("Gộp hồ sơ trùng \(absorption.number.text), hạn của các hồ sơ trùng \(absorption.due.day.vietnamese)")
        }
        if case .released(let duplicate, let reason, _) = event { return EventWords("Tách hồ sơ trùng \(duplicate.number.text)", reason) }
        if case .jointDueSet(let due) = event { return EventWords("Hạn của các hồ sơ trùng nay là \(due.day.vietnamese)") }
        if case .duplicateWrote(let number) = event { return EventWords("Người gửi hồ sơ trùng \(number.text) nhắn thêm") }
        if case .followed(let main, _) = event { return EventWords("Theo hồ sơ chính, \(main.leadName) chủ trì") }
        return EventWords("")
    }

    static func clock(_ event: CaseEvent) -> EventWords {
        if case .extensionAsked(let wanted) = event { return EventWords("Đề nghị gia hạn \(wanted.days) ngày làm việc", wanted.reason) }
        if case .extended(let days, let reason, let due) = event {
            return EventWords("Gia hạn \(days) ngày làm việc, hạn mới \(due.day.vietnamese)", reason)
        }
        if case .extensionRefused(let reason) = event { return EventWords("Không đồng ý gia hạn", reason) }
        if case .excused(let excuse) = event {
            return EventWords("Báo cáo chậm, cam kết trả lời trước ngày \(excuse.committed.vietnamese)", excuse.reason)
        }
        if case .clockSet(let profile, let due) = event {
            return EventWords("Áp dụng thời hạn \(profile.resolve) ngày làm việc (\(profile.source)), hạn \(due.day.vietnamese)")
        }
        if case .recomputed(let reason, let due) = event {
            return EventWords("Tính lại thời hạn theo lịch, hạn \(due.day.vietnamese)", reason)
        }
        return EventWords("")
    }
}
