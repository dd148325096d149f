/// Names of indicators like `申请人占比：自然人`, `applicant share: natural persons`.
enum PartName {
    /// What stands behind the colon; the whole name without one.
    static func of(_ name: String) -> String {
        for separator in ["：", ": ", " from "] {
            if let range = name.firstRange(of: separator), range.upperBound < name.endIndex {
                return String(name[range.upperBound...])
            }
        }
        return name
    }
}
