"""An answer in many hands: earlier answers help to write it, two write at once, nobody signs his own, a rejected one is mended, and a
sender who is not content is heard one level higher."""

import datetime
import re

from playwright.sync_api import expect

from organisation import pick


def drafting(stage, press):
    """What was answered before is proposed while writing; of two who write, the second sees what the first did."""
    walk = stage.walk

    def suggests():
        phong = stage.at("phong", "/tra-loi", item=0)
        beside = phong.get_by_role("region", name="Gợi ý cho dự thảo")
        # Earlier answers are noted in the background, from the start of the program on.
        for _ in range(60):
            expect(beside.locator("li").first).to_be_visible()
            if beside.get_by_text("cùng nói đến").count():
                break
            phong.wait_for_timeout(3000)
            phong.reload()
        expect(beside.get_by_text("cùng nói đến").first).to_be_visible()
        with phong.expect_response(re.compile("/goi-y$")) as asked:
            phong.get_by_label("Kết luận").press_sequentially("Nước cấp cho cụm đủ áp lực trở lại")
        assert asked.value.ok, asked.value.status
        expect(beside.locator("li").first).to_be_visible()

    def takes_over():
        phong = stage.people["phong"]
        beside = phong.get_by_role("region", name="Gợi ý cho dự thảo")
        earlier = beside.locator("section").filter(has=phong.get_by_role("heading", name="Hồ sơ tương tự đã trả lời")).locator("li").first
        earlier.get_by_role("link", name=re.compile("^Dùng")).click()
        expect(phong.get_by_label("Căn cứ pháp lý")).not_to_have_value("")
        # What was typed stays, above what was taken over.
        expect(phong.get_by_label("Kết luận")).to_have_value(re.compile("^Nước cấp cho cụm đủ áp lực trở lại\\s+\\S+"))

    def company():
        phong = stage.people["phong"]
        son = stage.at("son", "/tra-loi", item=0)
        expect(phong.locator("[data-present]")).to_contain_text("Lục Thái Sơn đang xem")
        son.get_by_label("Giải thích (không bắt buộc)").press_sequentially("Công ty cấp nước")
        expect(phong.locator("[data-present]")).to_contain_text("Lục Thái Sơn đang soạn")

    def fill(page, conclusion):
        page.get_by_label("Đã trả lời, giải thích").check()
        page.get_by_label("Kết luận").fill(conclusion)
        page.get_by_label("Giải thích (không bắt buộc)").fill("Công ty cấp nước thay bơm tăng áp; Điện lực lắp máy biến áp mới.")
        page.get_by_label("Căn cứ pháp lý").fill("Nghị định 117/2007/NĐ-CP về sản xuất, cung cấp và tiêu thụ nước sạch, Điều 43.")
        for line in range(1, 4):
            for name in ["Làm gì", "Trước ngày"]:
                page.get_by_label(f"{name} {line}").fill("")
        page.get_by_label("Ai 1").fill("Công ty Cổ phần Cấp thoát nước")
        page.get_by_label("Làm gì 1").fill("Thay bơm tăng áp, đo lại áp lực")
        page.get_by_label("Trước ngày 1").fill((datetime.date.today() + datetime.timedelta(days=12)).isoformat())
        page.get_by_label("Liên hệ").fill("Phòng Quản lý xây dựng, 0222 3822 456")

    def both_write():
        son, phong = stage.people["son"], stage.people["phong"]
        fill(son, "Nước đủ áp lực trở lại trong tháng này.")
        press(son, "Lưu dự thảo")
        expect(son.get_by_role("heading", name="Dự thảo trả lời")).to_be_visible()
        fill(phong, "Nước cấp cho cụm đủ áp lực trong 12 ngày.")
        press(phong, "Lưu dự thảo")
        expect(phong.get_by_text("Đã thay đổi từ khi bạn mở trang này")).to_be_visible()
        expect(phong.locator("main .notice").filter(has_text="Đã thay đổi từ khi bạn")).to_contain_text("Lục Thái Sơn")
        expect(phong.get_by_label("Kết luận")).to_have_value("Nước cấp cho cụm đủ áp lực trong 12 ngày.")

    def keeps():
        phong = stage.people["phong"]
        press(phong, "Lưu dự thảo")
        expect(phong.locator(".answer")).to_contain_text("đủ áp lực trong 12 ngày")

    walk.step("gợi ý khi soạn", suggests)
    stage.look("soạn trả lời có gợi ý", "phong")
    walk.step("dùng trả lời trước", takes_over)
    walk.step("thấy nhau khi soạn", company)
    stage.look("hai người cùng soạn", "phong")
    walk.step("hai người cùng lưu", both_write)
    stage.look("dự thảo đã thay đổi", "phong")
    walk.step("lưu lại sau khi xem thay đổi", keeps)


