/// Spaces of printed text, in one place for all readers. Public, as only public functions are inlined in other targets.
public enum PrintedSpace {
    /// Spaces of every width, tabs and line ends, the ideographic and the no-break space, marks of no width, soft hyphens,
    /// and the bell that a word processor leaves at the end of a cell.
    package static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x07, 0x09...0x0D, 0x20, 0xA0, 0xAD, 0x2000...0x200F, 0x2028...0x202F, 0x2060, 0x3000, 0xFEFF: true
        default: false
        }
    }

    /// Marks of no width, which part nothing: they may stand within a number.
    package static func hasNoWidth(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: true
        default: false
        }
    }

    /// The length in bytes of the space that starts at `index` of valid UTF-8; 0 when another character starts there.
    @inlinable public static func length(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let lead = text[index]
        if lead < 0x80 { return lead == 0x20 || lead == 0x07 || (lead >= 0x09 && lead <= 0x0D) ? 1 : 0 }
        guard lead == 0xE3 || lead == 0xC2 || lead == 0xE2 || lead == 0xEF else { return 0 }
        let second = text[index + 1]
        if lead == 0xC2 { return second == 0xA0 || second == 0xAD ? 2 : 0 }
        let third = text[index + 2]
        switch (lead, second) {
        case (0xE3, 0x80): return third == 0x80 ? 3 : 0
        case (0xE2, 0x80): return third <= 0x8F || (third >= 0xA8 && third <= 0xAF) ? 3 : 0
        case (0xE2, 0x81): return third == 0xA0 ? 3 : 0
        case (0xEF, 0xBB): return third == 0xBF ? 3 : 0
        default: return 0
        }
    }
}

/// Lengths of characters in UTF-8. Public, as only public functions are inlined in other targets.
public enum UTF8Length {
    /// The length in bytes of the character with this first byte.
    @inlinable public static func of(lead: UInt8) -> Int {
        lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }
}

/// Ideographs, which most characters of these texts are. Public, as only public functions are inlined in other targets.
public enum Ideographs {
    /// Whether this is the first of the three bytes of U+4000 to U+DFFF: no space, no digit, no mark of either width.
    @inlinable public static func isLead(_ lead: UInt8) -> Bool { lead &- 0xE4 < 0xEE - 0xE4 }

    /// The end of the run of such characters that starts at a character's first byte.
    @inlinable public static func end(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        while index < text.count, isLead(text[index]) { index &+= 3 }
        return index
    }
}

extension String {
    /// A stretch of text that is known to be valid UTF-8: cut at characters from a text that was validated.
    package init(validUTF8 bytes: UnsafeBufferPointer<UInt8>) {
        self.init(copying: unsafe UTF8Span(unchecked: bytes.span))
    }

    /// Whether the last character is an ASCII digit.
    package var endsWithDigit: Bool { utf8.last.map { (48...57).contains($0) } ?? false }

    /// Without spaces and line ends around it.
    package var trimmed: String {
        var text = self
        let range = text.withUTF8 { bytes -> Range<Int>? in
            let inner = TrimmedRange.of(bytes, 0..<bytes.count)
            return inner.count == bytes.count ? nil : inner
        }
        guard let range else { return text }
        return text.withUTF8 { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
    }
}

/// The part of some text that remains without the spaces around it.
package enum TrimmedRange {
    package static func of(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        while start < range.upperBound {
            let space = PrintedSpace.length(text, at: start)
            guard space > 0 else { break }
            start += space
        }
        var end = range.upperBound
        while end > start {
            var lead = end - 1
            while text[lead] & 0xC0 == 0x80 { lead -= 1 }
            guard PrintedSpace.length(text, at: lead) > 0 else { break }
            end = lead
        }
        return start..<end
    }
}
