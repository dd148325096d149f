import CZlib
import Foundation

/// The pixels of a Cairo image: 32 bits each in native order, blue in the lowest byte, the highest unused.
struct PNGPixels {
    let start: UnsafePointer<UInt32>
    let width: Int
    let height: Int
    /// Pixels from one row to the next.
    let stride: Int

    /// Scanlines as PNG wants them, one filter byte (none) before each.
    enum Scanlines {
        /// One byte a pixel; the colours as 0xRRGGBB in order of appearance.
        case indexed(UnsafeMutableBufferPointer<UInt8>, palette: [UInt32])
        /// Three bytes a pixel.
        case rgb(UnsafeMutableBufferPointer<UInt8>)

        var bytes: UnsafeMutableBufferPointer<UInt8> {
            switch self {
            case .indexed(let bytes, _), .rgb(let bytes): bytes
            }
        }
    }

    /// A palette only where the picture has at most 256 colours; a colour is never changed. The caller frees the bytes.
    func scanlines() -> Scanlines {
        let indexed = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: height * (width + 1))
        if let palette = fillIndexed(indexed.baseAddress!) { return .indexed(indexed, palette: palette) }
        indexed.deallocate()
        let rgb = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: height * (3 * width + 1))
        fillRGB(rgb.baseAddress!)
        return .rgb(rgb)
    }

    /// Most rows of a chart repeat the one above: they are copied instead of converted.
    private func repeatsRowAbove(_ row: Int) -> Bool {
        row > 0 && memcmp(start + row * stride, start + (row - 1) * stride, width * 4) == 0
    }

    /// The palette, or nil when a 257th colour turns up.
    private func fillIndexed(_ bytes: UnsafeMutablePointer<UInt8>) -> [UInt32]? {
        var table = ColorTable()
        for row in 0..<height {
            let line = bytes + row * (width + 1)
            if repeatsRowAbove(row) {
                memcpy(line, line - (width + 1), width + 1)
                continue
            }
            line[0] = 0
            let pixels = start + row * stride
            var (last, index) = (~UInt32(0), UInt8(0))
            for x in 0..<width {
                let color = pixels[x] & 0xFFFFFF
                if color != last {
                    guard let found = table.index(of: color) else { return nil }
                    (last, index) = (color, found)
                }
                line[x + 1] = index
            }
        }
        return table.colors
    }

    private func fillRGB(_ bytes: UnsafeMutablePointer<UInt8>) {
        let length = 3 * width + 1
        for row in 0..<height {
            let line = bytes + row * length
            if repeatsRowAbove(row) {
                memcpy(line, line - length, length)
                continue
            }
            line[0] = 0
            let pixels = start + row * stride
            for x in 0..<width {
                let color = pixels[x]
                line[3 * x + 1] = UInt8(truncatingIfNeeded: color >> 16)
                line[3 * x + 2] = UInt8(truncatingIfNeeded: color >> 8)
                line[3 * x + 3] = UInt8(truncatingIfNeeded: color)
            }
        }
    }
}

/// Up to 256 colours by their index: open addressing in a table four times as large.
private struct ColorTable {
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
