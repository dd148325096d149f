import ChartGrammar
import Filings
import Metrics

/// Where the requests on hand came from and what became of them, summed over the filings that have all of it:
/// received + carried over = outcomes + carried forward, the identity of table three.
enum FlowTable {
    static let stage = "stage"
    static let node = "node"

    private struct Node {
        var name: Words
        var formula: Formula
        var role: PaletteRole
        var isSource = false
    }

    private static let nodes = [
        Node(name: Words("本年新收", "Received"), formula: .known("requests.received.total"), role: .total, isSource: true),
        Node(
            name: Words("上年结转", "Carried over"), formula: .known("requests.carriedOver.total"), role: .context,
            isSource: true),
        Node(name: Words("予以公开", "Granted"), formula: .known("requests.granted.total"), role: .outcome(0)),
        Node(
            name: Words("部分公开", "Partly granted"), formula: .known("requests.partiallyGranted.total"),
            role: .outcome(1)),
        Node(name: Words("不予公开", "Refused"), formula: .known("requests.refused.*.total"), role: .outcome(2)),
        Node(
            name: Words("无法提供", "Unable to provide"), formula: .known("requests.unavailable.*.total"), role: .outcome(3)
        ),
        Node(name: Words("不予处理", "Not processed"), formula: .known("requests.notProcessed.*.total"), role: .outcome(4)),
        Node(
            name: Words("其他处理", "Other handling"), formula: .known("requests.otherHandling.*.total"), role: .outcome(5)),
        Node(
            name: Words("结转下年度", "Carried forward"), formula: .known("requests.carriedForward.total"),
            role: .carriedForward),
    ]

    static func series(_ language: Language) -> [SeriesSpec] {
        nodes.map { SeriesSpec($0.name[language], role: $0.role) }
    }

    /// What the outcome is called that an indicator gives the rate of.
    static func outcome(of indicator: Indicator) -> Words? { nodes.first { $0.formula == indicator.numerator }?.name }

    /// The identity with its sums; nil where a figure is missing.
    static func equation(_ data: ChartData, _ scope: ChartScope) -> Words? {
        let sums = sums(data, scope).compactMap { $0 }
        guard sums.count == nodes.count else { return nil }
        let text = { DecimalText.fixed($0, 0) }
        let (received, over, left) = (sums[0], sums[1], sums[sums.count - 1])
        let resolved = sums[2..<(sums.count - 1)].reduce(0, +)
        guard received + over == resolved + left else { return nil }
        return Words(
            "本年新收＋上年结转＝办理结果总计＋结转下年度（\(text(received))＋\(text(over))＝\(text(resolved))＋\(text(left))）。",
            "Received + carried over = resolved + carried forward "
                + "(\(text(received)) + \(text(over)) = \(text(resolved)) + \(text(left))).")
    }

    /// Rows of the latest year. The filings are those behind every rate of the chart: none whose arithmetic fails.
    static func table(_ data: ChartData, _ scope: ChartScope) -> ChartTable {
        var table = ChartTable(fields: [stage, node, "value"])
        for (node, sum) in zip(nodes, sums(data, scope)) {
            table.append(
                .string(node.isSource ? "in" : "out"), .string(node.name[scope.language]),
                sum.map { .number($0) } ?? .null)
        }
        return table
    }

    /// In the order of the nodes; nil where some filing lacks the figure.
    static func sums(_ data: ChartData, _ scope: ChartScope) -> [Double?] {
        let rows = self.rows(data)
        return nodes.map { node in
            let values = node.formula.evaluate(over: scope.filings).values
            let counts = rows.compactMap { values[$0] }
            return counts.isEmpty || counts.count < rows.count ? nil : Double(counts.reduce(0, +))
        }
    }

    /// The filings behind every rate of the latest year.
    static func rows(_ data: ChartData) -> [Int] {
        let sets = data.series.filter(\.indicator.isRatio).compactMap { $0[data.latest].map { Set($0.rows) } }
        guard let first = sets.first else { return [] }
        return sets.dropFirst().reduce(first) { $0.intersection($1) }.sorted()
    }
}
