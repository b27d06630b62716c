package import Domain
import Foundation

/// The cast of the demonstration province (tỉnh dùng thử): places, units, people, firms and what they have to say. Everything is
/// invented and lies as data beside the program; nothing here acts.
package struct Cast: Sendable {
    package var places: Places
    package var units: [CastUnit]
    package var fields: [CastField]
    package var accounts: [CastAccount]
    package var team: CastTeam
    /// Firms, co-operatives, households and associations first, then workers and citizens who write for themselves.
    package var senders: [Sender]
    package var petitions: [Petition]
    package var phrases: Phrases
    package var templates: [CastTemplate]
    package var causes: [CastCause]

    /// Why the cast could not be read.
    package enum Fault: Error, Equatable {
        case missing(String)
        /// The file, and what the decoder said.
        case unreadable(String, String)
        /// Sentences in English for whoever edits the data, from `problems`.
        case inconsistent([String])
    }

    /// Petitions lie in one file a group of fields, so that each stays readable.
    static let petitionFiles = ["land", "money", "safety", "people", "infrastructure", "special"]

    /// Reads the cast from wherever its files lie, by names such as `firms.json`.
    package init(reading file: (String) -> [UInt8]?) throws(Fault) {
        places = try Self.decode("places.json", file)
        units = try Self.decode("units.json", file)
        fields = try Self.decode("fields.json", file)
        accounts = try Self.decode("accounts.json", file)
        team = try Self.decode("team.json", file)
        senders = try Self.decode("firms.json", file)
        let people: [Sender] = try Self.decode("people.json", file)
        senders += people
        petitions = []
        for group in Self.petitionFiles {
            let some: [Petition] = try Self.decode("petitions-\(group).json", file)
            petitions += some
        }
        phrases = try Self.decode("phrases.json", file)
        templates = try Self.decode("reply-templates.json", file)
        causes = try Self.decode("common-causes.json", file)
    }

    /// The cast that travels inside the program, checked.
    package static func shipped() throws(Fault) -> Cast {
        let cast = try Cast { ShippedFile.bytes("demonstration/" + $0) }
        let problems = cast.problems
        if !problems.isEmpty { throw .inconsistent(problems) }
        return cast
    }

    private static func decode<Value: Decodable>(_ name: String, _ file: (String) -> [UInt8]?) throws(Fault) -> Value {
        guard let bytes = file(name) else { throw .missing(name) }
        do {
            return try JSONDecoder().decode(Value.self, from: Data(bytes))
        } catch {
            throw .unreadable(name, String(describing: error))
        }
    }
}

extension Cast {
    package func unit(_ key: String) -> CastUnit? { units.first { $0.key == key } }
    package func account(_ login: String) -> CastAccount? { accounts.first { $0.login == login } }
    package func field(_ code: FieldCode) -> CastField? { fields.first { $0.code == code } }
    package func petition(_ key: String) -> Petition? { petitions.first { $0.key == key } }
    package func sender(_ key: String) -> Sender? { senders.first { $0.key == key } }

    /// The account of a role in a unit; the first one listed.
    package func account(_ role: Role, of unit: String) -> CastAccount? {
        accounts.first { $0.unit == unit && $0.roles.contains(role) }
    }
}
