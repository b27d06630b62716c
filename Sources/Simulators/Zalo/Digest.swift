import Crypto

/// The checksum that the platform names for a citizen's file (brief zalo.md §2.5): MD5, no protection of anything.
func md5(_ bytes: [UInt8]) -> String {
    Insecure.MD5.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
