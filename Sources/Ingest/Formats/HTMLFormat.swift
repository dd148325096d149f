import Filings

/// Web pages: tables with spans, nested layout tables, navigation around the article, wrong or missing charset.
package struct HTMLFormat: InputFormat {
    package let id = "html"
    package let name = Words("网页 HTML", "HTML")

    package init() {}

    package func recognises(_ bytes: [UInt8]) -> Bool {
        // Tags are ASCII in every encoding read here; in UTF-16 every other byte of them is zero.
        if TextDecoding.isUTF16(bytes) { return Self.holdsMark(bytes.prefix(Self.headBytes).filter { $0 > 0 }[...]) }
        let head = bytes.prefix(Self.headBytes)
        return !head.contains(0) && Self.holdsMark(head)
    }

    private static func holdsMark(_ head: ArraySlice<UInt8>) -> Bool {
        var rest = head
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[(open + 1)...]
            // Capital letters differ from small ones in this bit only.
            if marks.contains(where: { mark in rest.count >= mark.count && zip(rest, mark).allSatisfy { $0 | 0x20 == $1 | 0x20 } }) {
                return true
            }
        }
        return false
    }

    /// The first bytes in which a page shows that it is one.
    private static let headBytes = 8192
    /// What follows the first bracket.
    private static let marks = ["html", "!doctype html", "table", "body"].map { Array($0.utf8) }

    package func read(_ bytes: [UInt8], source: String, digest: String) throws(IngestError) -> RawDocument {
        guard let text = TextDecoding.decode(bytes) else { throw .notText }
        guard let tree = XMLTree(html: Array(text.utf8)), let root = tree.root else { throw .notText }
        var reader = HTMLReader(lines: text)
        reader.walk(root, depth: 0)
        reader.flush()
        return RawDocument(source: source, digest: digest, format: id, metadata: reader.metadata, rows: reader.rows)
    }
}

/// Walks the tree and collects rows and metadata.
private struct HTMLReader {
    private(set) var rows: [RawRow] = []
    private(set) var metadata: [Evidence] = []
    private var paragraph = ""
    private var paragraphLine = 0
    private let sourceLines: [Substring]

    /// Deeper elements are read as plain text.
    private static let depthLimit = 400
    private static let ignored: Set<String> = [
        "script", "style", "noscript", "nav", "head", "iframe", "svg", "select", "button",
    ]
    private static let blocks: Set<String> = [
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "section", "article", "header", "footer",
        "br",
        "center", "body", "blockquote", "dl", "dt", "dd", "form", "hr", "tr", "td", "th", "caption",
    ]

    init(lines text: String) {
        sourceLines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    }

    mutating func walk(_ node: XMLNode, depth: Int) {
        guard depth < Self.depthLimit else { return append(node.allText, line: node.line) }
        if node.isText { return append(node.content, line: node.line) }
        guard node.isElement else { return }
        let name = node.name.lowercased()
        if name == "head" { readHead(node) }
        guard Self.isShown(node) else { return }
        if name == "table" {
            flush()
            return table(node, depth: depth)
        }
        let isBlock = Self.blocks.contains(name)
        if isBlock { flush() }
        for child in node.children { walk(child, depth: depth + 1) }
        if isBlock { flush() }
    }

    /// Whether a reader of the page sees the element.
    private static func isShown(_ node: XMLNode) -> Bool {
        guard !ignored.contains(node.name.lowercased()), node.attribute("hidden") == nil else { return false }
        let style = node.attribute("style")?.filter { !$0.isWhitespace }.lowercased() ?? ""
        return !style.contains("display:none") && !style.contains("visibility:hidden")
    }

    private mutating func append(_ text: String, line: Int) {
        let trimmed = Self.folded(text)
        guard !trimmed.isEmpty else { return }
        if paragraph.isEmpty { paragraphLine = line }
        paragraph += trimmed
    }

    /// Line ends and indentation of the source fold away; other spaces stay.
    private static func folded(_ text: String) -> String {
        var result = ""
        for line in text.split(whereSeparator: \.isNewline) {
            let body = line.drop { $0 == " " || $0 == "\t" }
            result += body
        }
        return result
    }

    mutating func flush() {
        defer { paragraph = "" }
        let text = paragraph.trimmed
        guard !text.isEmpty else { return }
        rows.append(
            RawRow(
                kind: .paragraph, cells: [RawCell(text: text, place: place(text, line: paragraphLine))],
                line: paragraphLine))
    }

