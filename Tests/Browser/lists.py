"""The intake officer takes in what other systems hold: looks at a list, says what a column is, takes it in, and finds it known."""

import pathlib

from playwright.sync_api import expect

SAMPLES = pathlib.Path(__file__).parent.parent / "ImportSamples"


def lists(walk, enter, phone_size, desk_size):
    base = walk.program.base
    lan = walk.visitor(desk_size, javascript=True)
    found = {}

    def send(page, source, name, title=""):
        page.goto(f"{base}/app/nhap-danh-sach")
        page.get_by_label("Nguồn").select_option(label=source)
        page.get_by_label("Tên danh sách").fill(title)
        page.get_by_label("Tệp", exact=True).set_input_files(SAMPLES / name)
        page.get_by_role("button", name="Kiểm tra tệp").click()

    def begins():
        enter(walk, lan, "lan")
        lan.get_by_role("link", name="Nạp danh sách").click()
        expect(lan.get_by_role("heading", level=1)).to_have_text("Nạp danh sách")

    def is_refused():
        send(lan, "Hệ thống PAKN quốc gia", "dong-bi-tu-choi.csv")
        expect(lan.get_by_text("5 bị từ chối").first).to_be_visible()
        expect(lan.get_by_text("sau thời điểm hiện tại").first).to_be_visible()
        with lan.expect_download() as file:
            lan.get_by_role("link", name="Tải dòng bị từ chối").click()
        assert file.value.suggested_filename == "dong-bi-tu-choi.csv"
        assert "Lý do không nạp được" in pathlib.Path(file.value.path()).read_text()

    def is_thrown_away():
        lan.get_by_role("button", name="Bỏ tệp này").click()
        expect(lan.get_by_role("heading", level=1)).to_have_text("Nạp danh sách")

    def looks():
        send(lan, "Hỏi đáp eTax", "etax.xlsx")
        expect(lan.get_by_text("3 mới").first).to_be_visible()
        lan.get_by_label("Cột “Sắc thuế” đọc là").select_option(label="Lĩnh vực")
        lan.get_by_label("Tên cách ghép cột").fill("eTax hằng tháng")
        lan.get_by_role("button", name="Ghép lại và kiểm tra").click()
        expect(lan.get_by_text("Lĩnh vực “Lệ phí môn bài” không có trong danh mục").first).to_be_visible()

    def takes_in():
        lan.get_by_role("button", name="Nạp 3 kiến nghị").click()
        expect(lan.get_by_role("heading", level=1)).to_have_text("Đã nạp danh sách")
        found["case"] = lan.locator("main tbody a[href^='/app/ho-so/']").nth(1)

    def opens_a_case():
        found["case"].click()
        expect(lan.get_by_text("ETAX-2026-000872").first).to_be_visible()
        expect(lan.get_by_text("ghi đã trả lời ngày 24/07/2026").first).to_be_visible()

    def is_known():
        send(lan, "Hỏi đáp eTax", "etax.xlsx")
        expect(lan.get_by_text("0 mới, 3 đã có").first).to_be_visible()
        expect(lan.get_by_text("eTax hằng tháng").first).to_be_visible()
        lan.get_by_role("button", name="Bỏ tệp này").click()

    def is_pointed_out():
        send(lan, "Tổng đài 1022", "tong-dai-1022.csv")
        expect(lan.get_by_text("Có thể trùng hồ sơ").first).to_be_visible()

    def holds_a_conference():
        send(lan, "Hội nghị đối thoại", "hoi-nghi-doi-thoai.xlsx", "Hội nghị đối thoại quý III/2026")
        lan.get_by_role("button", name="Nạp 3 kiến nghị").click()
        lan.goto(f"{base}/app/nhap-danh-sach")
        expect(lan.get_by_text("Hội nghị đối thoại quý III/2026").first).to_be_visible()

    def on_the_phone():
        found["phone"] = phone = walk.visitor(phone_size, javascript=True)
        enter(walk, phone, "lan")
        send(phone, "Hệ thống PAKN quốc gia", "pakn-quoc-gia.xlsx")
        expect(phone.get_by_text("3 mới").first).to_be_visible()
        walk.look_at(phone)
        walk.picture(phone, "Danh sách trên điện thoại")

    walk.step("Nạp danh sách", begins, lan)
    walk.step("Danh sách có dòng bị từ chối", is_refused, lan)
    walk.step("Bỏ tệp", is_thrown_away, lan)
    walk.step("Xem trước danh sách eTax, ghép lại một cột", looks, lan)
    walk.step("Nạp danh sách eTax", takes_in, lan)
    walk.step("Hồ sơ từ danh sách", opens_a_case, lan)
    walk.step("Nạp lại: đã có", is_known, lan)
    walk.step("Có thể trùng hồ sơ khác", is_pointed_out, lan)
    walk.step("Danh sách hội nghị đối thoại", holds_a_conference, lan)
    walk.step("Danh sách trên điện thoại", on_the_phone)
