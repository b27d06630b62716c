import Domain
import HTTPTypes
import Hummingbird
import NIOCore

/// A file of the store on its way to a browser, whole or in part: read piece by piece while it is sent, so that a film of a minute
/// does not lie in memory, and not read at all when only its head is asked for.
package struct StoredFile: Sendable {
    package var name: String
    package var contentType: String
    /// Bytes.
    package var size: Int
    /// SHA-256 of the content in hexadecimal.
    package var hash: String
    package var place: Place
    /// Reads a part of it.
    package var read: @Sendable (Range<Int>) async throws -> [UInt8]

    /// Where the browser puts it.
    package enum Place: String, Sendable {
        /// On the disk.
        case attachment
        /// Into a page of ours: pictures that we made, and players, which carry nothing out.
        case inline
    }

    private static let piece = 1 << 20

    /// What the request asks of it: all, a part (RFC 9110 §14), or only whether it has changed.
    func response(to asked: HTTPFields) -> Response {
        let tag = "\"\(hash)\""
        var headers = UntrustedContent.headers(name: name, contentType: contentType, place: place)
        headers[.eTag] = tag
        headers[.acceptRanges] = "bytes"
        if let known = asked[.ifNoneMatch], known == "*" || known.contains(tag) { return Response(status: .notModified, headers: headers) }
        // A part of what was another content then is of no use.
        let isSame = asked[.ifRange].map { $0 == tag } ?? true
        switch isSame ? FilePart(asked[.range], of: size) : .whole {
        case .whole: return Response(status: .ok, headers: headers, body: body(0..<size))
        case .part(let part):
            headers[.contentRange] = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(size)"
            return Response(status: .partialContent, headers: headers, body: body(part))
        case .beyond:
            headers[.contentRange] = "bytes */\(size)"
            return Response(status: .rangeNotSatisfiable, headers: headers)
        }
    }

    private func body(_ part: Range<Int>) -> ResponseBody {
        let read = read
        return ResponseBody(contentLength: part.count) { writer in
            for start in stride(from: part.lowerBound, to: part.upperBound, by: Self.piece) {
                try await writer.write(ByteBuffer(bytes: try await read(start..<min(start + Self.piece, part.upperBound))))
            }
            try await writer.finish(nil)
        }
    }
}

/// What a `Range` header asks of a file.
enum FilePart: Equatable {
    case whole
    case part(Range<Int>)
    /// The file has nothing there.
    case beyond

    /// Several parts at once, and what cannot be read, are answered with the whole file, as RFC 9110 §14.2 allows.
    init(_ header: String?, of size: Int) {
        guard let header, header.hasPrefix("bytes="), !header.contains(",") else {
            self = .whole
            return
        }
        let ends = header.dropFirst("bytes=".count).split(separator: "-", omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
        guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } && $0.utf8.count < 16 }) else {
            self = .whole
            return
        }
        switch (Int(ends[0]), Int(ends[1])) {
        case (nil, nil): self = .whole
        case (nil, let last?): self = last == 0 || size == 0 ? .beyond : .part(max(0, size - last)..<size)
        case (let first?, nil): self = first < size ? .part(first..<size) : .beyond
        case (let first?, let last?):
            if last < first { self = .whole } else { self = first < size ? .part(first..<min(last + 1, size)) : .beyond }
        }
    }
}

/// The headers under which content from outside stays harmless, whatever is in it.
enum UntrustedContent {
    static func headers(name: String, contentType: String, place: StoredFile.Place) -> HTTPFields {
        let name = cleanedFileName(name)
        let ascii = name.unicodeScalars.allSatisfy(\.isASCII) ? name : "tep"
        var fields: HTTPFields = [
            .contentType: contentType,
            .contentDisposition: "\(place.rawValue); filename=\"\(ascii)\"; filename*=UTF-8''\(percentEncoded(name))",
            .contentSecurityPolicy: "default-src 'none'; sandbox", .xContentTypeOptions: "nosniff", .cacheControl: "private, no-store",
        ]
        if let policy = HTTPField.Name("Cross-Origin-Resource-Policy") { fields[policy] = "same-origin" }
        return fields
    }
}
