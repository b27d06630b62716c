/// What the platform says of the Official Account itself (brief zalo.md §8).
package struct ZaloFacts: Sendable, Equatable {
    package var oaID: String
    package var name: String
    package var isVerified: Bool
    package var followers: Int
    /// The package that was bought, by the platform's name of it; empty when it says none.
    package var package: String

    package init(oaID: String, name: String, isVerified: Bool, followers: Int, package: String = "") {
        self.oaID = oaID
        self.name = name
        self.isVerified = isVerified
        self.followers = followers
        self.package = package
    }
}

/// What the platform says of a person who wrote (brief zalo.md §6). The picture is not kept.
package struct ZaloProfile: Sendable, Equatable {
    package var name: String
    package var isFollower: Bool
    /// What he told on the provider's form.
    package var told: Contact.Person

    package init(name: String, isFollower: Bool, told: Contact.Person) {
        self.name = name
        self.isFollower = isFollower
        self.told = told
    }

    /// What a contact takes over: what he told himself, and his name on the channel where he told none.
    package var person: Contact.Person {
        var person = told
        if person.name.isEmpty { person.name = name }
        return person
    }
}

/// How often the account's articles were read, all together (brief zalo.md §10).
package struct ZaloArticles: Sendable, Equatable {
    package var count: Int
    package var views: Int

    package init(count: Int, views: Int) {
        self.count = count
        self.views = views
    }
}

/// A group that the account owns, as the platform has it (brief zalo.md §5).
package struct ZaloGroupFacts: Sendable, Equatable {
    package var id: String
    package var name: String
    package var link: String
    package var members: Int
    package var isEnabled: Bool

    package init(id: String, name: String, link: String, members: Int, isEnabled: Bool) {
        self.id = id
        self.name = name
        self.link = link
        self.members = members
        self.isEnabled = isEnabled
    }
}
