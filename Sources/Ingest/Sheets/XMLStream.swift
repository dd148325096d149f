import CXML

/// XML read piece by piece, so that a large part of a document never stands in memory as a tree. A document that declares
/// entities is refused, so nothing can be expanded.
struct XMLStream: ~Copyable {
    enum Piece { case start, end, text }

    private let reader: xmlTextReaderPtr
    private var isPastEmpty = false

    private init?(_ buffer: UnsafeBufferPointer<CChar>) {
        let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
        guard let reader = xmlReaderForMemory(buffer.baseAddress, Int32(buffer.count), nil, nil, options) else {
            return nil
        }
        self.reader = reader
    }

    deinit { xmlFreeTextReader(reader) }

    /// Reads `bytes` in `body`, piece by piece.
    static func read(_ bytes: [UInt8], _ body: (inout XMLStream) throws(IngestError) -> Void) throws(IngestError) {
        let result = bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { buffer -> Result<Void, IngestError> in
                guard var stream = XMLStream(buffer) else { return .failure(.brokenArchive) }
                do throws(IngestError) {
                    try body(&stream)
                    return .success(())
                } catch {
                    return .failure(error)
                }
            }
        }
        try result.get()
    }

    /// The next piece, or nil at the end. An empty element gives a start and an end.
    mutating func next() throws(IngestError) -> Piece? {
        if isPastEmpty {
            isPastEmpty = false
            return .end
        }
        while true {
            let status = xmlTextReaderRead(reader)
            guard status >= 0 else { throw .brokenArchive }
            guard status > 0 else { return nil }
            switch UInt32(xmlTextReaderNodeType(reader)) {
            case XML_READER_TYPE_ELEMENT.rawValue:
                isPastEmpty = xmlTextReaderIsEmptyElement(reader) == 1
                return .start
            case XML_READER_TYPE_END_ELEMENT.rawValue: return .end
            case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
                XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
                return .text
            case XML_READER_TYPE_DOCUMENT_TYPE.rawValue, XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
                throw .declaresEntities
            default: continue
            }
        }
    }

    /// The local name of the element.
    var name: String { xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? "" }
    var text: String { xmlTextReaderConstValue(reader).map { String(cString: $0) } ?? "" }

    /// An attribute by its name as written, prefix included.
    func attribute(_ name: String) -> String? {
        guard let value = xmlTextReaderGetAttribute(reader, name) else { return nil }
        defer { shim_xml_free(value) }
        return String(cString: value)
    }

    /// An attribute by its local name, whatever its prefix.
    func attribute(local name: String) -> String? {
        defer { xmlTextReaderMoveToElement(reader) }
        var status = xmlTextReaderMoveToFirstAttribute(reader)
        while status == 1 {
            if self.name == name { return text }
            status = xmlTextReaderMoveToNextAttribute(reader)
        }
        return nil
    }
}
