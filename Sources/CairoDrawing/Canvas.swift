import CPangoCairo
import ChartGrammar

/// A Cairo context on a surface: draws the items of a scene in order.
struct Canvas {
    let context: OpaquePointer
    let setter: TextSetter

    func draw(_ scene: Scene) throws(DrawingError) {
        set(scene.background)
        cairo_paint(context)
        cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
        for item in scene.items { try draw(item) }
        let status = cairo_status(context)
        guard status == CAIRO_STATUS_SUCCESS else { throw .cairo(String(cString: cairo_status_to_string(status))) }
    }

    private func draw(_ item: SceneItem) throws(DrawingError) {
        switch item {
        case .rect(let rect): draw(rect)
        case .path(let path): draw(path)
        case .circle(let circle): draw(circle)
        case .text(let text): try draw(text)
        case .group(_, let items): for item in items { try draw(item) }
        }
    }

    private func draw(_ rect: SceneRect) {
        guard rect.width > 0, rect.height > 0 else { return }
        let radius = min(rect.cornerRadius, rect.width / 2, rect.height / 2)
        if radius > 0 {
            let (right, bottom) = (rect.x + rect.width, rect.y + rect.height)
            cairo_new_sub_path(context)
            cairo_arc(context, right - radius, rect.y + radius, radius, -.pi / 2, 0)
            cairo_arc(context, right - radius, bottom - radius, radius, 0, .pi / 2)
            cairo_arc(context, rect.x + radius, bottom - radius, radius, .pi / 2, .pi)
            cairo_arc(context, rect.x + radius, rect.y + radius, radius, .pi, 1.5 * .pi)
            cairo_close_path(context)
        } else {
            cairo_rectangle(context, rect.x, rect.y, rect.width, rect.height)
        }
        finish(rect.fill, rect.stroke)
    }

    private func draw(_ path: ScenePath) {
        guard let first = path.points.first, path.points.count > 1 else { return }
        cairo_move_to(context, first.x, first.y)
        for point in path.points.dropFirst() { cairo_line_to(context, point.x, point.y) }
        if path.isClosed { cairo_close_path(context) }
        finish(path.fill, path.stroke)
    }

    private func draw(_ circle: SceneCircle) {
        cairo_new_sub_path(context)
        cairo_arc(context, circle.center.x, circle.center.y, circle.radius, 0, 2 * .pi)
        finish(circle.fill, circle.stroke)
    }

    private func draw(_ text: SceneText) throws(DrawingError) {
        let string = printable(text.string)
        guard !string.isEmpty else { return }
        setter.set(string, size: text.style.size, weight: text.style.weight, face: text.style.face)
        pango_cairo_update_layout(context, setter.layout)
        if setter.unknownGlyphs > 0, let error = setter.missing(in: string, text.style) { throw error }
        let shift: Double =
            switch text.anchor {
            case .start: 0
            case .middle: -setter.width / 2
            case .end: -setter.width
            }
        cairo_move_to(context, text.x + shift, text.baseline - setter.baseline)
        if let halo = text.halo {
            pango_cairo_layout_path(context, setter.layout)
            set(SceneStroke(halo.color, halo.width, cap: .round))
            cairo_stroke(context)
            cairo_move_to(context, text.x + shift, text.baseline - setter.baseline)
        }
        set(text.style.color)
        pango_cairo_show_layout(context, setter.layout)
        cairo_new_path(context)
    }
}

extension Canvas {
    private func set(_ color: SceneColor) {
        cairo_set_source_rgb(context, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255)
    }

    private func set(_ stroke: SceneStroke) {
        set(stroke.color)
        cairo_set_line_width(context, stroke.width)
        cairo_set_line_cap(context, stroke.cap == .round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
        cairo_set_dash(context, stroke.dash, Int32(stroke.dash.count), 0)
    }

    /// Fills and strokes the current path and forgets it.
    private func finish(_ fill: SceneFill, _ stroke: SceneStroke?) {
        switch fill {
        case .none: break
        case .solid(let color):
            set(color)
            cairo_fill_preserve(context)
        case .hatch(let hatch): self.fill(hatch)
        }
        if let stroke {
            set(stroke)
            cairo_stroke_preserve(context)
        }
        cairo_new_path(context)
    }

    /// Stripes are drawn as lines clipped to the path: a pattern would become a bitmap in PDF.
    private func fill(_ hatch: SceneHatch) {
        set(hatch.background)
        cairo_fill_preserve(context)
        let path = cairo_copy_path(context)
        defer { cairo_path_destroy(path) }
        cairo_save(context)
        cairo_clip(context)
        cairo_rotate(context, hatch.angle * .pi / 180)
        var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
        cairo_clip_extents(context, &left, &top, &right, &bottom)
        var x = (left / hatch.step).rounded(.down) * hatch.step + hatch.lineWidth / 2
        while x <= right + hatch.lineWidth {
            cairo_move_to(context, x, top)
            cairo_line_to(context, x, bottom)
            x += hatch.step
        }
        set(SceneStroke(hatch.line, hatch.lineWidth))
        cairo_stroke(context)
        cairo_restore(context)
        cairo_append_path(context, path)
    }
}
