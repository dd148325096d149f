/// Which package has the characters that no installed font has.
enum MissingGlyphs {
    /// Debian packages, each once, in order of the characters; none for characters that no font can be expected to have.
    static func packages(for characters: [Unicode.Scalar]) -> [String] {
        characters.reduce(into: []) { packages, scalar in
            if let package = package(for: scalar), !packages.contains(package) { packages.append(package) }
        }
    }

    private static func package(for scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        // Han beyond the common fonts: extensions A to H.
        case 0x3400...0x4DBF, 0x20000...0x323AF: "fonts-hanazono"
        case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFF00...0xFFEF: FontFamilies.debianPackage
        case 0x1F000...0x1FAFF: "fonts-noto-color-emoji"
        default: scalar.properties.generalCategory == .privateUse ? nil : "fonts-noto-core"
        }
    }
}
