import AsyncHTTPClient
package import Domain
import Foundation
import NIOCore
import NIOHTTP1
package import Operations

extension ZaloWire {
    package func fetch(_ file: RemoteFile, limit: Int) async throws(FetchFailure) -> [UInt8] {
        guard let address = ZaloFileAddress(file.address, settings: settings) else { throw .refusedAddress }
        do {
            return try await inTime(settings.fetchTimeout) { [client, settings] in
                let timeout = TimeAmount.milliseconds(Int64(settings.fetchTimeout * 1000))
                let response = try await client.execute(HTTPClientRequest(url: address.text), timeout: timeout)
                guard response.status == .ok else { throw FetchFailure.failed("Zalo trả lời HTTP \(response.status.code)") }
                if let length = response.headers.first(name: "content-length").flatMap({ Int($0) }), length > limit {
                    throw FetchFailure.tooLarge
                }
                var bytes: [UInt8] = []
                for try await part in response.body {
                    // What the other side announces is not trusted: the limit holds for what really comes.
                    guard bytes.count + part.readableBytes <= limit else { throw FetchFailure.tooLarge }
                    bytes.append(contentsOf: part.readableBytesView)
                }
                return bytes
            }
        } catch let failure as FetchFailure {
            throw failure
        } catch {
            throw .failed("Máy chủ tệp của Zalo \(connectionReason(error))")
        }
    }
}

/// An address that a file may be fetched from.
struct ZaloFileAddress {
    let text: String

    /// `nil` for anything but http or https to a host on the list, without a user name, on the scheme's own port; and for
    /// anything below the API's address when that is on this very machine (the stand-in).
    init?(_ text: String, settings: ZaloSettings) {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(), scheme == "http" || scheme == "https",
            let host = parts.host?.lowercased(), !host.isEmpty, parts.user == nil, parts.password == nil,
            URL(string: text)?.host()?.lowercased() == host
        else { return nil }
        let ownPort = scheme == "http" ? 80 : 443
        let listed = settings.fileHosts.contains { Self.host(host, fits: $0.lowercased()) } && (parts.port ?? ownPort) == ownPort
        guard listed || Self.isStandIn(parts, host: host, settings: settings) else { return nil }
        self.text = text
    }

    private static func host(_ host: String, fits pattern: String) -> Bool {
        guard pattern.utf8.starts(with: "*.".utf8) else { return host == pattern }
        let ending = pattern.utf8.dropFirst()
        return host.utf8.count > ending.count && host.utf8.suffix(ending.count).elementsEqual(ending)
    }

    private static func isStandIn(_ parts: URLComponents, host: String, settings: ZaloSettings) -> Bool {
        guard let api = URLComponents(string: settings.openapiURL), let apiHost = api.host?.lowercased() else { return false }
        return ["127.0.0.1", "localhost", "[::1]", "::1"].contains(apiHost) && host == apiHost && parts.port == api.port
    }
}
