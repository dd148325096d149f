import Filings
import Foundation

/// A block of figures that are last year's.
package struct FiguresRepeated: Check {
    package let id = "figures-repeated"
    package let name = Words("数字照搬上年", "figures of last year")
    package let page = CheckPage(
        whatItVerifies: Words(
            "表二、表三或正文中，至少五个、占非零数字六成以上的数字与上年完全相同，而偶然全部相同的可能性小于十亿分之一。存量、合计和结转不算。",
            "In table two, table three or the prose at least five figures, and three fifths of those that are not zero, are last year's; by chance that happens less than once in a thousand million times. Stocks, sums and carries do not count."
        ),
        whyItMatters: Words("说明本年数字没有重新统计，只是照搬上年。", "The figures were not counted anew but taken over."),
        legalBasis: Words("国办公开办函〔2021〕30号关于数据准确的要求。", "The accuracy required by 国办公开办函〔2021〕30号."),
        example: Words(
            "网站 412、微信 268、微博 97、专栏 51、培训 64 人次，与上年一字不差。",
            "412 on the website, 268, 97, 51 elsewhere and 64 trained: all as last year."),
        whatToDo: Words("请该机关重新统计本年数字。", "Ask the organ to count the year."))

    private static let fewest = 5
    private static let share = 0.6
    /// 2^-30 is one in a thousand million.
    private static let bits = 30.0
    /// Smaller counts repeat by chance all the time.
    private static let smallest = 3.0

    package init() {}

    package func findings(in set: FilingSet) -> [Finding] {
        set.neighbours.flatMap { earlier, later -> [Finding] in
            Block.allCases.compactMap { block in
                finding(block, block.figures(of: earlier), block.figures(of: later), earlier, later)
            }
        }
    }

    private typealias Figures = [String: Block.Figure]

    private func finding(_ block: Block, _ before: Figures, _ now: Figures, _ earlier: Filing, _ later: Filing)
        -> Finding?
    {
        let telling = now.values.filter { $0.value.double >= Self.smallest }
        let equal = telling.filter { before[$0.key]?.value == $0.value }.sorted { $0.key < $1.key }
        guard equal.count >= Self.fewest, Double(equal.count) >= Self.share * Double(telling.count) else { return nil }
        guard equal.reduce(0, { $0 + Self.surprise($1.value) }) >= Self.bits else { return nil }
        let shown = equal.prefix(5).map(\.value.description).joined(separator: "、")
        return Finding(
            rule: id, severity: .warning, verdict: .violated, filing: later, sources: [earlier.source],
            measures: equal.compactMap { Measures.id($0.key) },
            left: Finding.Side(text: "与上年相同的数字", value: ExactDecimal(Int64(equal.count))),
            right: Finding.Side(text: "非零数字", value: ExactDecimal(Int64(telling.count))), subject: block.rawValue,
            message: Words(
                "\(block.words.zh)的 \(telling.count) 个非零数字中有 \(equal.count) 个与上年相同：\(shown)\(equal.count > 5 ? " 等" : "")",
                "\(equal.count) of \(telling.count) figures of \(block.words.en) are last year's: \(shown)\(equal.count > 5 ? " ..." : "")"
            ),
            evidence: equal.prefix(5).flatMap { figure in
                [
                    Finding.Citation(source: later.source, evidence: figure.evidence),
                    Finding.Citation(source: earlier.source, evidence: before[figure.key]!.evidence),
                ]
            })
    }

    /// Bits of surprise when two independent counts of that size agree: two Poisson counts of mean v do so with
    /// probability about 1 / sqrt(4 pi v). Decimals of an amount are as hard to hit as digits before the point.
    static func surprise(_ value: ExactDecimal) -> Double {
        0.5 * log2(4 * Double.pi * max(Double(value.mantissa.magnitude), 1))
    }

    /// What is filled in together.
    private enum Block: String, CaseIterable {
        case tableTwo, tableThree, prose

        struct Figure {
            var key: String
            var value: ExactDecimal
            var evidence: Evidence
        }

        var words: Words {
            switch self {
            case .tableTwo: Words("表二", "table two")
            case .tableThree: Words("表三", "table three")
            case .prose: Words("正文", "the prose")
            }
        }

        func figures(of filing: Filing) -> [String: Figure] {
            switch self {
            case .tableTwo: Self.cells(FiguresRepeated.flows, filing)
            case .tableThree: Self.cells(FiguresRepeated.outcomes, filing)
            case .prose: Self.facts(filing)
            }
        }

        private static func cells(_ measures: [MeasureID], _ filing: Filing) -> [String: Figure] {
            var result: [String: Figure] = [:]
            for id in measures {
                let reading = filing.readings[id]
                guard let value = reading.value else { continue }
                let code = Measures[id].code
                result[code] = Figure(
                    key: code, value: value, evidence: Evidence(text: reading.text, place: reading.place))
            }
            return result
        }

        /// Figures that the tables hold too are left to the tables.
        private static func facts(_ filing: Filing) -> [String: Figure] {
            var result: [String: Figure] = [:]
            for fact in filing.facts
            where result[fact.kind] == nil && !fact.kind.hasPrefix("requests.") && !fact.kind.hasSuffix(".decisions")
                && fact.kind != "published.total"
            {
                result[fact.kind] = Figure(
                    key: fact.kind, value: fact.value, evidence: Evidence(text: fact.text, place: fact.place))
            }
            return result
        }
    }

    private static let flows = Measures.all.filter { measure in
        measure.table == .two
            && ["issued", "repealed", "newlyMade", "newlyDisclosed", "decisions", "amount", "items"].contains {
                measure.code.hasSuffix("." + $0)
            }
    }.map(\.id)

    private static let outcomes = Measures.all.filter { measure in
        measure.table == .three && !measure.code.hasSuffix(".total") && !measure.code.hasPrefix("requests.carried")
            && !measure.code.hasPrefix("requests.resolved")
    }.map(\.id)
}
