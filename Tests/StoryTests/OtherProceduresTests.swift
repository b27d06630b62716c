import Domain
import Testing
import TestSupport

/// What is no petition leaves the flow: khiếu nại, tố cáo.
@Suite(.eachEngine) struct OtherProceduresTests {
    @Test func aComplaintIsTransferredAndLeavesTheFlow() async throws {
        try await StorySite.serving { site in
            let sender = site.visitor()
            let code = try await site.submit("Tôi khiếu nại quyết định thu hồi đất số 15 của huyện đối với công ty tôi.", as: sender)
            let lan = try await site.staff("lan")
            try await site.take(
                "chuyen", of: code, by: lan,
                ["kind": "complaint", "body": "Thanh tra tỉnh", "reason": "Khiếu nại quyết định hành chính, Luật Khiếu nại 02/2011."])
            let petition = try await site.petition(code)
            #expect(petition.state == .transferred)
            #expect(petition.classification.kind == .complaint)
            #expect(try await sender.open("/tra-cuu/\(code)").text.contains("Đã chuyển đến Thanh tra tỉnh"))
            #expect(try await lan.get("/app/ho-so/\(petition.number.text)/sang-loc").status == 409)
            let late = try await sender.post("/tra-cuu/\(code)/bo-sung", [("text", "Gửi thêm giấy tờ")])
            #expect(late.status == 409)
        }
    }

    @Test func aDenunciationIsClosedToOthers() async throws {
        try await StorySite.serving { site in
            let code = try await site.submit("Tôi tố cáo ông A nhận tiền khi cấp phép cho công ty tôi.", as: site.visitor())
            let lan = try await site.staff("lan")
            let number = try await site.number(code)
            try await site.take(
                "chuyen", of: code, by: lan,
                ["kind": "denunciation", "body": "Thanh tra tỉnh", "reason": "Tố cáo hành vi vi phạm, Luật Tố cáo 25/2018."])
            #expect(try await lan.get("/app/ho-so/\(number)").status == 200)
            // Nobody is named for the compartment: it is the head's, who names whom he needs.
            let (head, deputy) = (try await site.staff("mai"), try await site.staff("hung"))
            #expect(try await deputy.get("/app/ho-so/\(number)").status == 403)
            try await site.take("nguoi-xem", of: code, by: head, ["account": site.test.cast.hung.id.text])
            #expect(try await deputy.get("/app/ho-so/\(number)").status == 200)
            let looks = try await head.open("/app/ho-so/\(number)").text
            #expect(looks.contains("Lượt xem") && looks.contains("bị từ chối"))
            for login in ["duc", "nga", "quan", "tam"] {
                let visitor = try await site.staff(login)
                #expect(try await visitor.get("/app/ho-so/\(number)").status == 403, "\(login)")
                #expect(try await !visitor.open("/app/ho-so").text.contains(number), "\(login)")
                #expect(try await !visitor.open("/app/ho-so?tim=ông+A+nhận+tiền").all("a").contains { $0.text == number }, "\(login)")
            }
        }
    }

    @Test func anEmergencyIsNotOfferedOnThePublicForm() async throws {
        try await StorySite.serving { site in
            let page = try await site.visitor().open("/gui-kien-nghi")
            let kinds = page.all("input").filter { $0["name"] == "kind" }.compactMap { $0["value"] }
            #expect(kinds == ["regulation", "conduct", "question"])
        }
    }

    @Test func aRefusedPetitionerReadsWhyAndCanComeBack() async throws {
        try await StorySite.serving { site in
            let sender = site.visitor()
            let code = try await site.submit(as: sender)
            try await site.take("tu-choi", of: code, by: try await site.staff("lan"), ["reason": "Nội dung trùng hồ sơ đã trả lời tuần trước."])
            #expect(try await sender.open("/tra-cuu/\(code)").text.contains("Nội dung trùng hồ sơ đã trả lời tuần trước."))
            #expect(try await sender.fill("/tra-cuu/\(code)", ["reason": "Không trùng: đây là đoạn đường khác."]).status == 303)
            #expect(try await site.petition(code).state == .escalated, "the deputy hears it")
        }
    }
}
