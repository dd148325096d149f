import CPangoCairo
import ChartGrammar

/// Sets single lines of text with Pango. Owns its font map, so that nothing is shared between threads; one setter is
/// used by one thread at a time.
final class TextSetter {
    private struct FontKey: Hashable {
        var face: FontFace
        var weight: FontWeight
        var size: Double
    }

    let families: FontFamilies
    private let map: UnsafeMutablePointer<PangoFontMap>
    private let context: OpaquePointer
    let layout: OpaquePointer
    private var fonts: [FontKey: OpaquePointer] = [:]

    init(families: FontFamilies) throws(DrawingError) {
        self.families = families
        guard let map = pango_cairo_font_map_new() else { throw .outOfMemory }
        guard let context = pango_font_map_create_context(map) else { throw .outOfMemory }
        self.map = map
        self.context = context
        layout = pango_layout_new(context)
        configure()
    }

    deinit {
        for font in fonts.values { pango_font_description_free(font) }
        shim_unref(UnsafeMutableRawPointer(layout))
        shim_unref(UnsafeMutableRawPointer(context))
        shim_unref(UnsafeMutableRawPointer(map))
    }

    /// Nothing may depend on the screen or the locale: one unit is one point, metrics are not rounded to pixels, and
    /// ideographs take their Chinese shapes.
    private func configure() {
        pango_cairo_context_set_resolution(context, 72)
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
        pango_context_set_round_glyph_positions(context, 0)
        pango_context_set_language(context, pango_language_from_string("zh-cn"))
        pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
        pango_layout_set_auto_dir(layout, 0)
        pango_layout_set_single_paragraph_mode(layout, 1)
    }

    private func font(_ face: FontFace, _ weight: FontWeight, _ size: Double) -> OpaquePointer {
        let weight = families.weight(weight, of: face)
        let key = FontKey(face: face, weight: weight, size: size)
        if let known = fonts[key] { return known }
        let font = pango_font_description_new()!
        pango_font_description_set_family(font, families.name(face))
        pango_font_description_set_weight(font, weight == .bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        shim_set_size(font, size)
        fonts[key] = font
        return font
    }

    /// Puts the text into `layout`; the baseline of the line and its width follow from it.
    func set(_ text: String, size: Double, weight: FontWeight, face: FontFace) {
        pango_layout_set_font_description(layout, font(face, weight, size))
        pango_layout_set_text(layout, text, Int32(text.utf8.count))
        pango_layout_set_attributes(layout, nil)
        tightenPunctuation(text)
    }

    /// Two full-width punctuation marks in a row leave a hole of an em; the first gives up its empty half, as in
    /// print (CLREQ 3.1.6.3). The fonts have no contextual feature for it, but half widths.
    private func tightenPunctuation(_ text: String) {
        guard let list = halfWidthAttributes(text) else { return }
        pango_layout_set_attributes(layout, list)
        pango_attr_list_unref(list)
    }

    private func halfWidthAttributes(_ text: String) -> OpaquePointer? {
        var list: OpaquePointer?
        var offset = 0
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if let left = previous {
                let isPair =
                    Self.closing.contains(left)
                    ? Self.closing.contains(scalar) || Self.opening.contains(scalar)
                    : Self.opening.contains(left) && Self.opening.contains(scalar)
                if isPair, let attribute = pango_attr_font_features_new("halt=1") {
                    attribute.pointee.start_index = guint(offset - UTF8.width(left))
                    attribute.pointee.end_index = guint(offset)
                    if list == nil { list = pango_attr_list_new() }
                    pango_attr_list_insert(list, attribute)
                }
            }
            offset += UTF8.width(scalar)
            previous = scalar
        }
        return list
    }

    private static let closing = Set("，。、；：！？）》】〉”’」』".unicodeScalars)
    private static let opening = Set("（《【〈“‘「『".unicodeScalars)

    /// Points, of the text last set.
    var width: Double {
        var width: Int32 = 0
        pango_layout_get_size(layout, &width, nil)
        return shim_from_pango(width)
    }

    var baseline: Double { shim_from_pango(pango_layout_get_baseline(layout)) }

    var unknownGlyphs: Int { Int(pango_layout_get_unknown_glyphs_count(layout)) }

    /// The characters of a text that no installed font has, each once, with their number: `𰻝 (U+30EDD)`.
    func missing(in text: String, _ style: TextStyle) -> DrawingError? {
        var found: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars where !found.contains(scalar) {
            set(String(scalar), size: style.size, weight: style.weight, face: style.face)
            if unknownGlyphs > 0 { found.append(scalar) }
        }
        guard !found.isEmpty else { return nil }
        let names = found.map { "\($0) (U+\(String($0.value, radix: 16, uppercase: true)))" }
        return .missingGlyphs(text: text, characters: names, packages: MissingGlyphs.packages(for: found))
    }

    /// Every face in every weight it is asked for.
    func verify() throws(DrawingError) {
        for face in [FontFace.sans, .serif] {
            for weight in [FontWeight.regular, .bold] where families.weight(weight, of: face) == weight {
                try verify(face, weight)
            }
        }
    }

    private func verify(_ face: FontFace, _ weight: FontWeight) throws(DrawingError) {
        let wanted = families.name(face)
        guard let loaded = pango_font_map_load_font(map, context, font(face, weight, 16)) else {
            throw .missingFamily(wanted, found: "", package: FontFamilies.debianPackage)
        }
        defer { shim_unref(UnsafeMutableRawPointer(loaded)) }
        let description = pango_font_describe(loaded)!
        defer { pango_font_description_free(description) }
        let found = pango_font_description_get_family(description).map { String(cString: $0) } ?? ""
        guard found == wanted else {
            throw .missingFamily(wanted, found: found, package: FontFamilies.debianPackage)
        }
        guard pango_font_description_get_weight(description).rawValue == UInt32(weight.rawValue) else {
            throw .missingWeight(family: wanted, weight: weight.rawValue)
        }
    }
}
