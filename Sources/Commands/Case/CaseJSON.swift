import Domain
import Storage

/// The JSON of a case (interfaces page): one shape for `case list` and `case show`.
struct CaseJSON: Encodable {
    struct MessageJSON: Encodable {
        var at: String
        var direction: String
        var channel: String
        var external_id: Nullable<String>
        var text: String
    }

    var number: String
    var lookup_code: String
    var channel: String
    var kind: Nullable<String>
    var field: Nullable<String>
    var area: Nullable<String>
    var site: Nullable<String>
    var state: String
    var waiting: Bool
    var outcome: Nullable<String>
    var unit: String
    var person: Nullable<String>
    var received_at: String
    var due_at: String
    var original_due_at: String
    var answered_at: Nullable<String>
    var text: String
    /// Absent in a list.
    var messages: [MessageJSON]?

    init(_ file: CaseFile, withMessages: Bool) {
        let petition = file.petition
        number = petition.number.text
        lookup_code = petition.lookupCode.text
        channel = petition.channel.rawValue
        kind = Nullable(petition.classification.kind?.rawValue)
        field = Nullable(petition.classification.field?.text)
        area = Nullable(petition.classification.area?.text)
        site = Nullable(petition.classification.site?.rawValue)
        state = petition.state.rawValue
        waiting = petition.clock.isPaused
        outcome = Nullable(petition.outcome?.rawValue)
        unit = file.lead.name
        person = Nullable(file.person?.name)
        received_at = petition.receivedAt.iso
        due_at = petition.clock.due.iso
        original_due_at = petition.clock.originalDue.iso
        answered_at = Nullable(petition.answeredAt?.iso)
        text = file.text
        guard withMessages else { return }
        messages = file.messages.map {
            MessageJSON(
                at: $0.at.iso, direction: $0.direction.rawValue, channel: $0.channel.rawValue, external_id: Nullable($0.externalID),
                text: $0.text)
        }
    }
}
