/// The domain says no: a stable kind with the facts that caused it. Worded for people at the edge (Web, Commands), never here.
package enum Refusal: Error, Sendable, Equatable {
    /// What was typed does not hold; nothing was changed.
    case invalid([Problem])
    /// The actor's roles or unit do not give him this right.
    case notPermitted(Permission)
    /// The state of the case does not know this step.
    case stateForbids(Permission, CaseState)
    /// The clock stands still because the sender was asked for more.
    case waitsForSender
    /// The clock is running: there is no pause to end.
    case notWaiting
    /// Somebody changed the case since the page was loaded.
    case changedMeanwhile
    /// The drafter of an answer cannot be its approver (requirement 30).
    case drafterMayNotApprove
    /// Something stands in the way that must be done first, or that somebody else must do.
    case hindered(Obstacle)
    case noSuch(Thing)
    /// Too many tries; seconds until the next one.
    case tooMany(retryAfter: Int)
    /// Wrong name or password, or a closed account: deliberately not told apart.
    case wrongCredentials
    /// The account is locked after wrong tries; seconds until it opens.
    case locked(retryAfter: Int)
    /// The name is taken already.
    case taken(String)
    /// A plan of a reorganisation that does not hold.
    case planDoesNotHold(PlanFault)
    /// The day of a reorganisation or of an end has not come, or has passed.
    case notOnThisDay(Day)
    /// The thing is over (dissolved, withdrawn, carried out): it can be read and not changed.
    case isOver
    /// Whoever is named is the last one who may; name another first.
    case lastOne

    /// What was not found.
    package enum Thing: String, Sendable {
        case petition, unit, person, team, account, attachment, draft, invitation, profile, mandate, member, regulation, reorganisation
        case consultation, submission, cause, visit, template, view, calendarDay, outgoing, replyTask, delivery, group, importRun
    }
}

/// One thing wrong with one field.
package struct Problem: Sendable, Equatable {
    /// The field's name in the form.
    package var field: String
    package var fault: Fault

    package init(_ field: String, _ fault: Fault) {
        self.field = field
        self.fault = fault
    }

    package enum Fault: Sendable, Equatable {
        case missing
        /// Longer than this many characters.
        case tooLong(Int)
        /// Shorter than this many characters.
        case tooShort(Int)
        /// Not one of the codes that are offered.
        case unknownCode
        case dateUnreadable
        case dateInPast
        /// Later than the case itself is due.
        case afterDue
        /// Further away than this many days.
        case tooFar(Int)
        /// Not between these numbers.
        case outOfRange(Int, Int)
        /// More than this.
        case tooMany(Int)
        /// Personal data stands in a text that will be public.
        case personalData
        /// The last day lies before the first.
        case endsBeforeBegin
        /// The post has a holder already.
        case held
        /// The day lies outside the mandate that is stood in for.
        case outsideMandate
        /// There are as many of them as may be: this many.
        case full(Int)
        case notAPhone
        case notAnEmail
        case notATaxCode
        /// More files than this.
        case tooManyFiles(Int)
        /// Larger than this many bytes.
        case fileTooLarge(Int)
        case fileTypeRefused
        case fileEmpty
        case notText
        /// The password is shorter than this many characters.
        case weakPassword(Int)
        /// A text has a mark that nothing fills in; what stands in the braces, and what may stand there.
        case unknownPlaceholder(String, known: [String])
        /// A mark without which the text is of no use; what stands in its braces.
        case missingPlaceholder(String)
        /// There is one of the same scope that begins on the same day.
        case begunTwice
        /// The day does not lie in these years.
        case yearOutOfReach(Int, Int)
        /// A make-up day on a day that is worked anyway, or a day off in lieu on a weekly day off.
        case wrongWeekday
        /// More lines than this.
        case tooManyLines(Int)
        /// The moment has not come yet.
        case momentAhead
        /// Further back than this many working days.
        case tooLongAgo(Int)
        /// The same letter stands in the register already; the number of its case.
        case sameLetter(String)
    }
}

/// Collects the problems of a form, so that a person sees all of them at once.
package struct ProblemList {
    package private(set) var problems: [Problem] = []

    package init() {}

    package mutating func add(_ field: String, _ fault: Problem.Fault) { problems.append(Problem(field, fault)) }

    package mutating func add(_ more: [Problem]) { problems += more }

    /// Checks that a required text is there and within its limits (characters).
    package mutating func text(_ field: String, _ value: String, atLeast minimum: Int = 1, atMost limit: Int) {
        let count = value.unicodeScalars.count
        if count == 0 {
            if minimum > 0 { add(field, .missing) }
        } else if count < minimum {
            add(field, .tooShort(minimum))
        } else if count > limit {
            add(field, .tooLong(limit))
        }
    }

    package func refuse() throws(Refusal) {
        if !problems.isEmpty { throw .invalid(problems) }
    }
}
