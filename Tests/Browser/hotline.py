"""The desk for typing while somebody speaks: a call by keyboard alone, one noted afterwards, a letter, a call back."""

import datetime
import re

from playwright.sync_api import expect

PHONE = "0938 271 645"
WORDS = "Cổng số 2 của cụm công nghiệp bị ngập sau mưa, xe nâng không ra vào được (thử)."


def hotline(walk, enter, phone_size, desk_size, pdf):
    base = walk.program.base
    found = {}

    def sits_down(lan):
        """The desk stands ready for words; a browser gives the focus a moment after the page has come."""
        lan.goto(f"{base}/app/tiep-nhan")
        expect(lan.get_by_label("Nội dung", exact=True)).to_be_focused()

    def opens():
        found["lan"] = lan = walk.visitor(desk_size, javascript=True)
        enter(walk, lan, "lan")
        sits_down(lan)

    def first_call():
        """By keyboard alone, in the order in which people speak; a second person of the firm calls later."""
        keys = found["lan"].keyboard
        keys.type(WORDS)
        keys.press("Alt+s")
        keys.type(PHONE)
        keys.press("Enter")
        keys.press("Alt+h")
        keys.type("Phan Thị Ngập")
        keys.press("Enter")
        keys.type("Công ty TNHH Thủy Triều (thử)")
        keys.press("Control+Enter")
        lan = found["lan"]
        expect(lan.get_by_role("heading", level=1)).to_contain_text("Đã tiếp nhận")
        found["code"] = lan.locator("output").first.inner_text().strip()
        found["number"] = re.search(r"[A-Z]+-\d{4}-\d+", lan.get_by_role("heading", level=1).inner_text()).group()
        assert re.fullmatch(r"[2-9A-Z]{5}-[2-9A-Z]{5}", found["code"]), found["code"]
        expect(lan.locator(".say")).to_contain_text(" ".join(found["code"].replace("-", "–")))

    def calls_again():
        """History appears while the number is typed; one key fills in who it is, another sends more into the same case."""
        lan, keys = found["lan"], found["lan"].keyboard
        keys.press("Enter")
        expect(lan.get_by_role("heading", level=1)).to_have_text("Tiếp nhận qua điện thoại, tại quầy")
        expect(lan.get_by_label("Nội dung", exact=True)).to_be_focused()
        expect(lan.get_by_label("Nội dung", exact=True)).to_have_value("")
        keys.type("Hôm nay nước lên thêm, đề nghị bơm gấp (thử).")
        keys.press("Alt+s")
        keys.type(PHONE.replace(" ", ""))
        expect(lan.locator("[data-caller]")).to_contain_text("Công ty TNHH Thủy Triều (thử)")
        expect(lan.locator("[data-caller]")).to_contain_text(found["number"])
        keys.press("Alt+a")
        expect(lan.get_by_label("Họ tên")).to_have_value("Phan Thị Ngập")
        expect(lan.get_by_label("Nội dung", exact=True)).to_have_value("Hôm nay nước lên thêm, đề nghị bơm gấp (thử).")

    def stays_new():
        """A number that is typed says what the call is about; what is chosen then outlives what is typed next."""
        lan = found["lan"]
        with lan.expect_response(lambda answer: answer.url.endswith("/tiep-nhan/nguoi-goi")):
            lan.get_by_label("Số hồ sơ, mã tra cứu").fill(found["number"])
        expect(lan.locator("[name=petition]:checked")).to_have_value(f"them.{found['number']}")
        lan.get_by_label("Việc mới").check()
        with lan.expect_response(lambda answer: answer.url.endswith("/tiep-nhan/nguoi-goi")):
            lan.get_by_label("Nội dung", exact=True).press_sequentially(" ")
        lan.wait_for_timeout(200)
        expect(lan.get_by_label("Việc mới")).to_be_checked()
        lan.get_by_role("button", name="Lưu hồ sơ").focus()

    def adds():
        lan, keys = found["lan"], found["lan"].keyboard
        # Back from the button to the choice of the case, by Tab alone.
        for _ in range(40):
            keys.press("Shift+Tab")
            if lan.evaluate("document.activeElement.name") == "petition":
                break
        keys.press("ArrowDown")
        keys.press("Control+Enter")
        expect(lan.get_by_role("heading", level=1)).to_have_text(f"Đã ghi vào hồ sơ {found['number']}")

    def backdated():
        lan, keys = found["lan"], found["lan"].keyboard
        sits_down(lan)
        keys.type("Hỏi về thủ tục thuê đất mở rộng xưởng (thử).")
        ahead = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=7))) + datetime.timedelta(hours=2)
        lan.get_by_label("Lúc tiếp nhận").fill(ahead.strftime("%Y-%m-%dT%H:%M"))
        keys.press("Control+Enter")
        expect(lan.get_by_role("alert")).to_contain_text("chưa đến")
        expect(lan.get_by_label("Nội dung", exact=True)).to_have_value("Hỏi về thủ tục thuê đất mở rộng xưởng (thử).")

    def with_reason():
        lan, keys = found["lan"], found["lan"].keyboard
        before = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=7))) - datetime.timedelta(hours=3)
        lan.get_by_label("Lúc tiếp nhận").fill(before.strftime("%Y-%m-%dT%H:%M"))
        lan.get_by_label("Lý do ghi muộn").fill("Mất điện tại phòng trực (thử).")
        keys.press("Control+Enter")
        expect(lan.get_by_role("heading", level=1)).to_contain_text("Đã tiếp nhận")
        lan.get_by_role("link", name="Mở hồ sơ").click()
        expect(lan.get_by_text("Mất điện tại phòng trực (thử).").first).to_be_visible()

    def lost():
        """A draft outlives the page and a lost session, and no signing out."""
        lan = found["lan"]
        sits_down(lan)
        lan.keyboard.type("Nội dung đang gõ thì mất phiên (thử).")
        lan.wait_for_timeout(800)
        lan.context.clear_cookies()
        lan.keyboard.press("Control+Enter")
        expect(lan.get_by_role("heading", level=1)).to_contain_text("Đăng nhập")
        enter(walk, lan, "lan")
        lan.goto(f"{base}/app/tiep-nhan")
        expect(lan.get_by_label("Nội dung", exact=True)).to_have_value("Nội dung đang gõ thì mất phiên (thử).")
        lan.get_by_role("button", name="Đăng xuất").click()
        lan.goto(f"{base}/dang-nhap")
        assert lan.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('dong-hanh-nhap:')).length") == 0
        enter(walk, lan, "lan")

    def notes():
        lan, keys = found["lan"], found["lan"].keyboard
        sits_down(lan)
        expect(lan.get_by_label("Nội dung", exact=True)).to_have_value("")
        keys.type("Hỏi đường đến Trung tâm hành chính, đã trả lời ngay (thử).")
        keys.press("Alt+l")
        expect(lan.get_by_text("Đã ghi lượt liên hệ.")).to_be_visible()
        lan.goto(f"{base}/app/lien-he")
        expect(lan.get_by_text("Hỏi đường đến Trung tâm hành chính, đã trả lời ngay (thử).")).to_be_visible()

    def letter():
        lan = found["lan"]
        lan.goto(f"{base}/app/tiep-nhan/van-ban")
        lan.get_by_label("Số, ký hiệu văn bản").fill("27/CV-TT")
        lan.get_by_label("Ngày văn bản").fill((datetime.date.today() - datetime.timedelta(days=3)).isoformat())
        lan.get_by_label("Tên nơi gửi").fill("Công ty TNHH Thủy Triều (thử)")
        lan.get_by_label("Trích yếu, nội dung").fill("Công ty kiến nghị:\n1. Nạo vét kênh tiêu sau cụm công nghiệp.\n2. Hoàn thuế giá trị gia tăng quý III.")
        lan.get_by_role("button", name="Văn bản có nhiều nội dung").click()
        expect(lan.get_by_label("Nội dung 2", exact=True)).to_have_value("Hoàn thuế giá trị gia tăng quý III.")
        lan.locator("#files").set_input_files([{"name": "van-ban.pdf", "mimeType": "application/pdf", "buffer": pdf}])

    def entered():
        lan = found["lan"]
        lan.keyboard.press("Control+Enter")
        expect(lan.get_by_role("heading", level=1)).to_contain_text("Đã tiếp nhận")
        expect(lan.locator("main tbody tr")).to_have_count(2)
        expect(lan.get_by_text("Số đến")).to_be_visible()

    def arranges():
        lan = found["lan"]
        lan.goto(f"{base}/app/ho-so/{found['number']}")
        lan.get_by_role("link", name="Hẹn gọi lại người gửi").click()
        lan.get_by_label("Lời cần nói").fill("Báo doanh nghiệp: tổ bơm đến trong chiều nay (thử).")
        lan.get_by_role("button", name="Hẹn gọi lại").click()
        expect(lan.locator("output")).to_have_text(PHONE)

    def calls_back():
        lan = found["lan"]
        lan.get_by_label("Ghi kết quả").fill("Không nghe máy (thử).")
        lan.get_by_role("button", name="Chưa gặp được").click()
        expect(lan.get_by_text("Không nghe máy (thử).")).to_be_visible()
        lan.goto(f"{base}/app/goi-lai")
        lan.locator("main tbody tr", has_text="tổ bơm đến trong chiều nay").get_by_role("link").first.click()
        lan.get_by_label("Ghi kết quả").fill("Doanh nghiệp đã rõ (thử).")
        lan.get_by_role("button", name="Đã báo người gửi").click()
        lan.goto(f"{base}/app/goi-lai?loc=done")
        expect(lan.get_by_text("Báo doanh nghiệp: tổ bơm đến trong chiều nay (thử).").first).to_be_visible()

    def fits(path):
        def go():
            small = found.get("small")
            if small is None:
                found["small"] = small = walk.visitor(phone_size, javascript=True)
                enter(walk, small, "lan")
            small.goto(base + path)
            walk.look_at(small)
        return go

    walk.stopped = False
    walk.step("bàn tiếp nhận điện thoại", opens)
    walk.step("tiếp nhận cuộc gọi bằng bàn phím", first_call)
    walk.step("đọc mã cho người gọi", lambda: None, found.get("lan"))
    walk.step("người gọi lại hiện ra khi gõ số", calls_again)
    walk.step("lịch sử người gọi", lambda: None, found.get("lan"))
    walk.step("việc mới vẫn là việc mới khi gõ tiếp", stays_new)
    walk.step("ghi thêm vào hồ sơ bằng bàn phím", adds)
    walk.step("giờ nhận chưa đến bị từ chối", backdated)
    walk.step("giờ nhận bị từ chối", lambda: None, found.get("lan"))
    walk.step("ghi lùi có lý do", with_reason)
    walk.step("hồ sơ ghi lùi", lambda: None, found.get("lan"))
    walk.step("mất phiên không mất chữ", lost)
    walk.step("ghi lượt liên hệ", notes)
    walk.step("sổ lượt liên hệ", lambda: None, found.get("lan"))
    walk.step("văn bản có hai nội dung", letter)
    walk.step("biểu mẫu văn bản", lambda: None, found.get("lan"))
    walk.step("văn bản vào sổ", entered)
    walk.step("văn bản đã vào sổ", lambda: None, found.get("lan"))
    walk.step("hẹn gọi lại", arranges)
    walk.step("việc gọi lại", lambda: None, found.get("lan"))
    walk.step("gọi lại xong", calls_back)
    for name, path in [("tiếp nhận", "/app/tiep-nhan"), ("văn bản", "/app/tiep-nhan/van-ban"), ("liên hệ", "/app/lien-he"), ("gọi lại", "/app/goi-lai?loc=done")]:
        walk.step(f"điện thoại trang {name}", fits(path), needed=False)
        walk.step(f"điện thoại {name}", lambda: None, found.get("small"), needed=False)
