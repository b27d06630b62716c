import Domain
import Operations
import Storage
import TestSupport
import Testing
@testable import Web

/// The pages of deadlines and of the working calendar.
@Suite struct ClockPagesTests {
    private static let profiles = "/app/quan-tri/thoi-han"
    private static let adding = "/app/quan-tri/thoi-han/them"
    private static let calendar = "/app/quan-tri/lich"

    private static let storm: KeyValuePairs = [
        "calendarDay": "2026-08-06", "dayKind": "localClosure", "dayName": "phòng, chống bão", "source": "Công điện 05/CĐ-UBND",
    ]

    @Test func aProfileIsAddedStandsAsToComeAndIsTakenBack() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            let made = try await admin.fill(
                Self.adding, ["resolve": "10", "fields": "giao-thong", "source": "Quyết định 12/QĐ-UBND", "from": "2026-09-01"])
            #expect(made.location == Self.profiles)
            let rules = try await site.test.office.read { try site.test.office.rules($0) }
            let added = try #require(rules.profiles.last)
            #expect(added.resolve == 10 && added.ask == 5 && added.scope.fields == [FieldCode("giao-thong")])
            let page = try await admin.open(Self.profiles)
            #expect(page.text.contains("Quyết định 12/QĐ-UBND") && page.text.contains("Mọi hồ sơ") && page.text.contains("01/09/2026"))
            let gone = try await admin.fill("\(Self.profiles)/rut-lai/\(added.key)")
            #expect(gone.location == Self.profiles)
            #expect(try await site.test.office.read { try site.test.office.rules($0).profiles } == [.national])
        }
    }

    @Test(arguments: [
        ("resolve", "", "Trả lời: Hãy nhập"), ("resolve", "không", "Trả lời: "), ("ask", "99", "Yêu cầu bổ sung: Hãy nhập số từ 1 đến 15"),
        ("source", "", "Văn bản căn cứ: Hãy nhập"), ("from", "2026-08-02", "Từ ngày: Ngày đã qua"), ("from", "hôm nay", "Ngày không đọc được"),
    ])
    func aWrongProfileIsShownAgainWithWhatWasTyped(field: String, value: String, words: String) async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            let form = try WebForm.on(try await admin.open(Self.adding), having: ["source"])
            let typed = ["source": "Quyết định 12/QĐ-UBND", "from": "2026-09-01"].merging([field: value]) { $1 }
            let sent = ["csrf"].compactMap { name in form.value(name).map { (name, $0) } }
                + ["firstResponse", "refuse", "ask", "forward", "coordinate", "resolve", "publish", "longestPause", "longestExtension", "mostExtensions"]
                .map { ($0, typed[$0] ?? form.value($0) ?? "") } + [("source", typed["source"] ?? ""), ("from", typed["from"] ?? "")]
            let answer = try await admin.post(Self.adding, sent)
            #expect(answer.status == 422 && answer.text.contains(words), "\(answer.status)")
            #expect(try await site.test.office.read { try site.test.office.rules($0).profiles } == [.national])
        }
    }

    @Test func aDayIsPreviewedAndOnlyThenCarriedOut() async throws {
        try await SiteUnderTest.serving { site in
            let petition = try await site.test.assigned()
            let admin = try await site.staff("quantri")
            let preview = try await admin.fill(Self.calendar, Self.storm, button: "preview")
            #expect(preview.status == 200)
            for words in [petition.number.text, "22/08/2026", "24/08/2026", "1 hồ sơ đang mở đổi hạn"] { #expect(preview.text.contains(words), "\(words)") }
            #expect(!(try preview.page.all("a").contains { $0["href"]?.contains(petition.number.text) == true }), "whoever runs the system sees no cases")
            #expect(try await site.test.load(petition.id) == petition, "nothing yet")
            let confirmed = try await admin.send(try WebForm.on(try preview.page, having: ["version"]), button: "confirm")
            #expect(confirmed.location == "\(Self.calendar)?nam=2026")
            #expect(try await site.test.load(petition.id).clock.due.day == (try day("2026-08-24")))
            let page = try await admin.open("\(Self.calendar)?nam=2026")
            #expect(page.text.contains("phòng, chống bão") && page.text.contains("1 hồ sơ đổi hạn"))
        }
    }

    @Test func aDayIsChangedAndTakenOut() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            let address = "\(Self.calendar)?nam=2026&ngay=2026-11-24"
            let renamed = try await admin.fill(address, ["dayName": "Ngày Văn hóa"], button: "preview")
            #expect(renamed.text.contains("Không hồ sơ đang mở nào đổi hạn"))
            _ = try await admin.send(try WebForm.on(try renamed.page, having: ["version"]), button: "confirm")
            let removal = try await admin.fill(address, ["removalSource": "Thông báo 2/TB-BNV"], button: "previewRemoval")
            #expect(removal.text.contains("không còn là ngày “Ngày Văn hóa”"))
            _ = try await admin.send(try WebForm.on(try removal.page, having: ["version"]), button: "confirmRemoval")
            let calendar = try await site.test.office.read { try site.test.office.rules($0).calendar }
            #expect(calendar.specialDays[try day("2026-11-24")] == nil)
            #expect(try await admin.get(address).status == 404)
        }
    }

    @Test func whatChangedSinceThePreviewIsPreviewedAgain() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            let preview = try await admin.fill(Self.calendar, Self.storm, button: "preview")
            let year = CalendarFile.Year(year: 2027, source: "Thông báo 1/TB-BNV", provisional: false)
            try await site.test.office.perform(MarkCalendarYear(year), as: .system)
            let again = try await admin.send(try WebForm.on(try preview.page, having: ["version"]), button: "confirm")
            #expect(again.status == 409 && again.text.contains("vừa được thay đổi"))
            #expect(try await site.test.office.read { try site.test.office.rules($0).calendar.isWorking(try day("2026-08-06")) })
            let confirmed = try await admin.send(try WebForm.on(try again.page, having: ["version"]), button: "confirm")
            #expect(confirmed.status == 303)
        }
    }

    @Test(arguments: [
        ("calendarDay", "", 422), ("calendarDay", "31/02/2026", 422), ("calendarDay", "2050-01-01", 422), ("dayKind", "khac", 422),
        ("dayKind", "makeUpWorkday", 422), ("dayName", "", 422), ("source", "", 422), ("nam", "1900", 422), ("nam", "x", 422), ("do", "khac", 405),
    ])
    func wrongInputIsRefusedAndChangesNothing(field: String, value: String, status: Int) async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            let token = try WebForm.on(try await admin.open(Self.calendar), having: ["calendarDay"]).value("csrf") ?? ""
            let typed = Self.storm.map { ($0.key, $0.value) } + [("nam", "2026"), ("csrf", token)]
            for act in ["preview", "confirm"] {
                let sent = (typed + [("do", act), ("version", "1")]).map { $0.0 == field ? ($0.0, value) : $0 }
                #expect(try await admin.post(Self.calendar, sent).status == status, "\(act)")
            }
            #expect(try await site.test.office.read { try site.test.office.rules($0).calendar.isWorking(try day("2026-08-06")) })
        }
    }

    @Test func aYearIsMarkedAsDecided() async throws {
        try await SiteUnderTest.serving { site in
            let admin = try await site.staff("quantri")
            #expect(try await admin.open("\(Self.calendar)?nam=2027").text.contains("dự kiến, chờ thông báo chính thức"))
            let refused = try await admin.fill("\(Self.calendar)?nam=2027", ["coverage": "decided", "yearSource": ""], button: "year")
            #expect(refused.status == 422 && refused.text.contains("Lịch nghỉ cả năm 2027"))
            let marked = try await admin.fill("\(Self.calendar)?nam=2027", ["coverage": "decided", "yearSource": "Thông báo 1/TB-BNV"], button: "year")
            #expect(marked.location == "\(Self.calendar)?nam=2027")
            #expect(try await admin.open("\(Self.calendar)?nam=2027").text.contains("đã có quyết định chính thức"))
        }
    }

    @Test(arguments: ["nam=abc", "nam=1999", "nam=2099", "nam=2026&ngay=2026-08-05", "nam=2026&ngay=x"])
    func anAddressThatAsksForNothingIsRefused(query: String) async throws {
        try await SiteUnderTest.serving { site in
            let status = try await site.staff("quantri").get("\(Self.calendar)?\(query)").status
            #expect(status == 422 || status == 404)
        }
    }

    @Test(arguments: ["lan", "nga", "mai"]) func onlyTheAdministratorComesIn(login: String) async throws {
        try await SiteUnderTest.serving { site in
            let visitor = try await site.staff(login)
            let token = try WebForm.on(try await visitor.open("/app"), having: ["csrf"]).value("csrf") ?? ""
            for path in [Self.profiles, Self.adding, "\(Self.profiles)/rut-lai/pakn", Self.calendar] {
                #expect(try await visitor.get(path).status == 403, "\(path)")
            }
            for path in [Self.adding, Self.calendar] {
                let sent = Self.storm.map { ($0.key, $0.value) } + [("do", "confirm"), ("version", "1"), ("csrf", token)]
                #expect(try await visitor.post(path, sent).status == 403, "\(path)")
            }
        }
    }
}

extension TestOffice {
    /// Deadlines for one field that begin in three days.
    func profileToCome(_ source: String) async throws -> DeadlineProfile {
        var profile = DeadlineProfile.national
        (profile.source, profile.validFrom) = (source, clock.now.day.adding(3))
        profile.scope.fields = [FieldCode("giao-thong")]
        return try await office.perform(AddProfile(profile), as: .staff(cast.admin))
    }
}
