import Foundation

/// Text of which a few bytes were lost, added or changed: every other byte keeps its meaning, and a digit is never taken
/// for part of a character that is none.
enum DamagedText {
    /// Foundation's number for GB18030; its GBK and GB2312 decoders fail on Linux, and GB18030 reads both.
    private static let encoding = String.Encoding(rawValue: 0x8000_0632)
    /// U+FFFD, for each stretch of bytes that are no text.
    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
    /// So many ideographs must stand for each of them, beyond the first few.
    private static let share = 50
    private static let mostAtStart = 8

    static func string(gb18030 bytes: some Sequence<UInt8>) -> String? {
        String(data: Data(bytes), encoding: encoding)
    }

    /// Whether so many characters speak for an encoding in which so many stretches of bytes are none.
    private static func isLikely(_ errors: Int, _ characters: Int) -> Bool { errors * share <= characters }

    /// UTF-8 with what is none replaced; nil where that is too much, or nothing is.
    static func utf8(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        bytes.withUnsafeBufferPointer { bytes -> [UInt8]? in
            var text: [UInt8] = []
            var (errors, characters, index) = (0, 0, 0)
            while index < bytes.count {
                let length = bytes[index] < 0x80 ? 1 : TextScan.character(bytes, at: index)
                if length > 0 {
                    text += bytes[index..<index + length]
                    characters += length > 1 ? 1 : 0
                    index += length
                    continue
                }
                text += replacement
                errors += 1
                if errors > mostAtStart, !isLikely(errors, characters) { return nil }
                repeat { index += 1 } while index < bytes.count && bytes[index] & 0xC0 == 0x80
            }
            return errors > 0 && isLikely(errors, characters) ? text : nil
        }
    }

    /// GB18030 with what is none replaced, as UTF-8; nil where that is too much.
    static func gb18030(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        var text: [UInt8] = []
        var (errors, characters) = (0, 0)
        var (start, index) = (bytes.startIndex, bytes.startIndex)
        /// Appends the characters up to a byte; false where one has no meaning.
        func append(upTo end: Int) -> Bool {
            guard let sound = string(gb18030: bytes[start..<end]) else { return false }
            text += sound.utf8
            return true
        }
        while index < bytes.endIndex {
            let length = character(bytes[index...])
            if length > 0 {
                characters += length > 1 ? 1 : 0
                index += length
                continue
            }
            errors += 1
            guard append(upTo: index), errors <= mostAtStart || isLikely(errors, characters) else { return nil }
            if !text.ends(with: replacement) { text += replacement }
            index += 1
            start = index
        }
        return append(upTo: index) && isLikely(errors, characters) ? text : nil
    }

    /// The length of the character of GB18030 at the start of some bytes; 0 where none stands there.
    private static func character(_ bytes: ArraySlice<UInt8>) -> Int {
        let first = bytes.startIndex
        guard bytes[first] >= 0x80 else { return 1 }
        guard (0x81...0xFE).contains(bytes[first]), bytes.count > 1 else { return 0 }
        switch bytes[first + 1] {
        case 0x40...0x7E, 0x80...0xFE: return 2
        case 0x30...0x39:
            guard bytes.count > 3, string(gb18030: bytes[first..<first + 4]) != nil else { return 0 }
            return 4
        default: return 0
        }
    }
}

extension [UInt8] {
    fileprivate func ends(with other: [UInt8]) -> Bool { suffix(other.count).elementsEqual(other) }
}