def approval(stage, press, goes, in_state):
    """Who drafts does not sign, even with the office to sign; who signs may send back with a reason."""
    walk = stage.walk

    def given_office():
        admin = stage.at("admin", "/app/quan-tri/tai-khoan/son/giao-nhiem-vu")
        admin.get_by_label("Phê duyệt", exact=True).check()
        pick(admin, "Tại đơn vị", "Sở Xây dựng")
        press(admin, "Giao nhiệm vụ")
        expect(admin.get_by_role("heading", level=1)).to_contain_text("Lục Thái Sơn")

    def submits():
        son = stage.at("son", "/tra-loi", item=0)
        press(son, "Trình duyệt")
        in_state(son, "Trình duyệt")

    def not_his_own():
        son = stage.people["son"]
        bar = son.get_by_role("navigation", name="Việc có thể làm")
        expect(bar.get_by_role("link", name=re.compile("^Phê duyệt"))).to_have_count(0)
        stage.at("son", "/phe-duyet", item=0)
        expect(son.locator("main").get_by_role("button", name=re.compile("^Phê duyệt"))).to_have_count(0)
        expect(son.locator("main")).to_contain_text("người soạn")

    def rejects():
        vinh = stage.at("vinh", "/app")
        queue = vinh.locator("section.queue").filter(has=vinh.get_by_role("link", name="Chờ phê duyệt"))
        queue.get_by_role("link", name=stage.numbers[0]).click()
        goes(vinh, "Phê duyệt, gửi trả lời")
        press(vinh, "Trả lại dự thảo")
        expect(vinh.get_by_role("alert")).to_contain_text("Lý do")
        vinh.get_by_label("Lý do trả lại").fill("Nêu rõ ai chi trả tiền bơm, bổ sung số hợp đồng.")
        press(vinh, "Trả lại dự thảo")
        in_state(vinh, "Đang xử lý")

    def mends():
        phong = stage.at("phong", item=0)
        expect(phong.locator("main")).to_contain_text("Nêu rõ ai chi trả tiền bơm")
        goes(phong, "Soạn trả lời")
        phong.get_by_label("Giải thích (không bắt buộc)").fill("Công ty cấp nước chi trả theo hợp đồng sửa chữa số 15/HĐ; Điện lực lắp máy biến áp mới.")
        press(phong, "Trình duyệt")
        in_state(phong, "Trình duyệt")

    def approves():
        vinh = stage.at("vinh", "/phe-duyet", item=0)
        expect(vinh.locator(".answer")).to_contain_text("hợp đồng sửa chữa số 15/HĐ")
        expect(vinh.get_by_role("table", name="Ý kiến phối hợp")).to_contain_text("Đồng ý một phần")
        press(vinh, "Phê duyệt, gửi trả lời")
        in_state(vinh, "Đã trả lời")

    def arrives():
        phone = stage.follow(0)
        expect(phone.locator(".answer")).to_contain_text("hợp đồng sửa chữa số 15/HĐ")
        expect(phone.get_by_text("Đã xong 1/3 nội dung")).to_be_visible()

    walk.step("giao thêm nhiệm vụ phê duyệt", given_office)
    walk.step("trình dự thảo của mình", submits)
    walk.step("không tự duyệt được", not_his_own)
    stage.look("không tự duyệt", "son")
    walk.step("trả lại dự thảo", rejects)
    walk.step("sửa và trình lại", mends)
    stage.look("dự thảo sửa lại", "phong")
    walk.step("duyệt dự thảo đã sửa", approves)
    walk.step("người gửi đọc trả lời từng nội dung", arrives, stage.phone)


def bad_rating(stage):
    """Nobody has to carry a bad rating up: it lies before the deputy by itself."""
    walk = stage.walk

    def rates():
        phone = stage.follow(0)
        phone.get_by_label("Chưa hài lòng", exact=True).check()
        phone.get_by_label("Ý kiến thêm").fill("Lần trước cũng hứa như vậy, đến nay nước vẫn yếu.")
        phone.get_by_role("button", name="Gửi đánh giá").click()
        expect(phone.get_by_text("Tổ phó đang xem xét lại.")).to_be_visible()

    def climbs():
        luong = stage.at("luong", "/app")
        queue = luong.locator("section.queue").filter(has=luong.get_by_role("link", name="Chờ ý kiến chỉ đạo của tôi"))
        queue.get_by_role("link", name=stage.numbers[0]).click()
        expect(luong.get_by_role("heading", name="Chờ Tổ phó cho ý kiến")).to_be_visible()
        expect(luong.get_by_text("Người gửi chưa hài lòng hoặc kiến nghị lại.")).to_be_visible()
        expect(luong.locator("main")).to_contain_text("đến nay nước vẫn yếu")

    walk.step("chưa hài lòng", rates, stage.phone)
    walk.step("tự lên cấp trên", climbs)
    stage.look("hồ sơ chưa hài lòng lên Tổ phó", "luong")
