import CZlib

/// Pixels -> PNG (ISO/IEC 15948) through zlib, with no row filter: charts are flat areas, which deflate finds by itself,
/// while the filters of Cairo's own writer cost most of its time. Same pixels and zlib, same bytes.
struct PNGEncoder {
    /// Of zlib, 1 (fastest) to 9.
    var level: Int32 = 1

    /// Throws if zlib has no memory.
    func encode(_ image: PNGPixels) throws(DrawingError) -> [UInt8] {
        let scanlines = image.scanlines()
        defer { scanlines.bytes.deallocate() }
        let body = try deflated(scanlines.bytes)
        var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        bytes.reserveCapacity(body.count + 1024)
        switch scanlines {
        case .indexed(_, let palette):
            append("IHDR", header(image, colorType: 3), to: &bytes)
            let entries = palette.flatMap { color in
                [16, 8, 0].map { UInt8(truncatingIfNeeded: color >> UInt32($0)) }
            }
            append("PLTE", entries, to: &bytes)
        case .rgb: append("IHDR", header(image, colorType: 2), to: &bytes)
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

    private func deflated(_ input: UnsafeMutableBufferPointer<UInt8>) throws(DrawingError) -> [UInt8] {
        var stream = z_stream()
        guard shim_deflate_init(&stream, level, 15, 9, Z_DEFAULT_STRATEGY) == Z_OK else { throw .outOfMemory }
        defer { deflateEnd(&stream) }
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        var output: [UInt8] = []
        let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 18)
        defer { block.deallocate() }
        var status = Z_OK
        repeat {
            stream.next_out = block.baseAddress
            stream.avail_out = UInt32(block.count)
            status = deflate(&stream, Z_FINISH)
            output += UnsafeBufferPointer(rebasing: block[..<(block.count - Int(stream.avail_out))])
        } while status == Z_OK
        guard status == Z_STREAM_END else { throw .outOfMemory }
        return output
    }
}
