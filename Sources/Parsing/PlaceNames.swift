import Filings

/// Finds the names of divisions in text, longest first.
struct PlaceNames: Sendable {
    private let finder: WordFinder
    /// Names that are ordinary words; they count behind the name of a higher area only.
    let commonNames: [[UInt8]]
    /// All names by what they look like (`LookAlikes`).
    private let byLook: [String: [String]]

    init(_ registry: DistrictRegistry) {
        byLook = Dictionary(grouping: registry.names, by: LookAlikes.folded).mapValues { $0.sorted() }
        finder = WordFinder(
            registry.names.filter { !Self.tooCommon.contains($0) && $0.utf8.count >= Self.leastBytes }
                .sorted { $0.utf8.count > $1.utf8.count })
        commonNames = registry.names.filter(Self.tooCommon.contains).sorted().map(\.utf8Bytes)
    }

    /// Names of divisions that are ordinary words in these texts.
    private static let tooCommon: Set<String> = ["市辖区", "城区", "郊区", "矿区", "县", "新市区"]

    /// Two ideographs.
    private static let leastBytes = 6

    /// Calls `body` with the first byte of every name of a division in a text; the search goes on at the byte that it
    /// returns.
    @inline(__always)
    func forEachStart(in text: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Int) {
        finder.search(text) { range, _ in body(range.lowerBound) }
    }

    /// Whether a name stands in a text.
    func stand(in text: UnsafeBufferPointer<UInt8>) -> Bool { finder.first(in: text) != nil }

    /// What starts a text, is no name, but stands where one should, and the names that it looks like.
    struct Misprint {
        let printed: String
        let names: [String]
        /// In the field's words, for a person.
        let note: Words

        init(printed: String, names: [String]) {
            self.printed = printed
            self.names = names
            note = Words(
                "地名“\(printed)”不在行政区划名录中" + (names.isEmpty ? "" : "，与“\(names.joined(separator: "、"))”字形相近")
                    + "；未据以认定区划",
                "the place “\(printed)” is in no list of divisions"
                    + (names.isEmpty ? "" : " and looks like \(names.joined(separator: ", "))")
                    + "; the district was left open")
        }
    }

    private static let endings: Set<Unicode.Scalar> = ["县", "区", "市", "旗", "州", "盟", "省"]
    /// So many characters, the ending among them.
    private static let lengths = 3...7
    /// Endings of divisions of county rank, and so many characters that their names mostly have.
    private static let countyEndings: Set<Unicode.Scalar> = ["县", "区", "市", "旗"]
    private static let countyLengths = 3...4
    /// What ends like a name and is none: zones, and words for kinds of areas.
    private static let otherAreas = [
        "开发区", "高新区", "经开区", "实验区", "试验区", "示范区", "保税区", "新区", "园区", "景区", "矿区", "管理区", "度假区", "合作区", "工业区",
        "林区", "库区", "社区", "辖区", "片区", "港区", "产业区", "保护区", "功能区", "集聚区", "自贸区", "城区", "郊区", "市区", "地区", "特区",
        "服务区", "商务区", "行政区", "全区", "各区", "本区", "我区", "全县", "各县", "本县", "我县", "城市", "超市", "全市", "各市", "本市", "我市",
    ].map(\.utf8Bytes)
    /// Behind 市 these start the organ's own words: 市场监督管理局, 市政管理局, 市容局.
    private static let behindCity: Set<Unicode.Scalar> = ["场", "政", "容", "民", "级", "属", "直"]

    /// A name with a character wrong in front of an organ's own words, as recognition engines leave it. Behind the name
    /// of a higher area, too, what reads like a county's name and looks like none.
    func misprint(in text: String, isBehindArea: Bool) -> Misprint? {
        let scalars = Array(text.unicodeScalars.prefix(Self.lengths.upperBound + 1))
        for count in Self.lengths where scalars.count > count && Self.endings.contains(scalars[count - 1]) {
            let printed = String(scalars: scalars[..<count])
            if let names = byLook[LookAlikes.folded(printed)] {
                return names.contains(printed) ? nil : Misprint(printed: printed, names: names)
            }
            guard isBehindArea, Self.countyLengths.contains(count), Self.countyEndings.contains(scalars[count - 1]),
                !Self.otherAreas.contains(where: { printed.utf8.suffix($0.count).elementsEqual($0) }),
                scalars[count - 1] != "市" || !Self.behindCity.contains(scalars[count])
            else { continue }
            return Misprint(printed: printed, names: [])
        }
        return nil
    }

    private func commonName(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        commonNames.first { ByteSearch.stands($0, at: index, in: text) }?.count
    }

    /// The chain of names at `index`, in bytes: 河南省洛阳市洛龙区 is three.
    /// `isName`: the text is a name and no sentence, so that a common word may be one, too (郊区, 城区).
    func chain(in text: UnsafeBufferPointer<UInt8>, at index: Int, isName: Bool = false) -> [Range<Int>] {
        var chain: [Range<Int>] = []
        var at = index
        while at < text.count,
            let length = finder.word(in: text, at: at)
                ?? (chain.isEmpty && !isName ? nil : commonName(in: text, at: at))
        {
            chain.append(at..<(at + length))
            at += length
        }
        return chain
    }
}
