import Database
import Domain
import Operations
import Storage
import TestSupport
import Testing

/// What is done after the commit: deliveries read, files fetched, messages delivered.
@Suite(.eachEngine) struct CouriersTests {
    /// An office with a wire to Zalo, the couriers and the door.
    struct Post {
        let office: TestOffice
        let wire = RecordingWire()
        let couriers: Couriers
        let door: HookDoor

        init() async throws {
            office = try await TestOffice()
            couriers = Couriers(office: office.office, wires: [wire], pause: { _ in })
            door = HookDoor(office: office.office, wires: [wire])
        }

        func knock(_ words: String) async throws {
            let answer = try await door.take(HookDelivery(bytes: Array(words.utf8), headers: [:]), on: .zalo)
            #expect(answer == .taken)
        }

        func lay(_ text: String, id: String, files: [RemoteFile] = []) {
            wire.lay([office.inbound(text, id: id, files: files)], under: id)
        }
    }

    @Test func aDeliveryBecomesACaseAndTheCodeGoesOut() async throws {
        let post = try await Post()
        post.lay("Đường bị lún", id: "m-1")
        try await post.knock("m-1")
        #expect(try await post.office.rows(in: "petition") == 0, "the door only keeps")
        await post.couriers.workOnce()
        let petition = try await post.office.newest()
        #expect(post.wire.delivered.map(\.recipient) == ["z-1"])
        #expect(post.wire.delivered[0].text.contains(petition.lookupCode.grouped))
    }

    @Test func aDeliveryIsReadOnceHoweverOftenTheCouriersCome() async throws {
        let post = try await Post()
        post.lay("Đường bị lún", id: "m-1")
        try await post.knock("m-1")
        for _ in 0..<3 { await post.couriers.workOnce() }
        #expect(try await post.office.rows(in: "petition") == 1)
        #expect(post.wire.delivered.count == 1)
    }

    @Test func twoCouriersAtOnceReadADeliveryOnce() async throws {
        let post = try await Post()
        for index in 1...20 {
            post.wire.lay([post.office.inbound("Dòng \(index)", from: "z-\(index)", id: "m-\(index)")], under: "m-\(index)")
            try await post.knock("m-\(index)")
        }
        async let one: Void = post.couriers.workOnce()
        async let other: Void = post.couriers.workOnce()
        _ = await (one, other)
        #expect(try await post.office.rows(in: "petition") == 20)
        #expect(try await post.office.rows(in: "message") == 20)
        #expect(try await post.office.number("SELECT count(*) AS n FROM hook_delivery WHERE state <> 'read'") == 0)
    }

    @Test func whatTheProviderSendsAgainIsKeptOnce() async throws {
        let post = try await Post()
        post.lay("Đường bị lún", id: "m-1")
        try await post.knock("m-1")
        try await post.knock("m-1")
        #expect(try await post.office.rows(in: "hook_delivery") == 1)
    }

    @Test func whatCannotBeReadIsKeptForAPerson() async throws {
        let post = try await Post()
        post.lay("Đường bị lún", id: "m-2")
        try await post.knock("m-1")
        try await post.knock("m-2")
        await post.couriers.workOnce()
        #expect(
            try await post.office.number("SELECT count(*) AS n FROM hook_delivery WHERE state = 'unreadable' AND reason IS NOT NULL") == 1)
        #expect(try await post.office.rows(in: "petition") == 1, "the one behind it is read")
    }

    @Test func aFaultInOneDeliveryHoldsNobodyElseUp() async throws {
        let post = try await Post()
        for id in ["m-1", "m-2"] { post.lay(id, id: id) }
        try await post.office.breakMessages(of: "m-1")
        try await post.knock("m-1")
        post.office.clock.advance(seconds: 1)
        try await post.knock("m-2")
        await post.couriers.workOnce()
        #expect(try await post.office.rows(in: "petition") == 1)
        #expect(post.wire.delivered.count == 1)
        try await post.office.mendMessages()
        await post.couriers.workOnce()
        #expect(try await post.office.rows(in: "message") == 2, "and it is tried again")
    }

    @Test func aPictureIsFetched() async throws {
        let post = try await Post()
        post.lay("", id: "m-1", files: [RemoteFile(address: "https://p.example/1")])
        post.wire.lay(file: Samples.png, at: "https://p.example/1")
        try await post.knock("m-1")
        await post.couriers.workOnce()
        let petition = try await post.office.newest()
        let file = try #require(try await post.office.office.read { try AttachmentQueries.of(petition.id, $0) }.first)
        #expect(file.state == .here && file.contentType == "image/png" && file.name.hasSuffix(".png"))
        await post.couriers.workOnce()
        #expect(post.wire.fetched.count == 1)
    }

    @Test func aFileThatIsNotThereYetIsTriedAgain() async throws {
        let post = try await Post()
        post.lay("", id: "m-1", files: [RemoteFile(address: "https://p.example/1")])
        post.wire.failFetching(.failed("503"))
        try await post.knock("m-1")
        await post.couriers.workOnce()
        await post.couriers.workOnce()
        #expect(post.wire.fetched.count == 1, "not at once")
        post.wire.failFetching(nil)
        post.wire.lay(file: Samples.pdf, at: "https://p.example/1")
        post.office.clock.advance(seconds: 5)
        await post.couriers.workOnce()
        let petition = try await post.office.newest()
        #expect(try await post.office.office.read { try AttachmentQueries.of(petition.id, $0) }.map(\.state) == [.here])
    }

    @Test(arguments: [FetchFailure.tooLarge, .refusedAddress]) func aFileThatWillNeverComeIsLost(failure: FetchFailure) async throws {
        let post = try await Post()
        post.lay("", id: "m-1", files: [RemoteFile(address: "https://p.example/1")])
        post.wire.failFetching(failure)
        try await post.knock("m-1")
        await post.couriers.workOnce()
        let petition = try await post.office.newest()
        let file = try #require(try await post.office.office.read { try AttachmentQueries.of(petition.id, $0) }.first)
        #expect(file.state == .lost && file.reason?.isEmpty == false)
    }

    @Test func aProgramThatCallsItselfAPictureIsKeptClosed() async throws {
        let post = try await Post()
        post.lay("", id: "m-1", files: [RemoteFile(address: "https://p.example/1", name: "anh.png")])
        post.wire.lay(file: Samples.program, at: "https://p.example/1")
        try await post.knock("m-1")
        await post.couriers.workOnce()
        let petition = try await post.office.newest()
        let file = try #require(try await post.office.office.read { try AttachmentQueries.of(petition.id, $0) }.first)
        #expect(file.state == .here && file.contentType == "application/octet-stream" && file.name == "anh.png")
        #expect(file.file?.content == .closed(.program))
    }
}
