package enum DrawingError: Error, Hashable, Sendable {
    /// `found` is the family the system would put in its place.
    case missingFamily(String, found: String, package: String)
    /// The family is there without a real Bold.
    case missingWeight(family: String, weight: Int)
    /// Each character once; `packages` of the system that hold them.
    case missingGlyphs(text: String, characters: [String], packages: [String])
    /// The status of Cairo in its own words.
    case cairo(String)
    case outOfMemory

    package var zh: String {
        switch self {
        case .missingFamily(let family, let found, let package):
            "未安装字体“\(family)”（系统会用“\(found)”代替），请安装：apt-get install \(package)"
        case .missingWeight(let family, let weight):
            "字体“\(family)”没有字重 \(weight)，请安装：apt-get install \(FontFamilies.debianPackage)"
        case .missingGlyphs(let text, let characters, let packages):
            "“\(text)”中的 \(characters.joined(separator: "、")) 在已安装的字体中没有字形，"
                + (packages.isEmpty
                    ? "是自造字，请改正原文" : "请安装：apt-get install \(packages.joined(separator: " "))")
        case .cairo(let status): "Cairo：\(status)"
        case .outOfMemory: "内存不足"
        }
    }

    package var en: String {
        switch self {
        case .missingFamily(let family, let found, let package):
            "font family '\(family)' is not installed ('\(found)' would take its place): apt-get install \(package)"
        case .missingWeight(let family, let weight):
            "font family '\(family)' has no weight \(weight): apt-get install \(FontFamilies.debianPackage)"
        case .missingGlyphs(let text, let characters, let packages):
            "\(characters.joined(separator: ", ")) of '\(text)' have no glyph in the installed fonts: "
                + (packages.isEmpty
                    ? "they are of private use, correct the text"
                    : "apt-get install \(packages.joined(separator: " "))")
        case .cairo(let status): "Cairo: \(status)"
        case .outOfMemory: "out of memory"
        }
    }
}
