package import Domain

/// Records what was found and what is proposed (chẩn đoán, đề xuất phương án xử lý).
package struct DiagnoseCase: CaseStep {
    package static let permission = Permission.diagnose
    package let petition: ID<Case>
    package let version: Int
    let diagnosis: Diagnosis

    package init(petition: ID<Case>, version: Int, diagnosis: Diagnosis) {
        self.petition = petition
        self.version = version
        self.diagnosis = diagnosis
    }

    package func decide(_ current: Case, _ turn: Turn) throws -> CaseEvent {
        try current.diagnose(diagnosis, by: turn.actor)
    }
}
