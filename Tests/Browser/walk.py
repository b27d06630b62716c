"""Walks a petition's whole life in headless Chromium over the real program, and keeps a picture of every step.

The petitioner comes with a phone of 360 px without JavaScript, the staff with screens of 1280 px; at the end the staff's pages
are looked at on the phone too. Prints one line a step and a closing line; the exit status is the verdict.
"""

import argparse
import datetime
import pathlib
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time

from playwright.sync_api import expect, sync_playwright

from casework import casework
from channels import channels
from desks import live_desks
from hotline import hotline
from lists import lists
from organisation import organisation
from visits import visits

# The machine may be busy with other things.
expect.set_options(timeout=20_000)
PASSWORD = "dong-hanh-trinh-dien"
CHROMIUM = "/usr/bin/chromium"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6300010000050001"
    "0d0a2db40000000049454e44ae426082"
)
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 860}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Program:
    """`donghanh demo` over a folder of its own."""

    def __init__(self, path, folder):
        self.base = f"http://127.0.0.1:{free_port()}"
        self.zalo = f"http://127.0.0.1:{free_port()}"
        self.log = pathlib.Path(folder) / "output.txt"
        with self.log.open("w") as output:
            self.process = subprocess.Popen(
                [
                    path, "demo", "--data", f"{folder}/data", "--listen", self.base.removeprefix("http://"),
                    "--base-url", self.base, "--zalo-listen", self.zalo.removeprefix("http://"),
                ],
                stdout=output, stderr=subprocess.STDOUT, env={"PATH": "/usr/bin:/bin", "DONGHANH_LOG_LEVEL": "warning"},
            )
        for _ in range(1200):
            if "Đang phục vụ" in self.log.read_text():
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        self.process.kill()
        raise SystemExit(f"The program does not serve:\n{self.log.read_text()}")

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return None


class Walk:
    def __init__(self, browser, program, pictures):
        self.browser = browser
        self.program = program
        self.pictures = pictures
        self.passed = 0
        self.failures = []
        self.complaints = []
        self.stopped = False
        for old in pictures.glob("*.png"):
            old.unlink()

    def visitor(self, size, javascript):
        """A person's own browser; whatever goes wrong in it unseen is noted."""
        context = self.browser.new_context(viewport=size, java_script_enabled=javascript, locale="vi-VN")
        context.set_default_timeout(15_000)
        page = context.new_page()
        page.on("console", self.listen)
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        page.on("request", self.look_at_request)
        page.on("response", self.look_at_answer)
        return page

    def listen(self, message):
        # What an answer was is told by its status below; the browser's own line about it says no more.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.complaints.append(f"console: {message.text}")

    def look_at_answer(self, answer):
        """Pages may refuse (the step looks at what they say); what they are made of must be there."""
        if answer.status >= 500 or answer.status >= 400 and not answer.request.is_navigation_request():
            self.complaints.append(f"{answer.status}: {answer.url}")

    def look_at_request(self, request):
        if not request.url.startswith((self.program.base, self.program.zalo, "data:")):
            self.complaints.append(f"a request to another host: {request.url}")

    def step(self, name, action, page=None, needed=True):
        """Does a step, takes its picture, and counts it; after a failed step that others need there is nothing to walk on."""
        if self.stopped:
            return
        self.complaints.clear()
        try:
            action()
            if page is not None:
                self.picture(page, name)
                self.look_at(page)
            if self.complaints:
                raise AssertionError("; ".join(self.complaints))
            self.passed += 1
            print(f"ok      {name}", flush=True)
        except Exception as error:  # whatever it is, it is this step's verdict
            self.failures.append(name)
            print(f"failed  {name}: {str(error).splitlines()[0] if str(error) else type(error).__name__}", flush=True)
            print(f"        {str(error)[:600]}", flush=True)
            if page is not None:
                print(f"        at {page.url}", flush=True)
                self.picture(page, f"{name} - hỏng")
            self.stopped = needed

    def picture(self, page, name):
        number = len(list(self.pictures.glob("*.png"))) + 1
        page.screenshot(path=self.pictures / f"{number:02d} {name}.png", full_page=True)

    def look_at(self, page):
        """What holds for every page: it fits the screen in width, and says what it is."""
        width, room, wide = page.evaluate(
            """() => { const room = document.documentElement.clientWidth; return [
            document.documentElement.scrollWidth, room,
            [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > room + 1
              && !e.closest('.table.wide, .rail')).slice(0, 3).map(e => e.tagName + '.' + e.className)] }"""
        )
        assert width <= room, f"the page is {width} px wide on a screen of {room}: {wide}"
        assert page.locator("h1").count() == 1, "not one h1"


