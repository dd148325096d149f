/// What one pass over bytes tells: that they are UTF-8, where their lines end, and whether a character stands among them
/// that no text should hold.
struct TextScan {
    /// Lines end with LF, CRLF, CR, VT or FF.
    private(set) var lines: [TextBody.Line] = []
    /// Whether a control, a replacement character or a character of private use occurs.
    private(set) var holdsUnprintable = false

    /// Nil where the bytes are no UTF-8 or hold a NUL.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        lines.reserveCapacity(text.count / 64 + 8)
        let raw = UnsafeRawBufferPointer(text)
        var (start, index) = (0, 0)
        var tabs: Int32 = 0
        while index < text.count {
            // Nearly all characters are ideographs and their punctuation: three bytes, of which the first does not limit
            // the second. Two are looked at together, then one with the comma's first byte.
            while index &+ 8 <= text.count {
                let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                if Self.areTwoOfThreeBytes(word) {
                    index &+= 6
                } else if word & 0x00C0_C0F0 == 0x0080_80E0, word & 0xF &- 1 < 0xC || word & 0xFFFF == 0xBCEF {
                    index &+= 3
                } else {
                    break
                }
            }
            guard index < text.count else { break }
            let lead = text[index]
            if lead >= 0x80 {
                let length = Self.character(text, at: index)
                guard length > 0 else { return nil }
                if Self.isUnprintable(text, at: index) { holdsUnprintable = true }
                index &+= length
                continue
            }
            if lead >= 0x20 || lead == 0x09 {
                // Words, figures and tabs stand together.
                var byte = lead
                repeat {
                    tabs &+= byte == 0x09 ? 1 : 0
                    index &+= 1
                    byte = index < text.count ? text[index] : 0
                } while byte &- 0x20 < 0x60 || byte == 0x09
                continue
            }
            switch lead {
            case 0x0A...0x0D:
                // One more than the limit tells that there are too many.
                if lines.count <= IngestLimits.lines {
                    lines.append(TextBody.Line(start: Int32(start), end: Int32(index), tabs: tabs))
                }
                if lead == 0x0D, index + 1 < text.count, text[index + 1] == 0x0A { index += 1 }
                start = index + 1
                tabs = 0
            case 0: return nil
            case 0x07: break
            default: holdsUnprintable = true
            }
            index &+= 1
        }
        if start < text.count {
            lines.append(TextBody.Line(start: Int32(start), end: Int32(text.count), tabs: tabs))
        }
    }

    /// Whether the first six of eight bytes are two characters of three bytes that start with E1 to EC.
    @inline(__always)
    private static func areTwoOfThreeBytes(_ word: UInt64) -> Bool {
        guard word & 0x0000_C0C0_F0C0_C0F0 == 0x0000_8080_E080_80E0 else { return false }
        // The low halves of both first bytes: 1 or more reaches 16 with 15 added, 13 or more with 3.
        let low = word & 0x0000_0000_0F00_000F
        return (low &+ 0x0F00_000F) & ~(low &+ 0x0300_0003) & 0x1000_0010 == 0x1000_0010
    }

    /// The length of the character of two to four bytes at an index; 0 where none stands there.
    static func character(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let lead = text[index]
        /// Whether the bytes behind the second go on a character, and the second lies in a range.
        func goesOn(_ count: Int, _ second: ClosedRange<UInt8>) -> Int {
            guard index + count <= text.count, second.contains(text[index + 1]) else { return 0 }
            for offset in 2..<max(count, 2) where text[index + offset] & 0xC0 != 0x80 { return 0 }
            return count
        }
        switch lead {
        case 0xC2...0xDF: return goesOn(2, 0x80...0xBF)
        case 0xE0: return goesOn(3, 0xA0...0xBF)
        case 0xED: return goesOn(3, 0x80...0x9F)
        case 0xE1...0xEF: return goesOn(3, 0x80...0xBF)
        case 0xF0: return goesOn(4, 0x90...0xBF)
        case 0xF1...0xF3: return goesOn(4, 0x80...0xBF)
        case 0xF4: return goesOn(4, 0x80...0x8F)
        default: return 0
        }
    }

    /// Whether the character of several bytes is of private use (U+E000 to U+F8FF) or the replacement character.
    static func isUnprintable(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        if text[index] == 0xEE { return true }
        guard text[index] == 0xEF else { return false }
        return text[index + 1] <= 0xA3 || text[index + 1] == 0xBF && text[index + 2] == 0xBD
    }
}
