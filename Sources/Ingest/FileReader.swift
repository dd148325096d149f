import Digests
import Filings
import Foundation

/// Reads one file within the limits and hands it to the format that recognises it.
package enum FileReader {
    /// The bytes of a regular file, refused before reading when it is larger than the limit.
    package static func bytes(of path: String, limit: Int = IngestLimits.fileBytes) throws(IngestError) -> [UInt8] {
        let attributes: [FileAttributeKey: Any]
        do {
            attributes = try FileManager.default.attributesOfItem(
                atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
        } catch {
            throw .unreadable(reason: "stat")
        }
        guard attributes[.type] as? FileAttributeType == .typeRegular else { throw .notARegularFile }
        let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
        guard size <= limit else { throw .tooLarge(bytes: size, limit: limit) }
        guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(reason: "open") }
        guard !data.isEmpty else { throw .empty }
        return [UInt8](data)
    }

    /// The first bytes of a file, to tell what it is before reading it; empty when it cannot be opened.
    package static func head(of path: String, count: Int = 512) -> [UInt8] {
        guard isRegular(path), let handle = FileHandle(forReadingAtPath: path) else { return [] }
        defer { try? handle.close() }
        return [UInt8]((try? handle.read(upToCount: count)) ?? Data())
    }

    /// Opening a pipe or a device could wait for ever.
    private static func isRegular(_ path: String) -> Bool {
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        return (try? FileManager.default.attributesOfItem(atPath: target))?[.type] as? FileAttributeType == .typeRegular
    }

    package static func document(_ bytes: [UInt8], source: String) throws(IngestError) -> RawDocument {
        guard !bytes.isEmpty else { throw .empty }
        guard let format = AllFormats.format(recognising: bytes) else { throw .notText }
        return try format.read(bytes, source: source, digest: SHA256Digest.hexadecimal(of: bytes))
    }
}
