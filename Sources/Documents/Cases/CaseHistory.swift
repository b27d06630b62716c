package import Domain

/// How a case came to its unit and to its due date, in words: for the page of the case and for `case trace`.
package struct CaseHistory: Sendable {
    /// Which rule decided, and why the others did not.
    package let routing: [String]
    /// Each act that set or moved the due date, oldest first.
    package let clock: [ClockStep]
    /// What else is due by when, as the case stands.
    package let milestones: [Milestone]
    /// Why the person who answers for the case does; `nil` while nobody has it, or nobody said why.
    package let ownerReason: String?

    /// A date besides the due date (mốc): by when for the first word, to refuse, to ask, to pass on, to give an opinion, to publish.
    package struct Milestone: Sendable, Equatable {
        package var name: String
        package var due: Instant
        /// How it was computed.
        package var step: ClockStep
    }

    /// One act on the clock, with each day that counted or did not.
    package struct ClockStep: Sendable, Equatable {
        package var at: Instant
        package var text: String
        package var detail: [String]
    }

    package init(of petition: Case, events: [RecordedEvent], rules: Rules) {
        routing = Self.routing(petition, events, rules)
        clock = Self.clock(petition, events, rules)
        milestones = Self.milestones(petition, rules)
        ownerReason = Self.ownerReason(petition, events)
    }

    /// Only those that still say something about the case where it is.
    private static func milestones(_ petition: Case, _ rules: Rules) -> [Milestone] {
        let profile = petition.clock.profile
        let begun = petition.clock.begun ?? petition.receivedAt
        func stone(_ name: String, _ days: Int, from start: Instant, _ since: String) -> Milestone {
            let deadline = rules.calendar.count(from: start, workingDays: days)
            let text = "\(name): \(days) ngày làm việc từ \(since) \(start.day.vietnamese) (\(profile.source)), hạn \(deadline.dueAt.vietnamese)"
            return Milestone(name: name, due: deadline.dueAt, step: ClockStep(at: start, text: text, detail: daysOff(in: deadline)))
        }
        let opinions = petition.owing.map { opinion($0, petition, rules) }
        switch petition.state {
        case .received, .diagnosing:
            // Whoever was asked for more has had his first word.
            let first = petition.clock.pauses.isEmpty
                ? [stone("Trả lời ban đầu", profile.firstResponse, from: begun, "ngày tiếp nhận")] : []
            return first + [
                stone("Từ chối, trả lại", profile.refuse, from: begun, "ngày tiếp nhận"),
                stone("Yêu cầu bổ sung", profile.ask, from: begun, "ngày tiếp nhận"),
                stone("Chuyển cơ quan khác", profile.forward, from: begun, "ngày tiếp nhận"),
            ] + opinions
        case .answered:
            return petition.answeredAt.map { [stone("Công khai", profile.publish, from: $0, "ngày trả lời")] } ?? []
        case .handling, .escalated, .approving, .referred: return opinions
        case .declined, .transferred: return []
        }
    }

    /// By when a unit owes its opinion: as the profile has it, cut short by the case's own date, or as whoever asked has set it.
    private static func opinion(_ asked: Consultation, _ petition: Case, _ rules: Rules) -> Milestone {
        let profile = petition.clock.profile
        let usual = rules.calendar.count(from: asked.askedAt, workingDays: profile.coordinate)
        let basis =
            if asked.due == usual.dueAt {
                "\(profile.coordinate) ngày làm việc từ ngày lấy ý kiến \(asked.askedAt.day.vietnamese) (\(profile.source))"
            } else if asked.due < usual.dueAt, asked.due == petition.clock.due {
                "trong hạn trả lời của hồ sơ, ngắn hơn \(profile.coordinate) ngày làm việc thường lệ"
            } else {
                "người lấy ý kiến đặt ngày \(asked.askedAt.day.vietnamese)"
            }
        let name = "Ý kiến của \(asked.unitName)"
        let detail = asked.due == usual.dueAt ? daysOff(in: usual) : []
        return Milestone(
            name: name, due: asked.due,
            step: ClockStep(at: asked.askedAt, text: "\(name): \(basis), hạn \(asked.due.vietnamese)", detail: detail))
    }

    /// The last word on who answers for it, if it speaks of the person who does now.
    private static func ownerReason(_ petition: Case, _ events: [RecordedEvent]) -> String? {
        guard let person = petition.person else { return nil }
        for event in events.reversed() {
            switch event.event {
            case .received(_, let owner, _, _), .screened(_, _, let owner), .gaveBack(_, let owner), .tookOver(_, _, let owner),
                .joined(_, _, _, _, let owner):
                if let owner { return owner.account == person ? owner.reason : nil }
            case .directed(let directive):
                if let owner = directive.owner { return owner.account == person ? owner.reason : nil }
            case .merged(let merging):
                return merging.following.person == person ? "Phụ trách hồ sơ chính \(merging.number.text)." : nil
            case .followed(let main, _):
                return main.person == person ? "Phụ trách hồ sơ chính." : nil
            case .separated(let separation):
                if let owner = separation.owner { return owner.account == person ? owner.reason : nil }
            case .inherited(let inheritance):
                guard inheritance.person == person else { return nil }
                if let reason = inheritance.ownerReason { return reason }
            case .assigned(let assignment):
                guard assignment.person == person else { return nil }
                return assignment.ownerReason.flatMap { $0.isEmpty ? nil : $0 } ?? "Được \(event.actorName) phân công đích danh."
            case .wrote, .declined, .transferred, .asked, .supplied, .resumed, .diagnosed, .noted, .told, .drafted, .submitted, .draftReturned,
                .approved, .rated, .reopened, .invited, .readersNamed, .handedOver, .split, .consulted, .advised, .lapsed,
                .escalated, .offered, .decisionAsked, .sentBack, .offerWithdrawn, .extensionAsked, .extended, .extensionRefused,
                .excused, .clockSet, .recomputed, .endorsed, .leftCause, .partyMoved, .absorbed, .released, .jointDueSet, .duplicateWrote:
                continue
            }
        }
        return nil
    }

    private static func routing(_ petition: Case, _ events: [RecordedEvent], _ rules: Rules) -> [String] {
        var lines: [String] = []
        for event in events {
            if case .inherited(let inheritance) = event.event {
                lines.append("\(event.at.vietnamese) bàn giao \(inheritance.fromName) → \(inheritance.toName), theo \(inheritance.document)")
            }
            guard case .assigned(let assignment) = event.event else { continue }
            let why = assignment.rule.map { "quy tắc: \($0)" } ?? "do cán bộ chọn: \(assignment.reason)"
            lines.append("\(event.at.vietnamese) giao \(assignment.unitName), \(why)")
        }
        if lines.isEmpty { lines.append("Chưa phân công.") }
        if petition.classification.site != nil {
            let trace = rules.route(petition.classification, on: events.first?.at.day ?? petition.receivedAt.day)
            lines += trace.considered.map { "Xét quy tắc \($0.rule.id) (\($0.rule.text)): \($0.verdict)" }
        }
        return lines
    }

    private static func clock(_ petition: Case, _ events: [RecordedEvent], _ rules: Rules) -> [ClockStep] {
        let days = petition.clock.profile.resolve
        return events.compactMap { event in
            switch event.event {
            case .received(let due, _, _, _):
                ClockStep(
                    at: petition.receivedAt, text: "Tiếp nhận: \(days) ngày làm việc (\(petition.clock.profile.source)), hạn \(due.vietnamese)",
                    detail: daysOff(in: rules.calendar.count(from: petition.receivedAt, workingDays: days)))
            case .reopened(_, let due):
                ClockStep(
                    at: event.at, text: "Kiến nghị lại: \(days) ngày làm việc, hạn \(due.vietnamese)",
                    detail: daysOff(in: rules.calendar.count(from: event.at, workingDays: days)))
            case .asked(let question):
                ClockStep(at: event.at, text: "Tạm dừng chờ người gửi bổ sung: \(question)", detail: [])
            case .supplied(let due, _):
                ClockStep(at: event.at, text: "Người gửi đã bổ sung, trả lại các ngày tạm dừng, hạn \(due.vietnamese)", detail: [])
            case .resumed(let reason, let due, _):
                ClockStep(at: event.at, text: "Tiếp tục tính (\(reason)), trả lại các ngày tạm dừng, hạn \(due.vietnamese)", detail: [])
            case .extended(let days, let reason, let due):
                ClockStep(at: event.at, text: "Gia hạn \(days) ngày làm việc (\(reason)), hạn \(due.vietnamese)", detail: [])
            case .excused(let excuse):
                ClockStep(
                    at: event.at, text: "Báo cáo chậm: hạn \(excuse.missed.vietnamese) không đổi, cam kết \(excuse.committed.vietnamese)",
                    detail: [])
            case .clockSet(let profile, let due):
                ClockStep(
                    at: event.at, text: "Phân loại: \(profile.resolve) ngày làm việc từ ngày tiếp nhận (\(profile.source)), hạn \(due.vietnamese)",
                    detail: daysOff(in: rules.calendar.count(from: petition.receivedAt, workingDays: profile.resolve)))
            case .recomputed(let reason, let due):
                ClockStep(at: event.at, text: "Tính lại theo lịch (\(reason)), hạn \(due.vietnamese)", detail: [])
            case .absorbed(let absorption):
                ClockStep(
                    at: event.at,
                    text: "Gộp hồ sơ trùng \(absorption.number.text): theo hạn sớm nhất, hạn của các hồ sơ trùng \(absorption.due.vietnamese)",
                    detail: [])
            case .released(let duplicate, _, let due):
                ClockStep(
                    at: event.at,
                    text: "Tách hồ sơ trùng \(duplicate.number.text)\(due.map { ", hạn của các hồ sơ trùng còn lại \($0.vietnamese)" } ?? "")",
                    detail: [])
            case .jointDueSet(let due):
                ClockStep(at: event.at, text: "Hạn của các hồ sơ trùng nay là \(due.vietnamese)", detail: [])
            case .wrote, .screened, .declined, .transferred, .diagnosed, .assigned, .gaveBack, .noted, .told, .drafted, .submitted,
                .draftReturned, .approved, .rated, .invited, .readersNamed, .inherited, .handedOver, .split, .consulted, .advised, .lapsed,
                .escalated, .directed, .offered, .decisionAsked, .tookOver, .sentBack, .offerWithdrawn, .extensionAsked, .extensionRefused,
                .endorsed, .joined, .leftCause, .partyMoved, .merged, .followed, .separated, .duplicateWrote:
                nil
            }
        }
    }

    private static func daysOff(in deadline: Deadline) -> [String] {
        deadline.skipped.map { "\($0.day.vietnamese) không tính: \($0.reason)" } + deadline.doubts
    }
}