def enter(walk, page, login):
    page.goto(f"{walk.program.base}/dang-nhap")
    page.get_by_label("Tên đăng nhập").fill(login)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("button", name="Đăng xuất").first).to_be_attached()


def sign_in(walk, login):
    page = walk.visitor(DESK, javascript=True)
    enter(walk, page, login)
    return page


def petition(walk):
    """The petitioner fills in the form on the phone; the lookup code."""
    base = walk.program.base
    phone = walk.visitor(PHONE, javascript=False)
    found = {}

    def opens():
        phone.goto(base)
        expect(phone.get_by_role("heading", level=1)).to_contain_text("kiến nghị")

    def refused():
        phone.get_by_role("link", name="Gửi khó khăn, kiến nghị").first.click()
        phone.get_by_label("Khó khăn, kiến nghị", exact=True).fill("Xe tải không vào được cổng số 2")
        phone.get_by_label("Số điện thoại").fill("12345")
        phone.get_by_role("button", name="Gửi kiến nghị").click()
        expect(phone.get_by_role("alert")).to_contain_text("Số điện thoại")
        expect(phone.get_by_label("Khó khăn, kiến nghị", exact=True)).to_have_value("Xe tải không vào được cổng số 2")

    def sends():
        phone.get_by_label("Khó khăn, kiến nghị về quy định").check()
        phone.get_by_label("Khó khăn, kiến nghị", exact=True).fill(
            "Đường vào cổng số 2 của nhà máy lún sâu từ đầu tháng, xe tải chở hàng xuất khẩu không vào được.\n"
            "Đề nghị sửa đường trước kỳ giao hàng cuối tháng."
        )
        phone.get_by_label("Tên doanh nghiệp, tổ chức").fill("Công ty TNHH Cơ khí Hoàng Gia (thử)")
        phone.get_by_label("Họ tên người gửi").fill("Lý Thị Hòa")
        phone.get_by_label("Số điện thoại").fill("0912 345 678")
        phone.get_by_label("Trong khu công nghiệp", exact=True).check()
        phone.locator("#files").set_input_files([{"name": "mat-duong.png", "mimeType": "image/png", "buffer": PNG}])
        phone.get_by_role("button", name="Gửi kiến nghị").click()
        expect(phone.get_by_role("heading", level=1)).to_contain_text("Đã nhận kiến nghị")
        found["code"] = phone.locator("output").first.inner_text().strip()
        found["page"] = phone.url.split("?")[0]
        assert re.fullmatch(r"[2-9A-Z]{5}-[2-9A-Z]{5}", found["code"]), found["code"]

    walk.step("trang chủ", opens, phone)
    walk.step("gửi thiếu bị trả lại", refused, phone)
    walk.step("gửi kiến nghị", sends, phone)
    return phone, found


