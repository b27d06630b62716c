import CZip

/// Reads single entries of an archive that lies in memory, within limits. Nothing is ever unpacked to a disk, so that the names of
/// entries lead nowhere.
final class ZipReader {
    private let archive: OpaquePointer
    private let memory: UnsafeMutableRawBufferPointer
    private let limits: TableLimits
    private var unpacked = 0

    init(_ bytes: [UInt8], limits: TableLimits) throws(TableFault) {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
        memory.copyBytes(from: bytes)
        guard let source = zip_source_buffer_create(memory.baseAddress, zip_uint64_t(bytes.count), 0, nil) else {
            memory.deallocate()
            throw .damaged(part: "")
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
            zip_source_free(source)
            memory.deallocate()
            throw .damaged(part: "")
        }
        self.archive = archive
        self.memory = memory
        self.limits = limits
        if zip_get_num_entries(archive, 0) > zip_int64_t(limits.entries) { throw .hostile(part: "") }
    }

    deinit {
        zip_discard(archive)
        memory.deallocate()
    }

    /// The content of an entry; `nil` when there is none of that name.
    func read(_ name: String) throws(TableFault) -> [UInt8]? {
        var entry = zip_stat_t()
        zip_stat_init(&entry)
        guard zip_stat(archive, name, 0, &entry) == 0 else { return nil }
        // Stored or deflated, as the format allows; anything else was not made by a spreadsheet program.
        guard entry.encryption_method == 0, [0, 8].contains(entry.comp_method) else { throw .hostile(part: name) }
        guard entry.size <= zip_uint64_t(limits.entryBytes) else { throw .hostile(part: name) }
        guard let file = zip_fopen_index(archive, entry.index, 0) else { throw .damaged(part: name) }
        defer { zip_fclose(file) }
        return try content(of: file, name, packed: max(1, Int(clamping: entry.comp_size)))
    }

    /// What an entry says of its own size is not believed: it is read piece by piece until a limit is met.
    private func content(of file: OpaquePointer, _ name: String, packed: Int) throws(TableFault) -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = zip_fread(file, &piece, zip_uint64_t(piece.count))
            if count == 0 { return bytes }
            if count < 0 { throw .damaged(part: name) }
            bytes += piece[..<Int(count)]
            unpacked += Int(count)
            if bytes.count > limits.entryBytes || unpacked > limits.unpackedBytes { throw .hostile(part: name) }
            if bytes.count > 1_000_000, bytes.count / packed > limits.ratio { throw .hostile(part: name) }
        }
    }
}
