import CZlib

/// Pixels -> a zlib stream of unfiltered scanlines. In a chart nearly every pixel is like the one above or beside it, and
/// comparing whole pixels finds that ten times faster than the search for any match that zlib makes; only the edges of
/// letters and lines are looked for where the same colours stood last. zlib gives the sums.
struct PNGScanlines {
    let image: PNGPixels
    /// Nil: three bytes a pixel.
    var palette: ColorTable?
    private var groups = PixelPlaces()
    private var singles = PixelPlaces()

    init(image: PNGPixels, palette: ColorTable?) {
        self.image = image
        self.palette = palette
    }

    private var pixelBytes: Int { palette == nil ? 3 : 1 }
    private var rowBytes: Int { 1 + image.width * pixelBytes }

    /// Asks the palette for the indices of its own colours only, so that it does not change.
    mutating func deflated() -> [UInt8] {
        // A copy has at least three bytes, and reaches back 32,768.
        let hasAbove = rowBytes >= 3 && rowBytes <= RunDeflate.farthest
        var writer = RunDeflate(capacity: image.width * image.height / 8 + 1024)
        let line = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: rowBytes)
        defer { line.deallocate() }
        var (sum, rowSum) = (adler32(0, nil, 0), uLong(0))
        for index in 0..<image.height {
            if hasAbove, image.repeatsRowAbove(index) {
                writer.copy(rowBytes, from: rowBytes)
            } else {
                fill(line.baseAddress!, index)
                rowSum = adler32_z(1, line.baseAddress, rowBytes)
                write(index, UnsafePointer(line.baseAddress!), hasAbove, &writer)
            }
            sum = adler32_combine(sum, rowSum, rowBytes)
        }
        let body = writer.finished()
        // Deflate with a window of 32 KiB, fastest level.
        return [0x78, 0x01] + body + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> uLong($0)) }
    }

    /// Brings the line, which holds the row above, up to a row.
    private mutating func fill(_ line: UnsafeMutablePointer<UInt8>, _ row: Int) {
        line[0] = 0
        let pixels = image.row(row)
        guard palette != nil else {
            image.allChanges(in: row) { stretch in
                for x in stretch {
                    let color = pixels[x]
                    line[3 * x + 1] = UInt8(truncatingIfNeeded: color >> 16)
                    line[3 * x + 2] = UInt8(truncatingIfNeeded: color >> 8)
                    line[3 * x + 3] = UInt8(truncatingIfNeeded: color)
                }
                return true
            }
            return
        }
        var (last, index) = (~UInt32(0), UInt8(0))
        image.allChanges(in: row) { stretch in
            for x in stretch {
                let color = pixels[x] & 0xFFFFFF
                if color != last { (last, index) = (color, palette!.index(of: color) ?? 0) }
                line[x + 1] = index
            }
            return true
        }
    }

    /// One row: copies of what is above or beside, whichever is longer, of what was there before, else the pixel itself.
    private mutating func write(
        _ index: Int, _ line: UnsafePointer<UInt8>, _ hasAbove: Bool, _ writer: inout RunDeflate
    ) {
        writer.literal(0)
        let pixels = image.row(index)
        let upper = index > 0 && hasAbove ? image.row(index - 1) : nil
        let (width, size, distance) = (image.width, pixelBytes, rowBytes)
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
            if end - x < 2, let found = earlier(pixels, x, index), found.count > end - x {
                writer.copy(found.count * size, from: found.distance)
                x += found.count
            } else if end - x >= shortest {
                writer.copy((end - x) * size, from: up >= left ? distance : size)
                x = end
            } else {
                for byte in 0..<size { writer.literal(line[1 + x * size + byte]) }
                x += 1
            }
        }
    }

    /// Pixels that stood within reach in the same order before: two or more, or a single one of three bytes; with a
    /// palette four or more. `distance` in bytes.
    private mutating func earlier(
        _ pixels: UnsafePointer<UInt32>, _ x: Int, _ row: Int
    ) -> (count: Int, distance: Int)? {
        let isRGB = palette == nil
        let place = row * image.width + x
        if x + 4 <= image.width {
            let rest = isRGB ? pixels[x + 1] : pixels[x + 1] &* 31 &+ pixels[x + 2] &* 961 &+ pixels[x + 3]
            let group = groups.exchange(pixels[x], rest, for: place)
            if let found = match(group, pixels, x, row), found.count >= (isRGB ? 2 : 4) { return found }
        }
        guard isRGB else { return nil }
        // Apart from the call: `self` as its argument would have the places copied.
        let single = singles.exchange(pixels[x], 0, for: place)
        return match(single, pixels, x, row)
    }

    /// How many pixels are the same at a place, which is within one row; nil for none or beyond the window.
    private func match(
        _ place: Int, _ pixels: UnsafePointer<UInt32>, _ x: Int, _ row: Int
    ) -> (count: Int, distance: Int)? {
        guard place >= 0 else { return nil }
        let (otherRow, other) = place.quotientAndRemainder(dividingBy: image.width)
        let distance = (row - otherRow) * rowBytes + (x - other) * pixelBytes
        guard distance <= RunDeflate.farthest else { return nil }
        let source = image.row(otherRow) + other
        let most = image.width - max(x, other)
        var count = 0
        while count < most, source[count] == pixels[x + count] { count += 1 }
        return count == 0 ? nil : (count, distance)
    }
}
