/// Spaces and scalars of printed text, in one place for all readers.
package enum PrintedSpace {
    /// Spaces of every width, tabs and line ends, the ideographic and the no-break space, marks of no width, and the
    /// bell that a word processor leaves at the end of a cell.
    package static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x07, 0x09...0x0D, 0x20, 0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x2060, 0x3000, 0xFEFF: true
        default: false
        }
    }
}

extension String {
    /// Scalars as text. Appending to a scalar view grows the string one scalar at a time and is many times slower.
    package init(scalars: ArraySlice<Unicode.Scalar>) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.count * 3)
        for scalar in scalars { bytes.append(contentsOf: UTF8.encode(scalar)!) }
        self = String(decoding: bytes, as: UTF8.self)
    }

    /// Without spaces and line ends around it.
    package var trimmed: String {
        let view = unicodeScalars
        guard let first = view.firstIndex(where: { !PrintedSpace.isSpace($0) }),
            let last = view.lastIndex(where: { !PrintedSpace.isSpace($0) })
        else { return "" }
        return first == view.startIndex && view.index(after: last) == view.endIndex ? self : String(view[first...last])
    }
}
