import Foundation

/// The pixels of a Cairo image: 32 bits each in native order, blue in the lowest byte, the highest unused and 0 or 255.
struct PNGPixels {
    let start: UnsafePointer<UInt32>
    let width: Int
    let height: Int
    /// Pixels from one row to the next.
    let stride: Int

    func row(_ index: Int) -> UnsafePointer<UInt32> { start + index * stride }

    /// Whether a row is the one above once more, as most rows of a chart are.
    func repeatsRowAbove(_ index: Int) -> Bool {
        index > 0 && memcmp(row(index), row(index - 1), width * 4) == 0
    }

    /// The colours of the picture if they are at most 256; nil as soon as a 257th turns up. None is ever changed.
    func palette() -> ColorTable? {
        var table = ColorTable()
        for index in 0..<height {
            let pixels = row(index)
            var last = ~UInt32(0)
            let isKnown = allChanges(in: index) { stretch in
                for x in stretch {
                    let color = pixels[x] & 0xFFFFFF
                    if color != last {
                        guard table.index(of: color) != nil else { return false }
                        last = color
                    }
                }
                return true
            }
            if !isKnown { return nil }
        }
        return table
    }

    /// Calls `body` with the stretches, some pixels long, in which a row differs from the one above, until it is false.
    @inline(__always)
    @discardableResult
    func allChanges(in index: Int, _ body: (Range<Int>) -> Bool) -> Bool {
        guard index > 0 else { return body(0..<width) }
        let (pixels, upper) = (row(index), row(index - 1))
        var x = 0
        while x < width {
            let end = min(x + Self.stretch, width)
            if memcmp(pixels + x, upper + x, (end - x) * 4) != 0, !body(x..<end) { return false }
            x = end
        }
        return true
    }

    private static let stretch = 32
}

/// Up to 256 colours by their index: open addressing in a table four times as large.
struct ColorTable {
    /// 0xRRGGBB in order of appearance.
    private(set) var colors: [UInt32] = []
    private var slots = [Int16](repeating: -1, count: 1024)

    /// Nil when the table is full and the colour is not in it.
    mutating func index(of color: UInt32) -> UInt8? {
        var slot = Int((color &* 0x9E37_79B1) >> 22)
        while slots[slot] >= 0 {
            if colors[Int(slots[slot])] == color { return UInt8(slots[slot]) }
            slot = (slot + 1) & 1023
        }
        guard colors.count < 256 else { return nil }
        slots[slot] = Int16(colors.count)
        colors.append(color)
        return UInt8(colors.count - 1)
    }
}
