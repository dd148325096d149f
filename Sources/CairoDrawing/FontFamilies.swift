import ChartGrammar

/// The families behind the two faces of a scene, named in full: plain "sans" may choose Japanese shapes.
package struct FontFamilies: Hashable, Sendable {
    package var sans: String
    package var serif: String

    package init(sans: String = "Noto Sans CJK SC", serif: String = "Noto Serif CJK SC") {
        self.sans = sans
        self.serif = serif
    }

    package static let noto = FontFamilies()
    /// The Debian package of both.
    package static let debianPackage = "fonts-noto-cjk"

    package func name(_ face: FontFace) -> String { face == .serif ? serif : sans }
}

/// Whether the families are really there. Without the check Pango would draw boxes and report success.
package enum FontCheck {
    package static func verify(_ families: FontFamilies = .noto) throws(DrawingError) {
        let setter = try TextSetter(families: families)
        for face in [FontFace.sans, .serif] {
            for weight in [FontWeight.regular, .bold] {
                try setter.verify(face, weight)
            }
        }
    }
}
