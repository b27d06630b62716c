"""What the other channels brought, as the desk sees it: a thread of mails, calls that were merged and part again, a group's talk."""

import re

from playwright.sync_api import expect


def channels(walk, enter, phone_size, desk_size):
    base = walk.program.base
    lan = walk.visitor(desk_size, javascript=True)
    found = {}

    def search(words):
        lan.goto(f"{base}/app/ho-so")
        lan.get_by_role("searchbox").first.fill(words)
        lan.get_by_role("searchbox").first.press("Enter")
        lan.locator("main tbody a").first.click()

    def lights():
        enter(walk, lan, "lan")
        lan.goto(f"{base}/app/kenh")
        row = lan.get_by_role("row").filter(has_text="Zalo").first
        expect(row).to_contain_text("Bình thường")
        expect(lan.get_by_role("row").filter(has_text="Thư điện tử").first).to_contain_text("Đã tắt")

    def thread():
        search("tiền thuê đất ngừng sản xuất")
        folded = lan.locator("details").filter(has_text="Phần trích thư trước")
        expect(folded).not_to_have_attribute("open", "")
        folded.locator("summary").click()
        expect(folded).to_contain_text("phiếu hướng dẫn bổ sung")
        expect(lan.locator(".message").filter(has_text="Tôi đi công tác")).to_contain_text("Người khác: giamdoc@")

    def merged():
        search("Đậu phụ Chín Hòa")
        expect(lan.locator("main .notice").first).to_contain_text("Mọi việc làm ở hồ sơ chính")
        found["duplicate"] = lan.url
        lan.get_by_role("link", name=re.compile("^Mở hồ sơ chính")).click()
        expect(lan.get_by_role("heading", name=re.compile("^Hồ sơ trùng"))).to_be_visible()
        found["main"] = lan.url

    def parts():
        lan.goto(found["duplicate"])
        lan.get_by_role("link", name="Tách khỏi hồ sơ chính").click()
        lan.get_by_label(re.compile("^Lý do")).fill("Hai nhà dùng hai đường ống khác nhau.")
        lan.locator("main form").get_by_role("button", name=re.compile("^Tách")).click()
        expect(lan.locator(".tags").first).to_contain_text("Mới tiếp nhận")
        lan.goto(found["main"])
        expect(lan.get_by_role("heading", name=re.compile("^Hồ sơ trùng"))).to_have_count(0)

    def group():
        lan.goto(f"{base}/app/nhom-zalo")
        lan.get_by_role("link", name=re.compile("^Doanh nghiệp, hộ kinh doanh làng nghề")).first.click()
        expect(lan.locator("main")).to_contain_text("biển cấm mới cắm")

    def talk():
        lan.get_by_role("link", name=re.compile("^Ghi nhận")).first.click()
        lan.get_by_label("Nhóm", exact=True).select_option(label="Doanh nghiệp, hộ kinh doanh làng nghề Kinh Nam")
        said = "Nghĩa mộc (08:05): Sáng nay xe lại bị chặn ở cầu.\nThắm bún (08:10): Nhà tôi có nước rồi."
        lan.get_by_label(re.compile("^Dán đoạn trao đổi")).fill(said)
        lan.get_by_role("button", name="Đọc đoạn trích").click()
        expect(lan.get_by_label(re.compile("^Người nói")).nth(1)).to_have_value("Thắm bún")

    walk.step("đèn của các kênh", lights, lan)
    walk.step("chuỗi thư của một hồ sơ", thread, lan)
    walk.step("hồ sơ trùng và hồ sơ chính", merged, lan)
    walk.step("tách hồ sơ trùng", parts, lan)
    walk.step("nhóm Zalo", group, lan)
    walk.step("đọc đoạn trao đổi của nhóm", talk, lan)
