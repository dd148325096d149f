import Filings

/// Word documents (OOXML): gridSpan, vMerge, nested tables, tracked changes as accepted, runs parted anywhere.
package struct DOCXFormat: InputFormat {
    package let id = "docx"
    package let name = Words("Word 文档 DOCX", "Word document DOCX")

    package init() {}

    private static let body = "word/document.xml"
    private static let relationships = "_rels/.rels"

    /// The entry with the text: some programs give it another name, which the package's relationships tell.
    private static func mainPart(
        among entries: [ZipReader.Entry], in zip: borrowing ZipReader
    ) throws(IngestError) -> ZipReader.Entry? {
        if let entry = entries.first(where: { $0.name == body }) { return entry }
        guard let list = entries.first(where: { $0.name == relationships }),
            let tree = XMLTree(xml: try zip.bytes(of: list)), let root = tree.root
        else { return nil }
        let main = root.children.first { $0.attribute("Type")?.hasSuffix("/officeDocument") ?? false }
        guard let target = main?.attribute("Target") else { return nil }
        let name = target.hasPrefix("/") ? String(target.dropFirst()) : target
        return name.hasPrefix("word/") ? entries.first { $0.name == name } : nil
    }

    /// The title in the document's properties and the words above its pages, any of which may be the report's. Parts that
    /// are damaged say nothing.
    private static func metadata(among entries: [ZipReader.Entry], in zip: borrowing ZipReader) -> [Evidence] {
        let parts = entries.filter {
            ($0.name == properties || $0.name.hasPrefix(headers)) && $0.size <= largestPart
        }
        var titles: [String] = []
        for entry in parts.prefix(mostParts) {
            guard titles.count < mostTitles, let bytes = try? zip.bytes(of: entry), let tree = XMLTree(xml: bytes),
                let root = tree.root
            else { continue }
            if entry.name == properties {
                titles += root.children.filter { $0.name == "title" }.map(\.allText)
            } else {
                var reader = DOCXReader()
                reader.walk(root, depth: 0)
                titles += reader.rows.flatMap(\.cells).map(\.text)
            }
        }
        return titles.map(\.trimmed).filter { !$0.isEmpty }.prefix(mostTitles).map {
            Evidence(text: "title:\($0)", place: nil)
        }
    }

    private static let properties = "docProps/core.xml"
    private static let headers = "word/header"
    private static let mostTitles = 8
    /// Neither holds more in any document that people write; thousands of them, or some that grow, cost nothing so.
    private static let mostParts = 32
    private static let largestPart = 1 << 20

    package func recognises(_ bytes: [UInt8]) -> Bool {
        guard ZipReader.recognises(bytes) else { return false }
        // A zip that cannot be opened is a damaged document or archive: reading it says so.
        guard let zip = try? ZipReader(bytes), let entries = try? zip.entries() else { return true }
        return (try? Self.mainPart(among: entries, in: zip)) != nil
    }

    package func read(_ bytes: [UInt8], source: String, digest: String) throws(IngestError) -> RawDocument {
        let zip = try ZipReader(bytes)
        let entries = try zip.entries()
        guard let entry = try Self.mainPart(among: entries, in: zip) else { throw .brokenArchive }
        guard let tree = XMLTree(xml: try zip.bytes(of: entry)), let root = tree.root else { throw .brokenArchive }
        var reader = DOCXReader()
        reader.walk(root, depth: 0)
        return try RawDocument(
            source: source, digest: digest, format: id, metadata: Self.metadata(among: entries, in: zip),
            rows: reader.rows)
    }
}

/// Paragraphs and tables in reading order. Lines count paragraphs and table rows, since a document has no lines.
private struct DOCXReader {
    private var found = DocumentRows()
    private var line = 0

    var rows: [RawRow] { found.rows }

    private static let depthLimit = 200
    /// Deleted and moved-away text, field codes and drawings say nothing that stands in the accepted document, but for
    /// the drawings' text boxes.
    private static let ignored: Set<String> = [
        "del", "moveFrom", "instrText", "delText", "drawing", "pict", "object", "sectPr", "rPr", "pPr",
    ]

    mutating func walk(_ node: XMLNode, depth: Int) {
        guard depth < Self.depthLimit else { return }
        for child in Self.accepted(node) {
            switch child.name {
            case "p":
                paragraph(child)
                for box in Self.textBoxes(in: child, depth: depth) { walk(box, depth: depth + 1) }
            case "tbl": table(child, depth: depth)
            default: walk(child, depth: depth + 1)
            }
        }
    }

    /// What of an element stands in the accepted document. What is written twice, for newer and for older programs, counts
    /// once: the first that says anything.
    private static func accepted(_ node: XMLNode) -> [XMLNode] {
        node.children.filter { $0.isElement && !ignored.contains($0.name) }.flatMap { child in
            child.name == "AlternateContent"
                ? child.children.lazy.filter(\.isElement).map(accepted).first { !$0.isEmpty } ?? [] : [child]
        }
    }

    /// What stands in the text boxes anchored in a paragraph. A box is written twice, for newer and for older programs.
    private static func textBoxes(in node: XMLNode, depth: Int) -> [XMLNode] {
        guard depth < depthLimit else { return [] }
        let children = node.children.filter { $0.isElement && !["del", "moveFrom"].contains($0.name) }
        if node.name == "AlternateContent" {
            for child in children {
                let boxes = textBoxes(in: child, depth: depth + 1)
                if !boxes.isEmpty { return boxes }
            }
            return []
        }
        return children.flatMap { $0.name == "txbxContent" ? [$0] : textBoxes(in: $0, depth: depth + 1) }
    }

