import CZip
import Foundation

/// Reads entries of a zip archive held in memory, within limits on number, size and ratio.
struct ZipReader: ~Copyable {
    private let archive: OpaquePointer
    private let storage: UnsafeMutableBufferPointer<UInt8>

    /// What an archive may hold at most. Real documents unpack to a few times their size.
    enum Limits {
        static let entries = 20_000
        static let entryBytes = 64 << 20
        /// Unpacked bytes per packed byte.
        static let ratio = 200
    }

    /// Whether bytes start like a zip archive, whole or not.
    static func recognises(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

    init(_ bytes: [UInt8]) throws(IngestError) {
        storage = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = storage.initialize(from: bytes)
        var error = zip_error_t()
        guard let source = zip_source_buffer_create(storage.baseAddress, zip_uint64_t(bytes.count), 0, &error) else {
            storage.deallocate()
            throw .brokenArchive
        }
        guard let opened = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            storage.deallocate()
            throw .brokenArchive
        }
        archive = opened
    }

    deinit {
        zip_discard(archive)
        storage.deallocate()
    }

    struct Entry {
        var index: UInt64
        var name: String
        var size: Int
        var packedSize: Int
    }

    /// All entries in the archive's order.
    func entries() throws(IngestError) -> [Entry] {
        let count = zip_get_num_entries(archive, 0)
        guard count <= Limits.entries else { throw .tooManyFiles(limit: Limits.entries) }
        var entries: [Entry] = []
        for index in 0..<max(0, count) {
            var stat = zip_stat_t()
            guard zip_stat_index(archive, zip_uint64_t(index), 0, &stat) == 0, let name = name(zip_uint64_t(index))
            else { continue }
            entries.append(
                Entry(
                    index: UInt64(index), name: name, size: Int(clamping: stat.size),
                    packedSize: Int(clamping: stat.comp_size)))
        }
        return entries
    }

    /// An entry's name: UTF-8, else the national encoding, which archives made here use without saying so.
    private func name(_ index: zip_uint64_t) -> String? {
        guard let raw = zip_get_name(archive, index, zip_flags_t(ZIP_FL_ENC_RAW)) else { return nil }
        return TextDecoding.decode(
            Array(
                UnsafeBufferPointer(
                    start: UnsafeRawPointer(raw).assumingMemoryBound(to: UInt8.self), count: strlen(raw))))
    }

    /// An entry's bytes; refused before unpacking when it would be too large or grow too much.
    func bytes(of entry: Entry) throws(IngestError) -> [UInt8] {
        guard entry.size <= Limits.entryBytes else { throw .tooLarge(bytes: entry.size, limit: Limits.entryBytes) }
        guard (entry.size - 4096) / Limits.ratio <= max(1, entry.packedSize) else { throw .suspiciousArchive }
        guard let file = zip_fopen_index(archive, entry.index, 0) else { throw .brokenArchive }
        defer { zip_fclose(file) }
        var bytes = [UInt8](repeating: 0, count: entry.size)
        var read = 0
        while read < bytes.count {
            let got = bytes.withUnsafeMutableBytes { buffer in
                zip_fread(file, buffer.baseAddress! + read, zip_uint64_t(buffer.count - read))
            }
            guard got > 0 else { throw .brokenArchive }
            read += Int(got)
        }
        return bytes
    }
}
