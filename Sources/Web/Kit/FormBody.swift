package import Hummingbird
import HTTPTypes
import NIOCore

/// What a person sent with a form: the words and the files.
package struct FormBody: Sendable, Equatable {
    package struct File: Sendable, Equatable {
        /// The name of the input.
        package var field: String
        /// The file's own name, without folders and without what a name may not hold.
        package var name: String
        /// As the browser declares it; what it is, `FileKind` sees from the bytes.
        package var declaredType: String
        package var bytes: [UInt8]
    }

    package var fields: Fields
    /// Inputs left empty are not among them.
    package var files: [File]

    package init(fields: Fields = Fields(), files: [File] = []) {
        self.fields = fields
        self.files = files
    }

    package subscript(name: String) -> String? { fields[name] }

    package func all(_ name: String) -> [String] { fields.all(name) }

    package func files(_ field: String) -> [File] {
        files.filter { $0.field == field }
    }

    /// Reads a whole body by its `Content-Type`.
    package init(contentType: String, bytes: [UInt8], limits: FormLimits = FormLimits()) throws(FormFault) {
        guard bytes.count <= limits.body else { throw .bodyTooLarge(limit: limits.body) }
        let type = HeaderParameters(contentType.utf8)
        switch type.value {
        case "application/x-www-form-urlencoded":
            self.init(fields: try Fields(urlEncoded: bytes, limits: limits))
        case "multipart/form-data":
            guard let boundary = type.parameters["boundary"], (1...70).contains(boundary.count) else { throw .missingBoundary }
            var reader = MultipartReader(bytes: bytes, boundary: boundary, limits: limits)
            self = try reader.form()
        default:
            throw .unknownType
        }
    }

    /// Collects and reads the body of a request. Throws `FormFault`, and what the connection throws when it breaks.
    package static func collect(_ request: Request, limits: FormLimits = FormLimits()) async throws -> FormBody {
        if let announced = request.headers[.contentLength].flatMap({ Int($0) }), announced > limits.body {
            throw FormFault.bodyTooLarge(limit: limits.body)
        }
        let buffer: ByteBuffer
        do {
            buffer = try await request.body.collect(upTo: limits.body)
        } catch is NIOTooManyBytesError {
            throw FormFault.bodyTooLarge(limit: limits.body)
        }
        return try FormBody(
            contentType: request.headers[.contentType] ?? "", bytes: Array(buffer.readableBytesView), limits: limits)
    }
}
