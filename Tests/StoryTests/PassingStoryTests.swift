import Domain
import Operations
import Testing
import TestSupport

/// Between units: a case that nobody wants, one that needs more time, one that is late, and one on which others are heard.
@Suite(.eachEngine) struct PassingStoryTests {
    @Test func passingAroundEndsWithTheStandingDeputy() async throws {
        try await StorySite.serving { site in
            let code = try await site.assigned()
            let due = try await site.petition(code).clock.due
            let (nga, tam, hung) = (try await site.staff("nga"), try await site.staff("tam"), try await site.staff("hung"))
            let industry = site.test.ground.industry.id.text
            let offer: KeyValuePairs = ["unit": industry, "reason": "Đoạn đường thuộc cụm công nghiệp."]
            for round in 1...2 {
                try await site.take("chuyen-don-vi", of: code, by: nga, offer)
                #expect(try await site.petition(code).lead == site.test.ground.parkBoard.id, "it stays until it is accepted")
                #expect(try await tam.open("/app").text.contains("Chờ đơn vị tôi tiếp nhận 1"))
                try await site.take("tiep-nhan-chuyen", of: code, by: tam, ["reason": "Không thuộc cụm công nghiệp."], button: "return")
                #expect(try await site.petition(code).work.bounces == round)
            }
            let last = try await nga.open("/app/ho-so/\(try await site.number(code))/chuyen-don-vi")
            #expect(last.text.contains("Đã hết số lần chuyển"))
            try await site.take("chuyen-don-vi", of: code, by: nga, offer)
            #expect(try await site.petition(code).work.awaitsDecision)
            #expect(try await hung.open("/app").text.contains("Chờ quyết định đơn vị chủ trì 1"))

            let deciding = try await hung.open("/app/ho-so/\(try await site.number(code))/phan-cong")
            #expect(deciding.text.contains("Hết số lần chuyển") && deciding.text.contains("Đoạn đường thuộc cụm công nghiệp."))
            try await site.take(
                "phan-cong", of: code, by: hung, ["unit": industry, "person": site.test.cast.tam.id.text, "reason": "Cụm công nghiệp giáp ranh."])
            let decided = try await site.petition(code)
            #expect(decided.lead == site.test.ground.industry.id && decided.clock.due == due, "the date never began anew")
            #expect(try await tam.get("/app/ho-so/\(decided.number.text)/chuyen-don-vi").status == 409)
            #expect(try await tam.get("/app/ho-so/\(decided.number.text)/tra-lai").status == 409)

            let board = try await site.staff("mai").open("/app/chuyen-vong")
            #expect(board.text.contains("BQL các KCN Sở Công Thương 3 0 0 2 0 0 1"))
            #expect(board.all("a").contains { $0["href"] == "/app/ho-so/\(decided.number.text)" })
            #expect(try await nga.get("/app/chuyen-vong").status == 403)
        }
    }

    @Test func aUnitThatAcceptsHasTheCaseAsItStands() async throws {
        try await StorySite.serving { site in
            let code = try await site.assigned()
            let before = try await site.petition(code).clock.due
            let (nga, tam) = (try await site.staff("nga"), try await site.staff("tam"))
            try await site.take(
                "chuyen-don-vi", of: code, by: nga, ["unit": site.test.ground.industry.id.text, "reason": "Đoạn đường thuộc cụm công nghiệp."])
            #expect(try await nga.open("/app/ho-so/\(try await site.number(code))").text.contains("Chờ Sở Công Thương tiếp nhận"))
            try await site.take("tiep-nhan-chuyen", of: code, by: tam, [:], button: "accept")
            let taken = try await site.petition(code)
            #expect(taken.lead == site.test.ground.industry.id && taken.clock.due == before)
            #expect(try await nga.get("/app/ho-so/\(taken.number.text)").status == 403, "the unit that gave it away does not see it any more")
            #expect(try await site.visitor().open("/tra-cuu/\(code)").text.contains("Sở Công Thương tiếp nhận và chủ trì giải quyết"))
        }
    }

