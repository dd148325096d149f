/// Characters of a text that its readers look for; where a text holds none of a kind, they need not look.
package struct TextMarks: Sendable {
    /// Spaces between words.
    package var spaces: Bool
    /// Full-width digits, points and percent signs.
    package var wideFigures: Bool
    /// 、 or a point of either width, as behind the number of a heading.
    package var points: Bool

    /// What a text may hold that nobody looked through.
    package static let any = TextMarks(spaces: true, wideFigures: true, points: true)
    package static let none = TextMarks(spaces: false, wideFigures: false, points: false)

    /// Notes what the character is that starts at a byte and is no space.
    @inline(__always)
    package mutating func note(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
        switch text[index] {
        case UInt8(ascii: "."): points = true
        case 0xE3 where text[index + 1] == 0x80 && text[index + 2] == 0x81: points = true
        case 0xEF where text[index + 1] == 0xBC:
            switch text[index + 2] {
            case 0x8E: (points, wideFigures) = (true, true)
            case 0x85, 0x90...0x99: wideFigures = true
            default: break
            }
        default: break
        }
    }
}
