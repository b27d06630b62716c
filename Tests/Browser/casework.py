"""Case work among many: one letter becomes three petitions for three units; units ask one another, the head orders, a case bounces,
time is extended, a draft is rejected, and a sender who is not content is heard one level higher.

Each act takes the stage as the act before left it.
"""

import datetime
import re

from playwright.sync_api import expect

from answering import approval, bad_rating, drafting
from common import common_cause
from organisation import pick

FIRM = "Công ty CP Ba Việc (thử)"
LETTER = (
    "Công ty chúng tôi đề nghị tháo gỡ ba việc sau:\n"
    "1. Nước máy đục như nước gạo bốn hôm nay, buổi chiều lại yếu, xưởng nhuộm phải nghỉ ca; "
    "giá nước sạch cho làng nghề lại tính theo giá kinh doanh, còn đấu nối nước sạch cho xưởng mới thì làm đơn ở đâu chưa rõ.\n"
    "2. Hồ sơ hoàn thuế giá trị gia tăng quý I nộp đã hơn hai tháng, cơ quan thuế chưa ra quyết định hoàn.\n"
    "3. Đường nội bộ trong cụm công nghiệp xuống cấp, ổ gà sâu, không có đèn chiếu sáng, công nhân tan ca đêm rất nguy hiểm."
)
ITEMS = [
    # Words by which an item is known, its field, the unit that leads, the person who handles.
    ("Nước máy", "Cấp nước, thoát nước", "Sở Xây dựng", "Khổng Tuấn Phong"),
    ("hoàn thuế", "Thuế, hóa đơn", "Thuế tỉnh", "Phí Thu Hường"),
    ("Đường nội bộ", "Hạ tầng khu, cụm công nghiệp", "Sở Công Thương", "Vi Kim Oanh"),
]


class Stage:
    """Who is there: a browser for each person, kept from act to act, and the letter's three petitions."""

    def __init__(self, walk, enter, phone_size, desk_size):
        self.walk = walk
        self.base = walk.program.base
        self.enter = enter
        self.desk_size = desk_size
        self.phone = walk.visitor(phone_size, javascript=False)
        self.people = {}
        self.numbers = []
        self.codes = []

    def at(self, login, path="", item=None):
        """A person's own browser, on a page of an item or any other page."""
        if login not in self.people:
            page = self.walk.visitor(self.desk_size, javascript=True)
            # Whoever leaves a form half filled is asked, and here always means it.
            page.on("dialog", lambda dialog: dialog.accept())
            self.enter(self.walk, page, login)
            self.people[login] = page
        page = self.people[login]
        page.goto(self.base + (f"/app/ho-so/{self.numbers[item]}" if item is not None else "") + path)
        return page

    def follow(self, item):
        """The sender looks one of his petitions up."""
        self.phone.goto(f"{self.base}/tra-cuu/{self.codes[item]}")
        return self.phone

    def look(self, name, login):
        """A picture of what that person has before him, as a step: it fits the screen and says what it is."""
        self.walk.step(name, lambda: None, self.people.get(login))


def press(page, name):
    page.locator("main").get_by_role("button", name=name, exact=True).click()


def goes(page, name):
    """Takes a step from the bar of the case."""
    page.get_by_role("navigation", name="Việc có thể làm").get_by_role("link", name=name, exact=True).click()


def in_state(page, words):
    expect(page.locator(".tags").first).to_contain_text(words)


