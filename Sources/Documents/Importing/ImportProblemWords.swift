package import Domain
package import OfficeFormats

/// What is wrong with a table or its file, for people: where, what, and what to do now.
package enum ImportProblemWords {
    /// `Dòng 7, cột “Từ ngày”: …`.
    package static func line(_ problem: ImportProblem) -> String {
        let sentence = sentence(problem.fault)
        switch (problem.row, problem.column) {
        case (let row?, let column?): return "Dòng \(row), cột “\(column)”: \(sentence)"
        case (let row?, nil): return "Dòng \(row): \(sentence)"
        case (nil, let column?): return "Cột “\(column)”: \(sentence)"
        case (nil, nil): return sentence
        }
    }

    package static func sentence(_ fault: ImportProblem.Fault) -> String {
        switch fault {
        case .noHeads(let heads): "Không thấy dòng tiêu đề. Bảng cần các cột: \(heads.joined(separator: ", "))."
        case .noColumn: "Bảng thiếu cột này. Hãy thêm cột hoặc dùng tệp mẫu."
        case .columnTwice: "Có hai cột cùng tiêu đề. Hãy giữ lại một."
        case .noRows: "Dưới tiêu đề không có dòng nào. Hãy nhập ít nhất một dòng."
        case .missing: "Ô này không được để trống."
        case .tooLong(let limit): "Nội dung dài quá \(limit) ký tự. Hãy rút ngắn."
        case .tooShort(let minimum): "Hãy nhập ít nhất \(minimum) ký tự."
        case .notACode(let text): "“\(text)” không phải là mã. Hãy dùng chữ không dấu, số, dấu chấm, gạch nối."
        case .notADate(let text): "“\(text)” không phải là ngày. Hãy nhập dạng ngày/tháng/năm, ví dụ 01/07/2025."
        case .notADocument(let text):
            "“\(text)” không phải là số và ngày văn bản. Hãy ghi dạng “12/QĐ-UBND ngày 05/03/2026”."
        case .notOffered(let text, let words): "“\(text)” không có trong danh mục. Hãy dùng một trong: \(words.joined(separator: "; "))."
        case .doubled(let code, let row): "“\(code)” đã có ở dòng \(row). Hãy sửa hoặc bỏ một dòng."
        case .taken(let code): "“\(code)” đã có trong hệ thống. Hãy bỏ dòng này hoặc dùng mã khác."
        case .unknown(let code): "Không có đơn vị mã “\(code)” trong bảng và trong hệ thống. Hãy kiểm tra lại mã."
        case .cycle(let codes): "Đơn vị là cấp trên của chính mình: \(codes.joined(separator: " → ")). Hãy sửa mã cấp trên."
        case .endsBeforeItBegins: "Ngày kết thúc trước ngày bắt đầu. Hãy kiểm tra lại hai ngày."
        case .hasEnded(let day): "Đơn vị đã kết thúc ngày \(day.vietnamese). Hãy bỏ dòng này hoặc dùng mã khác."
        case .laterVersion(let day): "Đơn vị đã có thông tin từ ngày \(day.vietnamese). Hãy nhập ngày không trước ngày đó."
        case .notThere(let code, let day): "Đơn vị “\(code)” không hoạt động vào ngày \(day.vietnamese). Hãy kiểm tra mã và ngày."
        case .notMapped: "Chưa có cột nào được ghép với mục này. Hãy chọn cột ở bước ghép cột."
        case .notAMoment(let text):
            "“\(text)” không đọc được là ngày, giờ. Hãy ghi ngày/tháng/năm giờ:phút, ví dụ 02/11/2026 09:05."
        case .inFuture(let text): "“\(text)” sau thời điểm hiện tại. Hãy kiểm tra lại ngày, tháng, năm."
        case .tooOld(let text, let day):
            "“\(text)” trước ngày \(day.vietnamese), quá xa để còn tính thời hạn. Hãy kiểm tra lại năm hoặc bỏ dòng này."
        case .tooManyRows(let limit): "Danh sách có quá \(Wording.number(limit)) dòng. Hãy chia thành nhiều tệp."
        case .endsByPlan:
            "Đơn vị đang hoạt động chỉ kết thúc theo phương án sắp xếp, để hồ sơ và cán bộ có nơi tiếp nhận. Hãy để trống ô này."
        }
    }

    /// Why no table came out of a file, line by line.
    package static func lines(_ fault: ImportFileFault) -> [String] {
        switch fault {
        case .unreadable(let fault): [sentence(fault)]
        case .wrong(let failure): failure.problems.map(line)
        }
    }

    package static func sentence(_ fault: TableFault) -> String {
        switch fault {
        case .unknownFormat: "Tệp không phải bảng tính. Hãy dùng tệp Excel (.xlsx) hoặc CSV."
        case .oldOrLocked: "Tệp ở dạng Excel cũ (.xls) hoặc có mật khẩu. Hãy lưu lại dạng .xlsx, không đặt mật khẩu."
        case .fileTooLarge(let bytes): "Tệp lớn hơn \(bytes >> 20) MB. Hãy chia thành nhiều tệp."
        case .hostile: "Tệp có cấu trúc bất thường, không mở để bảo đảm an toàn. Hãy chép nội dung sang tệp mới rồi gửi lại."
        case .damaged: "Tệp bị hỏng, không đọc được. Hãy mở bằng Excel, lưu lại rồi gửi lại."
        case .noSheet: "Tệp không có trang tính nào hiển thị. Hãy bỏ ẩn trang tính cần nạp."
        case .tooManyRows(let limit): "Bảng có quá \(Wording.number(limit)) dòng. Hãy chia thành nhiều tệp."
        case .tooManyColumns(let limit): "Bảng có quá \(limit) cột. Hãy bỏ các cột không dùng."
        case .tooManyCells(let limit): "Bảng có quá \(Wording.number(limit)) ô. Hãy chia thành nhiều tệp."
        case .cellTooLong(let row, let limit):
            "\(row > 0 ? "Dòng \(row) có" : "Có") ô dài quá \(Wording.number(limit)) ký tự. Hãy rút ngắn."
        case .notUnicode: "Tệp CSV không dùng bảng mã UTF-8. Hãy lưu lại dạng “CSV UTF-8” hoặc .xlsx."
        case .openQuote(let row): "Dòng \(row) có dấu nháy kép mở mà không đóng. Hãy sửa lại."
        case .notWritten: "Không tạo được tệp. Hãy thử lại."
        }
    }
}

extension ImportWords {
    /// The words that people read on pages are the words that they write in tables.
    package static let vietnamese = ImportWords(
        roles: Role.allCases.map { (Terms.name($0), $0) }, levels: Unit.Level.allCases.map { (Terms.name($0), $0) })
}

extension ImportWords {
    /// What a row of units does.
    package static func name(_ fate: UnitImportPlan.Fate) -> String {
        switch fate {
        case .founded: "thêm mới"
        case .changed: "thay đổi"
        case .unchanged: "giữ nguyên"
        }
    }
}
