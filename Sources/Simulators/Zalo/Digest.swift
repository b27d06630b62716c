import Crypto

/// The checksum that the platform names for a citizen's file (brief zalo.md §2.5): MD5, no protection of anything.
func md5(_ bytes: [UInt8]) -> String {
    Insecure.MD5.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

/// The proof that a call comes from who holds the app's secret (brief zalo.md §1.5).
func hmac(_ message: String, key: String) -> String {
    HMAC<SHA256>.authenticationCode(for: Array(message.utf8), using: SymmetricKey(data: Array(key.utf8)))
        .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
