import Domain
import Storage

extension Turn {
    /// Counts an approach (lượt liên hệ), in the transaction of what it brought about.
    func count(
        _ kind: Interaction.Kind, on channel: Channel, contact: ID<Contact>?, petition: Case? = nil, opensCase: Bool = false,
        at: Instant? = nil, summary: String = "", key: String? = nil
    ) throws {
        try InteractionStore.insert(
            Interaction(
                id: newID(), team: try petition?.team ?? team()?.id, channel: channel, kind: kind, contact: contact, petition: petition?.id,
                opensCase: opensCase, at: at ?? now, notedAt: now, notedBy: actor.account?.id, notedByName: actor.name ?? "",
                summary: summary, key: key), tx)
    }
}
