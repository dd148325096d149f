/// Bytes to text: UTF-8, UTF-16 with or without a byte-order mark, else GB18030 (which covers GBK and GB2312). Where few
/// bytes of a text are none, U+FFFD stands for them.
enum TextDecoding {
    static func decode(_ bytes: [UInt8]) -> String? { utf8(of: bytes).map { String(decoding: $0, as: UTF8.self) } }

    /// The text as valid UTF-8, without a mark in front; nil when the bytes are no text.
    static func utf8(of bytes: [UInt8]) -> ArraySlice<UInt8>? { scanned(bytes)?.text }

    /// The text as valid UTF-8, without a mark in front, and its lines; nil when the bytes are no text.
    static func scanned(_ bytes: [UInt8]) -> (text: ArraySlice<UInt8>, scan: TextScan)? {
        if let order = byteOrder(bytes) {
            let body = order.isMarked ? bytes.dropFirst(2) : bytes[...]
            return utf16(body, littleEndian: order.isLittleEndian).flatMap(plausible)
        }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        if let scan = body.withUnsafeBufferPointer(TextScan.init) { return plausible(body, scan) }
        guard !ByteScan.holds(0, bytes) else { return nil }
        if let text = DamagedText.utf8(body) { return plausible(text[...]) }
        let text = DamagedText.string(gb18030: body).map { Array($0.utf8) } ?? DamagedText.gb18030(body)
        return text.flatMap { plausible($0[...]) }
    }

    static func isUTF16(_ bytes: [UInt8]) -> Bool { byteOrder(bytes) != nil }

    /// The order of the bytes of UTF-16, by its mark or by which order gives text; nil for other bytes.
    private static func byteOrder(_ bytes: [UInt8]) -> (isLittleEndian: Bool, isMarked: Bool)? {
        guard bytes.count >= 2 else { return nil }
        if bytes[0] == 0xFF, bytes[1] == 0xFE { return (true, true) }
        if bytes[0] == 0xFE, bytes[1] == 0xFF { return (false, true) }
        let sample = bytes.prefix(sampleBytes)
        // Digits, tabs and line ends have a byte that is zero, which no other text has.
        guard bytes.count % 2 == 0, bytes.count >= leastUnmarked,
            sample.withUnsafeBufferPointer({ ByteScan.holds(0, $0) })
        else { return nil }
        for isLittleEndian in [true, false] {
            let units = units(sample, littleEndian: isLittleEndian)
            if units.count(where: isOfReport) * 20 >= units.count * 19 { return (isLittleEndian, false) }
        }
        return nil
    }

    /// Fewer bytes do not tell.
    private static let leastUnmarked = 200

    /// Printed ASCII, line ends and tabs, ideographs and the marks between them.
    private static func isOfReport(_ unit: UInt16) -> Bool {
        switch unit {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x2010...0x203A, 0x3000...0x303F, 0x4E00...0x9FFF, 0xFF01...0xFF5E: true
        default: false
        }
    }

    private static func units(_ bytes: ArraySlice<UInt8>, littleEndian: Bool) -> [UInt16] {
        stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
            littleEndian
                ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
                : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
        }
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, littleEndian: Bool) -> ArraySlice<UInt8>? {
        guard bytes.count % 2 == 0 else { return nil }
        return String(validating: units(bytes, littleEndian: littleEndian), as: UTF16.self).map { Array($0.utf8)[...] }
    }

    /// So many bytes at either end show whether they are text.
    private static let sampleBytes = 2_048

    private static func plausible(_ text: ArraySlice<UInt8>) -> (text: ArraySlice<UInt8>, scan: TextScan)? {
        text.withUnsafeBufferPointer(TextScan.init).flatMap { plausible(text, $0) }
    }

    /// Text holds few characters that no text should hold; a decoder that accepts anything must not make text of a
    /// picture.
    private static func plausible(
        _ text: ArraySlice<UInt8>, _ scan: TextScan
    ) -> (text: ArraySlice<UInt8>, scan: TextScan)? {
        guard scan.holdsUnprintable else { return (text, scan) }
        var (characters, unprintable) = text.withUnsafeBufferPointer { counts($0, from: 0) }
        if text.count > sampleBytes {
            let last = text.withUnsafeBufferPointer { text in
                counts(text, from: text[(text.count - sampleBytes)...].firstIndex { $0 & 0xC0 != 0x80 } ?? text.count)
            }
            (characters, unprintable) = (characters + last.characters, unprintable + last.unprintable)
        }
        return unprintable * 50 > characters ? nil : (text, scan)
    }

    /// How many characters some bytes hold, and how many of them no text should hold: controls, the replacement
    /// character, those of private use.
    private static func counts(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> (characters: Int, unprintable: Int) {
        let end = min(text.count, start + sampleBytes)
        var characters = 0
        var unprintable = 0
        var index = start
        while index < end {
            let run = Ideographs.end(text, from: index)
            characters += (run - index) / 3
            index = run
            guard index < end else { break }
            let lead = text[index]
            characters += 1
            if lead < 0x80 {
                unprintable += lead >= 0x20 || lead == 7 || (9...13).contains(lead) ? 0 : 1
                index += 1
            } else {
                unprintable += TextScan.isUnprintable(text, at: index) ? 1 : 0
                index += UTF8Length.of(lead: lead)
            }
        }
        return (characters, unprintable)
    }
}
