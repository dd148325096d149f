import Filings

/// A zip archive of filings as an input: its entries are read like files of a folder. Archives inside it are not opened.
package enum ArchiveInput {
    /// All entries together may unpack to this many bytes.
    private static let totalBytes = 2 << 30

    /// A zip file that is no office document.
    package static func recognises(_ bytes: [UInt8]) -> Bool {
        guard ZipReader.recognises(bytes), let zip = try? ZipReader(bytes), let entries = try? zip.entries() else {
            return false
        }
        return !entries.contains { ["[Content_Types].xml", "mimetype", "OFD.xml"].contains($0.name) }
    }

    /// Hands over the entries by name, each with its bytes or why it cannot be had; one at a time, to bound memory.
    package static func forEachEntry(
        of bytes: [UInt8], _ body: (_ name: String, _ content: Result<[UInt8], IngestError>) -> Void
    ) throws(IngestError) {
        let zip = try ZipReader(bytes)
        var total = 0
        for entry in try zip.entries().sorted(by: { ($0.name, $0.index) < ($1.name, $1.index) }) {
            guard isInside(entry.name) else {
                body(entry.name, .failure(.outsideArchive))
                continue
            }
            guard !entry.name.hasSuffix("/"), !isHidden(entry.name) else { continue }
            // What an entry declares may be any number; one that is not unpacked does not count.
            guard entry.size <= IngestLimits.fileBytes else {
                body(entry.name, .failure(.tooLarge(bytes: entry.size, limit: IngestLimits.fileBytes)))
                continue
            }
            total += entry.size
            guard total <= totalBytes else { throw .tooLarge(bytes: total, limit: totalBytes) }
            do throws(IngestError) {
                body(entry.name, .success(try zip.bytes(of: entry)))
            } catch {
                body(entry.name, .failure(error))
            }
        }
    }

    /// Names are labels only and nothing is unpacked to disk; one that points out of the archive is hostile all the same.
    private static func isInside(_ name: String) -> Bool {
        !name.hasPrefix("/") && !name.contains("\\") && !name.split(separator: "/").contains("..")
    }

    private static func isHidden(_ name: String) -> Bool {
        name.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
    }
}
