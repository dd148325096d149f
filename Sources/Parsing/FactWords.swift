/// A set of words that the rules for facts ask for, as bits by their number in `FactWords.all`.
struct WordSet: Sendable, Equatable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init() {}

    /// The set of these words; each must be one of `FactWords.all`.
    init(_ words: String...) {
        for word in words {
            guard let index = FactWords.all.firstIndex(of: word) else {
                preconditionFailure("\(word) is not among the words of facts")
            }
            insert(index)
        }
    }

    var isEmpty: Bool { low | high == 0 }

    func intersects(_ other: WordSet) -> Bool { low & other.low | high & other.high != 0 }

    func contains(_ word: Int) -> Bool { (word < 64 ? low >> UInt64(word) : high >> UInt64(word - 64)) & 1 == 1 }

    mutating func formUnion(_ other: WordSet) {
        low |= other.low
        high |= other.high
    }

    mutating func insert(_ word: Int) {
        if word < 64 { low |= 1 << UInt64(word) } else { high |= 1 << UInt64(word - 64) }
    }
}

/// Which words of the rules stand where in a sentence; found in one pass.
struct FactWords: Sendable {
    struct Hit: Sendable {
        var range: Range<Int>
        var word: Int
    }

    /// By where they start.
    private(set) var hits: [Hit] = []

    /// All words that rules ask for; at most 128.
    static let all = [
        "信息处理费", "关注", "粉丝", "参训", "培训", "集中学习", "参加", "会议", "金额", "罚款", "信息", "结果公示", "行政许可", "行政审批", "许可决定",
        "行政处罚", "处罚决定", "处罚案件", "申请", "复议", "诉讼", "建议", "提案", "结转下", "结转至", "转下年", "上年结转", "上年度结转",
        "上一年结转", "应办", "办理政府信息公开申请", "办理依申请", "办理申请", "收到", "受理", "包括上年结转", "含上年结转", "包括上年度结转", "新收",
        "接收", "接到", "办结", "答复", "提问", "来信", "留言", "建议提案", "转办件", "代表建议", "政协提案", "委员提案", "解读", "公众号", "网站",
        "回应", "回复", "来电", "网民", "网友", "微信", "微博", "专栏", "公开栏", "门户", "点击", "阅读", "浏览", "发布", "公开", "推送", "推文",
        "刊发", "该平台", "该公众号", "该网站", "公布", "公告", "文章", "稿件", "规范性文件", "未", "没有", "无", "零", "违规", "收取", "发生",
        "产生", "收费", "政府信息", "未收取任何费用", "未收到", "未接到", "未受理", "未接收", "没有收到", "没有接到", "没有受理", "没有接收", "无收到", "无接到",
        "无受理", "无接收", "其中", "分别", "官网", "订阅", "需办理", "新增", "办理完毕", "咨询", "公示栏", "张贴", "合计",
        "梳理", "清单", "以来",
    ]

    private static let finder = WordFinder(all.filter { $0.utf8.count > 3 })
    /// The numbers in `all` of the finder's words, and of those of one character, which are looked for one by one.
    private static let paired = all.indices.filter { all[$0].utf8.count > 3 }
    private static let single = all.indices.filter { all[$0].utf8.count == 3 }.map {
        (word: $0, bytes: all[$0].utf8Bytes)
    }

    /// The words within a range of a text.
    init(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        var hits: [Hit] = []
        let part = UnsafeBufferPointer(rebasing: text[range])
        let start = range.lowerBound
        Self.finder.forEach(in: part) { found, word in
            hits.append(Hit(range: start + found.lowerBound..<start + found.upperBound, word: Self.paired[word]))
        }
        let count = hits.count
        for (word, bytes) in Self.single {
            var from = 0
            while let found = ByteSearch.first(bytes, in: part, from: from) {
                from = found + bytes.count
                hits.append(Hit(range: start + found..<start + from, word: word))
            }
        }
        if hits.count > count { hits.sort { $0.range.lowerBound < $1.range.lowerBound } }
        self.hits = hits
    }

    /// The words that stand wholly in a range.
    func set(in range: Range<Int>) -> WordSet {
        var set = WordSet()
        forEach(in: range) { set.insert($0.word) }
        return set
    }

    /// Where the last of some words ends within a range.
    func end(ofLast words: WordSet, in range: Range<Int>) -> Int? {
        var end: Int?
        forEach(in: range) { hit in
            if words.contains(hit.word) { end = max(end ?? 0, hit.range.upperBound) }
        }
        return end
    }

    /// Calls `body` with the words that stand wholly in a range, by where they start.
    @inline(__always)
    func forEach(in range: Range<Int>, _ body: (Hit) -> Void) {
        var index = firstHit(from: range.lowerBound)
        while index < hits.count, hits[index].range.lowerBound < range.upperBound {
            if hits[index].range.upperBound <= range.upperBound { body(hits[index]) }
            index += 1
        }
    }

    /// The first hit that starts at `offset` or behind it.
    private func firstHit(from offset: Int) -> Int {
        var low = 0
        var high = hits.count
        while low < high {
            let middle = (low + high) / 2
            if hits[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
