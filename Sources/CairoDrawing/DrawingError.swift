package enum DrawingError: Error, Hashable, Sendable {
    /// `found` is the family the system would put in its place.
    case missingFamily(String, found: String, package: String)
    /// The family is there without a real Bold.
    case missingWeight(family: String, weight: Int)
    case missingGlyphs(text: String, count: Int)
    /// The status of Cairo in its own words.
    case cairo(String)
    case outOfMemory

    package var zh: String {
        switch self {
        case .missingFamily(let family, let found, let package):
            "未安装字体“\(family)”（系统会用“\(found)”代替），请安装：apt-get install \(package)"
        case .missingWeight(let family, let weight): "字体“\(family)”没有字重 \(weight)"
        case .missingGlyphs(let text, let count): "“\(text)”中有 \(count) 个字在已安装的字体中没有字形"
        case .cairo(let status): "Cairo：\(status)"
        case .outOfMemory: "内存不足"
        }
    }

    package var en: String {
        switch self {
        case .missingFamily(let family, let found, let package):
            "font family '\(family)' is not installed ('\(found)' would take its place): apt-get install \(package)"
        case .missingWeight(let family, let weight): "font family '\(family)' has no weight \(weight)"
        case .missingGlyphs(let text, let count):
            "\(count) characters of '\(text)' have no glyph in the installed fonts"
        case .cairo(let status): "Cairo: \(status)"
        case .outOfMemory: "out of memory"
        }
    }
}
