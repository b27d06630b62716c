package import Domain

/// A unit of then or of now (đơn vị): both organisations are in the data, with their days and their successors.
package struct CastUnit: Sendable, Decodable {
    package var key: String
    package var name: String
    package var shortName: String
    /// As a sentence to a firm names it.
    package var spokenName: String
    package var level: Unit.Level
    package var parent: String?
    package var validFrom: Day
    /// The last day of its life; `nil` while it lives.
    package var validTo: Day?
    /// Keys of the units that took its work over.
    package var successors: [String]
}

/// A field (lĩnh vực) and the unit that usually leads in it.
package struct CastField: Sendable, Decodable {
    package var code: FieldCode
    package var name: String
    /// Key of the lead unit of today.
    package var lead: String
    /// Key of the lead unit of May 2022, where it was another.
    package var leadIn2022: String?
    /// Who leads instead for firms in a park or a cluster.
    package var leadInPark: String?
    package var leadInCluster: String?

    /// Key of the unit that usually leads for a firm at a site.
    package func lead(at site: Site) -> String {
        switch site {
        case .park: leadInPark ?? lead
        case .cluster: leadInCluster ?? lead
        case .outside: lead
        }
    }
}

/// Somebody who signs in.
package struct CastAccount: Sendable, Decodable {
    package var login: String
    package var fullName: String
    package var title: String
    package var roles: Set<Role>
    package var unit: String
}

/// The task force (Tổ phản ứng nhanh), its members and its three desks.
package struct CastTeam: Sendable, Decodable {
    package var name: String
    package var shortName: String
    package var decision: Decision
    /// Key of the standing body (cơ quan thường trực).
    package var standingBody: String
    /// Logins.
    package var head: String
    package var standingDeputy: String
    package var members: [Member]
    package var desks: [Desk]

    package struct Decision: Sendable, Decodable {
        package var number: String
        package var date: Day
        package var issuer: String
        /// The decision that carried it over to today's organisation.
        package var renewed: Renewal

        package struct Renewal: Sendable, Decodable {
            package var number: String
            package var date: Day
        }
    }

    package struct Member: Sendable, Decodable {
        package var fullName: String
        /// `nil` for a member who does not sign in.
        package var login: String?
        /// The office held outside the task force.
        package var post: String
        package var unit: String
        package var position: TeamMember.Post
        package var fields: [FieldCode]
        /// Keys of areas.
        package var areas: [String]
        /// The kind of site that a deputy co-ordinates (seed 000).
        package var site: Site?
    }

    /// A desk: tiếp nhận; chẩn đoán, đề xuất; xử lý hiện trường.
    package struct Desk: Sendable, Decodable {
        package var key: String
        package var name: String
        /// Logins.
        package var leader: String
        package var officers: [String]
    }
}
