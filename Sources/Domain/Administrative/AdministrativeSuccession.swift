/// That a unit of an older classification became one of a newer, wholly or in part.
package struct AdministrativeSuccession: Sendable, Hashable {
    package let old: AdministrativeCode
    package let new: AdministrativeCode
    package var share: Share

    /// How much of the old unit the new one took.
    package enum Share: String, CaseIterable, Sendable {
        /// All of it.
        case whole
        /// A part, and the one that is meant when nothing more is known.
        case usual
        /// Another part.
        case part
    }

    package init(old: AdministrativeCode, new: AdministrativeCode, share: Share) {
        self.old = old
        self.new = new
        self.share = share
    }
}

/// What became of a unit.
package enum AdministrativeFate: Sendable, Equatable {
    /// It went wholly into this one: an address may be mapped without asking.
    case one(AdministrativeUnit)
    /// It was divided; the usual one first, the others by code. A person must decide.
    case split([AdministrativeUnit])
    /// It is gone as a level, and its communes became these, by code: an address needs its commune to be mapped.
    case dissolved([AdministrativeUnit])
    /// Nothing followed it: it stands as it is, or it is not known.
    case nothing

    /// The fate that a unit's own successors make; of those of its communes when it has none itself.
    /// - Parameters:
    ///   - own: in the order usual first, then by code.
    ///   - communes: successors of the units below it, each once, by code.
    package init(own: [(unit: AdministrativeUnit, share: AdministrativeSuccession.Share)], communes: [AdministrativeUnit]) {
        if let first = own.first {
            self = first.share == .whole ? .one(first.unit) : .split(own.map(\.unit))
        } else {
            self = communes.isEmpty ? .nothing : .dissolved(communes)
        }
    }

    /// All that followed, in the order of the case.
    package var units: [AdministrativeUnit] {
        switch self {
        case .one(let unit): [unit]
        case .split(let units), .dissolved(let units): units
        case .nothing: []
        }
    }
}

/// One of the units that a new one was made of.
package struct AdministrativeOrigin: Sendable, Equatable {
    package var unit: AdministrativeUnit
    package var share: AdministrativeSuccession.Share

    package init(unit: AdministrativeUnit, share: AdministrativeSuccession.Share) {
        self.unit = unit
        self.share = share
    }
}
