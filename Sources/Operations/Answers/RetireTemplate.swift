package import Domain
import Storage

/// Offers a template no longer (thôi dùng mẫu trả lời). It can still be read; answers made from it stay as they are.
package struct RetireTemplate: Operation {
    package static let permission = Permission.administer
    let template: ID<ReplyTemplate>

    package init(_ template: ID<ReplyTemplate>) { self.template = template }

    package func perform(_ turn: Turn) throws {
        guard var kept = try ReplyTemplateStore.load(template, turn.tx) else { throw Refusal.noSuch(.template) }
        if kept.retiredAt != nil { throw Refusal.isOver }
        kept.retiredAt = turn.now
        try ReplyTemplateStore.save(kept, turn.tx)
        try turn.note(.templateRetired(name: kept.name))
    }
}
