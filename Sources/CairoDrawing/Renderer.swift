import CPangoCairo
import ChartGrammar

/// Scene -> PNG, SVG or PDF bytes through Cairo. Use one renderer for many scenes, from one thread at a time: the
/// first text of a renderer costs the loading of its fonts.
package final class Renderer {
    private let setter: TextSetter

    /// Throws if a family is not installed.
    package init(families: FontFamilies = .noto) throws(DrawingError) {
        setter = try TextSetter(families: families)
        try setter.verify()
    }

    /// `scale` pixels to the point.
    package func png(_ scene: Scene, scale: Double = 2) throws(DrawingError) -> [UInt8] {
        let width = Int32((scene.width * scale).rounded())
        let height = Int32((scene.height * scale).rounded())
        let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height)
        var bytes: [UInt8] = []
        try draw(scene, on: surface, scale: scale) { () throws(DrawingError) in
            guard let start = cairo_image_surface_get_data(surface) else { throw .outOfMemory }
            let stride = Int(cairo_image_surface_get_stride(surface))
            bytes = start.withMemoryRebound(to: UInt32.self, capacity: stride / 4 * Int(height)) { pixels in
                PNGEncoder().encode(
                    PNGPixels(start: pixels, width: Int(width), height: Int(height), stride: stride / 4))
            }
        }
        return bytes
    }

    package func svg(_ scene: Scene) throws(DrawingError) -> [UInt8] {
        let stream = ByteStream()
        let surface = cairo_svg_surface_create_for_stream(ByteStream.write, stream.closure, scene.width, scene.height)
        cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_PX)
        try draw(scene, on: surface)
        return finishedSVG(stream.bytes, scene)
    }

    package func pdf(_ scene: Scene) throws(DrawingError) -> [UInt8] {
        let stream = ByteStream()
        let surface = cairo_pdf_surface_create_for_stream(ByteStream.write, stream.closure, scene.width, scene.height)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, printable(scene.title))
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, printable(scene.description))
        // The clock has no place in an output; any fixed instant makes the bytes repeat.
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
        try draw(scene, on: surface)
        return stream.bytes
    }

    /// Draws, lets `read` take the picture, and closes the surface. Errors of Cairo are sticky: asked for at the end.
    private func draw(
        _ scene: Scene, on surface: OpaquePointer?, scale: Double = 1,
        read: () throws(DrawingError) -> Void = { () throws(DrawingError) in }
    ) throws(DrawingError) {
        guard let surface else { throw .outOfMemory }
        defer { cairo_surface_destroy(surface) }
        try check(cairo_surface_status(surface))
        guard let context = cairo_create(surface) else { throw .outOfMemory }
        defer { cairo_destroy(context) }
        cairo_scale(context, scale, scale)
        try Canvas(context: context, setter: setter).draw(scene)
        cairo_surface_flush(surface)
        try read()
        cairo_surface_finish(surface)
        try check(cairo_surface_status(surface))
    }

    private func check(_ status: cairo_status_t) throws(DrawingError) {
        guard status == CAIRO_STATUS_SUCCESS else { throw .cairo(String(cString: cairo_status_to_string(status))) }
    }
}
