import CairoDrawing
import ChartGrammar
import Charting
import Filings
import Metrics
import Mustache

/// The page of a report as values for its template: everything that is text is escaped by the template.
struct Page {
    let definition: ReportDefinition
    let input: ReportInput
    let charts: [DrawableChart]
    let figures: FigureBlock
    let colophon: Colophon
    let year: Int

    private var language: Language { input.language }
    private var isChinese: Bool { language == .zh }

    func html(template: String, style: String, script: String) throws(PublishingError) -> String {
        var context = try context()
        context["style"] = colophon.style + style
        context["script"] = script
        do {
            // Control characters that a hostile name may hold are no HTML.
            let html = try MustacheTemplate(string: template).render(context)
            return String(
                String.UnicodeScalarView(
                    html.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 || $0 == "\n" || $0 == "\t" }))
        } catch {
            throw .template("\(error)")
        }
    }

    private func context() throws(PublishingError) -> [String: Any] {
        var book = EvidenceBook(input)
        let tiles = TilesBlock(input: input, year: year).tiles(definition.tiles, &book)
        let lede = ProseBlock(input: input, year: year).pieces(definition.tiles, &book).map(piece)
        var number = 0
        var used: Value.Flags = []
        var sections: [[String: Any]] = []
        for (index, section) in definition.sections.enumerated() {
            var blocks: [[String: Any]] = []
            for block in section.blocks {
                if let context = try self.block(block, &book, &number, &used) { blocks.append(context) }
            }
            sections.append(["id": "s\(index + 1)", "heading": section.heading[language], "blocks": blocks])
        }
        return [
            "lang": isChinese ? "zh-CN" : "en", "title": title, "kicker": kicker, "headline": Clauses.of(headline),
            "lede": lede,
            "words": words, "meta": meta, "tiles": tiles, "sections": sections, "evidence": book.entries.map(evidence),
            "flags": legend(used), "program": "\(isChinese ? "通鉴" : "Tongjian") \(ProgramIdentity.version)",
            "colophon": colophon.text,
        ]
    }

    // MARK: Head

    private var subject: String { input.scope.subject?.name ?? "" }
    private var title: String {
        isChinese ? "\(subject)政府信息公开\(definition.title.zh)（\(year)）" : "\(subject) \(definition.title.en) (\(year))"
    }
    private var kicker: String {
        isChinese ? "\(definition.title.zh) · \(year) 年度" : "\(definition.title.en) · \(year)"
    }

    /// The first tile's finding, computed like a chart's headline.
    private var headline: String {
        guard let indicator = definition.tiles.first else { return title }
        let series = MetricQuery(
            [indicator], compare: [.level, .yearOverYear], where: input.subjectFilter, years: input.years,
            options: .published
        )
        .run(on: input.columns)
        let format = ValueFormat(language)
        guard let level = series.first?[year] else { return title }
        let text = format.level(level.number, level.exact, indicator.unit)
        let words = series.last.flatMap { $0[year] }.flatMap { format.changeInWords($0, of: indicator) }
        let head =
            isChinese
            ? "\(subject) \(year) 年\(indicator.name.zh) \(text) \(indicator.unit.rawValue)"
            : "\(subject): \(indicator.name.en) \(text) in \(year)"
        return head + (words.map { isChinese ? "，比上年\($0)" : ", \($0) on last year" } ?? "")
    }

    private var meta: String {
        let all = input.set.filings.compactMap(\.year)
        let years = all.min() == all.max() ? "\(year)" : "\(all.min() ?? year)—\(all.max() ?? year)"
        return isChinese
            ? "依据 \(years) 年度 \(input.set.filings.count) 份报告编制　·　带点线的数字可点击查看原文出处"
            : "From \(input.set.filings.count) annual reports for \(years) · numbers with a dotted line lead to their source"
    }

    private var words: [String: Any] {
        isChinese
            ? [
                "skip": "跳到正文", "brand": "通鉴", "dark": "深色", "light": "浅色", "contents": "目录", "points": "要点",
                "data": "文字说明与数据", "evidence": "数字出处", "flags": "标记", "more": "另有",
                "cellsMore": "处，见 data/filings.jsonl", "advice": "建议", "rule": "规则",
            ]
            : [
                "skip": "Skip to content", "brand": "Tongjian", "dark": "Dark", "light": "Light",
                "contents": "Contents",
                "points": "Key points", "data": "Description and data", "evidence": "Sources of numbers",
                "flags": "Flags",
                "more": "and", "cellsMore": "more, see data/filings.jsonl", "advice": "What to do", "rule": "Rule",
            ]
    }

    // MARK: Blocks

    private func block(
        _ block: ReportDefinition.Block, _ book: inout EvidenceBook, _ number: inout Int, _ used: inout Value.Flags
    ) throws(PublishingError) -> [String: Any]? {
        switch block {
        case .prose(let indicators):
            return [
                "isProse": true, "pieces": ProseBlock(input: input, year: year).pieces(indicators, &book).map(piece),
            ]
        case .chart(let name):
            guard let chart = charts.first(where: { $0.name == name }) else { return nil }
            number += 1
            return try figures.context(chart, number: number)
        case .table(let table): return self.table(table, &used)
        case .findings:
            var context = FindingsBlock(input: input).context
            context["isFindings"] = true
            return context
        case .definitions: return ["isDefinitions": true, "items": definitions]
        case .sources: return ["isSources": true, "items": sources]
        }
    }

    private func piece(_ piece: ProseBlock.Piece) -> [String: Any] {
        ["text": piece.text, "anchor": piece.anchor ?? "", "isNumber": piece.anchor != nil]
    }

    private func table(_ table: ReportDefinition.Table, _ used: inout Value.Flags) -> [String: Any] {
        let content = TableBlock(input: input, year: year, definition: table).content()
        used.formUnion(content.used)
        return [
            "isTable": true, "caption": table.title[language], "head": content.header[0],
            "columns": Array(content.header.dropFirst()),
            "rows": content.rows.map {
                ["head": $0.head, "cells": $0.cells, "flags": $0.flags, "latest": $0.isLatest] as [String: Any]
            },
        ]
    }

    private func evidence(_ entry: EvidenceBook.Entry) -> [String: Any] {
        [
            "id": entry.id, "calculation": entry.calculation, "cells": entry.cells, "rest": entry.rest,
            "hasRest": entry.rest > 0,
        ]
    }

    /// Every indicator that the report names: formula, null rule, source.
    private var definitions: [[String: Any]] {
        var seen: [String] = []
        var items: [[String: Any]] = []
        for indicator in definition.tiles + definition.sections.flatMap(\.blocks).flatMap(indicators)
        where !seen.contains(indicator.id) {
            seen.append(indicator.id)
            items.append([
                "name": indicator.name[language], "formula": indicator.formula.description,
                "unit": indicator.unit.words[language], "rule": indicator.nullRule[language],
                "source": indicator.source[language],
            ])
        }
        return items
    }

    private func indicators(_ block: ReportDefinition.Block) -> [Indicator] {
        switch block {
        case .prose(let indicators): indicators
        case .table(let table): table.indicators
        default: []
        }
    }

    private var sources: [[String: Any]] {
        input.set.filings.map { filing in
            [
                "organ": filing.organ?.name ?? "—", "year": filing.year.map(String.init) ?? "—",
                "source": filing.source + corrections(filing),
                "digest": String(filing.digest.prefix(12)),
            ]
        }
    }

    /// What a project file corrected, each with its reason, behind the name of the file.
    private func corrections(_ filing: Filing) -> String {
        guard !filing.overrides.isEmpty else { return "" }
        let list = filing.overrides.map {
            "\($0.field) = \($0.value)" + (isChinese ? "（\($0.reason)）" : " (\($0.reason))")
        }
        return isChinese ? "　更正：\(list.joined(separator: "；"))" : "; corrected: \(list.joined(separator: "; "))"
    }

    private func legend(_ used: Value.Flags) -> [[String: Any]] {
        Value.Flags.marks.filter { used.contains($0.flag) }.map {
            ["mark": $0.mark[language], "meaning": $0.meaning[language]]
        }
    }
}

/// Headlines break at a comma first: each clause is kept together.
enum Clauses {
    static func of(_ headline: String) -> [String] {
        var clauses: [String] = []
        var current = ""
        for character in headline {
            current.append(character)
            if character == "，" || character == "；" {
                clauses.append(current)
                current = ""
            }
        }
        return current.isEmpty ? clauses : clauses + [current]
    }
}