def letter(stage):
    """A letter with three numbered petitions is cut where it numbers them; each goes to a unit of its own."""
    walk, phone = stage.walk, stage.phone

    def sends():
        phone.goto(f"{stage.base}/gui-kien-nghi")
        phone.get_by_label("Khó khăn, kiến nghị về quy định").check()
        phone.get_by_label("Khó khăn, kiến nghị", exact=True).fill(LETTER)
        phone.get_by_label("Tên doanh nghiệp, tổ chức").fill(FIRM)
        phone.get_by_label("Họ tên người gửi").fill("Trần Văn Ba")
        phone.get_by_label("Số điện thoại").fill("0912 345 679")
        phone.get_by_role("button", name="Gửi kiến nghị").click()
        expect(phone.get_by_role("heading", level=1)).to_contain_text("Đã nhận kiến nghị")

    def proposes():
        lan = stage.at("lan", "/app/ho-so?tim=Ba+Việc+thử")
        lan.get_by_role("row").filter(has_text=FIRM).get_by_role("link").first.click()
        goes(lan, "Tách nội dung")
        expect(lan.get_by_text("Đề xuất tách theo các mục đánh số")).to_be_visible()
        for place, (words, _, _, _) in enumerate(ITEMS):
            expect(lan.get_by_label(f"Nội dung {place + 1}", exact=True)).to_have_value(re.compile(words))

    def splits():
        lan = stage.people["lan"]
        lan.get_by_label("Tiêu đề nội dung 1").fill("Nước máy đục, yếu vào buổi chiều (thử)")
        press(lan, "Tách nội dung")
        own = lan.locator("section").filter(has=lan.get_by_role("heading", name="của văn bản"))
        expect(own.locator("ul").first.locator("li")).to_have_count(3)
        here = re.search(r"KN-\d+-\d+", lan.url).group()
        links = [link.get_attribute("href").split("/")[-1] for link in own.locator("ul").first.get_by_role("link").all()]
        stage.numbers = [here] + links
        assert len(set(stage.numbers)) == 3, stage.numbers
        for item in range(3):
            page = stage.at("lan", item=item)
            stage.codes.append(page.locator("dt", has_text="Mã tra cứu").locator("+ dd").inner_text().strip())

    def hinted():
        lan = stage.at("lan", "/sang-loc", item=1)
        hints = lan.get_by_role("region", name="Gợi ý phân loại")
        expect(hints).to_contain_text("Thuế, hóa đơn")
        expect(hints).to_contain_text("vì có:")
        lan.get_by_text("Các từ dẫn đến gợi ý").click()
        expect(hints.locator("mark").first).to_be_visible()

    def sorts(item):
        words, field, unit, person = ITEMS[item]
        lan = stage.at("lan", "/sang-loc", item=item)
        lan.get_by_label("Khó khăn, kiến nghị về quy định").check()
        lan.get_by_label("Lĩnh vực").select_option(label=field)
        lan.get_by_label("Trong cụm công nghiệp", exact=True).check()
        press(lan, "Phân loại, chuyển chẩn đoán")
        in_state(lan, "Chẩn đoán")
        khanh = stage.at("khanh", "/chan-doan", item=item)
        expect(khanh.locator(".quoted")).to_contain_text(words)
        khanh.get_by_label("Chẩn đoán", exact=True).fill(f"Việc thuộc lĩnh vực {field.lower()}, đã rõ nội dung.")
        khanh.get_by_label("Phương án đề xuất").fill(f"Giao {unit} chủ trì trả lời.")
        press(khanh, "Chẩn đoán, đề xuất phương án")
        goes(khanh, "Phân công xử lý")
        expect(khanh.locator(".notice").first).to_contain_text("Sở Công Thương")
        pick(khanh, "Đơn vị chủ trì", unit)
        khanh.get_by_label("Lý do").fill(f"Nội dung thuộc thẩm quyền của {unit}.")
        whom = khanh.get_by_label("Người xử lý")
        whom.select_option(label=[text for text in whom.locator("option").all_inner_texts() if person in text][0])
        press(khanh, "Phân công xử lý")
        expect(khanh.get_by_role("complementary").first).to_contain_text(unit)
        expect(khanh.get_by_role("complementary").first).to_contain_text(person)

    def seen_by_sender():
        phone = stage.follow(0)
        expect(phone.get_by_role("heading", name="Văn bản gồm 3 nội dung")).to_be_visible()
        for _, _, unit, _ in ITEMS:
            expect(phone.locator("main")).to_contain_text(unit)

    walk.step("gửi văn bản ba nội dung", sends)
    walk.step("đề xuất tách", proposes)
    stage.look("tách nội dung", "lan")
    walk.step("tách thành ba hồ sơ", splits)
    walk.step("gợi ý phân loại", hinted)
    stage.look("gợi ý sàng lọc", "lan")
    for item, (_, _, unit, _) in enumerate(ITEMS):
        walk.step(f"nội dung {item + 1} giao {unit}", lambda: sorts(item))
    walk.step("tra cứu văn bản ba nội dung", seen_by_sender, phone)


