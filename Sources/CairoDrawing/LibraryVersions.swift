import CPangoCairo

/// The versions of the libraries that draw, as they report themselves at run time.
package enum LibraryVersions {
    package static var all: [(name: String, version: String)] {
        [
            ("cairo", String(cString: cairo_version_string())),
            ("pango", String(cString: pango_version_string())),
        ]
    }
}
