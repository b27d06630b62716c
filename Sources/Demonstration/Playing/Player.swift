package import Domain
package import Operations

/// Plays the plan: every petition, step and answer goes through the same verbs as in earnest, at the moment that the plan gives.
package struct Player: Sendable {
    let cast: Cast
    let office: Office
    let clock: StageClock
    let ids: IDs
    let couriers: Couriers
    let accounts: [String: Account]

    /// - Parameters:
    ///   - office: an office whose time is `clock`.
    ///   - accounts: by login.
    package init(cast: Cast, office: Office, clock: StageClock, ids: IDs, accounts: [String: Account]) {
        self.cast = cast
        self.office = office
        self.clock = clock
        self.ids = ids
        self.accounts = accounts
        couriers = Couriers(office: office, wires: [PlayedWire(channel: .zalo), PlayedWire(channel: .mail)]) { _ in }
    }

    /// Opens the accounts of the cast, all with one password that is printed beside them.
    package static func openAccounts(_ cast: Cast, password: String, office: Office, ids: IDs) async throws -> [String: Account] {
        var opened: [String: Account] = [:]
        for account in cast.accounts {
            opened[account.login] = try await office.addAccount(
                NewAccount(
                    login: account.login, name: account.fullName, title: account.title, roles: account.roles,
                    unit: ids.unit(account.unit), password: password, since: cast.team.decision.date), as: .system)
        }
        return opened
    }

    /// Plays all cases, moment by moment. Throws `StageFault` naming the petition at which a verb refused: the plan is wrong then.
    package func play(_ plan: DemonstrationPlan) async throws {
        let cases = plan.cases + plan.causes.flatMap(\.cases)
        var scenes: [Scene] = []
        for (index, planned) in cases.enumerated() {
            scenes.append(Scene(at: planned.arrivesAt, order: 0, planned: index, step: nil))
            for (order, step) in planned.steps.enumerated() {
                scenes.append(Scene(at: step.at, order: order + 1, planned: index, step: step))
            }
        }
        var beginning = plan.cases.count
        for cause in plan.causes {
            let members = beginning..<beginning + cause.cases.count
            beginning = members.upperBound
            for act in CauseAct.allCases {
                guard let at = act.moment(cause) else { continue }
                // Behind what its cases do at that moment.
                scenes.append(Scene(at: at, order: act.rawValue, planned: cases.count, step: nil, cause: (cause, members, act)))
            }
        }
        scenes.sort { ($0.at, $0.planned, $0.order) < ($1.at, $1.planned, $1.order) }
        var opened: [Int: ID<Case>] = [:]
        var causes: [String: CommonCause] = [:]
        for scene in scenes {
            clock.set(scene.at)
            if let (cause, members, act) = scene.cause {
                do {
                    causes[cause.key] = try await play(act, of: cause, causes[cause.key], cases: members.compactMap { opened[$0] })
                } catch let refusal as Refusal {
                    throw StageFault(petition: cause.key, step: scene.order, refusal: refusal)
                }
                await couriers.workOnce()
                continue
            }
            let planned = cases[scene.planned]
            do {
                if let step = scene.step {
                    guard let id = opened[scene.planned] else { throw Refusal.noSuch(.petition) }
                    try await play(step, of: planned, case: id, number: "\(scene.planned)-\(scene.order)")
                } else {
                    opened[scene.planned] = try await arrive(planned, number: "\(scene.planned)-0")
                }
            } catch let refusal as Refusal {
                throw StageFault(petition: planned.petition, step: scene.order, refusal: refusal)
            }
            await couriers.workOnce()
        }
    }

    private struct Scene {
        var at: Instant
        var order: Int
        var planned: Int
        var step: PlannedStep?
        var cause: (PlannedCause, members: Range<Int>, CauseAct)?
    }

    private func arrive(_ planned: PlannedCase, number: String) async throws -> ID<Case> {
        guard let sender = cast.sender(planned.sender) else { throw Refusal.noSuch(.person) }
        switch planned.channel {
        case .form:
            let draft = SubmissionDraft(
                person: person(sender), title: planned.title ?? "", text: planned.text, classification: offered(planned.classification))
            return try await office.perform(SubmitForm(draft: draft, files: [], formKey: "demonstration-\(number)"), as: .sender).id
        case .zalo:
            return try await write(planned.text, planned, number)
        case .zaloGroup, .mail, .hotline, .counter, .letter, .dialogue, .visit, .tax, .portal, .national, .callCentre, .forwarded:
            throw Refusal.noSuch(.petition)
        }
    }

    /// What a sender's own form may say of the matter.
    private func offered(_ classification: Classification) -> Classification {
        var own = classification
        if own.kind.map({ !Kind.offeredToSenders.contains($0) }) ?? true { own.kind = .regulation }
        own.urgent = false
        return own
    }

    private func person(_ sender: Sender) -> Contact.Person {
        var person = Contact.Person()
        person.isOrganisation = sender.organisation != nil
        person.name = sender.person
        person.organisation = sender.organisation ?? ""
        person.taxCode = sender.taxCode ?? ""
        person.phone = sender.phone
        person.area = cast.places.area(sender.area)?.code
        return person
    }

    /// A line over Zalo; which case it became part of.
    private func write(_ text: String, _ planned: PlannedCase, _ number: String) async throws -> ID<Case> {
        let inbound = Inbound(
            channel: .zalo, externalID: "demonstration-\(number)", sender: planned.senderAddress, sentAt: clock.now,
            content: .message(Words(text)))
        guard let id = try await office.perform(ReceiveMessage(inbound), as: .sender) else { throw Refusal.noSuch(.petition) }
        return id
    }
}

/// The plan asked for something that the office refuses.
package struct StageFault: Error, Sendable {
    package var petition: String
    package var step: Int
    package var refusal: Refusal
}

/// The Zalo and the mail of the play: whatever is sent has arrived.
private struct PlayedWire: Wire {
    let channel: Channel
    func judge(_ delivery: HookDelivery) -> HookVerdict { .refuse(reason: "the play has no hook") }
    func read(_ bytes: [UInt8]) throws(UnreadableDelivery) -> [Inbound] { [] }
    func fetch(_ file: RemoteFile, limit: Int) async throws(FetchFailure) -> [UInt8] { throw .refusedAddress }
    func deliver(_ message: Outgoing, files: [OutgoingFile]) async -> DeliveryOutcome { .delivered(receipt: "demonstration-\(message.id)") }
}
