import Domain
import Testing

/// What plans make of the register: the same value for the preview and for the carrying out.
@Suite struct ReorganisationEffectTests {
    @Test func aMergerClosesTheOldOnesAndLeadsToTheNew() throws {
        let effect = try Units.effect(
            [
                .found(key: "stc", name: "Sở Tài chính mới", shortName: nil, level: .department, parent: "tinh", code: nil),
                .merge(from: ["khdt", "tc"], into: "stc"),
            ], in: try Units.register())
        let made = try #require(effect.after.unit("stc"))
        #expect(effect.founded == [made])
        #expect(Set(effect.ended) == [Units.id(2), Units.id(3)])
        for old in [2, 3] {
            let heir = effect.heir(of: Units.id(old), for: Matter(field: FieldCode("thue")))
            #expect(heir.unit == made && heir.isClear)
            #expect(!effect.lives(Units.id(old)))
            #expect(effect.before.isOpen(Units.id(old), on: Units.merger), "the plan alone changes nothing")
        }
        #expect(effect.after.faults().isEmpty)
    }

    @Test func aDivisionGoesByFieldAndAsksForTheRest() throws {
        let press = FieldCode("bao-chi")
        let effect = try Units.effect(
            [.split(unit: "tttt", parts: [.init(to: "khdt", fields: [press])], rest: "tc")], in: try Units.register())
        let clear = effect.heir(of: Units.id(4), for: Matter(field: press))
        #expect(clear.unit == Units.id(2) && clear.isClear)
        let rest = effect.heir(of: Units.id(4), for: Matter(field: FieldCode("von")))
        #expect(rest.unit == Units.id(3) && !rest.isClear)
        #expect(effect.heir(of: Units.id(4), for: Matter()).unit == Units.id(3))
    }

    @Test func whenADistrictVanishesItsCommunesStandUnderTheProvince() throws {
        let effect = try Units.effect([.abolish(units: ["huyen"], to: "tinh")], in: try Units.register())
        for commune in [6, 7] {
            #expect(effect.after.version(of: Units.id(commune), on: Units.merger)?.parent == Units.id(1))
            #expect(effect.after.version(of: Units.id(commune), on: Units.merger.adding(-1))?.parent == Units.id(5))
        }
        #expect(Set(effect.changed) == [Units.id(6), Units.id(7)])
        #expect(effect.after.faults().isEmpty)
    }

    @Test func aChainOfMergersOnOneDayEndsAtTheLast() throws {
        let effect = try Units.effect(
            [.merge(from: ["xa-a"], into: "xa-b"), .merge(from: ["khdt"], into: "tc"), .abolish(units: ["tttt"], to: "tc")],
            in: try Units.register())
        #expect(effect.heir(of: Units.id(6), for: Matter()).unit == Units.id(7))
        #expect(effect.heir(of: Units.id(4), for: Matter()).unit == Units.id(3))
        #expect(effect.touched == [Units.id(6), Units.id(2), Units.id(4)])
    }

    @Test func aPlanThatDoesNotHoldNamesItsStep() throws {
        let register = try Units.register()
        func fault(_ steps: [ReorganisationPlan.Step]) -> PlanFault? {
            do throws(PlanFault) {
                _ = try Units.effect(steps, in: register)
                return nil
            } catch { return error }
        }
        #expect(fault([]) == PlanFault(step: 0, fault: .withoutSteps))
        #expect(fault([.merge(from: ["khdt"], into: "khong-co")]) == PlanFault(step: 1, fault: .unit(.unknown("khong-co"))))
        #expect(fault([.merge(from: [], into: "tc")]) == PlanFault(step: 1, fault: .nothingNamed))
        #expect(
            fault([.abolish(units: ["tc"], to: "khdt"), .merge(from: ["khdt"], into: "tc")])
                == PlanFault(step: 2, fault: .unit(.successorNotThere("tc", on: Units.merger))))
        #expect(
            fault([.abolish(units: ["tc"], to: "khdt"), .abolish(units: ["tc"], to: "tttt")])
                == PlanFault(step: 2, fault: .unit(.hasEnded("tc", on: Units.merger.adding(-1)))))
        #expect(
            fault([.found(key: "tc", name: "X", shortName: nil, level: .board, parent: nil, code: nil)])
                == PlanFault(step: 1, fault: .unit(.keyTaken("tc"))))
        #expect(
            fault([.change(unit: "huyen", name: nil, shortName: nil, level: nil, parent: "xa-a", code: nil)])
                == PlanFault(step: 1, fault: .unit(.cycle("huyen"))))
        #expect(
            fault([.transfer(from: "tc", to: "khdt", fields: nil, areas: nil)]) == PlanFault(step: 1, fault: .nothingNamed))
    }

    @Test func peopleGoWhereThePlanSaysElseWithTheRest() throws {
        let effect = try Units.effect(
            [.split(unit: "tttt", parts: [.init(to: "khdt", fields: [FieldCode("bao-chi")])], rest: "tc")], in: try Units.register())
        #expect(effect.workplace(of: "lan", in: Units.id(4), people: ["lan": "khdt"]) == Units.id(2))
        #expect(effect.workplace(of: "duc", in: Units.id(4), people: ["lan": "khdt"]) == Units.id(3))
        #expect(effect.workplace(of: "duc", in: Units.id(2), people: nil) == Units.id(2))
    }

    @Test func aRuleFollowsItsUnitAndKeepsItsCondition() throws {
        let effect = try Units.effect([.merge(from: ["khdt"], into: "tc")], in: try Units.register())
        let rule = RoutingRule(id: "ngoai-khu", text: "Ngoài khu", priority: 10, validFrom: Units.beginning, sites: [.outside], target: Units.id(2))
        let (ends, next) = effect.rules(after: rule, document: Units.document)
        #expect(ends && next.count == 1)
        #expect(next[0].target == Units.id(3) && next[0].sites == [.outside] && next[0].validFrom == Units.merger)
        let other = RoutingRule(id: "khac", text: "Khác", priority: 10, validFrom: Units.beginning, target: Units.id(4))
        #expect(effect.rules(after: other, document: Units.document).next.isEmpty)
    }

    @Test func aRuleIsNarrowedByThePartThatGoesAway() throws {
        let minerals = FieldCode("khoang-san")
        let effect = try Units.effect([.transfer(from: "khdt", to: "tc", fields: [minerals], areas: nil)], in: try Units.register())
        let wide = RoutingRule(id: "r", text: "R", priority: 10, validFrom: Units.beginning, target: Units.id(2))
        let (ends, next) = effect.rules(after: wide, document: Units.document)
        #expect(!ends && next.map(\.fields) == [[minerals]] && next[0].priority < wide.priority)
        let foreign = RoutingRule(id: "s", text: "S", priority: 10, validFrom: Units.beginning, fields: [FieldCode("thue")], target: Units.id(2))
        #expect(effect.rules(after: foreign, document: Units.document).next.isEmpty)
    }
}
