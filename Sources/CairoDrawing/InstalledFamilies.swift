import CPangoCairo

/// The font families of this machine, by name.
package enum InstalledFamilies {
    package static func names() -> [String] {
        guard let map = pango_cairo_font_map_new() else { return [] }
        defer { shim_unref(UnsafeMutableRawPointer(map)) }
        var list: UnsafeMutablePointer<UnsafeMutablePointer<PangoFontFamily>?>?
        var count: Int32 = 0
        pango_font_map_list_families(map, &list, &count)
        defer { g_free(list) }
        guard let list else { return [] }
        return (0..<Int(count)).compactMap { list[$0].flatMap { pango_font_family_get_name($0) } }
            .map { String(cString: $0) }.sorted()
    }
}
