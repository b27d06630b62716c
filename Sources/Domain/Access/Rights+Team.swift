extension Rights {
    /// Whether an actor may do something for a task force as a whole: by an authority that reaches all of its cases and was given in
    /// it, or in none in particular.
    package static func allow(_ actor: Actor, _ permission: Permission, in team: ID<Team>) -> Bool {
        guard case .staff(let account) = actor else { return allow(actor, permission) }
        guard account.isActive else { return false }
        return account.authorities.contains { authority in
            guard case .all? = reach(authority.role, permission) else { return false }
            return authority.team.map { $0 == team } ?? true
        }
    }
}
