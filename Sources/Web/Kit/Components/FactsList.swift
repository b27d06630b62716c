/// What is known, name beside value.
package struct Fact: Sendable, Equatable {
    package var name: String
    package var value: HTML

    package init(_ name: String, _ value: HTML) {
        self.name = name
        self.value = value
    }

    package init(_ name: String, text: String) {
        self.init(name, HTML(text: text))
    }
}

/// A list of facts, names left, values right, one beneath the other on a phone.
package func factsList(_ facts: [Fact]) -> HTML {
    "<dl class=\"facts\">\(each(facts) { "<div><dt>\($0.name)</dt><dd>\($0.value)</dd></div>\n" })</dl>"
}

/// Facts in words; those of which nothing is known are left out.
package func factsList(_ facts: [(name: String, value: String)]) -> HTML {
    factsList(facts.filter { !$0.value.isEmpty }.map { Fact($0.name, text: $0.value) })
}

extension Example {
    package static let factsList: [HTML] = [
        Web.factsList([
            Fact("Số hồ sơ", text: "BN-2026-0001234"), Fact("Doanh nghiệp", text: "Công ty TNHH Sao Mai"),
            Fact("Thời hạn", "14/12/2026 \(Web.tag("còn 2 ngày làm việc", .soon))"), Fact("Đơn vị chủ trì", text: "Sở Tài chính"),
        ])
    ]
}