def coordination(stage):
    """A unit that is asked sees this one case, and only since it was asked."""
    walk = stage.walk

    def unseen():
        tung = stage.at("tung", item=0)
        expect(tung.get_by_role("heading", level=1)).not_to_contain_text("Nước máy")

    def asks():
        phong = stage.at("phong", item=0)
        goes(phong, "Lấy ý kiến phối hợp")
        pick(phong, "Đơn vị phối hợp", "Công ty Điện lực")
        phong.get_by_label("Câu hỏi").fill("Trạm bơm tăng áp mất điện buổi chiều do đâu, bao giờ cấp điện ổn định?")
        press(phong, "Lấy ý kiến phối hợp")
        expect(phong.get_by_role("table", name="Ý kiến phối hợp")).to_contain_text("Chờ ý kiến")

    def advises():
        tung = stage.at("tung", "/app")
        queue = tung.locator("section.queue").filter(has=tung.get_by_role("link", name="Chờ đơn vị tôi cho ý kiến"))
        queue.get_by_role("link", name=stage.numbers[0]).click()
        expect(tung.get_by_role("heading", level=1)).to_contain_text("Nước máy")
        goes(tung, "Cho ý kiến phối hợp")
        expect(tung.get_by_text("bao giờ cấp điện ổn định?")).to_be_visible()
        tung.get_by_label("Đồng ý một phần").check()
        tung.get_by_label("Nội dung ý kiến").fill("Trạm bơm quá tải; Điện lực lắp máy biến áp mới trong 3 ngày.")
        press(tung, "Cho ý kiến phối hợp")
        expect(tung.get_by_role("table", name="Ý kiến phối hợp")).to_contain_text("máy biến áp mới trong 3 ngày")

    def only_this():
        tung = stage.at("tung", item=1)
        expect(tung.locator("main")).not_to_contain_text("hoàn thuế")

    def reads():
        phong = stage.at("phong", item=0)
        table = phong.get_by_role("table", name="Ý kiến phối hợp")
        expect(table).to_contain_text("Đồng ý một phần")
        expect(table).to_contain_text("Sái Thanh Tùng")

    walk.step("đơn vị khác chưa xem được", unseen)
    walk.step("lấy ý kiến phối hợp", asks)
    walk.step("cho ý kiến phối hợp", advises)
    walk.step("chỉ xem được hồ sơ được hỏi", only_this)
    walk.step("chủ trì đọc ý kiến", reads)
    stage.look("hồ sơ có ý kiến phối hợp", "phong")


def escalation(stage):
    """What the unit cannot settle goes up with options, and comes down as an order with an owner and a date."""
    walk = stage.walk
    due = datetime.date.today() + datetime.timedelta(days=6)

    def proposes():
        oanh = stage.at("oanh", item=2)
        goes(oanh, "Trình cấp trên")
        expect(oanh.locator(".notice").first).to_contain_text("Trịnh Hữu Lượng")
        oanh.get_by_label("Điều xin ý kiến").fill("Xin chủ trương ứng kinh phí sửa đường cụm trong khi chờ chủ đầu tư.")
        oanh.get_by_label("Phương án 1", exact=True).first.fill("Yêu cầu chủ đầu tư vá ổ gà ngay")
        oanh.get_by_label("Ưu điểm 1").fill("Làm được ngay")
        oanh.get_by_label("Nhược điểm 1").fill("Chỉ giữ được vài tháng")
        oanh.get_by_label("Căn cứ pháp lý 1").fill("Nghị định 32/2024/NĐ-CP, Điều 26")
        oanh.get_by_text("Phương án 2", exact=True).first.click()
        oanh.get_by_role("textbox", name="Phương án 2", exact=True).fill("Ứng ngân sách thảm lại, chủ đầu tư hoàn trả")
        oanh.get_by_label("Ưu điểm 2").fill("Bền, xong trước mùa mưa")
        oanh.get_by_label("Nhược điểm 2").fill("Phải có văn bản cam kết hoàn trả")
        oanh.get_by_label("Căn cứ pháp lý 2").fill("Nghị định 32/2024/NĐ-CP, Điều 25")
        press(oanh, "Trình cấp trên")
        in_state(oanh, "Chờ ý kiến chỉ đạo")

    def passes_up():
        luong = stage.at("luong", "/app")
        queue = luong.locator("section.queue").filter(has=luong.get_by_role("link", name="Chờ ý kiến chỉ đạo của tôi"))
        queue.get_by_role("link", name=stage.numbers[2]).click()
        goes(luong, "Trình cấp trên")
        expect(luong.get_by_role("table", name="Các phương án")).to_contain_text("Ứng ngân sách thảm lại")
        luong.get_by_label("Ý kiến của cấp trình").fill("Nghiêng về phương án 2, cần Tổ trưởng giao nguồn ứng.")
        press(luong, "Trình cấp trên")
        expect(luong.get_by_text("Chờ Tổ trưởng cho ý kiến").first).to_be_visible()

    def directs():
        mai = stage.at("mai", item=2)
        goes(mai, "Ý kiến chỉ đạo")
        expect(mai.get_by_text("Nghiêng về phương án 2")).to_be_visible()
        mai.get_by_role("radio", name=re.compile("^Phương án 2")).check()
        mai.get_by_label("Hạn thực hiện").fill(due.isoformat())
        press(mai, "Ý kiến chỉ đạo")
        in_state(mai, "Đang xử lý")

    def reads():
        oanh = stage.at("oanh", item=2)
        orders = oanh.locator("section").filter(has=oanh.get_by_role("heading", name="Ý kiến chỉ đạo"))
        expect(orders).to_contain_text("Ứng ngân sách thảm lại, chủ đầu tư hoàn trả")
        # A day on which nobody works becomes the next one on which somebody does.
        kept = re.compile(r"Sở Công Thương tỉnh Kinh Nam, hạn (\d\d/\d\d/\d{4})")
        expect(orders).to_contain_text(kept)
        day = datetime.datetime.strptime(kept.search(orders.inner_text()).group(1), "%d/%m/%Y").date()
        free = [due + datetime.timedelta(days=number) for number in range((day - due).days)]
        assert day >= due and len(free) < 12, f"{day:%d/%m/%Y} for {due:%d/%m/%Y}"
        assert day.weekday() < 5 or day == due, f"{day:%d/%m/%Y} is no working day"
        expect(orders).to_contain_text("Đặng Thị Tuyết Mai")

    walk.step("trình cấp trên kèm phương án", proposes)
    stage.look("hồ sơ chờ chỉ đạo", "oanh")
    walk.step("Tổ phó trình tiếp", passes_up)
    walk.step("Tổ trưởng chỉ đạo", directs)
    walk.step("đơn vị đọc chỉ đạo", reads)
    stage.look("hồ sơ có chỉ đạo", "oanh")


