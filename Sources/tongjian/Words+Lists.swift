import Filings

extension Words {
    /// Several of them in a row, with a separator for each language.
    static func joined(_ list: [Words], _ zh: String, _ en: String) -> Words {
        Words(list.map(\.zh).joined(separator: zh), list.map(\.en).joined(separator: en))
    }
}
