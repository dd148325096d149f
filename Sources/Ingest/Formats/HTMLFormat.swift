import Filings

/// Web pages: tables with spans, nested layout tables, navigation around the article, wrong or missing charset.
package struct HTMLFormat: InputFormat {
    package let id = "html"
    package let name = Words("网页 HTML", "HTML")

    package init() {}

    package func recognises(_ bytes: [UInt8]) -> Bool {
        // Tags are ASCII in every encoding read here; in UTF-16 every other byte of them is zero.
        if TextDecoding.isUTF16(bytes) { return Self.holdsMark(bytes.prefix(Self.headBytes).filter { $0 > 0 }[...]) }
        guard ByteScan.holds(UInt8(ascii: "<"), bytes) else { return false }
        let head = bytes.prefix(Self.headBytes)
        return !head.contains(0) && Self.holdsMark(head)
    }

    private static func holdsMark(_ head: ArraySlice<UInt8>) -> Bool {
        var rest = head
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[(open + 1)...]
            // Capital letters differ from small ones in this bit only.
            if marks.contains(where: { mark in
                rest.count >= mark.count && zip(rest, mark).allSatisfy { $0 | 0x20 == $1 | 0x20 }
            }) {
                return true
            }
        }
        return false
    }

    /// A page with fewer bytes of text shows nothing.
    private static let leastText = 600
    /// The first bytes in which a page shows that it is one.
    private static let headBytes = 8192
    /// What follows the first bracket.
    private static let marks = ["html", "!doctype html", "table", "body"].map { Array($0.utf8) }

    package func read(_ bytes: [UInt8], source: String, digest: String) throws(IngestError) -> RawDocument {
        guard let text = TextDecoding.utf8(of: bytes).map(Array.init) else { throw .notText }
        guard let tree = XMLTree(html: text), let root = tree.root else { throw .notText }
        var reader = HTMLReader(places: SourcePlaces(text))
        reader.readAll(root)
        if reader.textBytes < Self.leastText {
            // What a script shows once the page is loaded is all that the page has.
            var whole = HTMLReader(places: SourcePlaces(text), readsHidden: true)
            whole.readAll(root)
            if whole.textBytes > 4 * Self.leastText { reader = whole }
        }
        return try RawDocument(
            source: source, digest: digest, format: id, metadata: reader.metadata, rows: reader.rows)
    }
}

/// Walks the tree and collects rows and metadata.
private struct HTMLReader {
    private var found = DocumentRows()
    private(set) var metadata: [Evidence] = []
    private var paragraph = ""
    private var paragraphLine = 0
    private var places: SourcePlaces

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

    /// Whether styles that hide an element are passed over.
    private let readsHidden: Bool

    init(places: SourcePlaces, readsHidden: Bool = false) {
        self.places = places
        self.readsHidden = readsHidden
    }

    var rows: [RawRow] { found.rows }

    /// How many bytes of text the rows have.
    var textBytes: Int { rows.reduce(0) { $0 + $1.cells.reduce(0) { $0 + $1.text.utf8.count } } }

    mutating func readAll(_ root: XMLNode) {
        walk(root, depth: 0)
        flush()
    }

    private mutating func walk(_ node: XMLNode, depth: Int) {
        guard depth < Self.depthLimit else { return append(node.allText, line: node.line) }
        if node.isText { return append(node.content, line: node.line) }
        guard node.isElement else { return }
        let name = node.name
        if name == "head" { readHead(node) }
        guard isShown(node) else { return }
        if name == "table" {
            flush()
            return table(node, depth: depth)
        }
        if name == "pre" {
            flush()
            return preformatted(node)
        }
        let isBlock = Self.blocks.contains(name)
        if isBlock { flush() }
        for child in node.children { walk(child, depth: depth + 1) }
        if isBlock { flush() }
    }

    /// Text that keeps its lines and spaces: a table in it is one of a text file.
    private mutating func preformatted(_ node: XMLNode) {
        for (index, line) in node.allText.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated()
        {
            found.append(TextFormat.row(String(line), number: node.line + index))
        }
    }

    /// Whether a reader of the page sees the element.
    private func isShown(_ node: XMLNode) -> Bool {
        guard !Self.ignored.contains(node.name) else { return false }
        guard !readsHidden else { return true }
        return node.attribute("hidden") == nil && node.attribute("style").map { !Self.hides($0) } ?? true
    }

    private static let hidingStyles = ["display:none", "visibility:hidden"].map { Array($0.utf8) }

    private static func hides(_ style: String) -> Bool {
        guard mayHide(style) else { return false }
        let plain = style.utf8.filter { $0 > 0x20 }.map { (65...90).contains($0) ? $0 | 0x20 : $0 }
        return hidingStyles.contains { wanted in
            plain.indices.contains { plain[$0] == wanted[0] && plain[$0...].starts(with: wanted) }
        }
    }

    /// Whether a value starts with n or h, as none and hidden do: few styles of a page have one.
    private static func mayHide(_ style: String) -> Bool {
        var isValue = false
        for byte in style.utf8 where byte > 0x20 {
            if isValue, byte | 0x20 == UInt8(ascii: "n") || byte | 0x20 == UInt8(ascii: "h") { return true }
            isValue = byte == UInt8(ascii: ":")
        }
        return false
    }

    private mutating func append(_ text: String, line: Int) {
        let trimmed = Self.folded(text)
        guard !trimmed.isEmpty else { return }
        if paragraph.isEmpty { paragraphLine = line }
        paragraph += trimmed
    }

