package import Domain
import Storage

/// A person has seen what a provider told of the account; until then it is a red light. Throws `Refusal`.
package struct SettleNotice: Operation {
    package static let permission = Permission.takeIn
    let channel: Channel

    package init(of channel: Channel) { self.channel = channel }

    package func perform(_ turn: Turn) throws { try ChannelHealthStore.clear(channel, .notice, turn.tx) }
}
