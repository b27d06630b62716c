package import Domain

/// Records what was found and what is proposed (chẩn đoán, đề xuất phương án xử lý).
package struct DiagnoseCase: Operation {
    package static let permission = Permission.diagnose
    let petition: ID<Case>
    let version: Int
    let diagnosis: Diagnosis

    package init(petition: ID<Case>, version: Int, diagnosis: Diagnosis) {
        self.petition = petition
        self.version = version
        self.diagnosis = diagnosis
    }

    package func perform(_ turn: Turn) throws -> Case {
        let current = try turn.petition(petition, version: version)
        return try turn.record(current.diagnose(diagnosis, by: turn.actor), on: current)
    }
}
