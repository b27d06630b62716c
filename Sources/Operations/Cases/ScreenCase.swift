package import Domain
import Storage

/// Sorts a message and passes it to the diagnosis desk (sàng lọc, phân loại).
package struct ScreenCase: Operation {
    package static let permission = Permission.screen
    let petition: ID<Case>
    let version: Int
    let classification: Classification
    let remark: String

    package init(petition: ID<Case>, version: Int, classification: Classification, remark: String) {
        self.petition = petition
        self.version = version
        self.classification = classification
        self.remark = remark
    }

    package func perform(_ turn: Turn) throws -> Case {
        let current = try turn.petition(petition, version: version)
        let catalogue = try CatalogueStore.load(turn.tx)
        var list = ProblemList()
        if let field = classification.field, catalogue.name(of: field) == nil { list.add("field", .unknownCode) }
        if let area = classification.area, catalogue.name(of: area) == nil { list.add("area", .unknownCode) }
        try list.refuse()
        return try turn.record(current.screen(classification, remark: remark, by: turn.actor, at: turn.now), on: current)
    }
}
