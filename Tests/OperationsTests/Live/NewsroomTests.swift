import Domain
import Operations
import Testing
import TestSupport

/// Who listens, and how many.
@Suite(.timeLimit(.minutes(1))) struct NewsroomTests {
    private let person: ID<Account> = id(1)

    @Test func everybodyHearsABulletin() async throws {
        let newsroom = Newsroom()
        let streams = [try newsroom.subscribe(person), try newsroom.subscribe(id(2))]
        newsroom.publish(.quiet)
        for stream in streams {
            var bulletins = stream.makeAsyncIterator()
            #expect(await bulletins.next() == .quiet)
        }
    }

    @Test func ofOneAccountTheNewestEightPagesListen() async throws {
        let newsroom = Newsroom()
        let other = try newsroom.subscribe(id(2))
        let streams = try (0...Newsroom.mostOfOne).map { _ in try newsroom.subscribe(person) }
        #expect(newsroom.count == Newsroom.mostOfOne + 1)
        for await bulletin in streams[0] { Issue.record("the oldest page still hears \(bulletin)") }
        newsroom.publish(.quiet)
        for stream in [other] + streams.dropFirst() {
            #expect(await stream.first { _ in true } == .quiet)
        }
    }

    @Test func whoeverLetsGoMakesRoom() throws {
        let newsroom = Newsroom()
        for _ in 0..<(3 * Newsroom.mostOfOne) { _ = try newsroom.subscribe(person) }
        #expect(newsroom.count == 0)
    }

    @Test func whoeverDoesNotListenIsLetGo() async throws {
        let newsroom = Newsroom()
        let stream = try newsroom.subscribe(person)
        for _ in 0..<100 { newsroom.publish(.quiet) }
        #expect(newsroom.count == 0)
        var heard = 0
        for await _ in stream { heard += 1 }
        #expect(heard < 100)
    }

    @Test func aClosedNewsroomEndsEveryStreamAndThoseToCome() async throws {
        let newsroom = Newsroom()
        let before = try newsroom.subscribe(person)
        newsroom.close()
        let after = try newsroom.subscribe(person)
        for stream in [before, after] { for await bulletin in stream { Issue.record("\(bulletin)") } }
    }
}
