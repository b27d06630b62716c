import Foundation
import Hummingbird

/// What the control API was told: the same fields as JSON (tests, scripts) or from a form of the page.
struct ControlInput: Sendable {
    private(set) var fields: [String: String] = [:]
    private(set) var file: (name: String, bytes: [UInt8])?
    /// Whether a page's form asks: then the answer leads back to a page.
    let isForm: Bool

    init(_ request: Request) async throws {
        let body = Array(buffer: try await request.body.collect(upTo: 30 << 20))
        let type = header("content-type", of: request) ?? ""
        isForm = type.utf8.starts(with: "multipart/".utf8) || type.utf8.starts(with: "application/x-www-form-urlencoded".utf8)
        if let form = type.utf8.starts(with: "multipart/".utf8) ? MultipartForm(body, contentType: type) : nil {
            for part in form.parts {
                if let name = part.fileName {
                    if !part.bytes.isEmpty { file = (name, Array(part.bytes)) }
                } else {
                    fields[part.name] = String(decoding: part.bytes, as: UTF8.self)
                }
            }
        } else if isForm {
            fields = formFields(String(decoding: body, as: UTF8.self))
        } else if !body.isEmpty {
            do {
                fields = try JSONDecoder().decode([String: Scalar].self, from: Data(body)).mapValues(\.text)
            } catch {
                throw HTTPError(.badRequest, message: "A JSON object of strings, numbers and booleans is expected.")
            }
        }
    }

    subscript(_ name: String) -> String? { fields[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// A string, number or truth value as text.
    private struct Scalar: Decodable {
        let text: String

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let truth = try? value.decode(Bool.self) {  // not a truth value: one of the next two
                text = String(truth)
            } else if let number = try? value.decode(Double.self) {  // not a number: a string
                text = Int64(exactly: number).map { String($0) } ?? String(number)
            } else {
                text = try value.decode(String.self)
            }
        }
    }
}
