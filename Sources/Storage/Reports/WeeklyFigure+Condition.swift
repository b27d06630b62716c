import Database
import Domain

extension WeeklyFigure {
    /// The condition on `petition` behind the figure. What a week counts is few beside all cases, so it is listed once from the spans;
    /// asked case by case, a planner without statistics went through all spans of a kind for each case. The count and the list that
    /// it links to read the same words. A moment that is exactly the border belongs to the week that begins with it.
    func condition(in week: Week) -> SQL {
        let openBefore = Self.stand("open", at: week.start)
        let openAfter = Self.stand("open", at: week.end)
        let opened: SQL = """
            petition.id IN (SELECT s.petition FROM stand s WHERE s.counts_as = 'open' AND s.from_at >= \(week.start)
              AND s.from_at < \(week.end))
            """
        switch self {
        case .opening:
            return openBefore
        case .received:
            return "\(opened) AND NOT \(openBefore)"
        case .reopened:
            return """
                \(opened) AND NOT \(openBefore) AND EXISTS (SELECT 1 FROM stand s WHERE s.petition = petition.id
                  AND s.counts_as <> 'open' AND s.from_at < \(week.start))
                """
        case .total:
            return "(\(openBefore) OR \(opened))"
        case .done:
            return Self.ended("done", in: week)
        case .doneInTime:
            return Self.ended("done", in: week, and: "AND s.in_time = 1")
        case .doneInFirstTime:
            // By the promise in the row, which is never changed.
            return """
                petition.id IN (SELECT s.petition FROM stand s JOIN petition promised ON promised.id = s.petition
                  WHERE \(Self.endedIn(week, as: "done")) AND s.from_at <= promised.original_due_at)
                """
        case .open:
            return openAfter
        case .openOverdue:
            // A duplicate is late with its main case, which goes by the earliest promise, and is counted once.
            return """
                \(openAfter) AND EXISTS (SELECT 1 FROM due_span d WHERE d.petition = petition.id AND d.from_at < \(week.end)
                  AND d.until_at >= \(week.end) AND d.due_at < coalesce(
                    (SELECT p.from_at FROM pause_span p WHERE p.petition = petition.id AND p.from_at < \(week.end)
                       AND p.until_at >= \(week.end)), \(week.end)))
                  AND NOT EXISTS (SELECT 1 FROM merger_span m WHERE m.petition = petition.id AND m.from_at < \(week.end)
                    AND m.until_at >= \(week.end))
                """
        case .transferred:
            return Self.ended("transferred", in: week)
        case .waiting:
            return """
                \(openAfter) AND EXISTS (SELECT 1 FROM pause_span p WHERE p.petition = petition.id AND p.from_at < \(week.end)
                  AND p.until_at >= \(week.end))
                """
        }
    }

    private static func stand(_ word: String, at moment: Instant) -> SQL {
        """
        petition.id IN (SELECT s.petition FROM stand s WHERE s.counts_as = \(word) AND s.from_at < \(moment)
          AND s.until_at >= \(moment))
        """
    }

    private static func ended(_ word: String, in week: Week, and more: SQL = "") -> SQL {
        "petition.id IN (SELECT s.petition FROM stand s WHERE \(endedIn(week, as: word)) \(more))"
    }

    /// The condition on a stand `s` that ended a case in a week for good.
    private static func endedIn(_ week: Week, as word: String) -> SQL {
        "s.counts_as = \(word) AND s.from_at >= \(week.start) AND s.from_at < \(week.end) AND s.until_at >= \(week.end)"
    }
}
