package import Domain
import Storage

/// What a player of cases must know between two verbs; pages read the same from the file of the case.
extension Office {
    /// The version that a page of now would show. Throws `Refusal`.
    package func version(of id: ID<Case>) async throws -> Int { try await look(id).version }

    /// The code that the sender was given. Throws `Refusal`.
    package func lookupCode(of id: ID<Case>) async throws -> LookupCode { try await look(id).lookupCode }

    /// The draft as it was last kept. Throws `Refusal`.
    package func draft(of id: ID<Case>) async throws -> AnswerDraft? { try await look(id).draft }

    /// The case as it stands. Throws `Refusal`.
    package func petition(_ id: ID<Case>) async throws -> Case { try await look(id) }

    private func look(_ id: ID<Case>) async throws -> Case {
        guard let petition = try await read({ try CaseStore.load(id, $0) }) else { throw Refusal.noSuch(.petition) }
        return petition
    }
}
