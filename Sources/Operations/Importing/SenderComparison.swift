import Domain
import Storage

/// What the rows of a list are compared with: the cases of their senders, and the rows above. What each of them says is taken apart
/// once, however many rows a sender has.
struct SenderComparison {
    private let cases: [ImportedPetition.SenderKey: [SenderCase]]
    private var terms: [CaseNumber: Set<String>] = [:]
    private var above: [ImportedPetition.SenderKey: [(row: Int, terms: Set<String>)]] = [:]

    init(cases: [ImportedPetition.SenderKey: [SenderCase]]) { self.cases = cases }

    /// The case or the row above of the same sender that says much the same; the row is one of those above from now on.
    mutating func remark(on petition: ImportedPetition) -> PetitionRemark? {
        let keys = petition.senderKeys
        if keys.isEmpty { return nil }
        let said = Set(Likeness.terms(of: petition.text))
        defer {
            for key in keys where above[key]?.count ?? 0 < Self.mostCompared { above[key, default: []].append((petition.row, said)) }
        }
        for key in keys {
            for other in cases[key]?.prefix(Self.mostCompared) ?? [] where Self.isAlike(said, terms(of: other)) {
                return .like(number: other.number.text)
            }
        }
        for key in keys {
            if let twin = above[key]?.first(where: { Self.isAlike(said, $0.terms) }) { return .likeRow(twin.row) }
        }
        return nil
    }

    private mutating func terms(of petition: SenderCase) -> Set<String> {
        if let known = terms[petition.number] { return known }
        let found = Set(Likeness.terms(of: petition.text))
        terms[petition.number] = found
        return found
    }

    /// Every term weighs the same: a list of one sender has no common and rare ones.
    private static func isAlike(_ a: Set<String>, _ b: Set<String>) -> Bool { Likeness.score(a, b) >= 0.5 }

    /// Cases of one sender, and rows, that a row is compared with.
    private static let mostCompared = 50
}
