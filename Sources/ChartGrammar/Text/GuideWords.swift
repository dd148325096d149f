/// The few words the grammar itself says, in the language of the chart.
struct GuideWords {
    let language: ChartLanguage

    func word(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    var noData: String { word("无数据", "No data") }
    var note: String { word("注：", "Note: ") }
    var source: String { word("来源：", "Source: ") }
    var uncoloured: String { word("不着色的格", "Not coloured") }
    var formBreak: String { word("表式断点", "Change of form") }
    /// Percentage points.
    var points: String { word("个百分点", "points") }
    var total: String { word("合计", "Total") }
    var contribution: String { word("贡献（百分点）", "Contribution, pts") }
    var handled: String { word("应办理", "On hand") }
    var shareOfResolved: String { word("占办结", "of resolved") }
    func onLastYear(_ change: String) -> String { word("比上年 \(change)", "\(change) on last year") }
    var change: String { word("比上年", "Change") }
    var limits: (inner: String, outer: String) { (word("95% 限", "95%"), word("99.8% 限", "99.8%")) }
    func onSquareRootScale(_ name: String) -> String {
        word("\(name)（平方根刻度）", "\(name) (square-root scale)")
    }
    var doesNotAddUp: String { word("勾稽不符，不画流向", "The figures do not add up: no flow is drawn") }
    var panelsDiffer: String {
        word("各图纵轴刻度不同，只比走势，不比高低。", "Each panel has its own scale: compare shapes, not heights.")
    }
    var axisNotFromZero: String { word("纵轴不从 0 开始。", "The axis does not start at 0.") }
    var logScale: String { word("对数刻度：相等的距离表示相等的倍数。", "Log scale: equal distances are equal ratios.") }
    var symlogScale: String {
        word(
            "对称对数刻度：0 附近等距，远处相等的距离表示相等的倍数。",
            "Symlog scale: even around 0, further out equal distances are equal ratios.")
    }
    /// Between two numbers of a range; both are wide enough not to be taken for a minus.
    var range: String { word("—", "–") }

    func year(_ year: Int, isShort: Bool) -> String { word(isShort ? "\(year)" : "\(year) 年", "\(year)") }
    func belowDenominator(_ n: Int) -> String { word("n＜\(n)", "n < \(n)") }
    func notRanked(_ n: Int) -> String { word("n＜\(n)，不参与排序", "n < \(n): not ranked") }
    func below(_ bound: String) -> String { word("＜\(bound)", "< \(bound)") }
    func moreRows(_ count: Int) -> String { word("另有 \(count) 项未列出", "\(count) more not shown") }
    func unplaced(_ count: Int) -> String {
        word("0 和负数在对数刻度上无位置，\(count) 个值未画出。", "Zero and below have no place on it: \(count) not drawn.")
    }
    func moreSeries(_ count: Int) -> String {
        word("另有 \(count) 条线未标名", count == 1 ? "1 more line not named" : "\(count) more lines not named")
    }
    func others(_ count: Int) -> String { word("其余 \(count) 个", "\(count) others") }
    func count(_ n: Int) -> String { "n=\(decimalText(Double(n), places: 0, isGrouped: true))" }

    /// What stands where a mark would be; nil for states that are shown by a form or by nothing.
    func state(_ state: MarkState) -> String? {
        switch state {
        case .noRequests: word("无申请", "No requests")
        case .missing: word("缺报告", "No report")
        case .doubtful: word("勾稽不符", "Inconsistent")
        case .notAsked: "·"
        case .notEstablished: "·"
        default: nil
        }
    }

    /// The same where there is room for one or two characters only.
    func shortState(_ state: MarkState) -> String? {
        switch state {
        case .noRequests: "0/0"
        case .missing: word("缺", "x")
        case .doubtful: word("疑", "q")
        default: self.state(state)
        }
    }

    func legend(_ state: MarkState) -> String? {
        switch state {
        case .notAsked: word("表式未列", "Not in the form")
        case .notEstablished: word("未设立或已撤并", "Did not exist")
        case .derived: word("由恒等式推算", "Derived")
        case .assumedZero: word("空白按 0 计", "Blank, taken as 0")
        case .revised: word("事后更正", "Revised")
        default: self.state(state)
        }
    }
}
