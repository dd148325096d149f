import CZlib

/// Pixels -> a zlib stream of unfiltered scanlines. In a chart nearly every pixel is like the one above or beside it, and
/// comparing whole pixels finds that ten times faster than the search for any match that zlib makes; zlib gives the sums.
struct PNGScanlines {
    let image: PNGPixels
    /// Nil: three bytes a pixel.
    var palette: ColorTable?

    /// Places in the list of distances.
    private static let beside = 0
    private static let above = 1

    private var pixelBytes: Int { palette == nil ? 3 : 1 }
    private var rowBytes: Int { 1 + image.width * pixelBytes }

    /// Asks the palette for the indices of its own colours only, so that it does not change.
    mutating func deflated() -> [UInt8] {
        // A copy has at least three bytes, and reaches back 32,768.
        let above = rowBytes >= 3 ? RunDeflate.Distance(rowBytes) : nil
        let distances = [RunDeflate.Distance(pixelBytes)!] + (above.map { [$0] } ?? [])
        var writer = RunDeflate(distances: distances, capacity: image.width * image.height / 8 + 1024)
        let line = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: rowBytes)
        defer { line.deallocate() }
        var (sum, rowSum) = (adler32(0, nil, 0), uLong(0))
        for index in 0..<image.height {
            if above != nil, image.repeatsRowAbove(index) {
                writer.copy(rowBytes, Self.above)
            } else {
                fill(line.baseAddress!, image.row(index))
                rowSum = adler32_z(1, line.baseAddress, rowBytes)
                write(index, UnsafePointer(line.baseAddress!), above != nil, &writer)
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
        _ index: Int, _ line: UnsafePointer<UInt8>, _ hasAbove: Bool, _ writer: inout RunDeflate
    ) {
        writer.literal(0)
        let pixels = image.row(index)
        let upper = index > 0 && hasAbove ? image.row(index - 1) : nil
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
                writer.copy((end - x) * size, up >= left ? Self.above : Self.beside)
                x = end
            } else {
                for byte in 0..<size { writer.literal(line[1 + x * size + byte]) }
                x += 1
            }
        }
    }
}