def bounce(stage):
    """A case that nobody wants ends before the standing deputy."""
    walk = stage.walk

    def offers(reason):
        huong = stage.at("huong", item=1)
        goes(huong, "Chuyển đơn vị khác")
        pick(huong, "Đơn vị tiếp nhận", "Sở Tài chính")
        huong.get_by_label("Lý do chuyển").fill(reason)
        press(huong, "Chuyển đơn vị khác")
        return huong

    def returned(reason):
        diep = stage.at("diep", "/app")
        queue = diep.locator("section.queue").filter(has=diep.get_by_role("link", name="Chờ đơn vị tôi tiếp nhận"))
        queue.get_by_role("link", name=stage.numbers[1]).click()
        goes(diep, "Tiếp nhận chuyển giao")
        press(diep, "Trả lại nơi chuyển")
        expect(diep.get_by_role("alert")).to_contain_text("Lý do")
        diep.get_by_label("Lý do trả lại").fill(reason)
        press(diep, "Trả lại nơi chuyển")

    def first():
        before = stage.at("huong", item=1).locator("dt", has_text="Hạn trả lời").locator("+ dd").first.inner_text()
        huong = offers("Tiền hoàn thuế do ngân sách cấp, đề nghị Sở Tài chính trả lời.")
        expect(huong.get_by_text("Chờ Sở Tài chính tỉnh Kinh Nam tiếp nhận")).to_be_visible()
        returned("Ra quyết định hoàn thuế là việc của cơ quan thuế.")
        after = stage.at("huong", item=1).locator("dt", has_text="Hạn trả lời").locator("+ dd").first.inner_text()
        assert before == after, f"the date moved from {before} to {after}"
        expect(huong.locator("main")).to_contain_text("Ra quyết định hoàn thuế là việc của cơ quan thuế.")

    def second():
        offers("Quỹ hoàn thuế đã hết, phải chờ Sở Tài chính bố trí.")
        returned("Quỹ hoàn thuế do trung ương cấp, không thuộc Sở.")

    def asks_decision():
        huong = stage.at("huong", "/chuyen-don-vi", item=1)
        expect(huong.locator(".notice").first).to_contain_text("Tổ phó Thường trực quyết định")
        huong = offers("Hai đơn vị chưa thống nhất, đề nghị quyết định.")
        expect(huong.get_by_text("Chờ Tổ phó Thường trực quyết định đơn vị chủ trì")).to_be_visible()

    def decides():
        hung = stage.at("hung", "/app")
        queue = hung.locator("section.queue").filter(has=hung.get_by_role("link", name="Chờ quyết định đơn vị chủ trì"))
        queue.get_by_role("link", name=stage.numbers[1]).click()
        goes(hung, "Phân công xử lý")
        expect(hung.get_by_text("Hai đơn vị chưa thống nhất, đề nghị quyết định.")).to_be_visible()
        pick(hung, "Đơn vị chủ trì", "Thuế tỉnh")
        hung.get_by_label("Lý do", exact=False).first.fill("Thẩm quyền hoàn thuế thuộc cơ quan thuế; Sở Tài chính phối hợp.")
        press(hung, "Phân công xử lý")
        expect(hung.get_by_text("Chờ Tổ phó Thường trực quyết định")).to_have_count(0)

    def settled():
        huong = stage.at("huong", item=1)
        bar = huong.get_by_role("navigation", name="Việc có thể làm")
        expect(bar.get_by_role("link", name="Chuyển đơn vị khác")).to_have_count(0)

    def board():
        hung = stage.at("hung", "/app/chuyen-vong")
        pair = hung.get_by_role("table", name="Chuyển, trả lại giữa các đơn vị").get_by_role(
            "row", name=re.compile("^Thuế tỉnh Sở Tài chính"))
        expect(pair).to_have_count(1)
        expect(hung.get_by_role("link", name=stage.numbers[1])).to_be_visible()

    walk.step("chuyển và bị trả lại", first)
    walk.step("chuyển lần hai, bị trả lại", second)
    walk.step("hết lần chuyển", asks_decision)
    stage.look("hồ sơ chờ quyết định chủ trì", "huong")
    walk.step("Tổ phó Thường trực quyết định", decides)
    walk.step("không chuyển tiếp được nữa", settled)
    walk.step("bảng ai chuyển cho ai", board)
    stage.look("ai chuyển cho ai", "hung")


