import Filings

/// The titles and names met so far: an organ files every year under the same name.
///
/// Confined to one parse at a time by `LexiconPool`.
final class KnownNames {
    /// By a title with zeros for its digits the organ in it; nil for what is no title.
    @exclusivity(unchecked) private var titles = TextMemo<String?>(limit: 20_000, longest: 280)
    @exclusivity(unchecked) private var misprints = TextMemo<PlaceNames.Misprint?>(limit: 20_000, longest: 200)
    /// The same behind the name of a higher area.
    @exclusivity(unchecked) private var misprintsInAreas = TextMemo<PlaceNames.Misprint?>(limit: 20_000, longest: 200)

    /// The organ that a title names; nil where the text is no title.
    func organ(inTitle text: [UInt8]) -> String? {
        var key = text
        for index in key.indices where (48...57).contains(key[index]) { key[index] = 48 }
        let title = String(decoding: key, as: UTF8.self)
        if let known = titles[title] { return known }
        let text = String(decoding: text, as: UTF8.self)
        let organ = TitleReader.isTitle(text) ? TitleReader.organ(in: text) : nil
        // Other digits than those of years would be another name.
        if !(organ.map(ValueScanner.holdsDigit) ?? false) { titles[title] = .some(organ) }
        return organ
    }

    /// The misprinted place in front of an organ's words behind the name of a higher area, or of none.
    func misprint(in words: String, isBehindArea: Bool, _ places: PlaceNames) -> PlaceNames.Misprint? {
        isBehindArea
            ? misprintsInAreas.value(of: words) { places.misprint(in: $0, isBehindArea: true) }
            : misprints.value(of: words) { places.misprint(in: $0, isBehindArea: false) }
    }
}
