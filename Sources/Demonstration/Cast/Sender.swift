package import Domain

/// Who writes: a firm, a household business, or a person for himself.
package struct Sender: Sendable, Decodable {
    package var key: String
    package var kind: Kind
    /// `nil` for people who write for themselves.
    package var organisation: String?
    /// The person who writes, or the representative.
    package var person: String
    /// Prefix 99, which is no province's (brief §5.1).
    package var taxCode: String?
    /// Of a range that nobody can have.
    package var phone: String
    package var site: Site
    /// Key of the park or cluster; `nil` outside of them.
    package var place: String?
    /// Key of the commune.
    package var area: String
    /// What the firm does, in a few words.
    package var trade: String?

    package enum Kind: String, CaseIterable, Sendable, Decodable {
        /// Doanh nghiệp trong nước.
        case company
        /// Doanh nghiệp có vốn đầu tư nước ngoài.
        case fdi
        /// Hộ kinh doanh.
        case household
        /// Hợp tác xã.
        case cooperative
        /// Hiệp hội.
        case association
        /// Người lao động.
        case worker
        /// Người dân.
        case citizen
    }
}
