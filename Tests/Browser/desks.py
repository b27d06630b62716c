"""The desks while others work: what changes is offered, never forced; who writes is seen; keys mark rows; a list is kept."""

import re

from playwright.sync_api import expect


def live_desks(walk, enter, phone_size, desk_size):
    base = walk.program.base
    seen = {}

    def opens():
        seen["lan"] = lan = walk.visitor(desk_size, javascript=True)
        enter(walk, lan, "lan")
        lan.goto(f"{base}/app/ho-so?hang=intake")
        seen["rows"] = lan.locator("main tbody tr").count()
        seen["count"] = int(lan.locator(".rail a[aria-current] .count").inner_text())

    def hears():
        lan = seen["lan"]
        sender = walk.visitor(phone_size, javascript=False)
        sender.goto(f"{base}/gui-kien-nghi")
        sender.get_by_label("Khó khăn, kiến nghị về quy định").check()
        sender.get_by_label("Khó khăn, kiến nghị", exact=True).fill("Điện áp ban ngày không đủ cho dây chuyền (thử trực tiếp).")
        sender.get_by_label("Tên doanh nghiệp, tổ chức").fill("Công ty TNHH Trực Tiếp (thử)")
        sender.get_by_label("Họ tên người gửi").fill("Lý Thị Hòa")
        sender.get_by_label("Số điện thoại").fill("0912 345 678")
        sender.get_by_role("button", name="Gửi kiến nghị").click()
        expect(lan.locator("[data-news]")).to_contain_text("Có 1 hồ sơ thay đổi")
        expect(lan.locator(".rail a[aria-current] .count")).to_have_text(str(seen["count"] + 1))
        expect(lan.locator("main tbody tr")).to_have_count(seen["rows"])

    def loads_by_key():
        lan = seen["lan"]
        lan.keyboard.press("r")
        expect(lan.locator("main tbody tr")).to_have_count(seen["rows"] + 1)
        expect(lan.locator("[data-news]")).to_be_empty()

    def marks():
        lan = seen["lan"]
        for key in ["j", "x", "j", "x", "j", "x", "x", "k"]:
            lan.keyboard.press(key)
        marked = lan.locator("[data-mark]:checked")
        expect(marked).to_have_count(2)
        lan.get_by_role("button", name="Xử lý các hồ sơ đã chọn").click()
        expect(lan.get_by_role("heading", level=1)).to_have_text("Xử lý 2 hồ sơ")
        lan.get_by_label("Nội dung ghi chú").fill("Đã gọi cho doanh nghiệp (thử).")

    def acts():
        lan = seen["lan"]
        lan.get_by_role("button", name="Ghi chú nội bộ: 2 hồ sơ").click()
        expect(lan.get_by_text("Đã làm 2 trên 2 hồ sơ.")).to_be_visible()

    def keeps():
        lan = seen["lan"]
        lan.goto(f"{base}/app/ho-so?hang=intake&kenh=form")
        lan.get_by_text("Lưu bộ lọc này").click()
        lan.get_by_label("Tên bộ lọc").fill("Qua trang web (thử)")
        lan.get_by_role("button", name="Lưu", exact=True).click()
        expect(lan.locator(".rail").get_by_role("link", name="Qua trang web (thử)")).to_have_attribute("aria-current", "page")

    def sees_writer():
        lan = seen["lan"]
        number = lan.locator("main tbody tr a").first.inner_text().strip()
        lan.goto(f"{base}/app/ho-so/{number}/ghi-chu")
        seen["thu"] = thu = walk.visitor(desk_size, javascript=True)
        enter(walk, thu, "thu")
        thu.goto(f"{base}/app/ho-so/{number}/ghi-chu")
        expect(lan.locator("[data-present]")).to_contain_text("Lương Hoài Thu đang xem")
        thu.get_by_label("Nội dung", exact=True).press_sequentially("Cổng")
        expect(lan.locator("[data-present]")).to_contain_text("Lương Hoài Thu đang soạn")
        lan.get_by_label("Nội dung", exact=True).fill("Nội dung đang soạn dở")
        thu.goto(f"{base}/app/ho-so/{number}/ghi-chu")
        thu.get_by_label("Nội dung", exact=True).fill("Ghi chú của người khác (thử).")
        thu.get_by_role("button", name="Ghi chú").click()
        expect(lan.locator("[data-news]")).to_contain_text(re.compile("Hồ sơ vừa thay đổi: Ghi chú nội bộ .Lương Hoài Thu"))
        expect(lan.get_by_label("Nội dung", exact=True)).to_have_value("Nội dung đang soạn dở")

    walk.stopped = False
    walk.step("bàn tiếp nhận mở sẵn", opens)
    walk.step("danh sách nghe thấy thay đổi", hears)
    walk.step("có hồ sơ thay đổi", lambda: None, seen.get("lan"))
    walk.step("tải lại bằng phím", loads_by_key)
    walk.step("chọn nhiều hồ sơ", marks)
    walk.step("xử lý nhiều hồ sơ", lambda: None, seen.get("lan"))
    walk.step("ghi chú nhiều hồ sơ", acts)
    walk.step("kết quả từng hồ sơ", lambda: None, seen.get("lan"))
    walk.step("lưu bộ lọc", keeps)
    walk.step("bộ lọc đã lưu", lambda: None, seen.get("lan"))
    walk.step("thấy người đang soạn", sees_writer)
    walk.step("người đang soạn", lambda: None, seen.get("lan"))
