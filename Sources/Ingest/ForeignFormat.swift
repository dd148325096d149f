import Filings

/// Kinds of documents in which filings are published and which nothing here reads: known by their first bytes, to say
/// what to do about them.
package enum ForeignFormat: String, CaseIterable, Sendable {
    /// Word up to 2003 and WPS: a compound file.
    case compound
    case richText
    case openDocument
    /// GB/T 33190, pages as they are printed.
    case ofd
    /// A page with its pictures in one message.
    case webArchive

    /// The kind of some bytes, where it is one of these.
    init?(_ bytes: [UInt8]) {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            self = .compound
        } else if bytes.starts(with: "{\\rtf".utf8) {
            self = .richText
        } else if Self.isWebArchive(bytes) {
            self = .webArchive
        } else if ZipReader.recognises(bytes), let kind = Self.package(bytes) {
            self = kind
        } else {
            return nil
        }
    }

    /// The header of a message stands in so many first bytes.
    private static let headerBytes = 2_048
    private static let multipart = Array("multipart/related".utf8)

    private static func isWebArchive(_ bytes: [UInt8]) -> Bool {
        guard bytes.starts(with: "MIME-Version:".utf8) || bytes.starts(with: "From:".utf8) else { return false }
        return bytes.prefix(headerBytes).withUnsafeBufferPointer { ByteWords.holds($0, multipart) }
    }

    private static func package(_ bytes: [UInt8]) -> ForeignFormat? {
        guard let entries = try? ZipReader(bytes).entries() else { return nil }
        if entries.contains(where: { $0.name == "OFD.xml" }) { return .ofd }
        let names = Set(entries.map(\.name))
        return names.isSuperset(of: ["mimetype", "content.xml"]) ? .openDocument : nil
    }

    /// What it is and what to do.
    var words: (chinese: String, english: String) {
        switch self {
        case .compound:
            ("旧版 Word 或 WPS 文档，未读取；请另存为 .docx", "a document of Word 97-2003 or WPS: not read; save it as .docx")
        case .richText: ("RTF 文档，未读取；请另存为 .docx", "a rich text document: not read; save it as .docx")
        case .openDocument: ("OpenDocument 文档，未读取；请另存为 .docx", "an OpenDocument file: not read; save it as .docx")
        case .ofd: ("OFD 版式文档，未读取；请另存为 PDF", "an OFD document: not read; save it as PDF")
        case .webArchive: ("网页归档（.mht），未读取；请另存为 .html", "a web archive (.mht): not read; save it as .html")
        }
    }
}
