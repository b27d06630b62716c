import Database
import Domain
import Logging
import Operations
import ServiceLifecycle
import Storage
import Testing
import TestSupport

/// What the watch finds in the journals.
@Suite(.eachEngine, .timeLimit(.minutes(3))) struct NewsroomWatchTests {
    private func bulletin(_ stream: AsyncStream<Bulletin>) async -> Bulletin? {
        var bulletins = stream.makeAsyncIterator()
        return await bulletins.next()
    }

    @Test func whatHappenedIsToldOnce() async throws {
        let test = try await TestOffice()
        let watch = NewsroomWatch(office: test.office) { _ in }
        var told = NewsroomWatch.Told()
        let stream = try test.office.newsroom.subscribe(test.cast.lan.id)
        let petition = try await test.submit()
        await watch.look(&told)
        let key = NewsKey(at: test.clock.now, petition: petition.id, position: 1)
        #expect(await bulletin(stream) == .news([key], stirred: []))
        await watch.look(&told)
        test.office.newsroom.publish(.quiet)
        #expect(await bulletin(stream) == .quiet, "nothing was told twice")
    }

    @Test func whatIsCommittedLateIsToldAllTheSame() async throws {
        let test = try await TestOffice()
        let watch = NewsroomWatch(office: test.office) { _ in }
        var told = NewsroomWatch.Told()
        let stream = try test.office.newsroom.subscribe(test.cast.lan.id)
        let before = test.clock.now
        test.clock.advance(seconds: 10)
        _ = try await test.submit()
        await watch.look(&told)
        _ = await bulletin(stream)
        // Another process took its moment before and commits after.
        test.clock.set(before)
        let late = try await test.submit()
        test.clock.advance(seconds: 12)
        await watch.look(&told)
        #expect(await bulletin(stream) == .news([NewsKey(at: before, petition: late.id, position: 1)], stirred: []))
    }

    @Test func anotherOfficeOnTheSameDatabaseIsHeard() async throws {
        let test = try await TestOffice()
        let other = Office(
            database: test.database, world: test.office.world, settings: test.office.settings, passwords: test.office.passwords,
            log: test.office.log)
        let stream = try other.newsroom.subscribe(test.cast.lan.id)
        let petition = try await test.submit()
        var told = NewsroomWatch.Told()
        await NewsroomWatch(office: other, pause: { _ in }).look(&told)
        guard case .news(let keys, _) = await bulletin(stream) else { throw Missing("news") }
        #expect(keys.map(\.petition) == [petition.id])
    }

    @Test func moreThanOneLookHoldsIsToldWhole() async throws {
        let test = try await TestOffice()
        let petition = try await test.submit()
        let now = test.clock.now
        try await test.database.write { tx in
            for position in 2...(NewsQueries.most + 5) {
                try tx.run(
                    """
                    INSERT INTO case_event (petition, position, at, verb, actor_name, state, event)
                    SELECT petition, \(position), at, verb, actor_name, state, event FROM case_event
                    WHERE petition = \(petition.id) AND position = 1
                    """)
            }
        }
        let stream = try test.office.newsroom.subscribe(test.cast.lan.id)
        var told = NewsroomWatch.Told()
        await NewsroomWatch(office: test.office, pause: { _ in }).look(&told)
        guard case .news(let keys, _) = await bulletin(stream) else { throw Missing("news") }
        #expect(keys.count == NewsQueries.most + 5)
        #expect(keys.allSatisfy { $0.at == now })
    }

    @Test func aRingIsAnsweredAndADrainEndsTheStreams() async throws {
        let test = try await TestOffice()
        let watch = NewsroomWatch(office: test.office) { seconds in
            // A cancelled pause is over, which is all that is asked of it.
            if seconds > 1 { try? await Task.sleep(for: .seconds(seconds * 100)) }
        }
        let services = ServiceGroup(services: [watch], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let stream = try test.office.newsroom.subscribe(test.cast.lan.id)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await services.run() }
            _ = try await test.submit()
            var bulletins = stream.makeAsyncIterator()
            #expect(await bulletins.next() != nil)
            await services.triggerGracefulShutdown()
            try await group.waitForAll()
            while await bulletins.next() != nil {}
        }
    }
}
