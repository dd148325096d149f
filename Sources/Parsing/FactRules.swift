import Filings

/// What stands around a number of the prose.
struct FactContext {
    private let all: FactWords
    /// The clause up to the number, from the number before it on.
    private let clause: Range<Int>
    /// The sentence before the clause; none once the sentence has given a figure.
    private let earlier: Range<Int>?
    /// What stands in front of the number, up to the number or the mark before it; `、` ends nothing.
    private let joined: Range<Int>
    let sentence: WordSet
    /// The channel that the sentence before names last.
    let previousChannel: () -> String?
    let unit: FactUnit
    private let words: WordSet

    init(
        words all: FactWords, clause: Range<Int>, earlier: Range<Int>?, joined: Range<Int>, sentence: WordSet,
        previousChannel: @escaping () -> String?,
        unit: FactUnit
    ) {
        self.all = all
        self.clause = clause
        self.earlier = earlier
        self.joined = joined
        self.sentence = sentence
        self.previousChannel = previousChannel
        self.unit = unit
        words = all.set(in: clause)
    }

    /// Whether the clause says nothing but the number.
    var isBare: Bool { words.isEmpty }

    /// The channels that `、` joins in front of the number, each once.
    var channels: [String?] { FactRules.channels(in: joined, of: all) }

    /// Whether words of both sets stand in what `、` joins in front of the number.
    func joins(_ words: WordSet, with others: WordSet) -> Bool {
        let joined = all.set(in: joined)
        return joined.intersects(words) && joined.intersects(others)
    }

    /// Whether any of these words stands in the clause.
    func has(_ words: WordSet) -> Bool { self.words.intersects(words) }

    func end(ofLast words: WordSet) -> Int? { all.end(ofLast: words, in: clause) }

    func endOfEarlier(_ words: WordSet) -> Int? { earlier.flatMap { all.end(ofLast: words, in: $0) } }

    /// Whether the clause ends with one of these words.
    func ends(with words: WordSet) -> Bool { end(ofLast: words) == clause.upperBound }
}

/// The words that tell what a number counts. Rules are asked in order; the first that fits wins.
enum FactRules {
    private static let partWords = WordSet("其中", "分别")

    /// Whether the clause lists parts of what was counted before it.
    static func listsParts(_ context: FactContext) -> Bool { context.has(partWords) }

    private static let newWords = WordSet("新收")

    private static let turnWords = WordSet("分别")

    /// Whether numbers follow that count what was named before, in turn.
    static func countsInTurn(_ context: FactContext) -> Bool {
        context.has(turnWords) && channelUnits.contains(context.unit)
    }

    /// The other kinds that the words around a number allow.
    static func alternatives(to kind: String, _ context: FactContext) -> [String] {
        kind == "requests.received" && !context.has(newWords) ? ["requests.handled"] : []
    }

    static func kind(of context: FactContext) -> String? {
        for rule in rules {
            if let kind = rule(context) { return kind }
        }
        return nil
    }

    private static let rules: [@Sendable (FactContext) -> String?] = [
        fee, followers, training, decisions, requests, proposals, services, channels, published,
    ]

    private static let cases = FactUnits("件", "宗")

    private static let feeWords = WordSet("信息处理费")
    private static let feeUnits = FactUnits("元", "。")

    @Sendable private static func fee(_ c: FactContext) -> String? {
        c.has(feeWords) && feeUnits.contains(c.unit) ? "processingFee.yuan" : nil
    }

    private static let followerWords = WordSet("关注", "粉丝")
    private static let followerUnits = FactUnits("人", "名", "户", "余人")
    private static let addedWords = WordSet("新增")
    private static let subscriberWords = WordSet("订阅")
    private static let subscriberUnits = FactUnits("人", "名", "户", "个")

    @Sendable private static func followers(_ c: FactContext) -> String? {
        // 新增粉丝321人: how many came, and not how many there are.
        let isCounted = c.has(followerWords) && followerUnits.contains(c.unit) && !c.has(addedWords)
        return isCounted || c.has(subscriberWords) && subscriberUnits.contains(c.unit) ? "wechat.followers" : nil
    }

    private static let participantWords = WordSet("参训", "培训")
    private static let sessionWords = WordSet("培训", "集中学习")
    private static let attendanceWords = WordSet("参加", "会议")
    private static let participantUnits = FactUnits("人次", "人", "名")
    private static let sessionUnits = FactUnits("次", "期", "场")

