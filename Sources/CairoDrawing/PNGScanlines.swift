import CZlib

/// Pixels -> a zlib stream of unfiltered scanlines. In a chart nearly every pixel is like the one above or beside it, and
/// comparing whole pixels finds that ten times faster than the search for any match that zlib makes; zlib gives the sums.
struct PNGScanlines {
    let image: PNGPixels
    /// Nil: three bytes a pixel.
    var palette: ColorTable?

    private var pixelBytes: Int { palette == nil ? 3 : 1 }
    private var rowBytes: Int { 1 + image.width * pixelBytes }

    /// Asks the palette for the indices of its own colours only, so that it does not change.
    mutating func deflated() -> [UInt8] {
        var writer = FixedDeflate(capacity: image.width * image.height / 16 + 1024)
        // A copy has at least three bytes.
        let above = rowBytes >= 3 ? FixedDeflate.distance(rowBytes) : nil
        let beside = FixedDeflate.distance(pixelBytes)!
        let line = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: rowBytes)
        defer { line.deallocate() }
        var (sum, rowSum) = (adler32(0, nil, 0), uLong(0))
        for index in 0..<image.height {
            if let above, image.repeatsRowAbove(index) {
                writer.copy(rowBytes, above)
            } else {
                fill(line.baseAddress!, image.row(index))
                rowSum = adler32_z(1, line.baseAddress, rowBytes)
                write(index, UnsafePointer(line.baseAddress!), above, beside, &writer)
            }
            sum = adler32_combine(sum, rowSum, rowBytes)
        }
        let body = writer.finished()
        // Deflate with a window of 32 KiB, fastest level.
        return [0x78, 0x01] + body + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> uLong($0)) }
    }

    private mutating func fill(_ line: UnsafeMutablePointer<UInt8>, _ pixels: UnsafePointer<UInt32>) {
        line[0] = 0
        if palette == nil {
            for x in 0..<image.width {
                let color = pixels[x]
                line[3 * x + 1] = UInt8(truncatingIfNeeded: color >> 16)
                line[3 * x + 2] = UInt8(truncatingIfNeeded: color >> 8)
                line[3 * x + 3] = UInt8(truncatingIfNeeded: color)
            }
            return
        }
        var (last, index) = (~UInt32(0), UInt8(0))
        for x in 0..<image.width {
            let color = pixels[x] & 0xFFFFFF
            if color != last { (last, index) = (color, palette!.index(of: color) ?? 0) }
            line[x + 1] = index
        }
    }

    /// One row: copies of what is above or beside, whichever is longer, else the pixel itself.
    private func write(
        _ index: Int, _ line: UnsafePointer<UInt8>, _ above: FixedDeflate.Bits?, _ beside: FixedDeflate.Bits,
        _ writer: inout FixedDeflate
    ) {
        writer.literal(0)
        let pixels = image.row(index)
        let upper = index > 0 && above != nil ? image.row(index - 1) : nil
        let (width, size) = (image.width, pixelBytes)
        let shortest = size == 3 ? 1 : 3
        var x = 0
        while x < width {
            var (up, left) = (x, x)
            if let upper { while up < width, pixels[up] == upper[up] { up += 1 } }
            if x > 0 {
                let last = pixels[x - 1]
                while left < width, pixels[left] == last { left += 1 }
            }
            let end = max(up, left)
            if end - x >= shortest {
                writer.copy((end - x) * size, up >= left ? above! : beside)
                x = end
            } else {
                for byte in 0..<size { writer.literal(line[1 + x * size + byte]) }
                x += 1
            }
        }
    }
}
