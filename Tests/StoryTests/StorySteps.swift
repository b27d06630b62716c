import Domain
import Operations
import Storage
import TestSupport

// The steps of a case as people take them: on pages, through forms.
extension StorySite {
    /// Sends the public form; the lookup code.
    func submit(_ text: String = "Đường vào nhà máy lún sâu, xe tải không ra vào được từ đầu tháng.", as sender: Visitor) async throws -> String {
        let answer = try await sender.fill(
            "/gui-kien-nghi",
            [
                "kind": "regulation", "text": text, "organisation": "Công ty TNHH Đông Á", "name": "Lý Thị Hoa", "phone": "0912 345 678",
                "site": "park", "siteName": "Khu công nghiệp Mỹ Phước", "area": "ben-cat",
            ])
        guard answer.status == 303, let location = answer.location, location.hasPrefix("/tra-cuu/") else {
            throw Missing("a case for the form: \(answer.status) \(answer.text.suffix(400))")
        }
        return String(location.dropFirst("/tra-cuu/".count).prefix(10))
    }

    /// The case behind a lookup code.
    func petition(_ code: String) async throws -> Case {
        guard let found = try await test.office.read({ try CaseStore.find(code, $0) }) else { throw Missing("the case \(code)") }
        return found
    }

    func number(_ code: String) async throws -> String { try await petition(code).number.text }

    /// Takes a step on its page; it must be taken.
    func take(
        _ step: String, of code: String, by visitor: Visitor, _ values: KeyValuePairs<String, String>, button: String? = nil
    ) async throws {
        let answer = try await visitor.fill("/app/ho-so/\(try await number(code))/\(step)", values, button: button)
        guard answer.status == 303 else { throw Missing("the step \(step): \(answer.status) \(answer.text.suffix(1200))") }
    }

    func screen(_ code: String, by visitor: Visitor) async throws {
        try await take("sang-loc", of: code, by: visitor, ["kind": "regulation", "field": "giao-thong", "site": "park"])
    }

    func diagnoseAndAssign(_ code: String, by visitor: Visitor) async throws {
        try await take(
            "chan-doan", of: code, by: visitor,
            ["finding": "Đoạn đường do chủ đầu tư hạ tầng quản lý.", "proposal": "Ban Quản lý làm việc với chủ đầu tư hạ tầng."])
        try await take("phan-cong", of: code, by: visitor, ["unit": test.ground.parkBoard.id.text, "person": test.cast.nga.id.text])
    }

    /// A whole answer, put before the approver.
    func answer(_ code: String, by visitor: Visitor, conclusion: String = "Mặt đường được sửa xong trong tuần này.") async throws {
        try await take(
            "tra-loi", of: code, by: visitor,
            [
                "outcome": "resolved", "conclusion": conclusion, "legalBasis": "Quyết định 2290/QĐ-UBND, Điều 2",
                "who0": "Chủ đầu tư hạ tầng", "what0": "Vá mặt đường, gia cố nền", "by0": test.clock.now.day.adding(7).iso,
                "contact": "Phòng Hạ tầng, 0274 3822 123", "proof0": "document", "proofText0": "Biên bản số 12/BB-BQL ngày 04/5/2026",
            ], button: "submit")
    }

    /// A case of the form, handled by Nga in the board of the parks.
    func assigned() async throws -> String {
        let code = try await submit(as: visitor())
        try await screen(code, by: try await staff("lan"))
        try await diagnoseAndAssign(code, by: try await staff("duc"))
        return code
    }
}
