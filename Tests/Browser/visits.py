"""Work on site: a handler plans a visit on the desk and writes it down on a phone whose line breaks; everything arrives once."""

import re
import struct
import zlib

from playwright.sync_api import expect


def photo(width, height):
    """A PNG of that size, whose lines differ so that it is worth shrinking."""
    lines = b"".join(b"\0" + bytes((x * y + x) & 255 for x in range(width * 3)) for y in range(height))
    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(lines, 1)) + chunk(b"IEND", b"")


def visits(walk, enter, phone_size, desk_size):
    """The handler Tâm visits the site of a case of his own."""
    base = walk.program.base
    site = {}

    def plans():
        site["desk"] = desk = walk.visitor(desk_size, javascript=True)
        enter(walk, desk, "tam")
        desk.goto(f"{base}/app/ho-so?hang=handling")
        number = desk.locator("main tbody tr a").first.inner_text().strip()
        desk.goto(f"{base}/app/ho-so/{number}/hien-truong")
        desk.get_by_label("Giờ", exact=True).fill("14:30")
        desk.get_by_label("Địa điểm").fill("Cổng số 2 (thử)")
        desk.get_by_label("Mục đích").fill("Xem đoạn đường lún, làm việc với chủ đầu tư hạ tầng.")
        desk.get_by_label("Thân Đức Tâm").check()
        desk.get_by_label("Người khác cùng đi").fill("Ông Ba, chủ đầu tư hạ tầng")
        desk.get_by_role("button", name="Lập kế hoạch").click()
        expect(desk.get_by_role("heading", level=1)).to_contain_text("Cổng số 2 (thử)")
        site["address"] = desk.url

    def opens():
        site["phone"] = phone = walk.visitor(phone_size, javascript=True)
        enter(walk, phone, "tam")
        phone.goto(site["address"])
        expect(phone.locator("main[data-kept]")).to_be_attached()
        expect(phone.locator("[data-line]")).to_contain_text("Mọi ghi nhận đã gửi")

    def saves(words=None, picture=None):
        phone = site["phone"]
        if words:
            phone.get_by_label("Ghi nhận").fill(words)
        if picture:
            phone.get_by_label("Ảnh").set_input_files({"name": "mat-duong.png", "mimeType": "image/png", "buffer": picture})
        phone.get_by_role("button", name="Lưu ghi nhận").click()

    def without_line():
        phone = site["phone"]
        phone.context.set_offline(True)
        saves("Mặt đường lún 20 cm trên đoạn dài 60 m.")
        expect(phone.locator("[data-waiting] li")).to_have_count(1)
        saves("Chủ đầu tư hứa gia cố nền.")
        expect(phone.locator("[data-waiting] li")).to_have_count(2)
        saves(picture=photo(2600, 1300))
        expect(phone.locator("[data-waiting] li")).to_have_count(3)
        expect(phone.locator("[data-line]")).to_contain_text("Không có mạng. 3 mục")

    def reloads():
        phone = site["phone"]
        phone.reload()
        expect(phone.get_by_role("heading", level=1)).to_contain_text("Cổng số 2 (thử)")
        expect(phone.locator("[data-waiting] li")).to_have_count(3)
        expect(phone.locator("[data-waiting] canvas")).to_have_count(1)
        expect(phone.locator("[data-line]")).to_contain_text("Không có mạng. 3 mục")

    def answer_is_lost():
        """The server takes the first entry, but its answer does not arrive: the phone sends it again."""
        phone = site["phone"]
        lost = []

        def lose(route):
            if route.request.method == "POST" and not lost:
                lost.append(route.fetch().status)
                route.abort()
            else:
                route.continue_()

        phone.context.route(re.compile(re.escape(site["address"].split("?")[0])), lose)
        phone.context.set_offline(False)
        for _ in range(100):
            if lost:
                break
            phone.wait_for_timeout(100)
        assert lost == [200], lost
        expect(phone.locator("[data-line]")).to_contain_text("Không có mạng. 3 mục")
        phone.context.unroute_all()

    def arrives():
        phone = site["phone"]
        phone.evaluate("dispatchEvent(new Event('online'))")
        expect(phone.locator("[data-entries] li")).to_have_count(3)
        expect(phone.locator("[data-waiting] li")).to_have_count(0)
        expect(phone.locator("[data-line]")).to_contain_text("Mọi ghi nhận đã gửi")
        lines = phone.locator("[data-entries] li").all_inner_texts()
        assert "lún 20 cm" in lines[0] and "gia cố nền" in lines[1], lines
        picture = phone.locator("[data-entries] img")
        picture.scroll_into_view_if_needed()
        phone.wait_for_function("() => document.querySelector('[data-entries] img').naturalWidth > 0")
        width = picture.evaluate("image => image.naturalWidth")
        assert width == 2000, width

    def counts():
        desk = site["desk"]
        desk.goto(site["address"])
        expect(desk.locator("[data-entries] li")).to_have_count(3)
        keys = desk.locator("[data-entries] li").evaluate_all("lines => lines.map(line => line.dataset.key)")
        assert len(set(keys)) == 3, keys

    def closes():
        desk = site["desk"]
        desk.get_by_role("link", name="Lập biên bản").click()
        desk.get_by_label("Diễn biến, kết quả kiểm tra").fill("Nền đường lún 20 cm trên 60 m; chủ đầu tư nhận gia cố.")
        desk.get_by_label("Giải quyết xong tại chỗ").check()
        desk.get_by_role("button", name="Chốt biên bản").click()
        expect(desk.get_by_role("heading", level=1)).to_contain_text("Biên bản làm việc tại hiện trường")
        expect(desk.get_by_text("Giải quyết xong tại chỗ")).to_be_visible()

    def signs_out():
        """Whoever comes to the sign-in page of this phone finds no page of the case on it."""
        phone = site["phone"]
        phone.goto(f"{base}/app")
        phone.get_by_role("button", name="Đăng xuất").click()
        phone.goto(f"{base}/dang-nhap")
        phone.wait_for_function("async () => !(await caches.has('dong-hanh-hien-truong'))")

    def tolerant(action):
        """Requests that fail because there is no line are what this is about."""
        def run():
            action()
            walk.complaints = [one for one in walk.complaints if "ERR_INTERNET_DISCONNECTED" not in one and "ERR_FAILED" not in one]
        return run

    walk.stopped = False
    walk.step("kế hoạch hiện trường", plans)
    walk.step("mở trang hiện trường", opens)
    walk.step("ghi nhận khi mất mạng", tolerant(without_line))
    walk.step("mở lại khi mất mạng", tolerant(reloads))
    walk.step("hiện trường mất mạng", lambda: None, site.get("phone"))
    walk.step("mất trả lời của máy chủ", tolerant(answer_is_lost))
    walk.step("có mạng, gửi một lần", tolerant(arrives))
    walk.step("hiện trường đã gửi", lambda: None, site.get("phone"))
    walk.step("bàn làm việc thấy ghi nhận", counts)
    walk.step("biên bản hiện trường", closes)
    walk.step("biên bản", lambda: None, site.get("desk"))
    walk.step("đăng xuất xóa trang trên máy", signs_out, needed=False)