def desks(walk, found):
    """Intake sorts, diagnosis proposes and assigns."""
    base = walk.program.base
    people = {}

    def signs_in():
        people["lan"] = sign_in(walk, "lan")

    def screens():
        lan = people["lan"]
        lan.goto(f"{base}/app/ho-so?tim=Hoàng+Gia+thử")
        row = lan.get_by_role("row").filter(has_text="Hoàng Gia (thử)")
        found["number"] = row.get_by_role("link").first.inner_text().strip()
        row.get_by_role("link").first.click()
        expect(lan.get_by_role("link", name="mat-duong.png")).to_be_visible()

    def sorts():
        lan = people["lan"]
        lan.get_by_role("link", name="Phân loại, chuyển chẩn đoán").click()
        lan.get_by_label("Lĩnh vực").select_option(index=3)
        lan.get_by_label("Trong khu công nghiệp", exact=True).check()
        lan.get_by_label("Ghi chú cho tổ chẩn đoán").fill("Doanh nghiệp cần trả lời trước ngày 25.")

    def passes_on():
        lan = people["lan"]
        lan.get_by_role("button", name="Phân loại, chuyển chẩn đoán").click()
        expect(lan.locator(".tags").first).to_contain_text("Chẩn đoán")

    def diagnoses():
        people["khanh"] = khanh = sign_in(walk, "khanh")
        khanh.goto(f"{base}/app/ho-so/{found['number']}/chan-doan")
        khanh.get_by_label("Chẩn đoán", exact=True).fill("Đoạn đường nội khu do chủ đầu tư hạ tầng quản lý; nền lún do mưa và xe quá tải.")
        khanh.get_by_label("Phương án đề xuất").fill("Giao Ban Quản lý làm việc với chủ đầu tư hạ tầng, sửa xong trong 7 ngày.")
        khanh.get_by_role("button", name="Chẩn đoán, đề xuất phương án").click()
        expect(khanh.get_by_text("nền lún do mưa và xe quá tải").first).to_be_visible()

    def routes():
        khanh = people["khanh"]
        khanh.get_by_role("link", name="Phân công xử lý").click()
        expect(khanh.locator(".notice")).to_contain_text("Quy tắc")
        expect(khanh.locator(".notice")).to_contain_text("Ban Quản lý các khu công nghiệp")
        khanh.get_by_text("Vì sao?").click()

    def assigns():
        khanh = people["khanh"]
        person = khanh.get_by_label("Người xử lý")
        person.select_option(label=[text for text in person.locator("option").all_inner_texts() if "Thân Đức Tâm" in text][0])
        khanh.get_by_role("button", name="Phân công xử lý").click()
        expect(khanh.get_by_role("complementary").first).to_contain_text("Thân Đức Tâm")

    walk.step("bàn tiếp nhận", signs_in)
    walk.step("việc cần làm", lambda: people["lan"].goto(f"{base}/app"), people.get("lan"))
    walk.step("hồ sơ mới", screens, people.get("lan"))
    walk.step("sàng lọc", sorts, people.get("lan"))
    walk.step("chuyển chẩn đoán", passes_on, people.get("lan"))
    walk.step("đăng nhập chẩn đoán", diagnoses)
    walk.step("chẩn đoán", lambda: None, people.get("khanh"))
    walk.step("quy tắc phân công", routes, people.get("khanh"))
    walk.step("phân công", assigns, people.get("khanh"))
    return people


def handling(walk, found, phone):
    """The handler asks back, the petitioner answers, two people answer the petition."""
    base = walk.program.base
    people = {}
    case = f"{base}/app/ho-so/{found.get('number')}"

    def asks():
        people["tam"] = tam = sign_in(walk, "tam")
        tam.goto(case)
        tam.get_by_role("link", name="Yêu cầu bổ sung").click()
        tam.get_by_label("Nội dung cần bổ sung").fill("Xin Quý công ty cho biết chiều dài đoạn lún và tải trọng xe thường ra vào.")
        tam.get_by_role("button", name="Yêu cầu bổ sung").click()
        expect(tam.locator(".tags").first).to_contain_text("Tạm dừng")

    def reads_question():
        phone.goto(base)
        phone.get_by_label("Mã tra cứu").fill(found["code"].lower())
        phone.get_by_role("button", name="Tra cứu").click()
        expect(phone.get_by_text("Thời hạn đang tạm dừng")).to_be_visible()

    def supplies():
        phone.get_by_label("Nội dung").fill("Đoạn lún dài khoảng 60 m, xe đầu kéo 30 tấn, mỗi ngày 12 lượt.")
        phone.get_by_role("button", name="Gửi bổ sung").click()
        expect(phone.get_by_text("Quý vị được trả lời chậm nhất ngày")).to_be_visible()

    def drafts():
        tam = people["tam"]
        tam.goto(f"{case}/tra-loi")
        tam.get_by_label("Giải quyết xong").check()
        tam.get_by_label("Kết luận").fill("Đoạn đường vào cổng số 2 được gia cố và thảm lại xong trong 7 ngày.")
        tam.get_by_label("Giải thích (không bắt buộc)").fill("Chủ đầu tư hạ tầng đã nhận lỗi bảo trì. Trong thời gian sửa, xe đi tạm cổng số 1.")
        tam.get_by_label("Căn cứ pháp lý").fill("Hợp đồng thuê hạ tầng, Điều 5; Quyết định 2290/QĐ-UBND, Điều 2.")
        tam.get_by_label("Làm gì 1").fill("Gia cố nền, thảm lại mặt đường 60 m")
        tam.get_by_label("Trước ngày 1").fill((datetime.date.today() + datetime.timedelta(days=9)).isoformat())
        tam.get_by_label("Loại minh chứng 1").select_option(index=1)
        tam.get_by_label("Số, ngày văn bản hoặc mô tả 1").fill("Biên bản nghiệm thu đoạn đường, 60 m")
        tam.get_by_label("Liên hệ").fill("Phòng Quản lý hạ tầng, 0222 3822 123")

    def submits():
        tam = people["tam"]
        tam.get_by_role("button", name="Trình duyệt").click()
        expect(tam.locator(".tags").first).to_contain_text("Trình duyệt")
        expect(tam.get_by_role("navigation", name="Việc có thể làm").get_by_role("link", name="Phê duyệt")).to_have_count(0)

    def reads_draft():
        people["ky"] = ky = sign_in(walk, "ky")
        ky.goto(f"{case}/phe-duyet")
        expect(ky.locator(".answer")).to_contain_text("thảm lại xong trong 7 ngày")

    def approves():
        ky = people["ky"]
        ky.get_by_role("button", name="Phê duyệt, gửi trả lời").click()
        expect(ky.locator(".tags").first).to_contain_text("Đã trả lời")

    walk.step("yêu cầu bổ sung", asks)
    walk.step("tạm dừng thời hạn", lambda: None, people.get("tam"))
    walk.step("tra cứu thấy câu hỏi", reads_question, phone)
    walk.step("gửi bổ sung", supplies, phone)
    walk.step("soạn trả lời", drafts, people.get("tam"))
    walk.step("trình duyệt", submits, people.get("tam"))
    walk.step("đọc dự thảo", reads_draft)
    walk.step("phê duyệt", lambda: None, people.get("ky"))
    walk.step("gửi trả lời", approves, people.get("ky"))


