import Domain

/// Deals out petitions to senders: every petition comes once before any comes twice, never twice from the same sender, and no
/// sender is heard much more often than the others.
struct Casting {
    let cast: Cast
    private var deck: [Petition] = []
    private var rounds = 0
    /// Senders by petition.
    private var played: [String: Set<String>] = [:]
    private var uses: [String: Int] = [:]

    /// Rounds through the deck: who reads the list should not meet the same words more often.
    static let mostRounds = 3

    init(cast: Cast) { self.cast = cast }

    /// The next petition and who sends it; `nil` when nobody is left to send anything.
    mutating func next(_ chance: inout Chance) -> (petition: Petition, sender: Sender)? {
        while true {
            if deck.isEmpty {
                guard rounds < Self.mostRounds else { return nil }
                rounds += 1
                deck = cast.petitions.filter { $0.duplicateOf == nil }.shuffled(using: &chance)
            }
            let petition = deck.removeLast()
            if let sender = sender(for: petition, &chance) { return (petition, sender) }
        }
    }

    private mutating func sender(for petition: Petition, _ chance: inout Chance) -> Sender? {
        let free = cast.candidates(for: petition).filter { !(played[petition.key] ?? []).contains($0.key) }
        guard let fewest = free.map({ uses[$0.key] ?? 0 }).min(),
            let sender = chance.one(of: free.filter { (uses[$0.key] ?? 0) <= fewest })
        else { return nil }
        played[petition.key, default: []].insert(sender.key)
        uses[sender.key, default: 0] += 1
        return sender
    }
}
