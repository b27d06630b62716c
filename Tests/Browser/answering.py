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
        oanh = stage.at("oanh", "/tra-loi", item=0)
        beside = oanh.get_by_role("region", name="Gợi ý cho dự thảo")
        expect(beside.locator("li").first).to_be_visible()
        with oanh.expect_response(re.compile("/goi-y$")) as asked:
            oanh.get_by_label("Kết luận").press_sequentially("Đường nội bộ cụm công nghiệp được sửa, đèn chiếu sáng được lắp lại")
        assert asked.value.ok, asked.value.status
        expect(beside.locator("li").first).to_be_visible()

    def takes_over():
        oanh = stage.people["oanh"]
        beside = oanh.get_by_role("region", name="Gợi ý cho dự thảo")
        earlier = beside.locator("section").filter(has=oanh.get_by_role("heading", name="Hồ sơ tương tự đã trả lời")).locator("li").first
        earlier.get_by_role("link", name=re.compile("^Dùng")).click()
        expect(oanh.get_by_label("Kết luận")).not_to_have_value("")
        expect(oanh.get_by_label("Căn cứ pháp lý")).not_to_have_value("")

    def company():
        oanh = stage.people["oanh"]
        cuong = stage.at("cuong", "/tra-loi", item=0)
        expect(oanh.locator("[data-present]")).to_contain_text("Ngụy Văn Cương đang xem")
        cuong.get_by_label("Giải thích").press_sequentially("Chủ đầu tư cụm")
        expect(oanh.locator("[data-present]")).to_contain_text("Ngụy Văn Cương đang soạn")

    def fill(page, conclusion):
        page.get_by_label("Đã trả lời, giải thích").check()
        page.get_by_label("Kết luận").fill(conclusion)
        page.get_by_label("Giải thích").fill("Chủ đầu tư cụm đã ký hợp đồng sửa chữa; Công ty Điện lực đấu nối đèn sau khi có đề nghị.")
        page.get_by_label("Căn cứ pháp lý").fill("Nghị định 32/2024/NĐ-CP về quản lý, phát triển cụm công nghiệp, Điều 26.")
        for line in range(1, 4):
            for name in ["Làm gì", "Trước ngày"]:
                page.get_by_label(f"{name} {line}").fill("")
        page.get_by_label("Ai 1").fill("Chủ đầu tư cụm công nghiệp")
        page.get_by_label("Làm gì 1").fill("Vá ổ gà, lắp lại 12 đèn")
        page.get_by_label("Trước ngày 1").fill((datetime.date.today() + datetime.timedelta(days=12)).isoformat())
        page.get_by_label("Liên hệ").fill("Phòng Quản lý công nghiệp, 0222 3822 456")

    def both_write():
        cuong, oanh = stage.people["cuong"], stage.people["oanh"]
        fill(cuong, "Chủ đầu tư cụm sửa đường xong trong tháng này.")
        press(cuong, "Lưu dự thảo")
        expect(cuong.get_by_role("heading", name="Dự thảo trả lời")).to_be_visible()
        fill(oanh, "Đường và đèn trong cụm được sửa xong trong 12 ngày.")
        press(oanh, "Lưu dự thảo")
        expect(oanh.get_by_text("Đã thay đổi từ khi bạn mở trang này")).to_be_visible()
        expect(oanh.locator("main .notice").filter(has_text="Đã thay đổi từ khi bạn")).to_contain_text("Ngụy Văn Cương")
        expect(oanh.get_by_label("Kết luận")).to_have_value("Đường và đèn trong cụm được sửa xong trong 12 ngày.")

    def keeps():
        oanh = stage.people["oanh"]
        press(oanh, "Lưu dự thảo")
        expect(oanh.locator(".answer")).to_contain_text("được sửa xong trong 12 ngày")

    walk.step("gợi ý khi soạn", suggests)
    stage.look("soạn trả lời có gợi ý", "oanh")
    walk.step("dùng trả lời trước", takes_over)
    walk.step("thấy nhau khi soạn", company)
    stage.look("hai người cùng soạn", "oanh")
    walk.step("hai người cùng lưu", both_write)
    stage.look("dự thảo đã thay đổi", "oanh")
    walk.step("lưu lại sau khi xem thay đổi", keeps)