    @Sendable private static func training(_ c: FactContext) -> String? {
        if c.has(participantWords), participantUnits.contains(c.unit) { return "training.participants" }
        guard c.has(sessionWords), !c.has(attendanceWords), sessionUnits.contains(c.unit) else { return nil }
        return "training.sessions"
    }

    private static let noDecisionWords = WordSet("金额", "罚款", "信息", "结果公示", "梳理", "清单")
    private static let licensingWords = WordSet("行政许可", "行政审批", "许可决定")
    private static let penaltyWords = WordSet("行政处罚", "处罚决定", "处罚案件")
    private static let decisionUnits = FactUnits("件", "项", "家", "起", "个", "宗")

    @Sendable private static func decisions(_ c: FactContext) -> String? {
        let licensing = c.end(ofLast: licensingWords)
        let penalties = c.end(ofLast: penaltyWords)
        if licensing == nil, penalties == nil { return nil }
        guard decisionUnits.contains(c.unit), !c.has(noDecisionWords) else { return nil }
        return licensing ?? -1 > penalties ?? -1 ? "licensing.decisions" : "penalties.decisions"
    }

    private static let applicationWords = WordSet("申请")
    private static let noRequestWords = WordSet("复议", "诉讼", "建议", "提案", "行政许可")
    private static let carriedForwardWords = WordSet("结转下", "结转至", "转下年")
    private static let carriedOverWords = WordSet("上年结转", "上年度结转", "上一年结转")
    private static let handledWords = WordSet("应办", "需办理", "办理政府信息公开申请", "办理依申请", "办理申请")
    private static let onHandWords = WordSet("收到", "受理")
    private static let includedWords = WordSet("包括上年结转", "含上年结转", "包括上年度结转")
    private static let receivedWords = WordSet("新收", "新增", "收到", "受理", "接收", "接到")
    private static let receivedWhatWords = WordSet("申请", "新收")
    private static let resolvedWords = WordSet("办结", "答复", "办理完毕")
    private static let letterWords = WordSet("提问", "来信", "留言", "咨询")

    @Sendable private static func requests(_ c: FactContext) -> String? {
        guard cases.contains(c.unit), c.sentence.intersects(applicationWords), !c.has(noRequestWords) else {
            return nil
        }
        if c.has(carriedForwardWords) { return "requests.carriedForward" }
        if c.has(carriedOverWords) { return "requests.carriedOver" }
        if c.has(handledWords) { return "requests.handled" }
        // 收到 75 件，包括上年结转 1 件: what was on hand, not what came in.
        if c.has(onHandWords), c.sentence.intersects(includedWords) { return "requests.handled" }
        // 收到公民、法人和其他组织政府信息公开申请56件.
        if c.has(receivedWords) || c.joins(receivedWords, with: applicationWords), c.has(receivedWhatWords) {
            return "requests.received"
        }
        return c.has(resolvedWords) && !c.has(letterWords) ? "requests.resolved" : nil
    }

    private static let suggestionWords = WordSet("建议")
    private static let motionWords = WordSet("提案")
    private static let sumWords = WordSet("合计")
    private static let bothWords = WordSet("建议提案", "转办件")
    private static let deputyWords = WordSet("代表建议")
    private static let memberWords = WordSet("政协提案", "委员提案")

    @Sendable private static func proposals(_ c: FactContext) -> String? {
        guard cases.contains(c.unit) else { return nil }
        if c.joins(suggestionWords, with: motionWords) || c.has(bothWords) { return "proposals.total" }
        // 代表建议7件、政协提案9件，合计16件.
        if c.has(sumWords), c.sentence.intersects(deputyWords), c.sentence.intersects(motionWords) {
            return "proposals.total"
        }
        if c.has(deputyWords) || c.ends(with: suggestionWords) { return "proposals.deputies" }
        return c.has(memberWords) || c.ends(with: motionWords) ? "proposals.members" : nil
    }

    private static let serviceUnits = FactUnits("条", "篇", "项", "件", "期", "次", "则", "份", "个", "场")
    private static let interpretationWords = WordSet("解读")
    private static let siteWords = WordSet("公众号", "网站")
    private static let responseWords = WordSet("回应", "回复", "来信", "来电", "留言", "网民", "网友", "咨询")

