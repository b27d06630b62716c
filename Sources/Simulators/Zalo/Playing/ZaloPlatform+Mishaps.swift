/// The mishaps, the clock, and what the console does, from Swift.
extension ZaloPlatform {
    /// Saves a webhook address as the console does: with an unsigned probe, whose answer comes back.
    @discardableResult
    package func setWebhook(_ url: String?) async -> ZaloDelivery.Answer {
        await world.setWebhook(url)
        return await hook.probe()
    }

    /// What the console's Test button does.
    package func consoleTest() async -> ZaloDelivery.Answer { await hook.attempt(await bodies.consoleTest, number: 0) }

    package func trouble(_ change: @Sendable (inout ZaloTrouble) -> Void) async { await world.change(change) }
    package var trouble: ZaloTrouble { get async { await world.trouble } }
    package func moveClock(hours: Int) async { await world.moveClock(seconds: Int64(hours) * 3600) }
    package func moveClock(seconds: Int) async { await world.moveClock(seconds: Int64(seconds)) }

    /// Milliseconds since 1970 by the platform's clock.
    package var now: Int64 { get async { await world.now } }

    /// How many calls a clock minute allows from now on.
    package func limitCalls(perMinute: Int) async { await world.limitCalls(to: perMinute) }

    /// The access token dies; the refresh token stays good.
    package func expireAccessToken() async { await world.expireAccess() }
    /// The refresh token becomes worthless, as when the grant is taken back.
    package func revokeGrant() async { await world.revoke() }
    /// Puts in a pair that was made by hand.
    package func seedTokens(access: String, refresh: String) async { await world.seed(access: access, refresh: refresh) }
    /// How many token pairs were minted.
    package var mintedPairs: Int { get async { await world.grants.minted } }
    /// The tokens that are alive.
    package var tokens: (access: String, refresh: String) {
        get async {
            let grants = await world.grants
            return (grants.accessToken, grants.refreshToken)
        }
    }
    /// The latest deliveries to the webhook, oldest first.
    package var deliveries: [ZaloDelivery] { get async { await world.deliveries } }
    /// Whether the webhook was given up after the last repetition; saving an address puts it right.
    package var isWebhookDisabled: Bool { get async { await world.isHookDisabled } }

    /// Whether a phone number (`84…`) has an account at all.
    package func phone(_ phone: String, hasZalo: Bool) async { await world.setPhone(phone, hasZalo: hasZalo) }

    /// The platform's reviewers change their mind about a template.
    @discardableResult
    package func template(_ id: String, becomes status: ZaloTemplate.Status, reason: String = "") async -> ZaloDelivery.Answer {
        guard let before = await world.template(id)?.status else { return .nowhere }
        await world.changeTemplate(id) { $0.status = status }
        return await hook.deliver(await bodies.templateStatus(id, from: before.rawValue, to: status.rawValue, reason: reason))
    }

    /// `HIGH`, `MEDIUM`, `LOW` or `UNDEFINED`.
    @discardableResult
    package func template(_ id: String, hasQuality quality: String) async -> ZaloDelivery.Answer {
        await world.changeTemplate(id) { $0.quality = quality }
        return await hook.deliver(await bodies.templateQuality(id, quality))
    }

    /// The platform changes how many template messages may go in a day.
    @discardableResult
    package func templatesPerDay(_ count: Int) async -> ZaloDelivery.Answer {
        let before = await world.templatesPerDay
        await world.setTemplatesPerDay(count)
        return await hook.deliver(await bodies.dailyQuota(from: before, to: count))
    }

    /// Articles of the account, oldest first.
    package var articles: [ZaloArticle] { get async { await world.articles } }

    /// Somebody reads an article, so many times.
    package func reads(article id: String, times: Int = 1) async { _ = await world.read(article: id, times: times) }

    var bodies: ZaloEventBodies {
        get async { ZaloEventBodies(appID: settings.appID, oaID: settings.oaID, timestamp: String(await world.now)) }
    }
}
