import Domain
import Operations
import Testing
import TestSupport

/// What goes up and comes down: an escalation to the head and back, and an answer that did not content its sender.
@Suite(.eachEngine) struct LadderStoryTests {
    @Test func aProposalGoesUpToTheHeadAndComesDownAsAnOrder() async throws {
        try await StorySite.serving { site in
            let code = try await site.assigned()
            let (nga, hung, mai) = (try await site.staff("nga"), try await site.staff("hung"), try await site.staff("mai"))
            let number = try await site.number(code)
            let asking = try await nga.open("/app/ho-so/\(number)/trinh-cap-tren")
            #expect(asking.text.contains("Trình Tổ phó: Trần Quang Hùng"))
            // The second row is left empty: what is typed moves up.
            try await site.take(
                "trinh-cap-tren", of: code, by: nga,
                [
                    "question": "Xin ý kiến về nguồn vốn sửa đường.", "text0": "Dùng vốn sự nghiệp giao thông.", "pros0": "Làm ngay được.",
                    "cons0": "Phải cắt việc khác.", "legalBasis0": "Quyết định 2290/QĐ-UBND", "text2": "Chờ kế hoạch vốn năm sau.", "pros2": "Đủ vốn.",
                    "cons2": "Doanh nghiệp phải chờ.", "legalBasis2": "Quyết định 2290/QĐ-UBND", "preferred": "2",
                ])
            let waiting = try await site.petition(code)
            #expect(waiting.work.escalation?.proposal?.options.count == 2 && waiting.work.escalation?.proposal?.preferred == 1)
            #expect(waiting.state.isOpen)
            #expect(try await hung.open("/app").text.contains("Chờ ý kiến chỉ đạo của tôi 1"))

            try await site.take("trinh-cap-tren", of: code, by: hung, ["remark": "Đồng ý, kính trình Tổ trưởng quyết định."])
            let page = try await mai.open("/app/ho-so/\(number)/chi-dao")
            for words in ["Xin ý kiến về nguồn vốn sửa đường.", "Chờ kế hoạch vốn năm sau.", "Đồng ý, kính trình Tổ trưởng quyết định."] {
                #expect(page.text.contains(words), "nothing is typed twice: \(words)")
            }
            try await site.take("chi-dao", of: code, by: mai, ["option": "0"])
            let directed = try await site.petition(code)
            #expect(directed.state == .handling && directed.lead == site.test.ground.parkBoard.id)
            #expect(directed.work.directives.last?.order == "Dùng vốn sự nghiệp giao thông.")
            #expect(directed.work.directives.last?.due == directed.clock.due)
            try await theHeadSigns(site, code)
            let sender = try await site.visitor().open("/tra-cuu/\(code)")
            #expect(sender.text.contains("Đã trình Tổ trưởng cho ý kiến chỉ đạo."))
            for personal in ["Trần Quang Hùng", "Phạm Thị Mai", "nguồn vốn"] { #expect(!sender.text.contains(personal)) }
        }
    }

    /// Each level signs, and only the highest sends the answer out.
    private func theHeadSigns(_ site: StorySite, _ code: String) async throws {
        try await site.answer(code, by: try await site.staff("nga"))
        for login in ["quan", "hung"] {
            try await site.take("phe-duyet", of: code, by: try await site.staff(login), [:], button: "approve")
            #expect(try await site.petition(code).state == .approving)
        }
        try await site.take("phe-duyet", of: code, by: try await site.staff("mai"), [:], button: "approve")
        #expect(try await site.petition(code).state == .answered)
    }

    @Test func whatComesFromOutsideComesOnADocument() async throws {
        try await StorySite.serving { site in
            let code = try await site.test.escalated(try await site.petition(try await site.assigned())).lookupCode.text
            for (login, remark) in [("hung", "Kính trình Tổ trưởng."), ("mai", "Kính trình Ủy ban nhân dân tỉnh.")] {
                try await site.take("trinh-cap-tren", of: code, by: try await site.staff(login), ["remark": remark])
            }
            let mai = try await site.staff("mai")
            let path = "/app/ho-so/\(try await site.number(code))/chi-dao"
            #expect(try await mai.fill(path, ["option": "1", "document": ""]).status == 422)
            try await site.take("chi-dao", of: code, by: mai, ["option": "1", "document": "Công văn 123/UBND-KT ngày 05/8/2026"])
            #expect(try await site.petition(code).work.directives.last?.document == "Công văn 123/UBND-KT ngày 05/8/2026")
        }
    }

    @Test func aBadRatingClimbsByItselfAndIsAnsweredOneLevelHigher() async throws {
        try await StorySite.serving { site in
            let code = try await site.assigned()
            try await site.answer(code, by: try await site.staff("nga"))
            try await site.take("phe-duyet", of: code, by: try await site.staff("quan"), [:], button: "approve")
            let sender = site.visitor()
            #expect(try await sender.fill("/tra-cuu/\(code)", ["satisfied": "0", "remark": "Đường vẫn ngập."]).status == 303)
            let open = try await site.petition(code)
            #expect(open.state == .escalated && open.work.escalation?.level == .deputy && open.work.escalation?.cause == .dissatisfied)

            let hung = try await site.staff("hung")
            #expect(try await hung.open("/app").text.contains(open.number.text))
            let path = "/app/ho-so/\(open.number.text)/chi-dao"
            #expect(try await hung.fill(path).status == 422, "without a proposal there is no order to take over")
            try await site.take("chi-dao", of: code, by: hung, ["order": "Kiểm tra lại hiện trường, trả lời dứt điểm."])
            try await site.answer(code, by: try await site.staff("nga"), conclusion: "Đã nạo vét cống, đường hết ngập.")
            try await site.take("phe-duyet", of: code, by: try await site.staff("quan"), [:], button: "approve")
            #expect(try await site.petition(code).state == .approving, "the unit alone does not close it a second time")
            try await site.take("phe-duyet", of: code, by: hung, [:], button: "approve")
            #expect(try await sender.open("/tra-cuu/\(code)").text.contains("Đã nạo vét cống, đường hết ngập."))
        }
    }
}
