import CZip
import Foundation

/// Packs entries into an archive in memory. Equal entries make equal bytes: all are dated 1 January 1980, the archive's oldest day.
enum ZipWriter {
    static func pack(_ entries: [(name: String, bytes: [UInt8])]) throws(TableFault) -> [UInt8] {
        guard let target = zip_source_buffer_create(nil, 0, 0, nil) else { throw .notWritten }
        defer { zip_source_free(target) }
        // The archive takes hold of its source; one hold stays here, to read what was packed.
        zip_source_keep(target)
        guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, nil) else {
            zip_source_free(target)
            throw .notWritten
        }
        for entry in entries {
            do {
                try add(entry.name, entry.bytes, to: archive)
            } catch {
                zip_discard(archive)
                throw error
            }
        }
        guard zip_close(archive) == 0 else {
            zip_discard(archive)
            throw .notWritten
        }
        return try content(of: target)
    }

    private static func add(_ name: String, _ bytes: [UInt8], to archive: OpaquePointer) throws(TableFault) {
        // Handed over to libzip, which frees it when it has packed it.
        guard let memory = malloc(max(bytes.count, 1)) else { throw .notWritten }
        UnsafeMutableRawBufferPointer(start: memory, count: bytes.count).copyBytes(from: bytes)
        guard let source = zip_source_buffer(archive, memory, zip_uint64_t(bytes.count), 1) else {
            free(memory)
            throw .notWritten
        }
        let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            throw .notWritten
        }
        guard zip_file_set_dostime(archive, zip_uint64_t(index), 0, 0x21, 0) == 0 else { throw .notWritten }
    }

    private static func content(of source: OpaquePointer) throws(TableFault) -> [UInt8] {
        var state = zip_stat_t()
        zip_stat_init(&state)
        guard zip_source_stat(source, &state) == 0, zip_source_open(source) == 0 else { throw .notWritten }
        defer { zip_source_close(source) }
        var bytes = [UInt8](repeating: 0, count: Int(clamping: state.size))
        guard zip_source_read(source, &bytes, zip_uint64_t(bytes.count)) == zip_int64_t(bytes.count) else { throw .notWritten }
        return bytes
    }
}