    /// Line ends and indentation of the source fold away; other spaces stay.
    private static func folded(_ text: String) -> String {
        guard
            text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) || text.utf8.first == 0x20
                || text.utf8.first == 0x09
        else {
            return text
        }
        var result = ""
        for line in text.split(whereSeparator: \.isNewline) {
            let body = line.drop { $0 == " " || $0 == "\t" }
            result += body
        }
        return result
    }

    private mutating func flush() {
        defer { paragraph = "" }
        let text = paragraph.trimmed
        guard !text.isEmpty else { return }
        found.append(
            RawRow(
                kind: .paragraph, cells: [RawCell(text: text, place: places.place(of: text, line: paragraphLine))],
                line: paragraphLine))
    }

    // MARK: Tables

    private mutating func table(_ node: XMLNode, depth: Int) {
        if holdsTable(node) || !hasCells(node) {
            for child in node.children { layout(child, depth: depth + 1) }
            return
        }
        guard !found.isFull else { return }
        var grid = TableGrid()
        for row in tableRows(node) {
            var spans: [TableGrid.SpanCell] = []
            for cell in row.children where isCell(cell) { spans.append(spanCell(cell)) }
            grid.append(spans)
        }
        for row in grid.rawRows { found.append(row) }
        found.append(RawRow(kind: .empty, cells: [], line: node.line))
    }

    /// A table that holds tables only places them: its cells are blocks of the page.
    private mutating func layout(_ node: XMLNode, depth: Int) {
        guard depth < Self.depthLimit else { return append(node.allText, line: node.line) }
        guard node.isElement, isShown(node) else { return }
        if ["td", "th"].contains(node.name) {
            flush()
            for child in node.children { walk(child, depth: depth + 1) }
            flush()
        } else {
            for child in node.children { layout(child, depth: depth + 1) }
        }
    }

    private func holdsTable(_ node: XMLNode, depth: Int = 0) -> Bool {
        depth < Self.depthLimit
            && node.children.contains { child in
                child.isElement && (child.name == "table" && hasCells(child) || holdsTable(child, depth: depth + 1))
            }
    }

    /// Whether a table has more than one cell; one alone frames what it holds.
    private func hasCells(_ table: XMLNode) -> Bool {
        var count = 0
        for row in tableRows(table) {
            for cell in row.children where isCell(cell) {
                count += 1
                if count > 1 { return true }
            }
        }
        return false
    }

    private func isCell(_ node: XMLNode) -> Bool {
        node.isElement && (node.name == "td" || node.name == "th") && isShown(node)
    }

    private func tableRows(_ node: XMLNode, depth: Int = 0) -> [XMLNode] {
        guard depth < Self.depthLimit else { return [] }
        return node.children.filter { $0.isElement && isShown($0) }.flatMap { child -> [XMLNode] in
            switch child.name {
            case "tr": [child]
            case "thead", "tbody", "tfoot": tableRows(child, depth: depth + 1)
            default: []
            }
        }
    }

    private mutating func spanCell(_ node: XMLNode) -> TableGrid.SpanCell {
        var text = ""
        var line = 0
        collect(node, into: &text, line: &line, depth: 0)
        let trimmed = text.trimmed
        return TableGrid.SpanCell(
            text: trimmed, place: places.place(of: trimmed, line: line == 0 ? node.line : line),
            columns: node.attribute("colspan").flatMap { Int($0) } ?? 1,
            rows: node.attribute("rowspan").flatMap { Int($0) } ?? 1)
    }

    /// The cell's text: inline elements join without a space, blocks with a line end.
    private func collect(_ node: XMLNode, into text: inout String, line: inout Int, depth: Int) {
        guard depth < Self.depthLimit else {
            text += Self.folded(node.allText)
            return
        }
        for child in node.children {
            if child.isText {
                let piece = Self.folded(child.content)
                if line == 0, piece.utf8.contains(where: { $0 > 0x20 }), !piece.trimmed.isEmpty { line = child.line }
                text += piece
            } else if child.isElement, isShown(child), !isFootnote(child, behind: text) {
                if child.name == "input" { text += Self.figure(in: child) }
                let isBlock = Self.blocks.contains(child.name)
                if isBlock, !text.isEmpty { text += "\n" }
                collect(child, into: &text, line: &line, depth: depth + 1)
            }
        }
    }

    /// The figure that a field shows; other fields are searches and buttons.
    private static func figure(in field: XMLNode) -> String {
        guard ["text", "number"].contains(field.attribute("type")?.lowercased() ?? "text"),
            let value = field.attribute("value")?.trimmed, value.utf8.allSatisfy({ figureBytes.contains($0) })
        else { return "" }
        return value
    }

    private static let figureBytes = Set("0123456789.,-/".utf8)

    /// A raised mark behind a figure is none of its digits.
    private func isFootnote(_ node: XMLNode, behind text: String) -> Bool {
        node.name == "sup" && text.endsWithDigit
    }

    // MARK: Head

    private static let publicationNames: Set<String> = [
        "pubdate", "publishdate", "publishtime", "pubtime", "article:published_time",
    ]
    private static let titles: Set<String> = ["articletitle", "title", "og:title", "description", "og:description"]

    /// What has more bytes is no title and no name.
    private static let longestMetadata = 4 << 10

    private mutating func readHead(_ head: XMLNode) {
        for node in head.children where node.isElement {
            switch node.name {
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
        guard !text.isEmpty, text.utf8.count <= Self.longestMetadata else { return }
        metadata.append(Evidence(text: "\(kind):\(text)", place: Place(line: max(1, node.line), column: 1)))
    }
}
