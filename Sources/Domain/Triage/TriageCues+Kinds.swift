extension TriageCues {
    /// What tells kinds apart (brief §2.1).
    static let kinds =
        TriageCue.read(.kind(.emergency), emergency) + TriageCue.read(.kind(.denunciation), denunciation)
        + TriageCue.read(.kind(.complaint), complaint) + TriageCue.read(.kind(.conduct), conduct)
        + TriageCue.read(.kind(.question), question) + TriageCue.read(.kind(.regulation), regulation)

    /// What must not be taken for a cue that it holds.
    static let neutral = TriageCue.read(
        .nothing,
        """
        1 trong nước, nhà nước, nước ngoài, đất nước, điện thoại, điện tử, điện máy, số điện thoại, nước mắm, máy nước, nước đóng bình
        1 cháy nổ, chống cháy, báo cháy, bán chạy, cháy hàng, chữa cháy, cứu hỏa, an toàn cháy, dễ cháy, nước rút, nước đá
        1 tai nạn giao thông, đường dây nóng, dây chuyền, nổ mìn, bùng nổ, ngân hàng, hội nghị, xin lỗi, cảm ơn, đầu tư xây dựng
        1 cứu trợ, nghiên cứu, tra cứu, cứu hộ, nhà máy nước, máy nổ, đơn giản, đơn vị, hàng hóa, kinh doanh, tài khoản
        1 giúp đỡ, giúp em nhé, điều kiện, sự kiện, linh kiện, kiện hàng, mong được, thuế đối ứng, hỏi lại sau, kê khai
        """)

    private static let emergency = """
        8 cứu với, cứu gấp, bốc cháy, đang cháy, cháy lớn, cháy rồi, phát nổ, cấp cứu, kêu cứu, đang bốc lửa, bốc lửa
        6 gọi ngay, đến ngay, ngộ độc, bị kẹt, mắc kẹt, bị thương, bị giật, rò rỉ, rò khí, tràn hóa chất, tai nạn lao động, cướp giật, bị đâm
        6 cầm dao, mang súng, đánh nhau to, đang đánh nhau, đang có đánh nhau, bị nhốt, bắt cóc, cháy nhà, cháy kho, cháy xưởng, mất tích
        6 sạt lở, sập giàn giáo, sập, vùi, đuối nước, chảy nhiều máu, ngất xỉu, khó thở, tiếng nổ, gọi 113, gọi 114, gọi 115, đè lên người
        4 cháy, nổ, cứu, gãy chân, gãy tay, hung khí, đập phá, phóng tia lửa, axit, cứu nạn, đột nhập, lật xe, xe lật, xe khách lật
        3 nguy hiểm tính mạng, khẩn cấp, gấp lắm, cứu người, chìm, ngay lập tức, kẹt trong
        """

    private static let denunciation = """
        8 tố cáo, tố giác, nhận hối lộ, đưa hối lộ, tham nhũng, tham ô, nhận phong bì, ăn chặn, ăn chia, nhận tiền lót tay
        6 hối lộ, giấu tên, ẩn danh, giữ kín tên, giữ bí mật tên, giữ kín danh tính, bảo vệ người tố giác, để lộ tên, bao che, lót tay
        6 bỏ túi riêng, câu kết, móc nối, thông đồng, thông thầu, nhận tiền bảo kê, chung chi, bảo mật người tố cáo, lợi dụng chức vụ
        5 ăn tiền, nhận tiền, phong bì, sân sau, kê khống, rút ruột, chia nhau, chống lưng, lạm quyền, tham ô công quỹ, trục lợi
        """

    private static let complaint = """
        8 khiếu nại, đơn khiếu nại, khiếu kiện hành chính
        7 hủy quyết định, hủy bỏ quyết định, rút lại quyết định, xem xét lại quyết định, xem lại quyết định, không đồng ý quyết định
        7 không đồng ý với quyết định, không chấp nhận quyết định, yêu cầu hủy bỏ, yêu cầu hủy, quyết định trái luật, hủy biên bản
        4 không đồng ý, không chấp nhận, trái luật, xử phạt sai, phạt oan, oan sai, xử oan, yêu cầu xem xét lại, đề nghị xem xét lại
        2 quyết định xử phạt, quyết định thu hồi, quyết định cưỡng chế, không thỏa đáng, vô căn cứ, buộc tháo dỡ
        """

    private static let conduct = """
        6 gây khó dễ, gây phiền hà, vòi vĩnh, nhũng nhiễu, hạch sách, hoạnh họe, hách dịch, hống hách, cửa quyền, quát tháo, quát mắng
        6 sách nhiễu
        6 cáu gắt, nói năng khó chịu, rất khó chịu, thiếu tôn trọng, cộc lốc, ném trả hồ sơ, cố tình làm khó, cố tình không nhận, dọa dẫm, bắt bẻ
        5 đùn đẩy, đổ lỗi, né tránh, lảng tránh, gợi ý, bồi dưỡng, hẹn đi hẹn lại, hẹn lần hẹn lượt, trả lời cho có, trả lời vòng vo, vòng vo
        5 cúp máy, không thèm trả lời, xin tiền, đòi tiền, kiếm cớ, bắt đi lại, đi lại nhiều lần, ngâm hồ sơ, bị ngâm, om hồ sơ, tác phong
        5 thái độ
        5 không lập biên bản, cố tình, không hồi âm, im lặng, im re, bị hành, xin cho, ép doanh nghiệp, quát, bảo cứ về chờ, quá hạn trả kết quả
        4 bắt chờ, cứ bắt chờ, không một lời giải thích, không nêu lý do, không nói lý do, đổ cho, bảo bận, bị tắc trách, tắc trách
        4 không đưa thì, không đưa tiền, mới chịu, ko ai trả lời, trả hồ sơ nhiều lần, mỗi lần một kiểu, lần thứ, không có quyết định
        4 hỏi thì bảo, hỏi thì nói, cầm hồ sơ, không tiếp, không ai trả lời
        3 nói miệng, ngâm, om, chờ cả buổi, không đến, không trả lời, cứ về chờ, hẹn gặp, tiêu cực, vô trách nhiệm, cà phê
        2 cán bộ, nhân viên, công chức, chuyên viên, anh cán bộ, chị cán bộ, ông phó phòng, trưởng đoàn, lãnh đạo phòng, thanh tra viên
        """

    private static let question = """
        6 cho hỏi, xin hỏi, muốn hỏi, hỏi thăm, em hỏi, cho em hỏi, chỉ hỏi, hỏi về, hỏi chút, hỏi xíu, cho mình hỏi
        4 ở đâu, nộp ở đâu, làm ở đâu, chỗ nào, như thế nào, thế nào ạ, thế nào, làm sao, ra sao, sao ạ, kiểu gì, nơi nào, gặp ai, với ai
        4 gửi ai, trang nào
        4 không ạ, không anh, không anh chị, phải không ạ, k ạ, ko ạ, không ad, chưa ạ, được chưa, hay không, không $, ko $, k $, chưa $, vậy anh
        4 bao nhiêu tiền, bao nhiêu, bao lâu, khi nào, mấy ngày, từ khi nào, là gì, cần gì, giấy tờ gì, giấy phép gì, hồ sơ gì, thủ tục gì
        4 những bước nào
        4 thì sao, được gì, sở nào, trường hợp nào, trung tâm nào, hay phải, vậy ạ, vậy $, không vậy
        3 có phải, có được, có cần, có bắt buộc, có bị, cần những, phải làm, làm sao ạ, ai quy định, thì báo ai, cần giấy, có tính là
        3 có thuộc diện
        1 muốn
        2 xin cho biết, hướng dẫn giúp, ?, ad ơi, ạ $, nhỉ, alo, liên hệ, thì nộp
        """

    private static let regulation = """
        5 đề nghị, kiến nghị, xin gia hạn, xin giãn, xin được, xin điều chỉnh, xin hỗ trợ, xin giảm, mong được, mong sớm, nhờ tỉnh, xin gộp
        5 góp ý
        3 xin, mong, khó khăn, vướng, chưa có, chưa được, không được, chưa ai, quá cao, tăng gấp, quá tải, bất hợp lý, phản ánh
        3 kiến nghị có, nhờ
        2 chậm, bị trả, lỗi, hỏng, tăng, giảm, thiếu, bắt, ngập, kéo dài, không ai, chưa thấy, không có, mãi không, treo, chờ
        """
}
