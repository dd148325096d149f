import Foundation

/// Bytes to text: UTF-8, UTF-16 with a byte-order mark, else GB18030 (which covers GBK and GB2312).
enum TextDecoding {
    /// Foundation's number for GB18030; its GBK and GB2312 decoders fail on Linux, and GB18030 reads both.
    private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

    static func decode(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), littleEndian: true) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), littleEndian: false) }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        guard !body.contains(0) else { return nil }
        if let text = String(validating: body, as: UTF8.self) { return plausible(text) }
        guard let text = String(data: Data(body), encoding: gb18030) else { return nil }
        return plausible(text)
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, littleEndian: Bool) -> String? {
        guard bytes.count % 2 == 0 else { return nil }
        let start = bytes.startIndex
        let units = stride(from: start, to: bytes.endIndex, by: 2).map { index in
            littleEndian
                ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
                : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
        }
        return String(validating: units, as: UTF16.self).flatMap(plausible)
    }

    /// Text holds few control characters; a decoder that accepts anything must not make text of a picture.
    private static func plausible(_ text: String) -> String? {
        var controls = 0
        var total = 0
        for scalar in text.unicodeScalars.prefix(20_000) {
            total += 1
            let value = scalar.value
            let allowed = value == 9 || value == 10 || value == 13 || value == 12 || value == 11 || value == 7
            if value < 32 && !allowed || value == 0xFFFD || (0xE000...0xF8FF).contains(value) { controls += 1 }
        }
        return controls * 50 > total ? nil : text
    }
}
