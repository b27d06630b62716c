import Domain
import Testing

/// What an officer may write down for a sender.
@Suite struct IntakeDraftTests {
    private func problems(_ draft: IntakeDraft) throws -> [Problem] {
        draft.problems(
            in: Catalogue(fields: [], areas: [], places: []), at: try instant("2026-08-05T10:00"), calendar: try VietnamCalendar.load(),
            mostDays: 3)
    }

    @Test func oneLineIsEnough() throws {
        #expect(try problems(IntakeDraft(channel: .hotline, text: "Đường lún")) == [])
        #expect(try problems(IntakeDraft(channel: .hotline, text: "")) == [Problem("text", .missing)])
    }

    @Test func aSlipInTheTaxCodeTurnsNobodyAway() throws {
        var draft = IntakeDraft(channel: .hotline, text: "Đường lún")
        draft.person.taxCode = "0100109107"
        #expect(try problems(draft) == [])
        draft.person.phone = "12"
        #expect(try problems(draft) == [Problem("phone", .notAPhone)])
    }

    @Test(arguments: Channel.allCases) func onlyWhatNoMachineTakesInIsNotedByHand(channel: Channel) throws {
        let expected = channel.isNotedByOfficer ? [] : [Problem("channel", .unknownCode)]
        #expect(try problems(IntakeDraft(channel: channel, text: "Đường lún")) == expected)
    }

    @Test func whatTheDeskOffersIsNotedByHand() {
        #expect(IntakeDraft.channels.allSatisfy { $0.isNotedByOfficer })
        // A letter has a desk of its own.
        #expect(Set(IntakeDraft.channels).union([.letter]) == Set(Channel.allCases.filter { $0.isNotedByOfficer }))
    }

    @Test func aNoteIsOneLine() throws {
        let draft = IntakeDraft(channel: .hotline, text: String(repeating: "a", count: 301))
        let found = draft.noteProblems(at: try instant("2026-08-05T10:00"), calendar: try VietnamCalendar.load(), mostDays: 3)
        #expect(found == [Problem("text", .tooLong(300))])
    }

    @Test func onlyOurOwnCallsAreNoApproach() {
        #expect(Interaction.Kind.allCases.filter { !$0.isIncoming } == [.callBack])
        #expect(Channel.allCases.allSatisfy { $0.approach.isIncoming })
    }
}
