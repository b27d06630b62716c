import Documents
import Domain
import Operations
import Storage

/// Chẩn đoán, đề xuất phương án xử lý: the second desk.
struct DiagnosePage: StepPage {
    typealias Lists = Void
    static let path: Path = "/app/ho-so/:number/chan-doan"
    static let step = Permission.diagnose

    static func opening(_ file: CaseFile, _ lists: Void) -> FormBody {
        FormBody(values: ["finding": file.petition.diagnosis?.finding, "proposal": file.petition.diagnosis?.proposal])
    }

    static func fields(_ form: FormView, _ file: CaseFile, _ lists: Void) -> HTML {
        """
        \(quoted(file.text))
        \(form.area("finding", "Chẩn đoán", hint: "Vướng ở đâu, vì quy định nào, ai đang giữ việc.", rows: 5))
        \(form.area("proposal", "Phương án đề xuất", hint: "Làm gì, căn cứ nào, đơn vị nào chủ trì, đơn vị nào phối hợp.", rows: 5))
        """
    }

    static func take(_ form: FormBody, _ petition: Case, version: Int, _ visit: Visit) async throws {
        let diagnosis = Diagnosis(finding: form.words("finding"), proposal: form.words("proposal"))
        _ = try await visit.office.perform(
            DiagnoseCase(petition: petition.id, version: version, diagnosis: diagnosis), as: visit.actor)
    }
}
