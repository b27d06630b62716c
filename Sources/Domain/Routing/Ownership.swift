/// The person who answers for a case (người chịu trách nhiệm), and why it is this one: every case has one from the first moment on.
package struct Owner: Sendable, Equatable, Codable {
    package var account: ID<Account>
    package var name: String
    /// A Vietnamese sentence that says why.
    package var reason: String

    package init(account: ID<Account>, name: String, reason: String) {
        self.account = account
        self.name = name
        self.reason = reason
    }
}

/// Chooses who answers for a case at a desk or in a unit.
package enum Ownership {
    /// Where a case lies.
    package enum Place: Sendable, Equatable {
        /// Bộ phận tiếp nhận.
        case intake
        /// Tổ chẩn đoán.
        case diagnosis
        /// A unit, by its short name.
        case unit(ID<Unit>, String)
    }

    /// In a desk the officers take turns by the case's serial number, so that no count is needed and nobody is passed over; in a unit
    /// its head answers until he names somebody. Where nobody sits, the standing deputy answers, and then the head of the task force.
    /// - Parameter accounts: everybody who holds a mandate today, in any order.
    package static func choose(for subject: CaseSubject, at place: Place, turn: Int, among accounts: [Account]) -> Owner? {
        let eligible = accounts.filter { account in
            account.isActive && (!subject.isRestricted || subject.readers.isEmpty || subject.readers.contains(account.id))
        }.sorted { $0.id < $1.id }
        for (role, why) in ladder(of: place) {
            let sitting = eligible.filter { account in
                account.authorities.contains { authority in
                    authority.role == role && authority.covers(subject) && isAt(place, authority.unit, role)
                }
            }
            guard !sitting.isEmpty else { continue }
            let chosen = sitting[turn % sitting.count]
            return Owner(account: chosen.id, name: chosen.name, reason: why(sitting.count))
        }
        return nil
    }

    private static func isAt(_ place: Place, _ unit: ID<Unit>, _ role: Role) -> Bool {
        guard case .unit(let wanted, _) = place, role == .approver || role == .handler else { return true }
        return wanted == unit
    }

    private static func ladder(of place: Place) -> [(Role, (Int) -> String)] {
        let above: [(Role, (Int) -> String)] = [
            (.coordinator, { _ in "\(name(place)) chưa có người phụ trách, Tổ phó Thường trực nhận." }),
            (.head, { _ in "\(name(place)) chưa có người phụ trách và chưa có Tổ phó, Tổ trưởng nhận." }),
        ]
        switch place {
        case .intake:
            return [(.intake, { $0 == 1 ? "Cán bộ tiếp nhận duy nhất đang trực." : "Đến lượt trong \($0) cán bộ tiếp nhận." })] + above
        case .diagnosis:
            return [(.diagnosis, { $0 == 1 ? "Cán bộ chẩn đoán duy nhất đang trực." : "Đến lượt trong \($0) cán bộ chẩn đoán." })] + above
        case .unit(_, let unit):
            return [
                (.approver, { _ in "Lãnh đạo \(unit) phụ trách cho đến khi phân công người xử lý." }),
                (.handler, { _ in "\(unit) chưa có lãnh đạo trong hệ thống, cán bộ xử lý nhận theo lượt." }),
            ] + above
        }
    }

    private static func name(_ place: Place) -> String {
        switch place {
        case .intake: "Bộ phận tiếp nhận"
        case .diagnosis: "Tổ chẩn đoán"
        case .unit(_, let unit): unit
        }
    }
}
