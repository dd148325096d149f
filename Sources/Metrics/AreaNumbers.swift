import Filings

/// Numbers for area names, given in order of first use; only for comparing.
struct AreaNumbers {
    private var numbers: [String: Int] = [:]

    mutating func number(_ name: String) -> Int {
        if let known = numbers[name] { return known }
        numbers[name] = numbers.count
        return numbers.count - 1
    }

    /// Codes from 900000 on are a project's own places and follow no scheme of prefixes.
    private static func follows(_ code: String) -> Bool { code.utf8.count == 6 && !code.hasPrefix("9") }

    /// Names of the areas in which a division lies, itself included.
    static func ancestors(_ code: String?, _ division: District?) -> [String] {
        guard let code else { return [] }
        var names = [code]
        if let parent = division?.parent { names.append(parent) }
        if follows(code) { names += [code.prefix(4) + "00", code.prefix(2) + "0000"] }
        if let division, division.level != .province {
            names.append("province " + division.province)
            if division.level != .prefecture, !division.prefecture.isEmpty {
                names.append("prefecture " + division.province + " " + division.prefecture)
            }
        }
        return names
    }

    /// Names of the area that a division is.
    static func own(_ code: String?, _ division: District?) -> [String] {
        guard let code else { return [] }
        switch division?.level {
        case .province: return [code, "province " + (division?.province ?? "")]
        case .prefecture: return [code, "prefecture " + (division?.province ?? "") + " " + (division?.name ?? "")]
        default: return [code]
        }
    }
}
