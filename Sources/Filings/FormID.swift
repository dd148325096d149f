/// The reporting years that can be: the first local rules are of 2003.
package enum FilingYears {
    package static let plausible = 2003...2100
}

/// A generation of the statutory form.
package enum FormID: String, CaseIterable, Comparable, Sendable {
    /// 国办公开办函〔2019〕60号 (试行): reports for 2019 and 2020.
    case form2019 = "2019"
    /// 国办公开办函〔2021〕30号: reports from 2021 on.
    case form2021 = "2021"

    /// Its position in `allCases`.
    package var index: Int {
        switch self {
        case .form2019: 0
        case .form2021: 1
        }
    }

    package static func < (a: FormID, b: FormID) -> Bool { a.rawValue < b.rawValue }

    /// The form that the law prescribes for a reporting year; nil before 2019, when no form was prescribed.
    package static func prescribed(for year: Int) -> FormID? {
        switch year {
        case ..<2019: nil
        case 2019...2020: .form2019
        default: .form2021
        }
    }
}
