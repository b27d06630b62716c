/// What a list is read with besides itself.
package struct PetitionReading: Sendable {
    package var mapping: PetitionMapping
    let names: CatalogueNames
    private let kinds: [String: Kind]
    package var now: Instant
    /// When rows were received that do not say it (ngày nhận danh sách); `nil`: now.
    package var day: Day?
    /// A receipt before this day is a slip of the pen, or nothing that is still to be answered.
    package var oldest: Day

    /// - Parameter kinds: words for kinds, as people read and write them.
    package init(
        mapping: PetitionMapping, kinds: [(word: String, kind: Kind)], catalogue: Catalogue, now: Instant, day: Day?, oldest: Day
    ) {
        self.mapping = mapping
        self.kinds = Dictionary(kinds.map { (PetitionColumn.normalised($0.word), $0.kind) }) { first, _ in first }
        names = CatalogueNames(catalogue)
        self.now = now
        self.day = day
        self.oldest = oldest
    }

    /// Reads all rows; what is wrong comes with its row and column, all of it at once.
    package func read(_ table: PetitionTable) -> (petitions: [ImportedPetition], problems: [ImportProblem]) {
        if let doubled = mapping.doubled { return ([], [ImportProblem(row: table.headRow, column: doubled.head, .columnTwice)]) }
        guard mapping.place(of: .text) != nil else {
            return ([], [ImportProblem(row: table.headRow, column: PetitionColumn.text.head, .notMapped)])
        }
        var petitions: [ImportedPetition] = []
        var problems: [ImportProblem] = []
        for row in table.rows {
            var reader = PetitionRow(row, self)
            let petition = reader.read()
            if reader.problems.isEmpty { petitions.append(petition) } else { problems += reader.problems }
        }
        return (petitions, problems)
    }

    func kind(_ word: String) -> Kind? {
        let word = PetitionColumn.normalised(word)
        return kinds[word] ?? Self.otherKinds[word]
    }

    /// How other systems call the kinds.
    private static let otherKinds: [String: Kind] = [
        "quy dinh hanh chinh": .regulation, "kien nghi": .regulation, "phan anh kien nghi": .regulation, "kho khan vuong mac": .regulation,
        "hanh vi hanh chinh": .conduct, "phan anh": .conduct, "hoi dap": .question, "cau hoi": .question, "hoi": .question,
        "de nghi huong dan": .question, "tu van": .question, "khieu nai": .complaint, "to cao": .denunciation,
    ]
}

/// Reads one row.
struct PetitionRow {
    private let row: ImportTable.Row
    private let reading: PetitionReading
    private(set) var problems: [ImportProblem] = []
    private var remarks: [PetitionRemark] = []

    init(_ row: ImportTable.Row, _ reading: PetitionReading) {
        self.row = row
        self.reading = reading
    }

    mutating func read() -> ImportedPetition {
        let title = line(.title)
        var text = raw(.text)
        if text.isEmpty { text = title }
        if text.isEmpty { add(.text, .missing) }
        let number = line(.number, atMost: 100)
        if number.isEmpty, reading.mapping.place(of: .number) != nil { add(.number, .missing) }
        let received = receipt()
        let area = area(), field = field(), kind = kind()
        var person = person()
        person.area = area
        let reply = reply(receivedAt: received)
        return ImportedPetition(
            row: row.number, number: number, receivedAt: received, person: person,
            title: title.isEmpty || text == title ? nil : Excerpt.cut(title, limit: 200, suffix: "…"), text: text,
            classification: Classification(kind: kind, field: field, area: area), reply: reply, remarks: remarks)
    }

    private mutating func add(_ column: PetitionColumn, _ fault: ImportProblem.Fault) {
        problems.append(ImportProblem(row: row.number, column: column.head, fault))
    }

    private func raw(_ column: PetitionColumn) -> String {
        guard let place = reading.mapping.place(of: column), row.cells.indices.contains(place) else { return "" }
        return row.cells[place]
    }

    private func line(_ column: PetitionColumn) -> String { CleanText(line: raw(column)).text }

    private mutating func line(_ column: PetitionColumn, atMost limit: Int) -> String {
        let text = line(column)
        if text.unicodeScalars.count > limit { add(column, .tooLong(limit)) }
        return text
    }

