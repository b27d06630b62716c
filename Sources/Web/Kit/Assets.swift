import CAssets
import HTTPTypes
import Hummingbird
import NIOCore
import Operations

/// The files that pages load. Their addresses carry the hash of their content, so that a browser keeps them for good and a new
/// version of the program is seen at once.
package enum Asset: String, CaseIterable, Sendable {
    case base = "css/base.css"
    case publicPages = "css/public.css"
    case staffPages = "css/staff.css"
    case icon = "icon/dong-hanh.svg"
    case copy = "js/copy.js"
    case draft = "js/draft.js"
    case intake = "js/intake.js"
    case keys = "js/keys.js"
    case suggest = "js/suggest.js"
    case live = "js/live.js"
    case serviceWorker = "js/sw.js"
    case visit = "js/visit.js"

    /// `/static/<hash>/css/base.css`.
    package var url: String { "/static/\(Assets.embedded.file(self)?.hash ?? "0")/\(rawValue)" }
}

/// The assets as they lie in the program.
package struct Assets: Sendable {
    struct File: Sendable {
        var bytes: [UInt8]
        var contentType: String
        /// The first 16 hexadecimal digits of SHA-256.
        var hash: String
    }

    package static let embedded = Assets()
    private let files: [Asset: File]

    private init() {
        var files: [Asset: File] = [:]
        for asset in Asset.allCases {
            guard let found = dh_asset_find(asset.rawValue) else { continue }
            let bytes = Array(UnsafeBufferPointer(start: found.pointee.bytes, count: found.pointee.length))
            files[asset] = File(
                bytes: bytes, contentType: String(cString: found.pointee.content_type), hash: String(contentHash(bytes).prefix(16)))
        }
        self.files = files
    }

    func file(_ asset: Asset) -> File? { files[asset] }

    /// Serves them below `/static/`; 404 for a name that is none of ours. Under an old hash, which a page made by the version before
    /// still asks for, comes today's file, not to be kept.
    func add(to router: Router<SiteContext>) {
        router.get("/static/:hash/:folder/:name") { request, context in
            let name = "\(context.parameters.get("folder") ?? "")/\(context.parameters.get("name") ?? "")"
            guard let asset = Asset(rawValue: name), let file = files[asset] else { return Response(status: .notFound) }
            return respond(file, asked: context.parameters.get("hash"), ifNoneMatch: request.headers[.ifNoneMatch])
        }
        // A worker rules over pages beside and below its own address only, and browsers ask there for its next version.
        router.get("/app/sw.js") { request, _ in
            guard let file = files[.serviceWorker] else { return Response(status: .notFound) }
            return respond(file, asked: nil, ifNoneMatch: request.headers[.ifNoneMatch])
        }
    }

    private func respond(_ file: File, asked hash: String?, ifNoneMatch: String?) -> Response {
        let tag = "\"\(file.hash)\""
        var headers: HTTPFields = [
            .eTag: tag,
            .cacheControl: hash == file.hash ? "public, max-age=31536000, immutable" : "no-cache",
        ]
        if ifNoneMatch == tag { return Response(status: .notModified, headers: headers) }
        headers[.contentType] = file.contentType
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }
}
