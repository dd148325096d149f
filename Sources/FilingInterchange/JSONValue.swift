import Filings

/// A JSON value that is written with its keys in the order given, so that the same value has the same bytes.
package enum JSONValue: Sendable, Hashable {
    case null
    case boolean(Bool)
    case number(ExactDecimal)
    /// A ratio or an interval; written with the shortest digits that give it back.
    case double(Double)
    case string(String)
    case array([JSONValue])
    case object([Member])

    package struct Member: Sendable, Hashable {
        package var key: String
        package var value: JSONValue
    }

    package static func integer(_ value: Int) -> JSONValue { .number(ExactDecimal(Int64(value))) }
    package static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
    package static func optional(_ number: Int?) -> JSONValue { number.map(JSONValue.integer) ?? .null }
    package static func optional(_ number: Double?) -> JSONValue { number.map(JSONValue.double) ?? .null }
    package static func optional(_ number: ExactDecimal?) -> JSONValue { number.map(JSONValue.number) ?? .null }
    package static func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
    package static func members(_ pairs: [(String, JSONValue)]) -> JSONValue {
        .object(pairs.map { Member(key: $0.0, value: $0.1) })
    }

    /// On one line, without spaces except behind `:` and `,`.
    package var compact: String {
        var bytes: [UInt8] = []
        write(to: &bytes, indent: nil)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// One member a line, indented by two, ending in a line feed: canonical for files that people read.
    package var pretty: String {
        var bytes: [UInt8] = []
        write(to: &bytes, indent: 0)
        bytes.append(10)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func write(to bytes: inout [UInt8], indent: Int?) {
        switch self {
        case .null: bytes += "null".utf8
        case .boolean(let value): bytes += (value ? "true" : "false").utf8
        case .number(let value): bytes += value.description.utf8
        case .double(let value): bytes += Self.text(of: value).utf8
        case .string(let text): Self.write(text, to: &bytes)
        case .array(let values):
            Self.writeList(values.map { (nil, $0) }, open: "[", close: "]", to: &bytes, indent: indent)
        case .object(let members):
            Self.writeList(members.map { ($0.key, $0.value) }, open: "{", close: "}", to: &bytes, indent: indent)
        }
    }

    private static func text(of value: Double) -> String {
        guard value.isFinite else { return "null" }
        return value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }

    private static func writeList(
        _ items: [(String?, JSONValue)], open: Character, close: Character, to bytes: inout [UInt8], indent: Int?
    ) {
        bytes.append(open.asciiValue!)
        let inner = indent.map { $0 + 2 }
        for (index, item) in items.enumerated() {
            if index > 0 { bytes += (indent == nil ? ", " : ",").utf8 }
            if let inner {
                bytes.append(10)
                bytes += repeatElement(32, count: inner)
            }
            if let key = item.0 {
                write(key, to: &bytes)
                bytes += ": ".utf8
            }
            item.1.write(to: &bytes, indent: inner)
        }
        if let indent, !items.isEmpty {
            bytes.append(10)
            bytes += repeatElement(32, count: indent)
        }
        bytes.append(close.asciiValue!)
    }

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(34)
        for byte in text.utf8 {
            switch byte {
            case 34: bytes += "\\\"".utf8
            case 92: bytes += "\\\\".utf8
            case 10: bytes += "\\n".utf8
            case 13: bytes += "\\r".utf8
            case 9: bytes += "\\t".utf8
            case 0..<32, 127:
                let digits = Array("0123456789abcdef".utf8)
                bytes += "\\u00".utf8
                bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(34)
    }
}
