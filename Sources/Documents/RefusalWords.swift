package import Domain

/// What a refusal says to a person: what is wrong and what to do now. One catalogue for pages and commands.
package enum RefusalWords {
    package static func sentence(_ refusal: Refusal) -> String {
        switch refusal {
        case .invalid(let problems):
            problems.map { sentence($0.fault) }.joined(separator: " ")
        case .notPermitted(let step):
            "Tài khoản của bạn không có quyền “\(Terms.action(step))” đối với hồ sơ này. Hãy liên hệ người được phân công."
        case .stateForbids(let step, let state):
            "Không thực hiện được “\(Terms.action(step))” khi hồ sơ ở trạng thái “\(Terms.name(state))”. Hãy tải lại hồ sơ để xem việc có thể làm."
        case .waitsForSender:
            "Thời hạn đang tạm dừng chờ người gửi bổ sung. Hãy chờ bổ sung hoặc tiếp tục tính thời hạn trước."
        case .notWaiting:
            "Hồ sơ không ở trạng thái chờ bổ sung. Hãy tải lại hồ sơ."
        case .changedMeanwhile:
            "Hồ sơ vừa được người khác cập nhật; nội dung bạn nhập còn ở dưới. Hãy xem thay đổi rồi gửi lại."
        case .drafterMayNotApprove:
            "Người soạn không được tự phê duyệt trả lời. Hãy để người khác phê duyệt."
        case .hindered(let obstacle):
            sentence(obstacle)
        case .noSuch(let thing):
            missing(thing)
        case .tooMany(let seconds):
            "Quá nhiều lần thử. Hãy thử lại sau \(wait(seconds))."
        case .wrongCredentials:
            "Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra và nhập lại."
        case .locked(let seconds):
            "Tài khoản tạm khóa do nhập sai nhiều lần. Hãy thử lại sau \(wait(seconds))."
        case .taken(let name):
            "“\(name)” đã được dùng. Hãy chọn tên hoặc mã khác."
        case .planDoesNotHold(let fault):
            OrganisationWords.sentence(fault)
        case .notOnThisDay(let day):
            "Không thực hiện được với ngày \(day.vietnamese). Hãy chọn ngày đã đến và không trước ngày thành lập."
        case .isOver:
            "Việc này đã kết thúc nên chỉ xem được, không sửa được."
        case .lastOne:
            "Đây là người hoặc Tổ cuối cùng làm được việc này. Hãy giao cho người hoặc Tổ khác trước."
        }
    }

    package static func sentence(_ fault: Problem.Fault) -> String {
        switch fault {
        case .missing: "Hãy nhập hoặc chọn mục này."
        case .tooLong(let limit): "Nội dung dài quá \(Wording.number(limit)) ký tự. Hãy rút ngắn."
        case .tooShort(let minimum): "Hãy nhập ít nhất \(minimum) ký tự."
        case .unknownCode: "Giá trị không có trong danh mục. Hãy chọn lại từ danh sách."
        case .dateUnreadable: "Ngày không đọc được. Hãy nhập theo dạng ngày/tháng/năm."
        case .dateInPast: "Ngày đã qua. Hãy chọn từ hôm nay trở đi."
        case .endsBeforeBegin: "Ngày kết thúc trước ngày bắt đầu. Hãy kiểm tra lại hai ngày."
        case .held: "Đã có người hoặc đơn vị giữ vai trò này. Hãy kết thúc vai trò cũ trước hoặc chọn mục khác."
        case .outsideMandate: "Ngày nằm ngoài thời gian của nhiệm vụ được ủy quyền. Hãy chọn ngày trong thời gian đó."
        case .full(let limit): "Đã đủ \(limit) mục. Hãy xóa bớt mục không dùng rồi thêm lại."
        case .notAPhone: "Số điện thoại không đúng. Hãy nhập 10 chữ số, ví dụ 0912 345 678."
        case .notAnEmail: "Địa chỉ thư điện tử không đúng. Ví dụ: ketoan@congty.vn."
        case .notATaxCode: "Mã số thuế không đúng. Hãy kiểm tra lại 10 chữ số (hoặc 13 với chi nhánh, 12 với hộ kinh doanh)."
        case .tooManyFiles(let limit): "Quá nhiều tệp. Mỗi lần gửi tối đa \(limit) tệp."
        case .fileTooLarge(let limit): "Tệp lớn hơn \(limit / 1_048_576) MB. Hãy nén ảnh hoặc gửi từng tệp."
        case .fileTypeRefused: "Chỉ nhận tệp PDF, JPG, PNG, DOC, DOCX. Hãy chuyển tệp sang một trong các dạng này."
        case .fileEmpty: "Tệp rỗng. Hãy chọn lại tệp."
        case .notText: "Nội dung có ký tự không đọc được. Hãy nhập lại bằng tiếng Việt có dấu (Unicode)."
        case .afterDue: "Ngày này sau hạn của hồ sơ. Hãy chọn ngày trong hạn, hoặc gia hạn hồ sơ trước."
        case .tooFar(let days): "Ngày quá xa. Hãy chọn trong vòng \(days) ngày."
        case .outOfRange(let low, let high): "Hãy nhập số từ \(low) đến \(high)."
        case .tooMany(let limit): "Nhiều nhất \(limit) mục."
        case .personalData: "Nội dung công khai còn số điện thoại, thư điện tử, số định danh hoặc mã số thuế. Hãy xóa hoặc che đi."
        case .weakPassword(let minimum): "Mật khẩu phải có ít nhất \(minimum) ký tự."
        case .unknownPlaceholder(let word, let known):
            "Không có ô điền {\(word)}. Hãy dùng \(known.map { "{\($0)}" }.joined(separator: ", "))."
        case .missingPlaceholder(let word): "Lời nhắn thiếu ô điền {\(word)}. Hãy thêm vào."
        case .begunTwice: "Đã có một mức thời hạn cùng phạm vi áp dụng từ đúng ngày này. Hãy chọn ngày khác hoặc rút lại mức kia trước."
        case .yearOutOfReach(let first, let last): "Hãy chọn ngày trong các năm từ \(first) đến \(last)."
        case .wrongWeekday: "Làm bù chỉ ghi cho thứ Bảy, Chủ nhật; nghỉ bù, nghỉ hoán đổi chỉ ghi cho thứ Hai đến thứ Sáu. Hãy chọn lại."
        case .tooManyLines(let limit): "Quá nhiều dòng. Hãy ghi tối đa \(limit) dòng."
        case .momentAhead: "Thời điểm này chưa đến. Hãy ghi lúc đã nhận, hoặc bỏ trống nếu vừa nhận xong."
        case .tooLongAgo(let days):
            "Chỉ được ghi lùi tối đa \(days) ngày làm việc theo quy chế. Hãy kiểm tra lại ngày, hoặc bỏ trống và ghi ngày nhận vào nội dung."
        case .sameLetter(let number):
            "Văn bản cùng số, ngày, nơi gửi đã vào sổ ở hồ sơ \(number). Nếu đúng là văn bản khác, hãy đánh dấu xác nhận rồi lưu lại."
        }
    }

    private static func missing(_ thing: Refusal.Thing) -> String {
        switch thing {
        case .petition: "Không tìm thấy hồ sơ với mã này. Hãy kiểm tra lại mã."
        case .unit: "Không có đơn vị này, hoặc đơn vị đã ngừng hoạt động. Hãy chọn đơn vị khác."
        case .person: "Người này không thuộc đơn vị đã chọn. Hãy chọn lại."
        case .team: "Chưa có Tổ công tác nào. Hãy khai báo Tổ công tác trước."
        case .account: "Không có tài khoản này."
        case .attachment: "Không có tệp này."
        case .draft: "Chưa có nội dung để làm bước này: hãy ghi chẩn đoán hoặc soạn trả lời trước."
        case .invitation: "Liên kết đã dùng hoặc đã hết hạn. Hãy chạy lại “donghanh serve” để nhận liên kết mới."
        case .mandate: "Không có nhiệm vụ này."
        case .member: "Không có thành viên này trong Tổ."
        case .regulation: "Không có quy chế này."
        case .reorganisation: "Không có phương án sắp xếp này."
        case .consultation: "Đơn vị của bạn không có câu hỏi nào đang chờ ý kiến ở hồ sơ này."
        case .submission: "Không có văn bản này."
        case .cause: "Không có vấn đề chung này."
        case .view: "Không có bộ lọc này."
        case .visit: "Không có chuyến làm việc hiện trường này."
        case .template: "Không có mẫu trả lời này, hoặc mẫu đã thôi dùng. Hãy chọn mẫu khác."
        case .outgoing: "Tin này không còn ở danh sách chờ xử lý; có thể người khác vừa xử lý. Hãy tải lại trang."
        case .replyTask: "Không có việc liên hệ này. Hãy quay lại danh sách việc."
        case .delivery: "Không có bản tin gốc này. Hãy quay lại danh sách."
        case .group: "Không có nhóm này. Hãy quay lại danh sách nhóm."
        case .calendarDay: "Lịch không có ngày này, hoặc người khác vừa bỏ. Hãy xem lại lịch."
        case .importRun: "Không có lần nạp này, hoặc đã bị bỏ. Hãy chọn lại tệp."
        case .profile: "Chưa khai báo thời hạn xử lý cho ngày này. Hãy khai báo trước."
        }
    }

    private static func wait(_ seconds: Int) -> String { seconds < 120 ? "\(max(seconds, 1)) giây" : "\((seconds + 59) / 60) phút" }
}
