package import Domain

// The words of co-ordination, escalation and clocks.
extension Terms {
    package static func name(_ level: Level) -> String {
        switch level {
        case .unit: "Đơn vị chủ trì"
        case .deputy: "Tổ phó"
        case .head: "Tổ trưởng"
        case .province: "Ủy ban nhân dân tỉnh"
        case .ministry: "Bộ, ngành trung ương"
        }
    }

    package static func name(_ silence: Consultation.Silence) -> String {
        switch silence {
        case .agrees: "Quá hạn không trả lời coi như đồng ý"
        case .hasNoOpinion: "Quá hạn không trả lời coi như không có ý kiến"
        }
    }

    package static func name(_ stance: Opinion.Stance) -> String {
        switch stance {
        case .agrees: "Đồng ý"
        case .agreesPartly: "Đồng ý một phần"
        case .disagrees: "Không đồng ý"
        }
    }

    package static func name(_ warning: Warning) -> String {
        switch warning {
        case .none: "Bình thường"
        case .soon: "Sắp đến hạn"
        case .late: "Quá hạn"
        case .badlyLate: "Quá hạn nghiêm trọng"
        }
    }

    package static func name(_ urged: Warning.Urged) -> String {
        switch urged {
        case .handler: "Người xử lý"
        case .unitHead: "Lãnh đạo đơn vị"
        case .standingDeputy: "Tổ phó Thường trực"
        }
    }

    package static func name(_ proof: AnswerDraft.Evidence.Kind) -> String {
        switch proof {
        case .document: "Văn bản"
        case .file: "Tệp kèm theo"
        case .visit: "Kết quả xử lý hiện trường"
        }
    }

    /// Why two cases may be the same.
    package static func name(_ reason: DuplicateReason) -> String {
        switch reason {
        case .sender: "cùng người gửi"
        case .taxCode: "cùng mã số thuế"
        case .phone: "cùng số điện thoại"
        case .email: "cùng địa chỉ thư điện tử"
        case .attachment: "cùng tệp đính kèm"
        case .text(let percent): "nội dung giống \(percent) %"
        }
    }

    /// What a step on a common cause is called.
    package static func causeAction(_ step: Permission) -> String {
        switch step {
        case .joinCause: "Sửa mô tả"
        case .draft: "Soạn trả lời chung"
        case .submit: "Trình duyệt"
        case .approve: "Phê duyệt, gửi mọi người"
        case .returnDraft: "Trả lại dự thảo"
        case .escalate: "Kiến nghị chính sách"
        case .screen, .decline, .transfer, .ask, .resume, .diagnose, .assign, .giveBack, .note, .tell, .invite, .nameReaders, .split, .advise,
            .direct, .handOff, .takeOver, .sendBack, .withdrawOffer, .askExtension, .extend, .refuseExtension, .excuse, .visit, .merge, .unmerge,
            .supply, .rate, .reopen, .receive, .takeIn, .view, .readReports, .administer:
            action(step)
        }
    }

    package static func name(_ state: CommonCause.State) -> String {
        switch state {
        case .open: "Đang xử lý"
        case .approving: "Chờ phê duyệt"
        case .answered: "Đã trả lời chung"
        }
    }
}
