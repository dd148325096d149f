import Filings

/// Figures of the prose against the tables. A contradiction is stated only when no reading of the table fits.
package struct NarrativeTable: Check {
    package let id = "narrative-table"
    package let name = Words("正文与表格", "prose against tables")
    package let page = CheckPage(
        whatItVerifies: Words(
            "正文所述许可、处罚和申请件数与表二、表三相应数字一致；“收到”件数与新收、新收加结转、办结等各种口径逐一比较。",
            "Licences, penalties and requests named in the prose equal the tables; requests are compared with received, received plus carried over, resolved and so on."
        ),
        whyItMatters: Words(
            "正文和表格各说各话，读者无法判断哪个数字可信。", "When prose and table disagree a reader cannot tell which figure to believe."),
        legalBasis: Words("条例第五十条；国办公开办函〔2021〕30号关于数据准确的要求。", "Article 50; the accuracy required by 国办公开办函〔2021〕30号."),
        example: Words("正文：行政处罚 20 起；表二：0。", "Prose: 20 penalties; table two: 0."),
        whatToDo: Words("请该机关核对两处数字，更正其一。", "Ask the organ to check both and correct one."))

    package init() {}

    /// The readings of the tables that a fact may mean, each a sum of measures.
    static let readings: [String: [[String]]] = [
        "licensing.decisions": [["proactive.licensing.decisions"]],
        "penalties.decisions": [["proactive.penalties.decisions"]],
        "requests.received": [
            ["requests.received.total"], ["requests.received.total", "requests.carriedOver.total"],
            ["requests.resolved.total"],
        ],
        "requests.handled": [
            ["requests.received.total", "requests.carriedOver.total"], ["requests.resolved.total"],
            ["requests.received.total"],
        ],
        "requests.resolved": [["requests.resolved.total"], ["requests.received.total"]],
        "requests.carriedOver": [["requests.carriedOver.total"]],
        "requests.carriedForward": [["requests.carriedForward.total"]],
    ]

    /// The readings of which every figure is known, each with its sum.
    static func sums(
        _ readings: [[String]], _ figure: (MeasureID) -> ExactDecimal?
    ) -> [(measures: [MeasureID], value: ExactDecimal)] {
        readings.compactMap { codes in
            let measures = codes.map(Measures.known)
            let values = measures.compactMap(figure)
            return values.count == measures.count ? (measures, values.reduce(.zero, +)) : nil
        }
    }

    package func findings(in set: FilingSet) -> [Finding] {
        set.filings.flatMap { filing in
            FactKinds.all.compactMap { kind in
                Self.readings[kind].flatMap { finding(kind, $0, filing) }
            }
        }
    }

    /// A damaged table three whose own sums fail may have been read wrongly: the prose then contradicts our reading.
    private func restsOnDoubt(_ filing: Filing, _ figures: CheckedFigures) -> Bool {
        guard let form = filing.form, filing.notes.contains(where: { $0.kind == .tableShape && $0.table == .three })
        else {
            return false
        }
        return AllForms.form(form).identities.contains { identity in
            (identity.rule == "requests-balance" || identity.rule == "requests-resolved-sum")
                && BrokenIdentity(identity, in: figures) != nil
        }
    }

    /// What came in is not what was dealt with: 新收 and 收到 name the former, with or without what was carried over.
    private func fitting(_ readings: [[String]], _ fact: Fact) -> [[String]] {
        guard fact.kind == "requests.received" else { return readings }
        if fact.text.contains("新收") { return [readings[0]] }
        return ["收到", "接到", "接收", "受理"].contains(where: fact.text.contains) ? Array(readings.prefix(2)) : readings
    }

    /// Nothing when any statement of the kind fits any reading: a filing may count parts besides the whole.
    private func finding(_ kind: String, _ readings: [[String]], _ filing: Filing) -> Finding? {
        let facts = filing.facts.filter { $0.kind == kind && !OtherYear.isNamed(in: $0.text, besides: filing.year) }
        guard let fact = facts.first else { return nil }
        let figures = CheckedFigures(filing)
        let sums = Self.sums(fitting(readings, fact), figures.value)
        guard let first = sums.first, first.measures == readings[0].map(Measures.known),
            !facts.contains(where: { fact in sums.contains { $0.value == fact.value } })
        else { return nil }
        let table = Measures[first.measures[0]].table
        let isDoubtful = table == .three && restsOnDoubt(filing, figures)
        let label = ComparedMeasures.label(first.measures[0])
        return Finding(
            rule: id, severity: isDoubtful ? .note : .error, verdict: isDoubtful ? .doubtful : .violated,
            filing: filing,
            measures: first.measures,
            left: Finding.Side(text: "正文", value: fact.value),
            right: Finding.Side(text: "表\(table.rawValue)", value: first.value),
            message: Words(
                "正文“\(fact.text)”，表\(table.rawValue)“\(label.zh)”为 \(first.value)",
                "the prose says \(fact.value) (“\(fact.text)”), the table has \(first.value) for \(label.en)"),
            evidence: [Citations.citation(fact, of: filing)]
                + Citations.cells(first.measures, of: filing))
    }
}