    private mutating func paragraph(_ node: XMLNode) {
        line += 1
        var text = ""
        Self.collect(node, into: &text, depth: 0)
        // Soft line breaks part what a table set with tabs would part.
        for piece in text.split(separator: "\n", omittingEmptySubsequences: false) {
            append(String(piece))
        }
    }

    private mutating func append(_ text: String) {
        let cells = text.split(separator: "\t", omittingEmptySubsequences: false).enumerated().map { index, cell in
            RawCell(text: String(cell).trimmed, place: Place(line: line, column: index + 1))
        }
        let isEmpty = cells.allSatisfy(\.text.isEmpty)
        found.append(
            RawRow(
                kind: isEmpty ? .empty : cells.count > 1 ? .table : .paragraph, cells: isEmpty ? [] : cells, line: line)
        )
    }

    private static func collect(_ node: XMLNode, into text: inout String, depth: Int) {
        guard depth < depthLimit else { return }
        for child in accepted(node) where !isHidden(child) && !isFootnote(child, behind: text) {
            switch child.name {
            case "t": text += child.children.filter(\.isText).map(\.content).joined()
            case "tab": text += "\t"
            case "br", "cr": text += "\n"
            case "noBreakHyphen": text += "-"
            default: collect(child, into: &text, depth: depth + 1)
            }
        }
    }

    /// Text that Word neither shows nor prints, or that is struck through.
    private static func isHidden(_ run: XMLNode) -> Bool {
        guard let properties = run.firstChild("rPr") else { return false }
        return ["vanish", "strike", "dstrike"].contains { name in
            properties.firstChild(name).map { !["0", "false", "off"].contains($0.attribute("val") ?? "") } ?? false
        }
    }

    /// A raised mark behind a figure is none of its digits.
    private static func isFootnote(_ run: XMLNode, behind text: String) -> Bool {
        run.firstChild("rPr")?.firstChild("vertAlign")?.attribute("val") == "superscript"
            && text.endsWithDigit
    }

    // MARK: Tables

    private mutating func table(_ node: XMLNode, depth: Int) {
        found.append(RawRow(kind: .empty, cells: [], line: line))
        for row in Self.rows(of: node) {
            line += 1
            var cells: [RawCell] = []
            var nested: [XMLNode] = []
            let skipped = row.firstChild("trPr")?.firstChild("gridBefore")?.attribute("val").flatMap { Int($0) } ?? 0
            var column = 1 + min(max(skipped, 0), IngestLimits.rowCells)
            cells += Array(repeating: RawCell(text: "", place: Place(line: line, column: 1)), count: column - 1)
            for cell in Self.cells(of: row) {
                let (text, tables) = Self.content(of: cell)
                nested += tables
                let properties = cell.firstChild("tcPr")
                let width = properties?.firstChild("gridSpan")?.attribute("val").flatMap { Int($0) } ?? 1
                let continues = properties?.firstChild("vMerge").map { $0.attribute("val") != "restart" } ?? false
                cells.append(RawCell(text: continues ? "" : text, place: Place(line: line, column: column)))
                let span = min(max(width, 1), 100)
                guard column + span <= IngestLimits.rowCells else { break }
                cells += Array(repeating: RawCell(text: "", place: Place(line: line, column: column)), count: span - 1)
                column += span
            }
            if !cells.isEmpty { found.append(RawRow(kind: .table, cells: cells, line: line)) }
            guard depth < Self.depthLimit else { continue }
            for table in nested { self.table(table, depth: depth + 1) }
        }
        found.append(RawRow(kind: .empty, cells: [], line: line))
    }

    /// Rows and cells may stand inside content controls and tracked insertions.
    private static func rows(of node: XMLNode) -> [XMLNode] { descend(node, to: "tr") }
    private static func cells(of node: XMLNode) -> [XMLNode] { descend(node, to: "tc") }

    private static func descend(_ node: XMLNode, to name: String) -> [XMLNode] {
        node.children.filter(\.isElement).flatMap { child -> [XMLNode] in
            if child.name == name { return isDeletedRow(child) ? [] : [child] }
            return ["sdt", "sdtContent", "ins", "customXml", "smartTag"].contains(child.name)
                ? descend(child, to: name) : []
        }
    }

    private static func isDeletedRow(_ row: XMLNode) -> Bool { row.firstChild("trPr")?.firstChild("del") != nil }

    /// A cell's paragraphs joined by line ends, and the tables inside it.
    private static func content(of cell: XMLNode, depth: Int = 0) -> (text: String, tables: [XMLNode]) {
        var pieces: [String] = []
        var tables: [XMLNode] = []
        func visit(_ node: XMLNode, _ depth: Int) {
            guard depth < depthLimit else { return }
            for child in accepted(node) {
                if child.name == "p" {
                    var text = ""
                    collect(child, into: &text, depth: 0)
                    let spaced = text.utf8.map { $0 == 0x09 ? 0x20 : $0 }
                    let trimmed = String(decoding: spaced, as: UTF8.self).trimmed
                    if !trimmed.isEmpty { pieces.append(trimmed) }
                } else if child.name == "tbl" {
                    tables.append(child)
                } else {
                    visit(child, depth + 1)
                }
            }
        }
        visit(cell, 0)
        // A cell may hold its text in a table of one cell.
        if depth < depthLimit, pieces.isEmpty, tables.count == 1, let row = rows(of: tables[0]).only,
            let only = cells(of: row).only
        {
            return content(of: only, depth: depth + 1)
        }
        return (pieces.joined(separator: "\n"), tables)
    }
}

extension Array {
    /// Its only element; nil where it has none or several.
    fileprivate var only: Element? { count == 1 ? first : nil }
}
