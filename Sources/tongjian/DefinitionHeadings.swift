import FilingTable
import Filings
import Metrics

// The pages of `explain`, heading by heading.
extension Comparison {
    var headings: [(heading: Words, text: Words)] {
        [
            (Words("含义", "Meaning"), meaning), (Words("方法", "Method"), method),
            (Words("空值规则", "Null rule"), nullRule), (Words("注意", "Caveats"), .joined(caveats, " ", " ")),
            (Words("来源", "Source"), source), (Words("示例", "Example"), exampleText),
        ].filter { !$0.1.zh.isEmpty }
    }

    private var exampleText: Words {
        guard let example = examples.first, let indicator = AllIndicators.indicator(example.indicator) else {
            return Words("", "")
        }
        let query = MetricQuery([indicator], by: example.by, compare: [self])
        let series = query.run(on: example.filings.table)
        guard let value = series[example.series][example.year] else { return Words("", "") }
        func text(_ language: Language) -> String { ValueFormat(language).text(value, of: indicator) }
        return Words(
            "\(indicator.name.zh)，\(example.year) 年：\(text(.zh))", "\(indicator.name.en), \(example.year): \(text(.en))"
        )
    }
}

extension Indicator {
    var headings: [(heading: Words, text: Words)] {
        let forms = forms.map(\.rawValue).joined(separator: ", ")
        let formula = formula.description
        return [
            (Words("公式", "Formula"), Words(formula, formula)),
            (Words("分子", "Numerator"), isRatio ? cells(numerator) : Words("", "")),
            (Words("分母", "Denominator"), denominator.map(cells) ?? Words("", "")),
            (Words("单元格", "Cells"), isRatio ? Words("", "") : cells(self.formula)),
            (Words("单位", "Unit"), unit.words), (Words("方向", "Direction"), directionWords),
            (Words("版本", "Version"), Words(String(version), String(version))),
            (Words("空值规则", "Null rule"), nullRule), (Words("最小分母", "Minimum denominators"), minimumWords),
            (
                Words("可比性", "Comparability"),
                Words("表式 \(forms)；2020 与 2021 年之间不比较", "forms \(forms); never compared from 2020 to 2021")
            ),
            (Words("跨年相加", "Sums over years"), yearWords), (Words("注意", "Caveats"), .joined(caveats, " ", " ")),
            (Words("来源", "Source"), source), (Words("示例", "Example"), exampleWords),
        ].filter { !$0.1.zh.isEmpty }
    }

    /// The first executable example: fraction and value, as the registry test computes it.
    private var exampleWords: Words {
        guard let example = examples.first else { return Words("", "") }
        let series = MetricQuery([self]).run(on: example.filings.table, register: example.filings.register)
        guard let value = series.first?.points.last?.value else { return Words("", "") }
        func text(_ language: Language) -> String {
            let format = ValueFormat(language)
            return (format.fraction(value).map { $0 + " = " } ?? "") + format.text(value, of: self)
        }
        return Words(text(.zh), text(.en))
    }

    private var directionWords: Words {
        switch direction {
        case .higher: Words("越高越好", "higher is better")
        case .lower: Words("越低越好", "lower is better")
        case .neither: Words("无好坏之分", "neither is better")
        }
    }

    private var minimumWords: Words {
        guard isRatio || formula.shares != nil else { return Words("", "") }
        let limits = MetricOptions().minimums(of: self)
        let (shown, ranked) = (limits.forShowing ?? 0, limits.forRanking ?? 0)
        return Words("显示 \(shown)，排序 \(ranked)", "\(shown) to show, \(ranked) to rank")
    }

    private var yearWords: Words {
        guard let summed = formula.overYears else {
            return Words("不可：同一事项会重复计算", "no: the same thing would count twice")
        }
        guard formula.changesOverYears else { return Words("可以", "yes") }
        return Words("只计已审结：\(summed)", "settled cases only: \(summed)")
    }

    /// The cells of a part of the formula by their labels in the form.
    private func cells(_ formula: Formula) -> Words {
        let labels = formula.leaves.map { leaf -> Words in
            switch leaf {
            case .measure(let id): return Measures[id].label
            case .group(let group):
                return Words(
                    "\(group.pattern)（\(group.members.count) 行）", "\(group.pattern) (\(group.members.count) lines)")
            case .fact(let kind): return Words("正文 \(kind)", "prose \(kind)")
            case .supplement(let supplement): return supplement.words
            default: return Words(leaf.description, leaf.description)
            }
        }
        return .joined(labels, "；", "; ")
    }
}

extension Measure {
    /// Its table, line and column in the form.
    var label: Words { Words("表\(table.rawValue) \(line)·\(column)", english) }
}
