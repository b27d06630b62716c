import Foundation
import NIOCore
import ServiceLifecycle

/// A service that listens on an address; when it cannot have it, the operator reads which and what to do.
struct Listener: Service {
    private let service: any Service
    private let address: String

    init(_ service: any Service, at address: String) {
        self.service = service
        self.address = address
    }

    func run() async throws {
        do {
            try await service.run()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw CommandFailure("\(address) đang có chương trình khác dùng: hãy dừng chương trình đó hoặc chọn cổng khác.")
        } catch let error as IOError where [EACCES, EADDRNOTAVAIL].contains(error.errnoCode) {
            throw CommandFailure("Không nghe được tại \(address): máy không có địa chỉ này hoặc không cho phép dùng cổng này.")
        }
    }
}
