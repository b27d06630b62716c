/// A plan of a reorganisation (phương án sắp xếp tổ chức): what the decision says, step by step, in the order in which it is done.
/// Units are named by their keys. It is read from YAML and from the pages, and kept as JSON.
package struct ReorganisationPlan: Sendable, Equatable, Codable {
    package var title: String
    package var document: Decision
    package var steps: [Step]
    /// Where a person of a unit that is divided goes: login to key of a unit. Everybody else goes with the rest.
    package var people: [String: String]?

    package init(title: String, document: Decision, steps: [Step], people: [String: String]? = nil) {
        self.title = title
        self.document = document
        self.steps = steps
        self.people = people
    }

    package enum Step: Sendable, Equatable, Codable {
        /// Thành lập.
        case found(key: String, name: String, shortName: String?, level: Unit.Level, parent: String?, code: UnitCode?)
        /// Đổi tên, đổi cấp trên; what is not given stays.
        case change(unit: String, name: String?, shortName: String?, level: Unit.Level?, parent: String?, code: UnitCode?)
        /// Sáp nhập vào một đơn vị.
        case merge(from: [String], into: String)
        /// Chia, tách; `rest` takes what no part names, and must be one of the units of the day.
        case split(unit: String, parts: [Part], rest: String)
        /// Giải thể, bàn giao nhiệm vụ.
        case abolish(units: [String], to: String)
        /// Chuyển một phần nhiệm vụ.
        case transfer(from: String, to: String, fields: [FieldCode]?, areas: [AreaCode]?)
    }

    /// A part of a unit that is divided.
    package struct Part: Sendable, Equatable, Codable {
        package var to: String
        package var fields: [FieldCode]?
        package var areas: [AreaCode]?

        package init(to: String, fields: [FieldCode]? = nil, areas: [AreaCode]? = nil) {
            self.to = to
            self.fields = fields
            self.areas = areas
        }
    }
}

/// A plan as it stands in the register of reorganisations.
package struct Reorganisation: Sendable, Equatable {
    package let id: ID<Reorganisation>
    package var plan: ReorganisationPlan
    /// The day from which the new organisation holds.
    package var on: Day
    package var state: State
    package var preparedAt: Instant
    package var carriedOutAt: Instant?

    package enum State: String, CaseIterable, Sendable, Codable {
        /// Đã chuẩn bị, chờ đến ngày; it can still be withdrawn.
        case prepared
        /// Đã thực hiện.
        case carriedOut
        /// Đã rút lại.
        case withdrawn
    }

    package init(
        id: ID<Reorganisation>, plan: ReorganisationPlan, on: Day, state: State = .prepared, preparedAt: Instant, carriedOutAt: Instant? = nil
    ) {
        self.id = id
        self.plan = plan
        self.on = on
        self.state = state
        self.preparedAt = preparedAt
        self.carriedOutAt = carriedOutAt
    }
}

/// What is wrong with a plan, and at which step (from 1; 0: the plan as a whole).
package struct PlanFault: Error, Sendable, Equatable {
    package var step: Int
    package var fault: Fault

    package init(step: Int, fault: Fault) {
        self.step = step
        self.fault = fault
    }

    package enum Fault: Sendable, Equatable {
        case unit(UnitFault)
        case untitled
        case withoutDocument
        case withoutSteps
        case nothingNamed
        case unknownField(FieldCode)
        case unknownArea(AreaCode)
        case unknownPerson(String)
    }
}
