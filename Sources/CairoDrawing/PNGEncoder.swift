import CZlib

/// Pixels -> PNG (ISO/IEC 15948), with no row filter. Cairo's own writer tries filters and searches matches, which costs
/// most of its time; charts are flat areas. Same pixels, same bytes.
struct PNGEncoder {
    func encode(_ image: PNGPixels) -> [UInt8] {
        let palette = image.palette()
        var scanlines = PNGScanlines(image: image, palette: palette)
        let body = scanlines.deflated()
        var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        bytes.reserveCapacity(body.count + 1024)
        append("IHDR", header(image, colorType: palette == nil ? 2 : 3), to: &bytes)
        if let palette {
            let entries = palette.colors.flatMap { color in
                [16, 8, 0].map { UInt8(truncatingIfNeeded: color >> UInt32($0)) }
            }
            append("PLTE", entries, to: &bytes)
        }
        append("IDAT", body, to: &bytes)
        append("IEND", [], to: &bytes)
        return bytes
    }

    /// Width, height, 8 bits a sample; deflate, standard filters, no interlace.
    private func header(_ image: PNGPixels, colorType: UInt8) -> [UInt8] {
        bigEndian(UInt32(image.width)) + bigEndian(UInt32(image.height)) + [8, colorType, 0, 0, 0]
    }

    private func append(_ type: String, _ data: [UInt8], to bytes: inout [UInt8]) {
        bytes += bigEndian(UInt32(data.count))
        let start = bytes.count
        bytes += type.utf8
        bytes += data
        let sum = bytes[start...].withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) }
        bytes += bigEndian(UInt32(sum))
    }

    private func bigEndian(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }
    }
}
