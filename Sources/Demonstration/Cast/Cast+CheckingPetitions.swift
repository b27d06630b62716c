import Domain

extension Cast {
    /// Those whom a petition's words fit.
    package func candidates(for petition: Petition) -> [Sender] {
        senders.filter { sender in
            petition.senders.contains(sender.kind) && petition.sites.contains(sender.site)
                && petition.firms.map { $0.contains(sender.key) } ?? true
        }
    }

    /// The unit that leads on a petition of a sender.
    package func lead(of petition: Petition, from sender: Sender) -> CastUnit? {
        let key = petition.lead ?? field(petition.field)?.lead(at: sender.site)
        return key.flatMap { unit($0) }
    }

    func problems(of petition: Petition) -> [String] {
        var list: [String] = []
        if field(petition.field) == nil { list.append("no field \(petition.field.text)") }
        if petition.channels.isEmpty { list.append("comes on no channel") }
        if petition.channels.contains(.form), petition.title == nil { list.append("a form needs a title") }
        for key in petition.firms ?? [] where sender(key) == nil { list.append("no sender \(key)") }
        let candidates = candidates(for: petition)
        if candidates.isEmpty { list.append("nobody may send it") }
        let endings = [petition.answer != nil, petition.refusal != nil, petition.transfer != nil, petition.duplicateOf != nil]
        if endings.count(where: { $0 }) != 1 { list.append("must end in exactly one way") }
        if let key = petition.duplicateOf, self.petition(key)?.answer == nil { list.append("repeats no petition: \(key)") }
        if let key = petition.transfer?.unit, unit(key) == nil { list.append("no unit \(key)") }
        if let answer = petition.answer { list += problems(of: answer, in: petition, from: candidates) }
        if petition.kind?.isPetition == false, petition.transfer == nil { list.append("must be handed over") }
        list += unknownPlaceholders(in: petition, candidates)
        return list.map { "petition \(petition.key): \($0)" }
    }

    private func problems(of answer: Petition.Answer, in petition: Petition, from candidates: [Sender]) -> [String] {
        var list: [String] = []
        if petition.diagnosis == nil || (petition.options ?? []).isEmpty { list.append("needs a diagnosis and an option") }
        if (petition.legalBasis ?? []).isEmpty { list.append("needs a legal basis") }
        if answer.commitments.isEmpty { list.append("promises nothing") }
        for one in answer.commitments where !["lead", "firm"].contains(one.who) && unit(one.who) == nil {
            list.append("no unit \(one.who)")
        }
        for sender in candidates {
            guard let lead = lead(of: petition, from: sender) else {
                list.append("no lead for \(sender.key)")
                continue
            }
            if account(.handler, of: lead.key) == nil || account(.approver, of: lead.key) == nil {
                list.append("\(lead.key) has nobody to handle or to approve")
            }
        }
        return Array(Set(list)).sorted()
    }

    /// Placeholders that some candidate cannot fill.
    private func unknownPlaceholders(in petition: Petition, _ candidates: [Sender]) -> [String] {
        let names = Set(petition.allTexts.flatMap(Placeholders.names))
        var known = Set(Placeholders.Name.allCases.map(\.rawValue))
        if candidates.contains(where: { $0.organisation == nil }) { known.remove("firm") }
        if petition.sites != [.park] { known.remove("park") }
        if petition.sites != [.cluster] { known.remove("cluster") }
        return names.subtracting(known).sorted().map { "cannot fill {\($0)}" }
    }
}

extension Petition {
    /// Everything that may hold a placeholder.
    var allTexts: [String] {
        var texts = [text, title, question?.text, question?.reply, diagnosis, visit, answer?.conclusion, answer?.explanation]
        texts += [refusal, transfer?.reason, comesBack?.text, comesBack?.conclusion, comesBack?.explanation, rating?.remark, screening]
        texts += (followUps ?? []) + (options ?? []) + (answer?.commitments.map(\.what) ?? [])
        return texts.compactMap { $0 }
    }
}
