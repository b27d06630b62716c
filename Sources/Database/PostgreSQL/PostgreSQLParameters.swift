import CPostgres

/// The binds of one execution as libpq takes them: one block of bytes, with each value's place, length and format. Numbers go as
/// text, so that they fit whatever integer type stands there; text and bytes go as they are.
struct PostgreSQLParameters {
    private var bytes: [UInt8] = []
    private var offsets: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []
    /// The type of each value; 0 for those that take theirs from where they stand.
    private(set) var types: [Oid] = []

    init(_ binds: [SQL.Bind]) {
        for bind in binds {
            switch bind.value {
            case .null: addNull()
            case .integer(let number): add(String(number).utf8, format: 0, bind.mayBeNull ? 0 : PostgreSQLType.int8)
            case .real(let number): add("\(number)".utf8, format: 0, bind.mayBeNull ? 0 : PostgreSQLType.float8)
            case .text(let text): add(text.utf8, format: 1, bind.mayBeNull ? 0 : PostgreSQLType.text)
            case .bytes(let content): add(content, format: 1, bind.mayBeNull ? 0 : PostgreSQLType.bytea)
            }
        }
    }

    private mutating func addNull() {
        offsets.append(nil)
        lengths.append(0)
        formats.append(1)
        types.append(0)
    }

    private mutating func add(_ content: some Collection<UInt8>, format: Int32, _ type: Oid) {
        offsets.append(bytes.count)
        lengths.append(Int32(content.count))
        formats.append(format)
        types.append(type)
        bytes.append(contentsOf: content)
        // Text format ends with a zero; and an empty value still needs a place, for no place means null.
        bytes.append(0)
    }

    /// Hands over count, values, lengths and formats.
    func withPointers<T>(
        _ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> T
    ) -> T {
        bytes.withUnsafeBytes { block in
            let base = block.baseAddress?.assumingMemoryBound(to: CChar.self)
            let values = offsets.map { offset in offset.flatMap { base?.advanced(by: $0) } }
            return values.withUnsafeBufferPointer { values in
                lengths.withUnsafeBufferPointer { lengths in
                    formats.withUnsafeBufferPointer { formats in
                        body(Int32(values.count), values.baseAddress, lengths.baseAddress, formats.baseAddress)
                    }
                }
            }
        }
    }
}

/// The types that the common tongue meets, by their fixed numbers in the server's catalogue (pg_type.dat).
enum PostgreSQLType {
    static let bool: Oid = 16
    static let bytea: Oid = 17
    static let name: Oid = 19
    static let int8: Oid = 20
    static let int2: Oid = 21
    static let int4: Oid = 23
    static let text: Oid = 25
    static let float8: Oid = 701
    static let unknown: Oid = 705
    static let varchar: Oid = 1043
    static let void: Oid = 2278
}
