/// The names of fields, as the summary of errors calls them.
enum FieldWords {
    static func name(_ field: String) -> String {
        let row = field.unicodeScalars.reversed().prefix { ("0"..."9").contains($0) }.reversed().map { String($0) }.joined()
        if let index = Int(row), let name = rows[String(field.dropLast(row.count))] { return "\(name) \(index + 1)" }
        return names[field] ?? "Nội dung"
    }

    /// The names of fields that stand in numbered rows.
    private static let rows = [
        "who": "Dòng", "what": "Dòng", "by": "Dòng", "title": "Tiêu đề", "text": "Nội dung", "pros": "Ưu điểm", "cons": "Nhược điểm",
        "at": "Thời điểm nói, tin", "phone": "Số điện thoại, tin",
        "legalBasis": "Căn cứ pháp lý", "proof": "Minh chứng", "proofText": "Minh chứng", "proofFile": "Minh chứng",
    ]

    private static let names = [
        "kind": "Loại nội dung", "field": "Lĩnh vực", "site": "Nơi đặt", "siteName": "Khu, cụm công nghiệp", "area": "Địa bàn",
        "text": "Nội dung", "title": "Tiêu đề", "files": "Tệp kèm theo", "organisation": "Tên tổ chức", "name": "Họ tên",
        "office": "Chức vụ", "taxCode": "Mã số thuế", "phone": "Số điện thoại", "email": "Thư điện tử", "address": "Địa chỉ",
        "reason": "Lý do", "body": "Chuyển đến", "question": "Nội dung cần bổ sung", "finding": "Chẩn đoán", "proposal": "Phương án",
        "unit": "Đơn vị", "person": "Người xử lý", "conclusion": "Kết luận", "explanation": "Giải thích", "legalBasis": "Căn cứ pháp lý",
        "contact": "Liên hệ", "commitments": "Ai làm gì, trước ngày nào", "outcome": "Kết quả", "note": "Nội dung",
        "login": "Tên đăng nhập", "password": "Mật khẩu", "roles": "Vai trò", "satisfied": "Đánh giá", "remark": "Ghi chú",
        "formKey": "Biểu mẫu", "file": "Tệp",
        "key": "Mã", "prefix": "Chữ đầu số hồ sơ", "decision": "Số quyết định", "decisionDate": "Ngày quyết định",
        "decisionTitle": "Trích yếu", "document": "Số văn bản", "documentDate": "Ngày văn bản", "documentTitle": "Trích yếu",
        "from": "Từ ngày", "to": "Đến ngày", "last": "Ngày cuối cùng", "level": "Cấp", "parent": "Đơn vị cấp trên",
        "shortName": "Tên gọi tắt", "purpose": "Mục đích, nhiệm vụ", "post": "Vai trò trong Tổ", "duty": "Nhiệm vụ được phân công",
        "fields": "Lĩnh vực", "areas": "Địa bàn", "account": "Tài khoản", "heir": "Tổ tiếp nhận", "resolveDays": "Số ngày giải quyết",
        "reportWeekday": "Ngày báo cáo", "reportHour": "Giờ báo cáo", "transferLimit": "Số lần chuyển", "role": "Vai trò",
        "team": "Tổ công tác", "day": "Ngày thực hiện", "plan": "Phương án", "step": "Bước", "units": "Các đơn vị",
        "into": "Đơn vị tiếp nhận", "rest": "Đơn vị nhận phần còn lại", "classification": "Danh mục mã", "code": "Mã đơn vị",
        "ngay": "Ngày", "cap": "Cấp", "templateName": "Tên mẫu", "templateCommitments": "Ai làm gì",
        "hour": "Giờ", "place": "Địa điểm", "members": "Người cùng đi", "people": "Cán bộ", "present": "Thành phần tham dự",
        "findings": "Diễn biến, kết quả kiểm tra", "agreements": "Thống nhất", "result": "Kết quả", "photo": "Ảnh", "viewName": "Tên bộ lọc",
        "action": "Việc cần làm", "chon": "Hồ sơ đã chọn", "don-vi": "Đơn vị", "nguoi": "Người xử lý", "tu-ngay": "Từ ngày",
        "den-ngay": "Đến ngày", "trang-thai": "Trạng thái", "khan": "Khẩn",
        "items": "Các nội dung", "due": "Hạn", "silence": "Khi quá hạn", "stance": "Ý kiến", "opinion": "Nội dung ý kiến",
        "options": "Các phương án", "preferred": "Đề xuất chọn", "option": "Quyết định", "order": "Nội dung chỉ đạo",
        "days": "Số ngày làm việc", "committed": "Ngày cam kết", "evidence": "Minh chứng", "publicText": "Nội dung công khai",
        "complainedOf": "Đơn vị bị phản ánh", "cause": "Vấn đề chung", "petitions": "Các hồ sơ", "excuse": "Lý do quá hạn",
        "groupName": "Tên nhóm", "groupKind": "Loại nhóm", "groupID": "Mã nhóm GMF", "groupLink": "Liên kết tham gia",
        "groupSize": "Số thành viên", "groupPeople": "Thành viên chính",
        "keeper": "Người phụ trách", "groupFounders": "Thành viên đầu tiên", "group": "Nhóm",
        "message": "Tin nhắn", "caseNumber": "Số hồ sơ", "accessToken": "Mã truy cập", "refreshToken": "Mã làm mới",
        "kinds": "Loại nội dung", "source": "Văn bản căn cứ", "firstResponse": "Trả lời ban đầu", "refuse": "Từ chối, trả lại",
        "ask": "Yêu cầu bổ sung", "forward": "Chuyển cơ quan có thẩm quyền", "coordinate": "Đơn vị phối hợp cho ý kiến", "resolve": "Trả lời",
        "publish": "Công khai", "longestPause": "Tạm dừng lâu nhất", "longestExtension": "Gia hạn mỗi lần", "mostExtensions": "Số lần gia hạn",
        "nam": "Năm", "calendarDay": "Ngày", "dayKind": "Loại ngày", "dayName": "Tên ngày", "removedDay": "Ngày", "coverage": "Lịch năm này",
        "listName": "Tên danh sách", "listDay": "Ngày nhận danh sách", "mappingName": "Tên cách ghép cột", "columns": "Ghép cột",
        "removalSource": "Văn bản căn cứ để bỏ", "yearSource": "Văn bản về lịch nghỉ cả năm", "version": "Bản xem trước",
        "receivedAt": "Lúc tiếp nhận", "receivedReason": "Lý do ghi muộn", "petition": "Hồ sơ",
        "letterNumber": "Số, ký hiệu văn bản", "letterDate": "Ngày văn bản", "arrivedOn": "Ngày đến", "letterSender": "Nơi gửi",
        "isAnother": "Văn bản trùng", "dueAt": "Trước lúc", "backdatingDays": "Ghi lùi ngày tiếp nhận",
    ]
}
