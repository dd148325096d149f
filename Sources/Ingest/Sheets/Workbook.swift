/// Spreadsheets (OOXML, `.xlsx`): one sheet as a table. Formulas count with the value that was saved with them.
/// Source: ECMA-376 part 1, 18.2-18.4.
package enum Workbook {
    private static let book = "xl/workbook.xml"

    /// A zip archive with a workbook: by content, never by name.
    package static func recognises(_ bytes: [UInt8]) -> Bool {
        guard ZipReader.recognises(bytes), let zip = try? ZipReader(bytes), let entries = try? zip.entries() else {
            return false
        }
        return entries.contains { $0.name == book }
    }

    /// The sheet of that name, or the first.
    package static func sheet(named name: String?, of bytes: [UInt8]) throws(IngestError) -> Sheet {
        let package = try Package(bytes)
        let sheets = try sheets(in: package.part(book))
        guard let index = name == nil ? sheets.indices.first : sheets.firstIndex(where: { $0.name == name }) else {
            throw .noSheet(name: name ?? "", sheets: sheets.map(\.name))
        }
        let links = try links(in: package.part("xl/_rels/workbook.xml.rels"))
        guard let target = links.first(where: { $0.id == sheets[index].link })?.target else { throw .brokenArchive }
        var texts: [String] = []
        if let shared = links.first(where: { $0.type.hasSuffix("/sharedStrings") }) {
            texts = try SharedTexts.read(package.part(shared.target))
        }
        let rows = try SheetReader.rows(of: package.part(target), texts: texts)
        return Sheet(name: sheets[index].name, number: index + 1, rows: rows)
    }

    private static func sheets(in part: [UInt8]) throws(IngestError) -> [(name: String, link: String)] {
        var sheets: [(name: String, link: String)] = []
        try XMLStream.read(part) { stream throws(IngestError) in
            while let piece = try stream.next() {
                guard piece == .start, stream.name == "sheet" else { continue }
                let (name, link) = (stream.attribute("name"), stream.attribute(local: "id"))
                if let name, let link { sheets.append((name, link)) }
            }
        }
        return sheets
    }

    private static func links(in part: [UInt8]) throws(IngestError) -> [(id: String, type: String, target: String)] {
        var links: [(id: String, type: String, target: String)] = []
        try XMLStream.read(part) { stream throws(IngestError) in
            while let piece = try stream.next() {
                guard piece == .start, stream.name == "Relationship" else { continue }
                let target = stream.attribute("Target") ?? ""
                // A target is written from the root, or from the folder of the workbook.
                let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
                links.append((stream.attribute("Id") ?? "", stream.attribute("Type") ?? "", path))
            }
        }
        return links
    }
}

/// The parts of an office document by name.
private struct Package: ~Copyable {
    private let zip: ZipReader
    private let entries: [String: ZipReader.Entry]

    init(_ bytes: [UInt8]) throws(IngestError) {
        let zip = try ZipReader(bytes)
        let entries = try zip.entries()
        self.zip = zip
        self.entries = Dictionary(entries.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func part(_ name: String) throws(IngestError) -> [UInt8] {
        guard let entry = entries[name] else { throw .brokenArchive }
        return try zip.bytes(of: entry)
    }
}

/// The texts that the cells of a workbook share.
private enum SharedTexts {
    static func read(_ part: [UInt8]) throws(IngestError) -> [String] {
        var texts: [String] = []
        try XMLStream.read(part) { stream throws(IngestError) in
            while let piece = try stream.next() {
                guard piece == .start, stream.name == "si" else { continue }
                texts.append(try RichText.read(&stream, until: "si"))
                guard texts.count <= IngestLimits.sheetCells else {
                    throw .tooManyCells(limit: IngestLimits.sheetCells)
                }
            }
        }
        return texts
    }
}

/// The text of an element made of runs; the phonetic signs above it are left out.
enum RichText {
    static func read(_ stream: inout XMLStream, until end: String) throws(IngestError) -> String {
        var text = ""
        var isText = false
        var phonetic = 0
        while let piece = try stream.next() {
            switch (piece, stream.name) {
            case (.end, end): return text
            case (.start, "rPh"): phonetic += 1
            case (.end, "rPh"): phonetic -= 1
            case (.start, "t"): isText = phonetic == 0
            case (.end, "t"): isText = false
            case (.text, _) where isText: text += stream.text
            default: break
            }
            guard text.utf8.count <= IngestLimits.cellBytes else { throw .cellTooLong(limit: IngestLimits.cellBytes) }
        }
        return text
    }
}
