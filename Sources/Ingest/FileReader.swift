import Digests
import Filings
import Glibc

/// Reads one file within the limits and hands it to the format that recognises it.
package enum FileReader {
    /// The bytes of a regular file, refused before reading when it is larger than the limit.
    ///
    /// Of a larger file `largerLimit` is told the first `headBytes`: what starts so may be as large as it says.
    package static func bytes(
        of path: String, limit: Int = IngestLimits.fileBytes, largerLimit: (_ head: [UInt8]) -> Int? = { _ in nil }
    ) throws(IngestError) -> [UInt8] {
        let file = try OpenFile(path)
        var limit = limit
        if file.size > limit { limit = largerLimit(try file.read(upTo: headBytes)) ?? limit }
        guard file.size <= limit else { throw .tooLarge(bytes: file.size, limit: limit) }
        let bytes = try file.read(upTo: limit)
        guard !bytes.isEmpty else { throw .empty }
        return bytes
    }

    /// So much of a file tells what it is.
    package static let headBytes = 512

    /// The first bytes of a file, to tell what it is before reading it; empty when it cannot be opened.
    package static func head(of path: String, count: Int = headBytes) -> [UInt8] {
        guard let file = try? OpenFile(path) else { return [] }
        return (try? file.read(upTo: count)) ?? []
    }

    package static func document(_ bytes: [UInt8], source: String) throws(IngestError) -> RawDocument {
        guard !bytes.isEmpty else { throw .empty }
        if let foreign = ForeignFormat(bytes) { throw .foreign(foreign) }
        guard let format = AllFormats.format(recognising: bytes) else { throw .notText }
        return try format.read(bytes, source: source, digest: SHA256Digest.hexadecimal(of: bytes))
    }
}

/// A regular file opened for reading. Opening a pipe or a device could wait for ever; those are refused.
private struct OpenFile: ~Copyable {
    private let descriptor: Int32
    let size: Int

    init(_ path: String) throws(IngestError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else {
            throw errno == ENXIO ? .notARegularFile : .system(errno)
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .notARegularFile
        }
        size = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// The bytes from the start, as many as the file has up to `limit`.
    func read(upTo limit: Int) throws(IngestError) -> [UInt8] {
        var failure: Int32 = 0
        let wanted = min(size, limit)
        let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
            while count < wanted {
                let got = pread(descriptor, buffer.baseAddress! + count, wanted - count, off_t(count))
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = errno }
                guard got > 0 else { return }
                count += got
            }
        }
        guard failure == 0 else { throw .system(failure) }
        return bytes
    }
}
