package import Domain

/// What an officer reads out to whoever is on the line or at the counter: short, with the code letter by letter.
package enum SpokenWords {
    /// After a case was opened.
    package static func received(_ petition: Case, base: String) -> String {
        """
        Tổ công tác đã tiếp nhận nội dung của Quý vị. Mã tra cứu là \(spelled(petition.lookupCode)). Chậm nhất ngày \
        \(petition.clock.due.day.vietnamese) Quý vị nhận được trả lời. Quý vị theo dõi tại \(host(base)), mục Tra cứu, hoặc gọi lại và đọc mã này.
        """
    }

    /// After a letter was entered that holds several petitions.
    package static func received(_ items: [Case], base: String) -> String {
        """
        Văn bản của Quý vị gồm \(items.count) nội dung, mỗi nội dung có mã tra cứu và đơn vị giải quyết riêng. Chậm nhất ngày \
        \(items.map(\.clock.due).max()?.day.vietnamese ?? "") Quý vị nhận được trả lời chung. Theo dõi tại \(host(base)), mục Tra cứu.
        """
    }

    /// After more was written into a case that there is.
    package static func added(_ petition: Case) -> String {
        """
        Đã ghi thêm ý kiến của Quý vị vào hồ sơ mã \(spelled(petition.lookupCode)). Hồ sơ đang ở bước “\(Terms.name(petition.state).lowercased())”, \
        hạn trả lời ngày \(petition.clock.due.day.vietnamese).
        """
    }

    /// `7 K Q 2 M – X W 4 H P`
    package static func spelled(_ code: LookupCode) -> String {
        code.grouped.unicodeScalars.map { $0 == "-" ? "–" : String($0) }.joined(separator: " ")
    }

    /// The address without its scheme, as people say it.
    private static func host(_ base: String) -> String {
        for scheme in ["https://", "http://"] where base.hasPrefix(scheme) { return String(base.dropFirst(scheme.utf8.count)) }
        return base
    }
}
