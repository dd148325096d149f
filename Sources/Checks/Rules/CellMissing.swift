import Filings

/// A cell of a table is empty where the filing prints its zeros.
package struct CellMissing: Check {
    package let id = "cell-missing"
    package let name = Words("单元格漏填", "empty cell")
    package let page = CheckPage(
        whatItVerifies: Words(
            "报告在别处印出了零，表中却有空白单元格。整份报告以空白表示零的，只作提示。",
            "A cell is empty in a filing that prints its zeros elsewhere. Where a filing leaves its zeros blank throughout, only a note is made."
        ),
        whyItMatters: Words(
            "空白不是零：不知道是没有发生还是漏填，合计和比率都无法确认。",
            "Empty is not zero: whether nothing happened or the figure was forgotten cannot be told, and sums stay open."
        ),
        legalBasis: Words("国办公开办函〔2021〕30号附件：各项均须填写。", "Annex of 国办公开办函〔2021〕30号: every cell is filled in."),
        example: Words(
            "部分公开一行，自然人列空白，其余各列为 0。", "Partially granted: the column of natural persons is empty, the others print 0."),
        whatToDo: Words("请该机关补填；确无发生的填 0。", "Ask the organ to fill it in; 0 where there was nothing."))

    /// Empty cells that a damaged table may lose together (a line has seven): more are our reading's doubt.
    private static let lostTogether = 6

    package init() {}

    package func findings(in set: FilingSet) -> [Finding] {
        set.filings.flatMap { filing -> [Finding] in
            let figures = CheckedFigures(filing)
            guard !figures.empty.isEmpty else { return [] }
            if figures.leavesZerosBlank { return [habit(figures.empty, filing)] }
            return StatutoryTable.allCases.flatMap { table in
                findings(figures.empty.filter { Measures.table(of: $0) == table }, in: table, filing)
            }
        }
    }

    private func findings(_ empty: [MeasureID], in table: StatutoryTable, _ filing: Filing) -> [Finding] {
        let lost = empty.filter { filing.readings[$0].state == .absent }
        let isDamaged = filing.notes.contains { $0.kind == .tableShape && $0.table == table }
        // A line or a column that the reading lost is told by table-shape.
        let isDoubtful = isDamaged && lost.count > Self.lostTogether
        let cells = isDoubtful ? empty.filter { filing.readings[$0].state == .blank } : empty
        return cells.isEmpty ? [] : [finding(cells, table, filing)]
    }

    private func finding(_ cells: [MeasureID], _ table: StatutoryTable, _ filing: Filing) -> Finding {
        let names = cells.prefix(3).map { "\(Measures[$0].line)·\(Measures[$0].column)" }.joined(separator: "、")
        let derived = cells.compactMap { filing.derived[$0] }
        let known = derived.count == cells.count
        return Finding(
            rule: id, severity: .warning, verdict: .violated, filing: filing, measures: cells, cause: "empty",
            message: Words(
                "表\(table.rawValue)有 \(cells.count) 个单元格没有数字：\(names)\(cells.count > 3 ? " 等" : "")"
                    + (known ? "；按勾稽关系应为 \(derived.prefix(3).map(\.value.description).joined(separator: "、"))" : ""),
                "table \(table.english) holds no figure in \(cells.count) cells: \(cells.prefix(3).map { Measures[$0].english }.joined(separator: ", "))"
                    + (known
                        ? "; the sums give \(derived.prefix(3).map(\.value.description).joined(separator: ", "))" : "")),
            evidence: evidence(cells, table, filing))
    }

    /// The empty cells that have a place, else the nearest printed cell of the table.
    private func evidence(_ cells: [MeasureID], _ table: StatutoryTable, _ filing: Filing) -> [Finding.Citation] {
        let placed = cells.filter { filing.readings[$0].place != nil }
        if !placed.isEmpty { return placed.prefix(6).map { Citations.citation(filing.readings[$0], of: filing) } }
        let order = AllForms.form(filing.form!).measures
        let position = order.firstIndex(of: cells[0]) ?? 0
        let near = order.indices.filter {
            Measures[order[$0]].table == table && filing.readings[order[$0]].place != nil
        }
        .min { abs($0 - position) < abs($1 - position) }
        return near.map { [Citations.citation(filing.readings[order[$0]], of: filing)] } ?? []
    }

    private func habit(_ empty: [MeasureID], _ filing: Filing) -> Finding {
        Finding(
            rule: id, severity: .note, verdict: .notAssessable, filing: filing, cause: "blank-for-zero",
            subject: "blank-for-zero",
            message: Words(
                "全篇有 \(empty.count) 个空白单元格，多于印出的零：看来以空白表示零，无法判断是否漏填",
                "\(empty.count) cells are empty, more than print a zero: blanks seem to stand for zero, and a forgotten figure cannot be told"
            ),
            evidence: empty.first { filing.readings[$0].place != nil }.map {
                [Citations.citation(filing.readings[$0], of: filing)]
            } ?? [])
    }
}
