extension TriageCues {
    /// What tells the fields apart: by their codes in the standard list; a field that an office has taken from its list is not proposed.
    static let fields = (money + groundAndBuilding + people + supply + order).flatMap { TriageCue.read(.field(FieldCode($0.code)), $0.lines) }

    private static let money: [(code: String, lines: String)] = [
        (
            "thue",
            """
            6 hoàn thuế, khấu trừ thuế, thuế tndn, thuế tncn, thuế gtgt, thuế vat, tờ khai vat, thuế khoán, hóa đơn điện tử, cơ quan thuế
            6 chi cục thuế, tiền chậm nộp
            6 cục thuế, mã số thuế, mst, thuế suất, truy thu thuế, trốn thuế, nộp thuế, nợ thuế, tiền thuế, lệ phí môn bài, thuế môn bài
            6 kê khai thuế
            5 vat, hóa đơn khống, máy tính tiền, khấu trừ đầu vào, thuế giá trị gia tăng, người nộp thuế, quyết toán thuế, gia hạn nộp thuế
            5 xuất hóa đơn
            4 thuế, hóa đơn, đầu vào, môn bài, kế toán
            """
        ),
        (
            "hai-quan",
            """
            7 hải quan, tờ khai nhập khẩu, tờ khai xuất khẩu, thông quan, mã hs, tạm nhập tái xuất, vnaccs, kiểm hóa, luồng đỏ, thuế nhập khẩu
            6 tờ khai hải quan, chứng nhận xuất xứ, c/o mẫu, c o mẫu, doanh nghiệp chế xuất, kho ngoại quan, mở tờ khai, hàng lậu
            6 thuế xuất khẩu, luồng vàng
            5 xuất nhập khẩu, nhập khẩu, cửa khẩu, hàng gia công, kiểm tra chuyên ngành, hàng cấm, gia công xuất khẩu, một cửa quốc gia
            4 xuất khẩu, xuất xứ, lô hàng, nhập vải, lưu container
            """
        ),
        (
            "von",
            """
            7 vay vốn, tín dụng, lãi suất, giải ngân, bảo lãnh tín dụng, cơ cấu lại thời hạn trả nợ, nhóm nợ, cic, hạn mức vay, vốn lưu động
            7 vốn ưu đãi
            6 khoản vay, cho vay, lãi vay, vay ngân hàng, ngân hàng, thế chấp, thiếu vốn, bảo lãnh, giãn nợ, khoanh nợ, nợ xấu, quỹ bảo lãnh
            6 nhân viên tín dụng
            5 quỹ phát triển doanh nghiệp, đáo hạn, hỗ trợ lãi suất, giảm lãi, tạm ứng, quỹ hỗ trợ hợp tác xã, cạn tiền
            4 vay, vốn
            """
        ),
        (
            "chinh-sach-ho-tro",
            """
            7 gói hỗ trợ, chính sách hỗ trợ, tiền hỗ trợ, nhận hỗ trợ, khuyến công, khởi nghiệp, trợ cấp do dịch, hỗ trợ doanh nghiệp, xin hỗ trợ
            6 chính sách ưu đãi, kinh phí hỗ trợ, được hỗ trợ gì, hỗ trợ học phí, thưởng xuất khẩu, đào tạo nghề, doanh nghiệp xã hội
            6 chương trình hỗ trợ
            5 doanh nghiệp do phụ nữ làm chủ, tư vấn miễn phí, hồ sơ hưởng, được hưởng ưu đãi, hộ nhận tiền, nhận trợ cấp, dnnvv, khuyến nông
            3 ưu đãi, chính sách, trợ cấp, hỗ trợ
            """
        ),
        (
            "thi-truong",
            """
            7 tiêu thụ, đầu ra, siêu thị, hàng giả, hàng nhái, quản lý thị trường, xúc tiến thương mại, hội chợ, phá giá, ocop, đơn hàng, mất giá
            6 sàn thương mại điện tử, chiết khấu, tồn kho, ế ẩm, thương lái, rớt giá, được mùa, quảng cáo sai, hàng nhập lậu, nhập lậu
            6 kết nối siêu thị, gian hàng
            5 không ai mua, bán không được, cây xăng, giá xăng, niêm phong kho, đối thủ, thuế đối ứng, giải cứu, khuyến mại
            4 nông sản, trái cây, hàng hóa, thị trường, thương hiệu, vải thiều
            """
        ),
    ]

