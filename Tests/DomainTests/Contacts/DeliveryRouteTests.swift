import Domain
import Testing

/// By which ways a sender is reached, in which order.
@Suite struct DeliveryRouteTests {
    private static let all = DeliveryRoute.Means(mail: true, templates: true)

    private func contact(_ channel: Channel, address: String? = nil, phone: String = "", email: String = "") -> Contact {
        var person = Contact.Person()
        person.phone = phone
        person.email = email
        return Contact(id: ID(at: Instant(milliseconds: 1), chance: Array(repeating: 1, count: 10)), channel: channel, address: address, person: person)
    }

    @Test func anAnswerGoesOnFromTheChatToTemplatesToMailToAPerson() {
        let sender = contact(.zalo, address: "70", phone: "0912 345 678", email: "lan@vidu.vn")
        let ways = DeliveryRoute.ways(to: sender, origin: .zalo, weight: .reply, means: Self.all)
        #expect(ways == [
            .message(.zalo, recipient: "70"), .template(recipient: "70"), .template(recipient: "+84912345678"),
            .message(.mail, recipient: "lan@vidu.vn"), .task(.call),
        ])
    }

    @Test func wordsOfProgressCostNobodyATelephoneCall() {
        let sender = contact(.hotline, phone: "0912 345 678")
        #expect(DeliveryRoute.ways(to: sender, origin: .hotline, weight: .notice, means: Self.all).isEmpty)
    }

    @Test(arguments: [
        (Channel.hotline, "0912345678", ReplyTask.Kind.call), (.hotline, "", .letter), (.letter, "0912345678", .letter),
        (.counter, "", .counter), (.tax, "0912345678", .elsewhere), (.national, "", .elsewhere), (.forwarded, "", .letter),
    ])
    func aPersonAnswersOnTheWayThatTheMatterCameBy(origin: Channel, phone: String, kind: ReplyTask.Kind) {
        let ways = DeliveryRoute.ways(to: contact(origin, phone: phone), origin: origin, weight: .reply, means: .init())
        #expect(ways == [.task(kind)])
    }

    @Test func whoUsedTheFormReadsTheAnswerOnItsPageButIsCalledWithAQuestion() {
        let sender = contact(.form, phone: "0912345678")
        #expect(DeliveryRoute.ways(to: sender, origin: .form, weight: .reply, means: .init()).isEmpty)
        #expect(DeliveryRoute.ways(to: sender, origin: .form, weight: .question, means: .init()) == [.task(.call)])
    }

    @Test func aLandlineGetsNoTemplate() {
        let sender = contact(.form, phone: "0222 3822 123")
        #expect(DeliveryRoute.ways(to: sender, origin: .form, weight: .question, means: Self.all) == [.task(.call)])
    }

    @Test func withoutMailNobodyIsWrittenToByMailButWhoWroteByMail() {
        #expect(DeliveryRoute.ways(to: contact(.form, email: "a@vidu.vn"), origin: .form, weight: .notice, means: .init()).isEmpty)
        let mail = contact(.mail, address: "a@vidu.vn", email: "a@vidu.vn")
        #expect(DeliveryRoute.ways(to: mail, origin: .mail, weight: .notice, means: .init()) == [.message(.mail, recipient: "a@vidu.vn")])
    }
}
