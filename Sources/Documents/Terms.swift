package import Domain

/// The words that people read for the terms of the domain (brief §1.6): one catalogue for pages, reports and commands.
package enum Terms {
    package static func name(_ kind: Kind) -> String {
        switch kind {
        case .regulation: "Khó khăn, kiến nghị về quy định, cơ chế, chính sách"
        case .conduct: "Phản ánh hành vi hành chính"
        case .question: "Hỏi đáp, đề nghị hướng dẫn"
        case .complaint: "Khiếu nại"
        case .denunciation: "Tố cáo"
        case .emergency: "Khẩn cấp, tin báo tội phạm"
        }
    }

    /// What the sender of a form reads below the name.
    package static func hint(_ kind: Kind) -> String {
        switch kind {
        case .regulation: "Vướng mắc về quy định, thủ tục, hạ tầng, vốn, lao động và điều kiện sản xuất, kinh doanh."
        case .conduct: "Cán bộ, cơ quan chậm trễ, gây phiền hà, không thực hiện hoặc thực hiện không đúng quy định."
        case .question: "Quý vị muốn hỏi về thủ tục, chính sách."
        case .complaint: "Đề nghị xem xét lại một quyết định, hành vi hành chính cụ thể đối với chính mình."
        case .denunciation: "Báo về hành vi vi phạm pháp luật của người có chức vụ; danh tính người tố cáo được bảo vệ."
        case .emergency: "Gọi ngay 113, 114, 115."
        }
    }

    package static func name(_ state: CaseState) -> String {
        switch state {
        case .received: "Mới tiếp nhận"
        case .diagnosing: "Chẩn đoán, đề xuất"
        case .handling: "Đang xử lý"
        case .escalated: "Chờ ý kiến chỉ đạo"
        case .approving: "Trình duyệt"
        case .referred: "Đã kiến nghị cấp trên"
        case .answered: "Đã trả lời"
        case .declined: "Từ chối tiếp nhận"
        case .transferred: "Đã chuyển quy trình khác"
        }
    }

    package static func name(_ outcome: Outcome) -> String {
        switch outcome {
        case .resolved: "Giải quyết xong"
        case .partly: "Giải quyết một phần"
        case .explained: "Đã trả lời, giải thích"
        case .unfounded: "Không có cơ sở"
        case .referredUpward: "Vượt thẩm quyền, đã kiến nghị cấp trên"
        }
    }

    package static func name(_ channel: Channel) -> String {
        switch channel {
        case .form: "Biểu mẫu trên Cổng"
        case .zalo: "Zalo"
        case .zaloGroup: "Nhóm Zalo"
        case .mail: "Thư điện tử"
        case .hotline: "Đường dây nóng"
        case .counter: "Trực tiếp tại quầy"
        case .letter: "Văn bản giấy"
        case .dialogue: "Hội nghị đối thoại"
        case .visit: "Làm việc tại hiện trường"
        case .tax: "Hỏi đáp eTax"
        case .portal: "Hỏi đáp Cổng thông tin"
        case .national: "Hệ thống PAKN quốc gia"
        case .callCentre: "Tổng đài 1022"
        case .forwarded: "Cơ quan khác chuyển đến"
        }
    }

    package static func name(_ site: Site) -> String {
        switch site {
        case .park: "Trong khu công nghiệp"
        case .cluster: "Trong cụm công nghiệp"
        case .outside: "Ngoài khu, cụm công nghiệp"
        }
    }

    package static func name(_ role: Role) -> String {
        switch role {
        case .intake: "Tiếp nhận, sàng lọc"
        case .diagnosis: "Chẩn đoán, đề xuất"
        case .handler: "Xử lý"
        case .approver: "Phê duyệt"
        case .coordinator: "Điều phối"
        case .head: "Tổ trưởng"
        case .admin: "Quản trị hệ thống"
        }
    }

    package static func name(_ post: TeamMember.Post) -> String {
        switch post {
        case .head: "Tổ trưởng"
        case .standingDeputy: "Tổ phó Thường trực"
        case .deputy: "Tổ phó"
        case .member: "Thành viên"
        case .secretariat: "Tổ giúp việc"
        }
    }

    package static func name(_ level: Unit.Level) -> String {
        switch level {
        case .province: "Cấp tỉnh"
        case .department: "Sở, ban, ngành"
        case .board: "Ban quản lý"
        case .institute: "Đơn vị sự nghiệp"
        case .district: "Cấp huyện"
        case .commune: "Cấp xã"
        }
    }

    package static func name(_ kind: Note.Kind) -> String {
        switch kind {
        case .remark: "Ghi chú nội bộ"
        case .field: "Kết quả xử lý hiện trường"
        case .onDraft: "Góp ý dự thảo"
        }
    }

    /// The button of a step.
    package static func action(_ step: Permission) -> String {
        switch step {
        case .screen: "Phân loại, chuyển chẩn đoán"
        case .decline: "Từ chối tiếp nhận"
        case .transfer: "Chuyển quy trình, cơ quan khác"
        case .ask: "Yêu cầu bổ sung"
        case .resume: "Tiếp tục tính thời hạn"
        case .diagnose: "Chẩn đoán, đề xuất phương án"
        case .assign: "Phân công xử lý"
        case .giveBack: "Trả lại tổ chẩn đoán"
        case .note: "Ghi chú"
        case .tell: "Nhắn người gửi"
        case .draft: "Soạn trả lời"
        case .submit: "Trình duyệt"
        case .returnDraft: "Trả lại dự thảo"
        case .approve: "Phê duyệt, gửi trả lời"
        case .supply: "Gửi bổ sung"
        case .rate: "Gửi đánh giá"
        case .reopen: "Kiến nghị lại"
        case .receive: "Tiếp nhận"
        case .takeIn: "Nhập hộ người gửi"
        case .view: "Xem hồ sơ"
        case .readReports: "Xem báo cáo"
        case .administer: "Quản trị hệ thống"
        case .invite: "Lấy ý kiến phối hợp"
        case .nameReaders: "Giao xem hồ sơ hạn chế"
        case .split: "Tách nội dung"
        case .advise: "Cho ý kiến phối hợp"
        case .escalate: "Trình cấp trên"
        case .direct: "Ý kiến chỉ đạo"
        case .handOff: "Chuyển đơn vị khác"
        case .takeOver: "Tiếp nhận chuyển giao"
        case .sendBack: "Trả lại nơi chuyển"
        case .withdrawOffer: "Rút đề nghị chuyển"
        case .askExtension: "Đề nghị gia hạn"
        case .extend: "Duyệt gia hạn"
        case .refuseExtension: "Không đồng ý gia hạn"
        case .excuse: "Báo cáo chậm"
        case .joinCause: "Nhập vào vấn đề chung"
        case .visit: "Xử lý hiện trường"
        case .merge: "Gộp hồ sơ trùng"
        case .unmerge: "Tách khỏi hồ sơ chính"
        }
    }

    package static func name(_ kind: Team.Kind) -> String {
        switch kind {
        case .taskForce: "Tổ công tác"
        case .rapidResponse: "Tổ phản ứng nhanh"
        case .steeringCommittee: "Ban chỉ đạo"
        case .assisting: "Tổ giúp việc"
        }
    }

    package static func name(_ kind: Succession.Kind) -> String {
        switch kind {
        case .merge: "Sáp nhập"
        case .split: "Chia, tách"
        case .abolish: "Giải thể, bàn giao"
        case .transfer: "Chuyển một phần nhiệm vụ"
        }
    }

    package static func name(_ state: Reorganisation.State) -> String {
        switch state {
        case .prepared: "Chờ đến ngày"
        case .carriedOut: "Đã thực hiện"
        case .withdrawn: "Đã rút lại"
        }
    }

    package static func name(_ queue: WeeklyFigure) -> String {
        switch queue {
        case .opening: "Tồn kỳ trước"
        case .received: "Tiếp nhận trong kỳ"
        case .reopened: "Trong đó kiến nghị lại"
        case .total: "Tổng số"
        case .done: "Đã giải quyết"
        case .doneInTime: "Đúng hạn"
        case .doneInFirstTime: "Đúng hạn ban đầu"
        case .open: "Đang giải quyết"
        case .openOverdue: "Quá hạn"
        case .transferred: "Chuyển, từ chối"
        case .waiting: "Chờ người gửi bổ sung"
        }
    }
}