    /// The column of a text's first characters within its source line, 1 where they cannot be found.
    private func place(_ text: String, line: Int) -> Place {
        guard line >= 1, line <= sourceLines.count, let first = text.first,
            let at = sourceLines[line - 1].firstIndex(of: first)
        else {
            return Place(line: max(1, line), column: 1)
        }
        let source = sourceLines[line - 1]
        let exact = source.firstRange(of: text.prefix(12))?.lowerBound ?? at
        return Place(line: line, column: source.distance(from: source.startIndex, to: exact) + 1)
    }

    // MARK: Tables

    private mutating func table(_ node: XMLNode, depth: Int) {
        if Self.holdsTable(node) {
            for child in node.children { layout(child, depth: depth + 1) }
            return
        }
        var grid = TableGrid()
        for row in Self.tableRows(node) {
            let cells = row.children.filter {
                $0.isElement && ["td", "th"].contains($0.name.lowercased()) && Self.isShown($0)
            }
            grid.append(cells.map(spanCell))
        }
        rows += grid.rawRows
        rows.append(RawRow(kind: .empty, cells: [], line: node.line))
    }

    /// A table that holds tables only places them: its cells are blocks of the page.
    private mutating func layout(_ node: XMLNode, depth: Int) {
        guard depth < Self.depthLimit else { return append(node.allText, line: node.line) }
        guard node.isElement else { return }
        if ["td", "th"].contains(node.name.lowercased()) {
            flush()
            for child in node.children { walk(child, depth: depth + 1) }
            flush()
        } else {
            for child in node.children { layout(child, depth: depth + 1) }
        }
    }

    private static func holdsTable(_ node: XMLNode, depth: Int = 0) -> Bool {
        depth < depthLimit
            && node.children.contains { child in
                child.isElement && (child.name.lowercased() == "table" || holdsTable(child, depth: depth + 1))
            }
    }

    private static func tableRows(_ node: XMLNode) -> [XMLNode] {
        node.children.filter { $0.isElement && isShown($0) }.flatMap { child -> [XMLNode] in
            switch child.name.lowercased() {
            case "tr": [child]
            case "thead", "tbody", "tfoot": tableRows(child)
            default: []
            }
        }
    }

    private func spanCell(_ node: XMLNode) -> TableGrid.SpanCell {
        var text = ""
        var line = 0
        collect(node, into: &text, line: &line, depth: 0)
        let trimmed = text.trimmed
        return TableGrid.SpanCell(
            text: trimmed, place: place(trimmed, line: line == 0 ? node.line : line),
            columns: node.attribute("colspan").flatMap { Int($0) } ?? 1,
            rows: node.attribute("rowspan").flatMap { Int($0) } ?? 1)
    }

    /// The cell's text: inline elements join without a space, blocks with one.
    private func collect(_ node: XMLNode, into text: inout String, line: inout Int, depth: Int) {
        guard depth < Self.depthLimit else {
            text += Self.folded(node.allText)
            return
        }
        for child in node.children {
            if child.isText {
                let piece = Self.folded(child.content)
                if line == 0, !piece.trimmed.isEmpty { line = child.line }
                text += piece
            } else if child.isElement, Self.isShown(child) {
                let isBlock = Self.blocks.contains(child.name.lowercased())
                if isBlock, !text.isEmpty { text += " " }
                collect(child, into: &text, line: &line, depth: depth + 1)
            }
        }
    }

    // MARK: Head

    private static let publicationNames: Set<String> = [
        "pubdate", "publishdate", "publishtime", "pubtime", "article:published_time",
    ]
    private static let titles: Set<String> = ["articletitle", "title", "og:title"]

    private mutating func readHead(_ head: XMLNode) {
        for node in head.children where node.isElement {
            switch node.name.lowercased() {
            case "title":
                var text = ""
                var line = 0
                collect(node, into: &text, line: &line, depth: 0)
                add("title", text, node)
            case "meta":
                let name = (node.attribute("name") ?? node.attribute("property") ?? "").lowercased()
                guard let content = node.attribute("content") else { continue }
                if Self.titles.contains(name) { add("title", content, node) }
                if Self.publicationNames.contains(name) { add("published", content, node) }
                if name == "contentsource" { add("publisher", content, node) }
            default: continue
            }
        }
    }

    private mutating func add(_ kind: String, _ text: String, _ node: XMLNode) {
        let text = text.trimmed
        guard !text.isEmpty else { return }
        metadata.append(Evidence(text: "\(kind):\(text)", place: Place(line: max(1, node.line), column: 1)))
    }
}
