import CArgon2
package import NIOPosix

/// Argon2id on threads of its own: 19 MiB and two passes cost 20 ms, which must not sit on the shared pool (stack, pitfall 14).
package struct PasswordHasher: Sendable {
    private let threads: NIOThreadPool
    private let memory: UInt32
    private let passes: UInt32

    /// - Parameters:
    ///   - memory: KiB per hash; tests take less.
    ///   - passes: how often the memory is walked.
    package init(threads: NIOThreadPool, memory: UInt32 = 19 * 1024, passes: UInt32 = 2) {
        self.threads = threads
        self.memory = memory
        self.passes = passes
    }

    /// Makes the string that is kept of a password.
    package func hash(_ password: String, salt: [UInt8]) async throws -> String {
        try await threads.runIfActive { [memory, passes] in
            let secret = Array(password.utf8)
            var encoded = [CChar](repeating: 0, count: 256)
            let status = argon2id_hash_encoded(passes, memory, 1, secret, secret.count, salt, salt.count, 32, &encoded, encoded.count)
            guard status == ARGON2_OK.rawValue else { throw HashingFault(status: status) }
            return String(decoding: encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }

    /// Whether a password is the one that was kept.
    package func verify(_ password: String, against kept: String) async throws -> Bool {
        try await threads.runIfActive {
            let secret = Array(password.utf8)
            return argon2id_verify(kept, secret, secret.count) == ARGON2_OK.rawValue
        }
    }
}

/// Argon2 could not run: out of memory, as a rule.
package struct HashingFault: Error, Sendable {
    package var status: Int32
}
