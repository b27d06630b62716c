extension TriageCues {
    static let people: [(code: String, lines: String)] = [
        (
            "lao-dong",
            """
            7 bhxh, bảo hiểm xã hội, tiền lương, lương tối thiểu, thai sản, tăng ca, làm thêm giờ, sa thải, nợ lương, đình công
            7 tai nạn lao động, sổ bảo hiểm
            6 trừ lương, hợp đồng lao động, người lao động, thang bảng lương, kinh phí công đoàn, thất nghiệp, tuyển lao động
            6 lao động phổ thông, thưởng tết, nghỉ việc
            6 sổ bhxh, bảo hiểm thất nghiệp, kỷ luật lao động, nợ bhxh, trung tâm việc làm, hợp đồng thời vụ, gãy chân, gãy tay
            6 trẻ em làm việc, cắt giờ làm, làm thêm quá, việc làm, kỷ luật
            4 lương, lao động, tuyển dụng, thử việc, công đoàn, nghỉ ngang, máy dập, thưởng
            2 công nhân
            """
        ),
        (
            "lao-dong-nuoc-ngoai",
            """
            8 giấy phép lao động, lao động nước ngoài, work permit, visa, thẻ tạm trú, chuyên gia, nhập cảnh, xuất cảnh, lđnn, gplđ
            8 xuất nhập cảnh, người nước ngoài
            6 hộ chiếu, lý lịch tư pháp, hợp pháp hóa lãnh sự, trục xuất, kỹ sư nước ngoài, miễn thị thực, thị thực, người hàn
            6 người trung quốc, quản lý người nước ngoài
            4 lãnh sự, bảo lãnh nhập cảnh
            """
        ),
        (
            "nha-o",
            """
            8 chung cư, nhà ở xã hội, nhà ở công nhân, noxh, ký túc xá, nhà lưu trú, nhà trọ công nhân, nhà xã hội, nhà tập thể, khu nhà trọ
            6 thuê trọ, nhà trọ, chủ trọ, khu trọ, căn hộ, nhà ở, phòng trọ, thuê nhà
            4 ký túc, trọ
            """
        ),
        (
            "y-te",
            """
            7 y tế, an toàn thực phẩm, ngộ độc, khám sức khỏe, xét nghiệm, bệnh viện, vắc xin, phòng khám, cách ly, sốt xuất huyết, covid
            7 f0, trạm y tế
            6 bếp ăn, mỹ phẩm, bác sĩ, dịch bệnh, khẩu trang, vật tư y tế, công bố sản phẩm, phun thuốc, nôn ói, tự công bố, nghỉ ốm
            6 chống dịch, bị ngất
            4 thuốc, ốm, dịch, cấp cứu, ngất
            """
        ),
    ]

    static let supply: [(code: String, lines: String)] = [
        (
            "dien",
            """
            8 cắt điện, mất điện, cúp điện, điện lực, trạm biến áp, tiền điện, giá điện, điện áp, công tơ, lưới điện, cột điện, dây điện
            8 hợp đồng mua bán điện
            6 điện mặt trời, cao thế, đường dây 22kv, điện chập chờn, mua bán điện, tủ điện, đường điện, kw, kwh, kwp, kva, giờ thấp điểm
            5 điện, hóa đơn tiền điện, truy thu điện, câu trộm điện
            """
        ),
        (
            "nuoc",
            """
            7 cấp nước, nước sạch, nước máy, cúp nước, mất nước, thoát nước, giá nước, đồng hồ nước, đường ống nước, nước sinh hoạt
            7 cống thoát, vỡ ống nước
            6 nước ngập, áp lực nước, công ty cấp nước, nước mưa, ống nước, khai thác nước, khoan giếng, giếng, nước yếu, nước sản xuất
            6 hố ga, nhân viên ghi nước, nước đục
            4 nước, cống, mưa ngập
            """
        ),
        (
            "giao-thong",
            """
            7 đường tỉnh, quốc lộ, ổ gà, đường vào, mặt đường, biển cấm, cấm tải, nút giao, kẹt xe, giao thông, csgt, đèn đường
            7 dải phân cách, cầu tạm, xe buýt
            6 đường nhánh, đường gom, cao tốc, cầu vượt, đèn tín hiệu, sụt lún, ngã tư, vỉa hè, quay đầu, đường bê tông, đào đường
            6 trạm cân lưu động
            5 đường cấm, xe quá tải, giấy phép lái xe, thanh tra giao thông, cầu, lộ giới, phạt quá tải, xe ben, xe tải, xe khách, lối vào
            3 đường, xe container, xe
            """
        ),
        (
            "logistics",
            """
            7 logistics, vận tải, phù hiệu, bến bãi, bến thủy, cảng cạn, cảng vụ, đăng kiểm, kho lạnh, cước vận chuyển, kho bãi, bến xe, icd
            7 siêu trường siêu trọng
            6 vận chuyển, bãi trung chuyển, xe hợp đồng, neo đậu, tàu, cước, rời bến, cảng, xe đầu kéo, giám sát hành trình, tài xế
            6 phao nổi, bến, container
            4 bãi, chuyển phát, thuyền viên
            """
        ),
        (
            "khoa-hoc",
            """
            7 khoa học công nghệ, chuyển đổi số, nhãn hiệu tập thể, bảo hộ nhãn hiệu, sở hữu trí tuệ, sáng chế, mã vạch, hợp quy, phần mềm
            7 internet, chữ ký số
            6 đo lường, kiểm định cân, sóng di động, đề tài, máy cũ, đổi mới công nghệ, robot, doanh nghiệp khoa học, truy xuất nguồn gốc
            6 thử nghiệm, tiêu chuẩn
            5 công nghệ, nhãn hiệu, cáp quang, nghiên cứu
            """
        ),
    ]

    static let order: [(code: String, lines: String)] = [
        (
            "an-ninh",
            """
            7 an ninh, trộm cắp, trộm, cướp giật, cướp, bảo kê, đánh nhau, gây rối, trật tự, tín dụng đen, công an xã, công an phường
            7 đòi nợ thuê, côn đồ
            6 đập phá, cầm dao, mang súng, tuần tra, kẻ gian, đột nhập, bị nhốt, mất tài sản, đe dọa, tạt sơn, con dấu, bảo vệ khu, sòng bạc
            6 camera an ninh, bị đâm
            4 công an, camera, tụ tập, uống rượu, hàng rong, giang hồ, lạ mặt
            """
        ),
        (
            "thanh-tra",
            """
            7 đoàn kiểm tra, đoàn thanh tra, kết luận thanh tra, kiểm tra chồng chéo, trùng lắp, kế hoạch thanh tra, liên ngành
            7 thanh tra định kỳ, đoàn liên ngành
            6 trúng thanh tra, cuộc kiểm tra, cuộc thanh tra, quyết định thanh tra, trưởng đoàn, bị thanh tra, tần suất kiểm tra, chồng chéo
            6 kiểm toán, thanh tra
            3 kiểm tra, đoàn
            """
        ),
        (
            "thai-do",
            """
            6 thái độ, hách dịch, nói năng, nhũng nhiễu, quát, vòi vĩnh, gây phiền hà, tác phong, thiếu tôn trọng, vô cảm, cửa quyền
            6 lợi dụng chức vụ, hối lộ
            5 cúp máy, đổ lỗi, trả lời cho có, không ai trả lời, vòng vo, hẹn gặp, ép doanh nghiệp, đường dây nóng, nhân viên một cửa, ủng hộ quỹ
            3 cán bộ, lãnh đạo phòng, tiếp dân, công chức, phục vụ, anh cán bộ, trưởng phòng, phó phòng
            """
        ),
        (
            "thu-tuc",
            """
            7 thủ tục hành chính, dịch vụ công, dvc, một cửa, giấy phép con, chứng thực, vneid, liên thông, mã biên nhận, hành chính công
            7 định danh tổ chức, công chứng
            6 bản sao, sau sáp nhập, bỏ cấp huyện, mẫu đơn, phí lệ phí, rườm rà, bộ phận một cửa, tình trạng hồ sơ, quá hạn trả kết quả
            6 cổng dịch vụ công, con dấu cho
            4 thủ tục, nộp hồ sơ, trả kết quả, thời gian giải quyết, biên nhận
            1 hồ sơ
            """
        ),
        (
            "thi-hanh-an",
            """
            8 thi hành án, bản án, chấp hành viên, kê biên, tòa án, trọng tài thương mại, tranh chấp, phát mãi, đấu giá, thụ lý
            6 tòa, kiện, phong tỏa, hủy hợp đồng, lừa đảo, khởi kiện, hòa giải, cưỡng chế, thua kiện, nợ tiền hàng, bị đối tác
            4 hợp đồng, đối tác, cố tình không trả
            """
        ),
        (
            "khac",
            """
            3 số điện thoại tổ, tổ công tác, tổ mình, góp ý trang web, gặp trực tiếp lãnh đạo, cảm ơn tổ, alo, gửi nhầm, quan tâm, hiệp hội
            """
        ),
    ]
}
