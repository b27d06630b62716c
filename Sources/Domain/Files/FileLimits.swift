/// How much one message may carry, by the way on which it comes. Sizes in bytes.
package struct FileLimits: Sendable, Equatable {
    /// Of one file.
    package var file: Int
    package var files: Int
    /// Of all files of one message.
    package var total: Int

    private static let megabyte = 1024 * 1024

    /// The public form and the forms of staff (brief §1.5).
    package static let form = FileLimits(file: 10 * megabyte, files: 5, total: 40 * megabyte)

    /// Mail and Zalo: whoever sends there has seen no limits of ours, so that they are wider, as wide as mailboxes commonly are.
    package static let wire = FileLimits(file: 25 * megabyte, files: 20, total: 50 * megabyte)

    /// Why a file is too much for a message that has some already; `nil`: it fits.
    package func excess(_ size: Int, after files: Int, of bytes: Int) -> Excess? {
        if size > file { return .file(file) }
        if files >= self.files { return .files(self.files) }
        return bytes + size > total ? .total(total) : nil
    }

    /// The limit that a file would break.
    package enum Excess: Error, Sendable, Equatable {
        /// One file of at most these bytes.
        case file(Int)
        /// At most this many files.
        case files(Int)
        /// At most these bytes together.
        case total(Int)
    }
}