    private static let groundAndBuilding: [(code: String, lines: String)] = [
        (
            "dat-dai",
            """
            7 đất đai, giải phóng mặt bằng, gpmb, thuê đất, thu hồi đất, sổ đỏ, gộp thửa, tách thửa, tiền sử dụng đất, đền bù
            7 chuyển mục đích, bồi thường đất
            6 cấp sổ, giấy chứng nhận quyền sử dụng đất, quyền sử dụng đất, địa chính, đất công ích, giao đất, giá đất, quỹ đất
            6 bàn giao mặt bằng, mặt bằng
            6 tiền thuê đất, tờ bản đồ, ranh giới đất, cắm mốc, đất trồng lúa, lấn chiếm, văn phòng đăng ký đất đai, vp đất đai, thu hồi
            6 hồ sơ đất
            5 đất thuê, khu đất, sổ hồng, bảng giá đất, đo đạc, phương án bồi thường, thửa đất, gia hạn thuê đất, trả lại mặt bằng
            4 bồi thường, đất, ranh giới, tái định cư
            """
        ),
        (
            "dau-tu",
            """
            7 chủ trương đầu tư, đăng ký đầu tư, chứng nhận đầu tư, nhà đầu tư, dự án đầu tư, quy hoạch, góp vốn, điều chỉnh dự án, tiến độ dự án
            6 chứng nhận đăng ký đầu tư, ký quỹ, mục tiêu dự án, thực hiện dự án, quy hoạch phân khu, vùng quy hoạch, chuyển nhượng dự án
            6 đề xuất dự án, phòng đầu tư
            5 chấp thuận nhà đầu tư, tập đoàn mẹ, giãn tiến độ, bỏ quy hoạch, phù hợp quy hoạch, quy hoạch tỉnh, rút vốn
            4 đầu tư, dự án
            """
        ),
        (
            "dang-ky-kinh-doanh",
            """
            7 đăng ký kinh doanh, đkkd, đăng ký doanh nghiệp, giấy phép kinh doanh, mã ngành, vốn điều lệ, người đại diện pháp luật
            7 tạm ngừng kinh doanh
            6 giải thể công ty, giải thể doanh nghiệp, thành lập công ty, mở chi nhánh, lên công ty, lên cty, đổi tên công ty
            6 hộ kinh doanh lên, trụ sở, đổi địa chỉ
            6 tên doanh nghiệp, tên ngành, chi nhánh, đăng ký hợp tác xã, người đại diện, giấy đăng ký, thành lập doanh nghiệp
            6 văn phòng đại diện, địa điểm kinh doanh
            4 giải thể, giám đốc mới, cổ đông, thành lập, ngành nghề
            """
        ),
        (
            "xay-dung",
            """
            7 giấy phép xây dựng, gpxd, phép xây dựng, thẩm định thiết kế, hoàn công, xây dựng sai phép, thanh tra xây dựng, công trình
            7 nghiệm thu công trình
            6 cấp phép xây dựng, xin phép xây dựng, mật độ xây dựng, chỉ giới, thiết kế cơ sở, sở xây dựng, nghiệm thu, giàn giáo, tháo dỡ
            6 xây thêm, sửa mái
            5 xây dựng, xây xong, khởi công, tường rào công trình, cấp phép, sai phép, móng, tầng lửng, thiết kế
            2 nhà xưởng, xưởng mới
            """
        ),
        (
            "pccc",
            """
            8 pccc, phòng cháy, chữa cháy, phòng cháy chữa cháy, thẩm duyệt phòng cháy, nghiệm thu pccc, sơn chống cháy, báo cháy, thoát nạn
            8 cứu nạn
            6 cháy, cháy rồi, đang cháy, cháy lớn, bốc cháy, xe cứu hỏa, bình chữa cháy, trụ nước chữa cháy, bể nước chữa cháy, thẩm duyệt
            6 phát nổ, bình gas, hỏa hoạn, bốc lửa, sprinkler
            4 nổ, cứu hộ, thoát hiểm, chống cháy
            """
        ),
        (
            "moi-truong",
            """
            7 môi trường, nước thải, rác thải, chất thải, khí thải, hôi thối, mùi hôi, ô nhiễm, xả thải, giấy phép môi trường, đtm
            7 quan trắc, chất thải nguy hại
            6 hóa chất, khói bụi, bốc mùi, bãi rác, thu gom rác, axit, rò khí, rác, xử lý nước thải, tiếng ồn, bụi mịn, tái chế, epr, tràn dầu
            4 mùi, khói, bụi, sơn nước, lấy mẫu
            """
        ),
        (
            "ha-tang-khu",
            """
            7 hạ tầng khu, chủ đầu tư hạ tầng, hạ tầng kcn, phí hạ tầng, phí quản lý khu, phí sử dụng hạ tầng, đường nội bộ, nội khu
            7 công ty hạ tầng, chủ hạ tầng
            6 hạ tầng kỹ thuật, hạ tầng trong cụm, cụm chưa có, khu công nghiệp thiếu, phí quản lý, ban quản lý khu, lô đất trong khu
            6 lô đất, hạ tầng
            4 hàng rào, khu công nghiệp, kcn, cụm công nghiệp, cụm cn, bãi đỗ xe, ban quản lý, cổng phụ, trong khu
            """
        ),
        (
            "khoang-san",
            """
            7 khoáng sản, khai thác đá, khai thác cát, cát xây dựng, đất san lấp, mỏ đất, mỏ đá, mỏ cát, vật liệu xây dựng, vật liệu san lấp
            7 cấp quyền khai thác, san lấp
            6 khai thác, gạch không nung, đất sét, cát lậu, đóng cửa mỏ, đất đắp, mỏ, sỏi, cát, đất dư thừa, trữ lượng, nổ mìn, trạm trộn
            4 gạch, đá, vật liệu
            """
        ),
    ]
}
