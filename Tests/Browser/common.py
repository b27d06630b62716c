"""Thirty senders have the same trouble: their cases are grouped, answered once, and each of them gets the answer where he wrote."""

import datetime
import re

from playwright.sync_api import expect

COUNT = 30
WORDS = "cầu tạm bắc qua kênh Thử Nghiệm cấm xe tải"
TEXTS = [
    f"Vì {WORDS}, xe hàng phải đi vòng hai mươi cây số.",
    f"Xin hỏi bao giờ hết cảnh {WORDS}? Chúng tôi giao hàng trễ hằng ngày.",
    f"Từ đầu tháng {WORDS} mà không có lối đi khác, đề nghị sớm giải quyết.",
]
ANSWER = "Cầu tạm được gia cố và cho xe tải dưới mười tấn qua lại từ tuần sau."


def common_cause(stage, press, goes):
    walk = stage.walk
    found = {"citizens": []}

    def write():
        request = stage.phone.request
        for number in range(COUNT):
            made = request.post(f"{walk.program.zalo}/_sim/users", form={"name": f"Chủ xe thứ {number + 1}"}, max_redirects=0)
            citizen = made.headers["location"].split("/")[-1]
            sent = request.post(f"{walk.program.zalo}/_sim/users/{citizen}/text", multipart={"text": TEXTS[number % len(TEXTS)]})
            assert sent.ok, (sent.status, sent.text()[:200])
            found["citizens"].append(citizen)

    def mark_all(page, path):
        """Marks every row of a list, once all of them are in it."""
        for _ in range(60):
            page.goto(stage.base + path)
            if page.locator("main input[name=chon]").count() == COUNT:
                break
            page.wait_for_timeout(500)
        marks = page.locator("main input[name=chon]")
        expect(marks).to_have_count(COUNT)
        for mark in marks.all():
            mark.check()
        press(page, "Xử lý các hồ sơ đã chọn")

    def screen():
        lan = stage.at("lan")
        mark_all(lan, "/app/ho-so?hang=intake&tim=kênh+Thử+Nghiệm+cấm+xe")
        lan.get_by_label("Khó khăn, kiến nghị về quy định").check()
        lan.get_by_label("Lĩnh vực").select_option(label="Giao thông, hạ tầng ngoài hàng rào")
        lan.get_by_label("Ngoài khu, cụm công nghiệp", exact=True).check()
        press(lan, f"Phân loại, chuyển chẩn đoán: {COUNT} hồ sơ")
        expect(lan.get_by_text(f"Đã làm {COUNT} trên {COUNT} hồ sơ.")).to_be_visible()

    def group():
        khanh = stage.at("khanh")
        mark_all(khanh, "/app/ho-so?hang=diagnosis&tim=kênh+Thử+Nghiệm+cấm+xe")
        khanh.get_by_role("link", name="Mở vấn đề chung mới từ các hồ sơ này").click()
        expect(khanh.locator("input[name=petitions]:checked")).to_have_count(COUNT)
        khanh.get_by_label("Tên vấn đề").fill("Cầu tạm qua kênh Thử Nghiệm cấm xe tải")
        khanh.get_by_label("Mô tả").fill("Cầu tạm yếu nên cấm xe tải, không có tuyến thay thế gần; nhiều doanh nghiệp phải đi vòng.")
        khanh.get_by_label("Đơn vị chủ trì trả lời chung").select_option(label="Sở Xây dựng tỉnh Kinh Nam")
        press(khanh, "Mở vấn đề chung")
        expect(khanh.get_by_role("heading", name=re.compile(f"Các hồ sơ {COUNT}"))).to_be_visible()
        found["cause"] = re.search(r"VDC-\d+-\d+", khanh.url).group()

    def draft():
        phong = stage.at("phong", f"/app/van-de-chung/{found['cause']}")
        goes(phong, "Soạn trả lời chung")
        phong.get_by_label("Đã trả lời, giải thích").check()
        phong.get_by_label("Kết luận").fill(ANSWER)
        phong.get_by_label("Căn cứ pháp lý").fill("Luật Đường bộ 2024, quy định về tải trọng cầu.")
        phong.get_by_label("Làm gì 1").fill("Gia cố cầu tạm")
        phong.get_by_label("Trước ngày 1").fill((datetime.date.today() + datetime.timedelta(days=9)).isoformat())
        press(phong, "Trình duyệt")
        expect(phong.locator(".tags").first).to_contain_text("Chờ phê duyệt")
        refused = phong.goto(f"{stage.base}/app/van-de-chung/{found['cause']}/phe-duyet")
        assert refused.status == 403, refused.status

    def sign():
        vinh = stage.at("vinh", "/app")
        vinh.get_by_role("link", name=found["cause"]).click()
        goes(vinh, "Phê duyệt, gửi mọi người")
        expect(vinh.get_by_text(f"Gửi {COUNT} người")).to_be_visible()
        press(vinh, f"Phê duyệt, gửi mọi người ({COUNT})")
        expect(vinh.locator(".tags").first).to_contain_text("Đã trả lời chung")

    def arrive():
        vinh = stage.people["vinh"]
        for _ in range(60):
            vinh.reload()
            if vinh.get_by_text(f"Đã gửi: {COUNT}", exact=True).count():
                break
            vinh.wait_for_timeout(1000)
        expect(vinh.get_by_text(f"Đã gửi: {COUNT}", exact=True)).to_be_visible()
        for citizen in [found["citizens"][0], found["citizens"][-1]]:
            page = stage.phone.request.get(f"{walk.program.zalo}/_sim/users/{citizen}/conversation").text()
            assert ANSWER in page, page[-600:]

    walk.step("ba mươi người nhắn cùng một việc", write)
    walk.step("sàng lọc ba mươi kiến nghị", screen)
    walk.step("gộp thành vấn đề chung", group)
    stage.look("vấn đề chung", "khanh")
    walk.step("soạn trả lời chung", draft)
    walk.step("phê duyệt trả lời chung", sign)
    walk.step("ba mươi người nhận trả lời", arrive)
    stage.look("trả lời chung đã gửi", "vinh")
