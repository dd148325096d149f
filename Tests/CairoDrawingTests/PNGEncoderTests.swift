import CPangoCairo
import Foundation
import Testing

@testable import CairoDrawing

/// Pixels in, PNG out, and back through another reader (Cairo's, which uses libpng).
@Suite struct PNGEncoderTests {
    private static func encoded(_ pixels: [UInt32], width: Int, stride: Int? = nil) -> [UInt8] {
        pixels.withUnsafeBufferPointer { buffer in
            let stride = stride ?? width
            return PNGEncoder().encode(
                PNGPixels(start: buffer.baseAddress!, width: width, height: pixels.count / stride, stride: stride))
        }
    }

    /// 0xRRGGBB of every pixel as libpng reads them.
    private static func decoded(_ png: [UInt8]) -> [UInt32] {
        let file = NSTemporaryDirectory() + "tongjian-\(UUID().uuidString).png"
        _ = FileManager.default.createFile(atPath: file, contents: Data(png))
        defer { try? FileManager.default.removeItem(atPath: file) }
        let surface = cairo_image_surface_create_from_png(file)
        defer { cairo_surface_destroy(surface) }
        guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let data = cairo_image_surface_get_data(surface)
        else { return [] }
        let (width, height) = (
            Int(cairo_image_surface_get_width(surface)), Int(cairo_image_surface_get_height(surface))
        )
        let stride = Int(cairo_image_surface_get_stride(surface)) / 4
        return data.withMemoryRebound(to: UInt32.self, capacity: stride * height) { pixels in
            (0..<height).flatMap { row in (0..<width).map { pixels[row * stride + $0] & 0xFFFFFF } }
        }
    }

    /// `count` different colours in rows of 16, the unused byte of each pixel set to something.
    private static func colors(_ count: Int) -> [UInt32] {
        (0..<(16 * 40)).map { 0xAB00_0000 | UInt32($0 % count) &* 0x01_3579 & 0xFFFFFF }
    }

    private static func colorType(_ png: [UInt8]) -> UInt8 { png[25] }

    @Test(arguments: [(1, 3), (2, 3), (256, 3), (257, 2), (640, 2)] as [(Int, UInt8)])
    func aPaletteOnlyForAtMost256Colors(count: Int, colorType: UInt8) throws {
        let pixels = Self.colors(count)
        let png = Self.encoded(pixels, width: 16)
        #expect(Self.colorType(png) == colorType)
        #expect(Self.decoded(png) == pixels.map { $0 & 0xFFFFFF }, "no colour is changed")
    }

    @Test func aStrideWiderThanTheRowIsNotPicture() throws {
        let pixels: [UInt32] = [1, 2, 99, 1, 2, 98, 3, 4, 97]
        #expect(Self.decoded(Self.encoded(pixels, width: 2, stride: 3)) == [1, 2, 1, 2, 3, 4])
    }

    /// Noise, flat areas, repeated rows and gradients of every width around the limits of a copy (3 to 258 bytes) and of
    /// the window (32,768 bytes).
    @Test(arguments: [1, 2, 3, 85, 86, 87, 172, 257, 258, 259, 260, 10_922, 10_923, 32_767]) func anyPictureComesBack(
        width: Int
    ) {
        var state: UInt64 = 7
        for colors in [UInt32(3), 5000] {
            let rows = (0..<6).flatMap { row -> [UInt32] in
                (0..<width).map { x in
                    state = state &* 6_364_136_223_846_793_005 &+ 1
                    let noise = UInt32(truncatingIfNeeded: state >> 40) % colors
                    return [noise, 1, 1, UInt32(x) / 7 % colors, noise, 2][row] &* 0x0F_1E3 & 0xFFFFFF
                }
            }
            // A difference of two hundred thousand pixels is not worth printing.
            let comesBack = Self.decoded(Self.encoded(rows, width: width)) == rows
            #expect(comesBack)
        }
    }

    @Test func theSamePixelsGiveTheSameBytes() throws {
        for count in [3, 400] {
            #expect(Self.encoded(Self.colors(count), width: 16) == Self.encoded(Self.colors(count), width: 16))
        }
    }

    @Test func aLargeFlatPictureIsSmall() throws {
        let png = Self.encoded(Array(repeating: 0x12181F, count: 2400 * 200), width: 2400)
        #expect(png.count < 10_000, "\(png.count) bytes")
        #expect(Self.decoded(png).allSatisfy { $0 == 0x12181F })
    }
}
