import CXML
import Glibc

/// A node of a tree that libxml2 holds; valid only while its document is.
struct XMLNode {
    let pointer: xmlNodePtr

    var isElement: Bool { pointer.pointee.type == XML_ELEMENT_NODE }
    var isText: Bool { pointer.pointee.type == XML_TEXT_NODE || pointer.pointee.type == XML_CDATA_SECTION_NODE }
    /// The local name, as written.
    var name: String { pointer.pointee.name.map { String(cString: $0) } ?? "" }
    var line: Int { Int(xmlGetLineNo(pointer)) }
    var parent: XMLNode? { pointer.pointee.parent.map(XMLNode.init) }

    /// The content of a text node.
    var content: String { pointer.pointee.content.map { String(cString: $0) } ?? "" }

    /// All text below the node, however deep; the library walks it without recursion.
    var allText: String {
        guard let text = xmlNodeGetContent(pointer) else { return "" }
        defer { shim_xml_free(text) }
        return String(cString: text)
    }

    /// The nodes right below, in order.
    var children: Children { Children(first: pointer.pointee.children) }

    struct Children: Sequence, IteratorProtocol {
        private var following: xmlNodePtr?

        fileprivate init(first: xmlNodePtr?) { following = first }

        mutating func next() -> XMLNode? {
            guard let node = following else { return nil }
            following = node.pointee.next
            return XMLNode(pointer: node)
        }
    }

    /// An attribute by its local name.
    func attribute(_ name: String) -> String? {
        var next = pointer.pointee.properties
        while let property = next {
            if Self.isSame(property.pointee.name, name) {
                return property.pointee.children?.pointee.content.map { String(cString: $0) } ?? ""
            }
            next = property.pointee.next
        }
        return nil
    }

    func firstChild(_ name: String) -> XMLNode? {
        children.first { $0.isElement && Self.isSame($0.pointer.pointee.name, name) }
    }

    private static func isSame(_ name: UnsafePointer<xmlChar>?, _ other: String) -> Bool {
        guard let name else { return false }
        return name.withMemoryRebound(to: CChar.self, capacity: 1) { strcmp($0, other) == 0 }
    }
}

/// A parsed document that frees itself.
struct XMLTree: ~Copyable {
    private let document: xmlDocPtr

    /// Sets up the library, which two threads that start with it at once would leave waiting for one another.
    private static let setUp: Void = xmlInitParser()

    /// Forgiving HTML; no network, no scripts, no entities beyond HTML's own.
    init?(html bytes: [UInt8]) {
        Self.setUp
        guard let context = htmlNewParserCtxt() else { return nil }
        defer { htmlFreeParserCtxt(context) }
        // The parser of HTML takes these two from its context only: it would stop without a word at 256 open elements,
        // and count no line beyond 65,535.
        context.pointee.options |= Int32(XML_PARSE_HUGE.rawValue | XML_PARSE_BIG_LINES.rawValue)
        let options = Int32(
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                | HTML_PARSE_NONET.rawValue)
        let parsed = bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) {
                htmlCtxtReadMemory(context, $0.baseAddress, Int32($0.count), nil, "UTF-8", options)
            }
        }
        guard let parsed else { return nil }
        document = parsed
    }

    /// Well-formed XML; no network, no DTD, entities left alone.
    init?(xml bytes: [UInt8]) {
        Self.setUp
        let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
        let parsed = bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) {
                xmlReadMemory($0.baseAddress, Int32($0.count), nil, nil, options)
            }
        }
        guard let parsed else { return nil }
        document = parsed
    }

    deinit { xmlFreeDoc(document) }

    var root: XMLNode? { xmlDocGetRootElement(document).map(XMLNode.init) }
}
