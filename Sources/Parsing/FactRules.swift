import Filings

/// What stands around a number of the prose.
struct FactContext {
    /// The clause up to the number, from the number before it on.
    let words: String
    /// The sentence before the clause; empty once the sentence has given a figure.
    let earlier: String
    let sentence: String
    /// The sentence before.
    let previous: String
    let unit: String

    func has(_ words: String...) -> Bool { self.words.includes(anyOf: words) }
}

/// The words that tell what a number counts. Rules are asked in order; the first that fits wins.
enum FactRules {
    static func kind(of context: FactContext) -> String? {
        for rule in rules {
            if let kind = rule(context) { return kind }
        }
        return nil
    }

    private static let rules: [@Sendable (FactContext) -> String?] = [
        fee, followers, training, decisions, requests, proposals, services, channels, published,
    ]

    private static let items: Set<String> = ["条", "篇", "项", "件", "期", "次", "则", "份", "个"]

    @Sendable private static func fee(_ c: FactContext) -> String? {
        guard c.words.includes("信息处理费"), c.unit == "元" || c.unit == "。" else { return nil }
        return "processingFee.yuan"
    }

    @Sendable private static func followers(_ c: FactContext) -> String? {
        ["人", "名", "户"].contains(c.unit) && c.has("关注", "粉丝") ? "wechat.followers" : nil
    }

    @Sendable private static func training(_ c: FactContext) -> String? {
        if ["人次", "人", "名"].contains(c.unit), c.has("参训", "培训") { return "training.participants" }
        guard ["次", "期", "场"].contains(c.unit), c.has("培训", "集中学习"), !c.has("参加", "会议") else { return nil }
        return "training.sessions"
    }

    @Sendable private static func decisions(_ c: FactContext) -> String? {
        guard ["件", "项", "家", "起", "个", "宗"].contains(c.unit), !c.has("金额", "罚款", "信息", "结果公示") else { return nil }
        let licensing = lastEnd(c.words, ["行政许可", "行政审批", "许可决定"])
        let penalties = lastEnd(c.words, ["行政处罚", "处罚决定", "处罚案件"])
        if licensing == nil, penalties == nil { return nil }
        return licensing ?? -1 > penalties ?? -1 ? "licensing.decisions" : "penalties.decisions"
    }

    @Sendable private static func requests(_ c: FactContext) -> String? {
        guard c.unit == "件", c.sentence.includes("申请"), !c.has("复议", "诉讼", "建议", "提案", "行政许可") else { return nil }
        if c.has("结转下", "结转至", "转下年") { return "requests.carriedForward" }
        if c.has("上年结转", "上年度结转", "上一年结转") { return "requests.carriedOver" }
        if c.has("应办", "办理政府信息公开申请", "办理依申请", "办理申请") { return "requests.handled" }
        // 收到 75 件，包括上年结转 1 件: what was on hand, not what came in.
        if c.has("收到", "受理"), c.sentence.includes(anyOf: ["包括上年结转", "含上年结转", "包括上年度结转"]) { return "requests.handled" }
        if c.has("新收", "收到", "受理", "接收", "接到"), c.has("申请", "新收") { return "requests.received" }
        return c.has("办结", "答复") && !c.has("提问", "来信", "留言") ? "requests.resolved" : nil
    }

    @Sendable private static func proposals(_ c: FactContext) -> String? {
        guard c.unit == "件" else { return nil }
        let isBoth = c.has("建议") && c.has("提案") || c.has("建议提案", "转办件")
        if isBoth { return "proposals.total" }
        if c.has("代表建议") || c.words.hasSuffix("建议") { return "proposals.deputies" }
        return c.has("政协提案", "委员提案") || c.words.hasSuffix("提案") ? "proposals.members" : nil
    }

    @Sendable private static func services(_ c: FactContext) -> String? {
        guard items.contains(c.unit) || c.unit == "场" else { return nil }
        if c.has("解读"), !c.has("公众号", "网站") { return "interpretations.published" }
        return c.has("回应", "回复", "来信", "来电", "网民", "网友") ? "responses.published" : nil
    }

    private static let channelWords: [(kind: String, words: [String])] = [
        ("published.wechat", ["微信", "公众号"]), ("published.weibo", ["微博"]), ("published.column", ["专栏", "公开栏"]),
        ("published.website", ["网站", "门户"]),
    ]

    @Sendable private static func channels(_ c: FactContext) -> String? {
        guard ["条", "篇", "期", "则"].contains(c.unit), !c.has("点击", "阅读", "关注", "粉丝", "浏览") else { return nil }
        if let kind = channel(c.words) { return kind }
        guard c.has("发布", "公开", "推送", "推文", "刊发") else { return nil }
        if c.has("该平台", "该公众号", "该网站") { return channel(c.earlier) ?? channel(c.previous) }
        return channel(c.earlier)
    }

    /// The channel that is named last.
    private static func channel(_ text: String) -> String? {
        channelWords.compactMap { entry in lastEnd(text, entry.words).map { (entry.kind, $0) } }
            .max { $0.1 < $1.1 }?.0
    }

    @Sendable private static func published(_ c: FactContext) -> String? {
        guard ["条", "篇", "项", "件", "则"].contains(c.unit), c.has("公开", "发布", "公布") else { return nil }
        guard c.has("信息", "公告", "文章", "稿件"), !c.has("申请", "规范性文件", "建议", "提案") else { return nil }
        return "published.total"
    }

    private static func lastEnd(_ text: String, _ words: [String]) -> Int? {
        words.compactMap(text.endOfLast).max()
    }

    // MARK: Zeros

    private static let negations = ["未", "没有", "无", "零"]

    /// A clause that says that there was none, with the unit of what there was none of.
    static func zero(_ clause: String, section: Int) -> (kind: String, unit: String)? {
        guard clause.includes(anyOf: negations), !clause.includes("违规") else { return nil }
        if clause.includes("信息处理费"), clause.includes(anyOf: ["收取", "发生", "产生", "收费"]) {
            return ("processingFee.yuan", "元")
        }
        if clause.includes("政府信息"), clause.includes("未收取任何费用") { return ("processingFee.yuan", "元") }
        guard section <= 3, clause.includes("申请"), !clause.includes("复议"), !clause.includes("诉讼") else { return nil }
        let verbs = ["收到", "接到", "受理", "接收"]
        for negation in ["未", "没有", "无"] {
            if verbs.contains(where: { clause.includes(negation + $0) }) { return ("requests.received", "件") }
        }
        return nil
    }
}
