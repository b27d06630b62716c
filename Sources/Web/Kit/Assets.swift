import CAssets
import HTTPTypes
import Hummingbird
import NIOCore
import Operations

/// Styles and scripts that travel inside the program, at addresses that change with their content, so that a browser keeps them.
enum Assets {
    /// One file to serve.
    private struct File: Sendable {
        let bytes: [UInt8]
        let contentType: String
        let hash: String
    }

    private static let files: [String: File] = {
        var files: [String: File] = [:]
        for index in 0..<dh_asset_count() {
            guard let asset = dh_asset_at(index), let start = asset.pointee.bytes else { continue }
            let path = String(cString: asset.pointee.path)
            guard ["css/", "icon/", "js/"].contains(where: { path.hasPrefix($0) }) else { continue }
            let bytes = Array(UnsafeBufferPointer(start: start, count: asset.pointee.length))
            files[path] = File(
                bytes: bytes, contentType: String(cString: asset.pointee.content_type), hash: String(contentHash(bytes).prefix(12)))
        }
        return files
    }()

    /// Where a page finds a file.
    static func address(_ path: String) -> String { "/static/\(files[path]?.hash ?? "0")/\(path)" }

    static func add(to router: Router<SiteContext>) {
        router.get("/static/:hash/:folder/:name") { _, context -> Response in
            let path = "\(context.parameters.get("folder") ?? "")/\(context.parameters.get("name") ?? "")"
            guard let file = files[path] else { return Response(status: .notFound) }
            let isCurrent = context.parameters.get("hash") == file.hash
            return Response(
                status: .ok,
                headers: [
                    .contentType: file.contentType, .cacheControl: isCurrent ? "public, max-age=31536000, immutable" : "no-cache",
                ], body: .init(byteBuffer: ByteBuffer(bytes: file.bytes)))
        }
    }
}