def ending(walk, found, phone):
    """The petitioner reads and rates, the head reads the weekly report."""
    base = walk.program.base
    people = {}

    def reads_answer():
        phone.goto(found["page"])
        expect(phone.locator(".answer")).to_contain_text("thảm lại xong trong 7 ngày")

    def rates():
        phone.get_by_label("Hài lòng", exact=True).check()
        phone.get_by_label("Ý kiến thêm").fill("Trả lời rõ ràng.")
        phone.get_by_role("button", name="Gửi đánh giá").click()
        expect(phone.get_by_text("Quý vị đã đánh giá: hài lòng.")).to_be_visible()

    def reports():
        people["mai"] = mai = sign_in(walk, "mai")
        mai.get_by_role("link", name="Báo cáo tuần").click()
        expect(mai.get_by_text("Số liệu cân đối")).to_be_visible()

    def follows_number():
        mai = people["mai"]
        link = mai.locator("main").get_by_role("row").filter(has_text="Chuyển, từ chối").get_by_role("link")
        count = int(link.inner_text().replace(".", ""))
        link.click()
        expect(mai.locator("main tbody tr")).to_have_count(count)

    def text():
        answer = people["mai"].context.request.get(f"{base}/app/bao-cao/tuan/nay/ban-chu")
        assert answer.ok and len(answer.text()) <= 2000, len(answer.text())

    walk.step("đọc trả lời", reads_answer, phone)
    walk.step("đánh giá", rates, phone)
    walk.step("mở báo cáo tuần", reports)
    walk.step("báo cáo tuần", lambda: None, people.get("mai"))
    walk.step("số liệu dẫn đến hồ sơ", follows_number, people.get("mai"))
    walk.step("bản chữ cho nhóm Zalo", text)


