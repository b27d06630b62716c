"""The clerk founds a task force from a decision, assigns its 23 members, and reorganises: in preview, then for real."""

import datetime
import re

from playwright.sync_api import expect

MEMBERS = [
    "Nguyễn Hữu Thành", "Trần Thị Bích", "Lê Quốc Toản", "Phạm Văn Duy", "Hoàng Thị Oanh", "Vũ Đình Phúc", "Đặng Thu Hằng", "Bùi Công Minh",
    "Đỗ Thị Lụa", "Hồ Sỹ Nam", "Ngô Thị Yến", "Dương Văn Hòa", "Lý Thị Nhàn", "Phan Đức Long", "Vương Thị Hảo", "Trịnh Văn Sơn",
    "Đinh Thị Mơ", "Mai Xuân Cường", "Tô Thị Hiền", "Cao Bá Quát Anh", "Lương Thị Vân", "Chu Văn Thắng", "Tạ Thị Phượng",
]
POSTS = ["Tổ trưởng", "Tổ phó Thường trực", "Tổ phó"]


def pick(page, label, words):
    """Chooses the option that begins with these words."""
    select = page.get_by_label(label, exact=True)
    select.select_option(label=[text for text in select.locator("option").all_inner_texts() if text.strip().startswith(words)][0])


def organisation(walk, sign_in, png):
    base = f"{walk.program.base}/app/quan-tri"
    today = datetime.date.today().isoformat()
    clerk = {}

    def opens():
        clerk["page"] = page = sign_in(walk, "admin")
        page.goto(f"{base}/thanh-lap-to")

    def refused():
        page = clerk["page"]
        page.get_by_label("Tên đầy đủ").fill("Tổ công tác tháo gỡ khó khăn (thử)")
        page.get_by_role("button", name="Thành lập").click()
        expect(page.locator(".summary, .error-summary, [role=alert]").first).to_be_visible()
        expect(page.get_by_label("Tên đầy đủ")).to_have_value("Tổ công tác tháo gỡ khó khăn (thử)")

    def founds():
        page = clerk["page"]
        page.get_by_label("Quyết định thành lập: số").fill("2290/QĐ-UBND")
        page.get_by_label("Ngày ký").fill(today)
        page.get_by_label("Có hiệu lực từ ngày").fill(today)
        page.locator("input[type=file]").set_input_files({"name": "qd-2290.png", "mimeType": "image/png", "buffer": png})
        page.get_by_label("Cấp", exact=True).select_option(label="Cấp tỉnh")
        pick(page, "Cơ quan thường trực", "Sở Công Thương")
        page.get_by_label("Mã", exact=True).fill("tct-thu")
        page.get_by_label("Chữ đầu số hồ sơ").fill("XTCT")
        page.get_by_role("button", name="Thành lập").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("(thử)")
        expect(page.get_by_role("link", name=re.compile("qd-2290|Bản chụp"))).to_be_visible()

    def assigns():
        page = clerk["page"]
        for place, name in enumerate(MEMBERS):
            page.goto(f"{base}/to-cong-tac/tct-thu/thanh-vien")
            page.get_by_label("Họ và tên").fill(name)
            page.get_by_label(POSTS[place] if place < len(POSTS) else "Thành viên", exact=True).check()
            page.get_by_label("Đơn vị", exact=True).select_option(index=1 + place)
            page.locator("input[name=fields]").nth(place).check()
            page.get_by_role("button", name="Phân công").click()
            expect(page.get_by_role("heading", level=1)).to_contain_text("(thử)")
        for name in MEMBERS:
            expect(page.get_by_text(name).first).to_be_visible()

    def plans():
        page = clerk["page"]
        page.goto(f"{base}/sap-xep-moi")
        page.get_by_label("Tên phương án").fill("Hợp nhất Ban Quản lý các khu công nghiệp (thử)")
        page.get_by_label("Văn bản căn cứ: số").fill("4774/QĐ-UBND")
        page.get_by_label("Ngày văn bản").fill(today)
        page.get_by_label("Ngày thực hiện").fill(today)
        page.get_by_label("Loại bước").select_option(label="Sáp nhập")
        page.get_by_role("button", name="Chọn", exact=True).click()
        page.get_by_label(re.compile("^Ban Quản lý các khu công nghiệp"), exact=False).first.check()
        pick(page, "Vào đơn vị", "Sở Công Thương")
        page.get_by_role("button", name="Thêm bước").click()
        expect(page.locator("ol.plan")).to_contain_text("Sáp nhập Ban Quản lý các khu công nghiệp")

    def previews():
        page = clerk["page"]
        page.get_by_role("button", name="Xem trước").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Xem trước")
        expect(page.get_by_text("Chưa có gì thay đổi")).to_be_visible()

    def prepares():
        page = clerk["page"]
        page.get_by_role("button", name="Chuẩn bị phương án").click()
        expect(page.get_by_role("link", name="Rút lại")).to_be_visible()

    def carries_out():
        page = clerk["page"]
        page.get_by_role("link", name="Thực hiện", exact=True).click()
        button = page.get_by_role("button", name=re.compile(r"Thực hiện và chuyển \d+ hồ sơ"))
        moved = int(re.search(r"chuyển (\d+)", button.inner_text()).group(1))
        assert moved > 0, "nothing would move"
        button.click()
        expect(page.get_by_text("Đã thực hiện").first).to_be_visible()

    def reads_history():
        clerk["page"].goto(f"{base}/nhat-ky")
        expect(clerk["page"].get_by_text("Hợp nhất Ban Quản lý các khu công nghiệp (thử)").first).to_be_visible()

    def reads_coverage():
        clerk["page"].goto(f"{base}/bang-phu")
        expect(clerk["page"].get_by_role("heading", level=1)).to_be_visible()

    walk.stopped = False
    walk.step("thành lập Tổ", opens)
    walk.step("thành lập Tổ thiếu", refused, clerk.get("page"))
    walk.step("Tổ mới", founds, clerk.get("page"))
    walk.step("23 thành viên", assigns, clerk.get("page"))
    walk.step("phương án sắp xếp", plans, clerk.get("page"))
    walk.step("xem trước sắp xếp", previews, clerk.get("page"))
    walk.step("phương án chờ ngày", prepares, clerk.get("page"))
    walk.step("thực hiện sắp xếp", carries_out, clerk.get("page"))
    walk.step("nhật ký tổ chức", reads_history, clerk.get("page"))
    walk.step("bảng phủ mạng lưới", reads_coverage, clerk.get("page"))