def approval(stage, press, goes, in_state):
    """Who drafts does not sign, even with the office to sign; who signs may send back with a reason."""
    walk = stage.walk

    def given_office():
        admin = stage.at("admin", "/app/quan-tri/tai-khoan/cuong/giao-nhiem-vu")
        admin.get_by_label("Phê duyệt", exact=True).check()
        pick(admin, "Tại đơn vị", "Sở Công Thương")
        press(admin, "Giao nhiệm vụ")
        expect(admin.get_by_role("heading", level=1)).to_contain_text("Ngụy Văn Cương")

    def submits():
        cuong = stage.at("cuong", "/tra-loi", item=0)
        press(cuong, "Trình duyệt")
        in_state(cuong, "Trình duyệt")

    def not_his_own():
        cuong = stage.people["cuong"]
        bar = cuong.get_by_role("navigation", name="Việc có thể làm")
        expect(bar.get_by_role("link", name=re.compile("^Phê duyệt"))).to_have_count(0)
        stage.at("cuong", "/phe-duyet", item=0)
        expect(cuong.locator("main").get_by_role("button", name=re.compile("^Phê duyệt"))).to_have_count(0)
        expect(cuong.locator("main")).to_contain_text("người soạn")

    def rejects():
        luong = stage.at("luong", "/app")
        queue = luong.locator("section.queue").filter(has=luong.get_by_role("link", name="Chờ phê duyệt"))
        queue.get_by_role("link", name=stage.numbers[0]).click()
        goes(luong, "Phê duyệt, gửi trả lời")
        press(luong, "Trả lại dự thảo")
        expect(luong.get_by_role("alert")).to_contain_text("Lý do trả lại")
        luong.get_by_label("Lý do trả lại").fill("Nêu rõ ai chi trả tiền đèn, bổ sung số hợp đồng sửa chữa.")
        press(luong, "Trả lại dự thảo")
        in_state(luong, "Đang xử lý")

    def mends():
        oanh = stage.at("oanh", item=0)
        expect(oanh.locator("main")).to_contain_text("Nêu rõ ai chi trả tiền đèn")
        goes(oanh, "Soạn trả lời")
        oanh.get_by_label("Giải thích").fill("Chủ đầu tư cụm chi trả theo hợp đồng sửa chữa số 15/HĐ; Điện lực đấu nối đèn miễn phí.")
        press(oanh, "Trình duyệt")
        in_state(oanh, "Trình duyệt")

    def approves():
        luong = stage.at("luong", "/phe-duyet", item=0)
        expect(luong.locator(".answer")).to_contain_text("hợp đồng sửa chữa số 15/HĐ")
        expect(luong.get_by_role("table", name="Ý kiến phối hợp")).to_contain_text("Đồng ý một phần")
        press(luong, "Phê duyệt, gửi trả lời")
        in_state(luong, "Đã trả lời")

    def arrives():
        phone = stage.follow(0)
        expect(phone.locator(".answer")).to_contain_text("hợp đồng sửa chữa số 15/HĐ")
        expect(phone.get_by_text("Đã xong 1/3 nội dung")).to_be_visible()

    walk.step("giao thêm nhiệm vụ phê duyệt", given_office)
    walk.step("trình dự thảo của mình", submits)
    walk.step("không tự duyệt được", not_his_own)
    stage.look("không tự duyệt", "cuong")
    walk.step("trả lại dự thảo", rejects)
    walk.step("sửa và trình lại", mends)
    stage.look("dự thảo sửa lại", "oanh")
    walk.step("duyệt dự thảo đã sửa", approves)
    walk.step("người gửi đọc trả lời từng nội dung", arrives, stage.phone)


def bad_rating(stage):
    """Nobody has to carry a bad rating up: it lies before the deputy by itself."""
    walk = stage.walk

    def rates():
        phone = stage.follow(0)
        phone.get_by_label("Chưa hài lòng", exact=True).check()
        phone.get_by_label("Ý kiến thêm").fill("Lần trước cũng hứa như vậy, đến nay đường vẫn hỏng.")
        phone.get_by_role("button", name="Gửi đánh giá").click()
        expect(phone.get_by_text("Quý vị đã đánh giá: chưa hài lòng.")).to_be_visible()

    def climbs():
        luong = stage.at("luong", "/app")
        queue = luong.locator("section.queue").filter(has=luong.get_by_role("link", name="Chờ ý kiến chỉ đạo của tôi"))
        queue.get_by_role("link", name=stage.numbers[0]).click()
        expect(luong.get_by_role("heading", name="Chờ Tổ phó cho ý kiến")).to_be_visible()
        expect(luong.get_by_text("Người gửi chưa hài lòng hoặc kiến nghị lại.")).to_be_visible()
        expect(luong.locator("main")).to_contain_text("đến nay đường vẫn hỏng")

    walk.step("chưa hài lòng", rates, stage.phone)
    walk.step("tự lên cấp trên", climbs)
    stage.look("hồ sơ chưa hài lòng lên Tổ phó", "luong")