    @Sendable private static func services(_ c: FactContext) -> String? {
        guard serviceUnits.contains(c.unit) else { return nil }
        if c.has(interpretationWords), !c.has(siteWords) { return "interpretations.published" }
        return c.has(responseWords) ? "responses.published" : nil
    }

    private static let channelWords: [(kind: String, words: WordSet)] = [
        ("published.wechat", WordSet("微信", "公众号")), ("published.weibo", WordSet("微博")),
        ("published.column", WordSet("专栏", "公开栏", "公示栏", "张贴")), ("published.website", WordSet("网站", "门户", "官网")),
    ]
    /// 自开设以来: more than the year's.
    private static let sinceWords = WordSet("以来")
    private static let channelUnits = FactUnits("条", "篇", "期", "则")
    private static let audienceWords = WordSet("点击", "阅读", "关注", "粉丝", "浏览")
    private static let releaseWords = WordSet("发布", "公开", "推送", "推文", "刊发")
    private static let sameChannelWords = WordSet("该平台", "该公众号", "该网站")

    @Sendable private static func channels(_ c: FactContext) -> String? {
        guard channelUnits.contains(c.unit), !c.has(audienceWords), !c.has(sinceWords) else { return nil }
        if let kind = lastChannel(c.end) { return kind }
        guard c.has(releaseWords) else { return nil }
        return lastChannel(c.endOfEarlier) ?? (c.has(sameChannelWords) ? c.previousChannel() : nil)
    }

    /// The channel that is named last.
    private static func lastChannel(_ end: (WordSet) -> Int?) -> String? {
        var last: (kind: String, end: Int)?
        for channel in channelWords {
            if let end = end(channel.words), end > last?.end ?? -1 { last = (channel.kind, end) }
        }
        return last?.kind
    }

    private static let allChannelWords = channelWords.reduce(into: WordSet()) { $0.formUnion($1.words) }

    /// The channels named in a part of a sentence, each once, in their order.
    static func channels(in range: Range<Int>, of words: FactWords) -> [String?] {
        var channels: [String?] = []
        words.forEach(in: range) { hit in
            guard let kind = channelWords.first(where: { $0.words.contains(hit.word) })?.kind, !channels.contains(kind)
            else { return }
            channels.append(kind)
        }
        return channels
    }

    /// The channel that a sentence names last.
    static func lastChannel(in sentence: Range<Int>, of words: FactWords) -> String? {
        guard words.set(in: sentence).intersects(allChannelWords) else { return nil }
        return lastChannel { words.end(ofLast: $0, in: sentence) }
    }

    private static let publishedWords = WordSet("公开", "发布", "公布")
    private static let publishedUnits = FactUnits("条", "篇", "项", "件", "则")
    private static let itemWords = WordSet("信息", "公告", "文章", "稿件")
    private static let noItemWords = WordSet("申请", "规范性文件", "建议", "提案")

    @Sendable private static func published(_ c: FactContext) -> String? {
        // What is one of several parts is not all.
        guard c.has(publishedWords), c.has(itemWords), !c.has(noItemWords), !c.has(sinceWords), !listsParts(c)
        else { return nil }
        return publishedUnits.contains(c.unit) ? "published.total" : nil
    }

    // MARK: Zeros

    static let negations = WordSet("未", "没有", "无", "零")
    private static let breachWords = WordSet("违规")
    private static let chargeWords = WordSet("收取", "发生", "产生", "收费")
    private static let informationWords = WordSet("政府信息")
    private static let noChargeWords = WordSet("未收取任何费用")
    private static let reviewWords = WordSet("复议", "诉讼")
    private static let notReceivedWords = WordSet(
        "未收到", "未接到", "未受理", "未接收", "没有收到", "没有接到", "没有受理", "没有接收", "无收到", "无接到", "无受理", "无接收")

    /// What a clause says there was none of, with its unit.
    static func zero(_ clause: WordSet, section: Int) -> (kind: String, unit: String)? {
        guard clause.intersects(negations), !clause.intersects(breachWords) else { return nil }
        if clause.intersects(feeWords), clause.intersects(chargeWords) { return ("processingFee.yuan", "元") }
        if clause.intersects(informationWords), clause.intersects(noChargeWords) { return ("processingFee.yuan", "元") }
        guard section <= 3, clause.intersects(applicationWords), !clause.intersects(reviewWords) else { return nil }
        return clause.intersects(notReceivedWords) ? ("requests.received", "件") : nil
    }
}