    @Test func moreTimeIsAskedForGrantedAndTold() async throws {
        try await StorySite.serving { site in
            let code = try await site.assigned()
            let before = try await site.petition(code).clock
            let (nga, quan) = (try await site.staff("nga"), try await site.staff("quan"))
            #expect(try await nga.fill("/app/ho-so/\(try await site.number(code))/gia-han", ["days": "99", "reason": "Chờ đo đạc."]).status == 422)
            try await site.take("gia-han", of: code, by: nga, ["days": "5", "reason": "Chờ kết quả đo đạc của đơn vị tư vấn."])
            #expect(try await site.petition(code).clock.due == before.due, "nothing moves until it is granted")
            #expect(try await quan.open("/app").text.contains("Chờ duyệt gia hạn 1"))
            let granting = try await quan.open("/app/ho-so/\(try await site.number(code))/duyet-gia-han")
            try await site.take("duyet-gia-han", of: code, by: quan, [:], button: "grant")
            let after = try await site.petition(code).clock
            #expect(after.originalDue == before.due && after.due > before.due)
            #expect(granting.text.contains("Hạn mới nếu duyệt \(after.due.day.vietnamese)"), "the date was shown beforehand")
            let page = try await site.visitor().open("/tra-cuu/\(code)")
            #expect(page.text.contains("chậm nhất ngày \(after.due.day.vietnamese)"))
            #expect(page.text.contains("Lý do gia hạn Chờ kết quả đo đạc của đơn vị tư vấn."))
            #expect(page.text.contains("Hạn ban đầu \(before.due.day.vietnamese)"))
        }
    }

    @Test func whatIsLateSaysWhyBeforeItIsAnswered() async throws {
        try await StorySite.serving { site in
            let code = try await site.assigned()
            site.test.clock.advance(days: 30)
            let nga = try await site.staff("nga")
            #expect(try await nga.open("/app").text.contains("Quá hạn, chưa báo cáo chậm 1"))
            let draft = try await nga.open("/app/ho-so/\(try await site.number(code))/tra-loi")
            #expect(draft.text.contains("Trước hết hãy báo cáo chậm") && !draft.all("button").contains { $0["value"] == "submit" })
            let promised = site.test.clock.now.day.adding(7)
            try await site.take("bao-cao-cham", of: code, by: nga, ["reason": "Chờ kết quả khảo sát.", "committed": promised.iso])
            let page = try await site.visitor().open("/tra-cuu/\(code)")
            #expect(page.text.contains("cam kết trả lời trước ngày \(promised.vietnamese)") && page.text.contains("Chờ kết quả khảo sát."))
            try await site.answer(code, by: nga)
            #expect(try await site.petition(code).state == .approving)
        }
    }

    @Test func whoWasAskedIsHeardAndNamedInTheAnswer() async throws {
        try await StorySite.serving { site in
            let code = try await site.assigned()
            let (nga, tam, quan) = (try await site.staff("nga"), try await site.staff("tam"), try await site.staff("quan"))
            let number = try await site.number(code)
            #expect(try await tam.get("/app/ho-so/\(number)").status == 403)
            try await site.take(
                "moi-phoi-hop", of: code, by: nga,
                ["unit": site.test.ground.industry.id.text, "question": "Quy hoạch cụm công nghiệp có vướng không?", "silence": "agrees"])
            #expect(try await tam.open("/app").text.contains("Chờ đơn vị tôi cho ý kiến 1"))
            #expect(try await tam.open("/app/ho-so/\(number)/y-kien").text.contains("Quy hoạch cụm công nghiệp có vướng không?"))
            try await site.take(
                "y-kien", of: code, by: tam, ["stance": "agreesPartly", "opinion": "Đồng ý nếu không mở rộng lòng đường quá 12 m."])
            #expect(try await nga.open("/app/ho-so/\(number)/tra-loi").text.contains("Đồng ý nếu không mở rộng lòng đường quá 12 m."))
            try await site.answer(code, by: nga)
            try await site.take("phe-duyet", of: code, by: quan, [:], button: "approve")
            let page = try await site.visitor().open("/tra-cuu/\(code)")
            #expect(page.text.contains("Sở Công Thương: đồng ý một phần"))
            #expect(!page.text.contains("Đỗ Thanh Tâm") && !page.text.contains("12 m"), "who said what, not in which words")
        }
    }
}
