import ChartGrammar

/// The families behind the two faces of a scene, named in full: plain "sans" may choose Japanese shapes.
package struct FontFamilies: Hashable, Sendable {
    package var sans: String
    package var serif: String
    /// Of a family with one weight, which is never made bold by smearing it.
    package var serifHasBold: Bool

    package init(
        sans: String = "Noto Sans CJK SC", serif: String = "Noto Serif CJK SC", serifHasBold: Bool = true
    ) {
        self.sans = sans
        self.serif = serif
        self.serifHasBold = serifHasBold
    }

    package static let noto = FontFamilies()
    /// The Debian package of both.
    package static let debianPackage = "fonts-noto-cjk"

    package var families: [String] { [sans, serif] }

    package func name(_ face: FontFace) -> String { face == .serif ? serif : sans }

    /// The weight that a face is really set in.
    func weight(_ weight: FontWeight, of face: FontFace) -> FontWeight {
        face == .serif && !serifHasBold ? .regular : weight
    }
}

/// Whether the families are really there. Without the check Pango would draw boxes and report success.
package enum FontCheck {
    package static func verify(_ families: FontFamilies = .noto) throws(DrawingError) {
        try TextSetter(families: families).verify()
    }
}
