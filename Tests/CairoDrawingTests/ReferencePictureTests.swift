import CPangoCairo
import ChartGrammar
import Foundation
import TestSupport
import Testing

@testable import CairoDrawing

/// A few pictures beside ones that were looked at. Fonts and libraries of another version move edges of letters by a
/// fraction of a pixel, so that a tolerance is allowed: of 255 steps of each channel 1 on average over the picture, and 48
/// over any square of 10 pixels. A mark that is missing, moved or of another colour is more than that.
/// RECORD_SNAPSHOTS=1 writes the pictures and still fails.
@Suite(.serialized) struct ReferencePictureTests {
    private static let tolerance = (mean: 1.0, square: 48.0)

    @Test(arguments: ReferenceCharts.names) func thePictureIsTheReference(name: String) throws {
        let png = try picture(name)
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "References/\(name).png")
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(png).write(to: file)
            Issue.record("recorded \(file.lastPathComponent)")
            return
        }
        let reference = try #require(Pixels(file: file.path))
        let found = try #require(Pixels(png: png))
        try #require(found.width == reference.width && found.height == reference.height)
        let difference = found.difference(from: reference)
        #expect(difference.mean <= Self.tolerance.mean, "mean difference of the channels")
        #expect(difference.square <= Self.tolerance.square, "the square that differs most")
    }

    /// The tolerance lets no missing mark through: without its last row each picture is another one.
    @Test(arguments: ReferenceCharts.names) func aMissingRowIsNoticed(name: String) throws {
        let whole = try #require(Pixels(png: try picture(name)))
        let less = try #require(Pixels(png: try picture(name, without: 1)))
        let difference = whole.difference(from: less)
        #expect(difference.square > Self.tolerance.square, "\(difference)")
    }

    private func picture(_ name: String, without rows: Int = 0) throws -> [UInt8] {
        let (spec, table) = ReferenceCharts.chart(name)
        var shown = ChartTable(fields: table.fields)
        for row in 0..<(table.count - rows) {
            shown.append(table.fields.map { table.column($0)![row] }, facts: table.facts[row])
        }
        return try Renderer().png(compile(spec, shown, measurer: PangoTextMeasurer()), scale: 1)
    }
}

/// The pixels of a PNG file, read by Cairo: four bytes each.
private struct Pixels {
    let width: Int
    let height: Int
    private let bytes: [UInt8]

    init?(png: [UInt8]) {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).png")
        defer { try? FileManager.default.removeItem(at: file) }
        guard (try? Data(png).write(to: file)) != nil else { return nil }
        self.init(file: file.path)
    }

    init?(file: String) {
        guard let surface = cairo_image_surface_create_from_png(file) else { return nil }
        defer { cairo_surface_destroy(surface) }
        guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let data = cairo_image_surface_get_data(surface)
        else { return nil }
        width = Int(cairo_image_surface_get_width(surface))
        height = Int(cairo_image_surface_get_height(surface))
        let stride = Int(cairo_image_surface_get_stride(surface))
        var bytes: [UInt8] = []
        for row in 0..<height {
            bytes += UnsafeBufferPointer(start: data + row * stride, count: width * 4)
        }
        self.bytes = bytes
    }

    /// The mean difference of the colour channels, of 255: over the picture, and over the square that differs most.
    func difference(from other: Pixels, side: Int = 10) -> (mean: Double, square: Double) {
        let columns = (width + side - 1) / side
        var sums = Array(repeating: 0, count: columns * ((height + side - 1) / side))
        for row in 0..<height {
            for column in 0..<width {
                let pixel = (row * width + column) * 4
                for channel in pixel..<(pixel + 3) {
                    sums[row / side * columns + column / side] += abs(Int(bytes[channel]) - Int(other.bytes[channel]))
                }
            }
        }
        let whole = Double(sums.reduce(0, +)) / Double(width * height * 3)
        return (whole, Double(sums.max() ?? 0) / Double(side * side * 3))
    }
}