def extension(stage):
    """More time is asked with a reason, granted by another, and told to the sender."""
    walk = stage.walk
    dates = {}

    def asks():
        phong = stage.at("phong", item=0)
        dates["before"] = phong.locator("dt", has_text="Hạn trả lời").locator("+ dd").first.inner_text().strip()
        goes(phong, "Đề nghị gia hạn")
        phong.get_by_label("Số ngày làm việc").fill("3")
        phong.get_by_label("Lý do").fill("Chờ Công ty cấp nước cung cấp số đo áp lực tuyến ống.")
        press(phong, "Đề nghị gia hạn")
        expect(phong.get_by_text("Chờ duyệt gia hạn 3 ngày làm việc")).to_be_visible()

    def grants():
        vinh = stage.at("vinh", "/app")
        queue = vinh.locator("section.queue").filter(has=vinh.get_by_role("link", name="Chờ duyệt gia hạn"))
        queue.get_by_role("link", name=stage.numbers[0]).click()
        goes(vinh, "Duyệt gia hạn")
        dates["after"] = vinh.locator("dt", has_text="Hạn mới nếu duyệt").locator("+ dd").inner_text().strip()
        press(vinh, "Duyệt gia hạn")
        expect(vinh.get_by_role("complementary").first).to_contain_text(dates["after"])

    def told():
        assert dates["before"] != dates["after"], dates
        phone = stage.follow(0)
        expect(phone.get_by_text(f"Quý vị được trả lời chậm nhất ngày {dates['after']}.")).to_be_visible()
        expect(phone.locator("dt", has_text="Hạn ban đầu").locator("+ dd")).to_have_text(dates["before"])
        expect(phone.locator("dt", has_text="Lý do gia hạn").locator("+ dd")).to_contain_text("số đo áp lực")

    walk.step("đề nghị gia hạn", asks)
    walk.step("duyệt gia hạn", grants)
    walk.step("người gửi thấy hạn mới", told, stage.phone)


def casework(walk, enter, phone_size, desk_size):
    stage = Stage(walk, enter, phone_size, desk_size)
    walk.stopped = False
    letter(stage)
    coordination(stage)
    escalation(stage)
    bounce(stage)
    extension(stage)
    drafting(stage, press)
    approval(stage, press, goes, in_state)
    bad_rating(stage)
    common_cause(stage, press, goes)
    if walk.stopped:
        for login, page in stage.people.items():
            walk.picture(page, f"{login} - hỏng")