def zalo(walk):
    """One line on Zalo becomes a case; what is typed into the stand-in comes back acknowledged."""
    citizen = walk.visitor(PHONE, javascript=True)

    def writes():
        citizen.goto(f"{walk.program.zalo}/_sim/")
        citizen.get_by_label("Tên người dùng mới").fill("Ông Thử Nghiệm")
        citizen.get_by_role("button", name=re.compile("Thêm|Tạo")).first.click()
        if "/users/" not in citizen.url:
            citizen.get_by_role("link", name="Ông Thử Nghiệm").first.click()
        citizen.get_by_label("Tin nhắn").fill("Nước sạch cụm công nghiệp yếu cả tuần, xưởng phải nghỉ ca chiều")
        citizen.get_by_role("button", name="Gửi").first.click()
        frame = citizen.frame_locator("iframe")
        expect(frame.get_by_text("Mã tra cứu:")).to_be_visible()
        expect(frame.get_by_text("Hạn trả lời:")).to_be_visible()

    def appears():
        lan = sign_in(walk, "lan")
        lan.goto(f"{walk.program.base}/app/ho-so?hang=intake&kenh=zalo")
        expect(lan.get_by_text("Nước sạch cụm công nghiệp yếu").first).to_be_visible()
        walk.picture(lan, "kiến nghị qua Zalo trên bàn tiếp nhận")

    walk.step("nhắn Zalo", writes)
    if not walk.stopped:
        walk.picture(citizen, "hội thoại Zalo")
    walk.step("Zalo thành hồ sơ", appears)


def phones(walk, found):
    """Every page of staff and public fits a phone of 360 px."""
    base = walk.program.base
    walk.stopped = False
    # Pages that are still open elsewhere lost their cases when their unit was merged, and are told so.
    for context in walk.browser.contexts:
        context.close()
    case = f"/app/ho-so/{found.get('number', '')}"
    for login, paths in [
        ("lan", ["/app", "/app/ho-so", "/app/ho-so?tim=duong", "/app/kenh", case]),
        ("khanh", ["/app"]),
        ("mai", ["/app", "/app/bao-cao/tuan/nay", "/app/ho-so?hang=late"]),
        ("admin", [
            "/app/tai-khoan", "/app/quan-tri/don-vi", "/app/quan-tri/to-cong-tac", "/app/quan-tri/to-cong-tac/tct-thu", "/app/quan-tri/sap-xep",
            "/app/quan-tri/bang-phu", "/app/quan-tri/nhap", "/app/quan-tri/dia-ban",
        ]),
        (None, ["/", "/gui-kien-nghi", "/tra-cuu", "/mang-luoi", "/dang-nhap", "/khong-co"]),
    ]:
        page = walk.visitor(PHONE, javascript=login is not None)
        if login is not None:
            walk.step(f"điện thoại {login} đăng nhập", lambda: enter(walk, page, login), needed=False)
        for path in paths:
            name = f"điện thoại {login or 'công khai'} {path.split('?')[0].replace('/', ' ').strip() or 'trang chủ'}"
            walk.step(name, lambda: page.goto(base + path), page, needed=False)


def too_long(*_):
    raise TimeoutError("the walk took longer than twenty minutes")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--pictures", required=True, type=pathlib.Path)
    parser.add_argument("--only", choices=["casework", "channels", "desks", "hotline", "lists", "visits", "organisation"], help="one part alone, for whoever works on it")
    options = parser.parse_args()
    options.pictures.mkdir(parents=True, exist_ok=True)
    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(1200)
    with tempfile.TemporaryDirectory() as folder:
        program = Program(options.program, folder)
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
                walk = Walk(browser, program, options.pictures)
                if options.only is None:
                    phone, found = petition(walk)
                    desks(walk, found)
                    handling(walk, found, phone)
                    ending(walk, found, phone)
                    zalo(walk)
                if options.only in (None, "desks"):
                    live_desks(walk, enter, PHONE, DESK)
                if options.only in (None, "hotline"):
                    hotline(walk, enter, PHONE, DESK, PDF)
                if options.only in (None, "channels"):
                    channels(walk, enter, PHONE, DESK)
                if options.only in (None, "lists"):
                    lists(walk, enter, PHONE, DESK)
                if options.only in (None, "visits"):
                    visits(walk, enter, PHONE, DESK)
                if options.only in (None, "casework"):
                    casework(walk, enter, PHONE, DESK)
                if options.only in (None, "organisation"):
                    organisation(walk, sign_in, PNG)
                if options.only is None:
                    phones(walk, found)
                browser.close()
        except BaseException:
            program.process.kill()
            raise
        status = program.stop()
        if status == 0:
            walk.passed += 1
        else:
            walk.failures.append("the program drains")
            print(f"failed  the program ended with {status}:\n{program.log.read_text()[-2000:]}")
    print(f"{walk.passed} passed, {len(walk.failures)} failed")
    return 1 if walk.failures else 0


if __name__ == "__main__":
    sys.exit(main())