    private mutating func receipt() -> Instant {
        let text = line(.received)
        guard !text.isEmpty else {
            remarks.append(.noReceipt)
            return reading.day.map { min(Instant($0), reading.now) } ?? reading.now
        }
        return moment(.received, text) ?? reading.now
    }

    /// A moment that has passed and that the deadlines know; complained of otherwise.
    private mutating func moment(_ column: PetitionColumn, _ text: String) -> Instant? {
        guard let moment = SourceMoment(text) else {
            add(column, .notAMoment(text))
            return nil
        }
        if moment.instant > reading.now {
            add(column, .inFuture(text))
        } else if moment.instant.day < reading.oldest {
            add(column, .tooOld(text, reading.oldest))
        }
        return moment.instant
    }

    private mutating func person() -> Contact.Person {
        var person = Contact.Person()
        person.name = line(.sender, atMost: 255)
        person.organisation = line(.organisation, atMost: 255)
        person.taxCode = Self.code(line(.taxCode, atMost: 30))
        person.phone = Self.phone(line(.phone, atMost: 60))
        person.email = line(.email, atMost: 255)
        person.address = line(.address, atMost: 500)
        person.isOrganisation = !person.organisation.isEmpty || !person.taxCode.isEmpty
        if !person.taxCode.isEmpty, !TaxCode.isValid(person.taxCode) { remarks.append(.oddTaxCode(person.taxCode)) }
        if !person.phone.isEmpty, PhoneNumber(person.phone) == nil { remarks.append(.oddPhone(person.phone)) }
        if !person.email.isEmpty, EmailAddress(person.email) == nil { remarks.append(.oddEmail(person.email)) }
        return person
    }

    /// A spreadsheet that took the number for a quantity dropped its first zero.
    private static func phone(_ text: String) -> String { PhoneNumber(text) == nil && PhoneNumber("0" + text) != nil ? "0" + text : text }

    private static func code(_ text: String) -> String {
        !text.isEmpty && !TaxCode.isValid(text) && TaxCode.isValid("0" + text) ? "0" + text : text
    }

    private mutating func kind() -> Kind? {
        let word = line(.kind)
        if word.isEmpty { return nil }
        let kind = reading.kind(word)
        if kind == nil { remarks.append(.unknownKind(word)) }
        return kind
    }

    private mutating func field() -> FieldCode? {
        let word = line(.field)
        if word.isEmpty { return nil }
        let field = reading.names.field(called: word)
        if field == nil { remarks.append(.unknownField(word)) }
        return field
    }

    private mutating func area() -> AreaCode? {
        let word = line(.area)
        if word.isEmpty { return nil }
        let area = reading.names.area(called: word)
        if area == nil { remarks.append(.unknownArea(word)) }
        return area
    }

    /// What the source says that it answered. A day of answer that lies before the receipt, or that cannot be read, is a mistake in
    /// the list.
    private mutating func reply(receivedAt: Instant) -> SourceReply? {
        let text = raw(.answer)
        let said = line(.answered).isEmpty ? nil : moment(.answered, line(.answered))
        if let said, said.day < receivedAt.day { add(.answered, .endsBeforeItBegins) }
        let word = line(.state)
        let state = SourceState(word)
        if state == nil, !word.isEmpty { remarks.append(.unknownState(word)) }
        let isAnswered = state.map { $0 == .answered } ?? (!text.isEmpty || said != nil)
        guard isAnswered || !text.isEmpty else { return nil }
        if isAnswered { remarks.append(.answered) }
        return SourceReply(text: text, at: said)
    }
}

/// What the word for a state means, as far as it matters here.
enum SourceState {
    case open, answered

    init?(_ word: String) {
        let word = PetitionColumn.normalised(word)
        // Withdrawn there: nothing that is understood here.
        if word.hasPrefix("da huy") || word.hasPrefix("da rut") { return nil }
        if Self.openWords.contains(where: { word.hasPrefix($0) }) {
            self = .open
        } else if Self.answeredWords.contains(where: { word.hasPrefix($0) }) {
            self = .answered
        } else {
            return nil
        }
    }

    private static let openWords = ["chua", "dang", "cho", "moi", "qua han", "tiep nhan", "da tiep nhan", "da chuyen", "da phan cong", "trong han"]
    private static let answeredWords = ["da ", "hoan thanh", "ket thuc", "xong", "dong", "cong khai"]
}
