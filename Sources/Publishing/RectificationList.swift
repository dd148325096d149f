import Checks
import FilingInterchange
import Filings
import Mustache

/// What each organ has to put right (整改清单), as a CSV and a page per organ with an index, ready to send.
///
/// Errors and warnings that nobody has settled; notes and doubts about our reading are no organ's business.
package struct RectificationList {
    private let findings: [Finding]
    private let language: Language
    private let library: ReportLibrary

    package init(_ findings: [Finding], language: Language, library: ReportLibrary) {
        self.findings = findings.filter { $0.severity != .note && $0.verdict == .violated && !$0.isSettled }
        self.language = language
        self.library = library
    }

    /// A file name, the organ's name and its findings in the order of years.
    private struct Organ {
        var file: String
        var name: String
        var findings: [Finding]
    }

    package func files() throws(PublishingError) -> [BundleFile] {
        let organs = organs()
        var files: [BundleFile] = []
        for organ in organs {
            files.append(BundleFile(path: organ.file + ".csv", text: CSVText.text(rows(organ))))
            files.append(BundleFile(path: organ.file + ".html", text: try page(organ)))
        }
        files.append(BundleFile(path: "index.html", text: try index(organs)))
        let marker = JSONValue.members([
            ("schema", .string(Schemas.bundle)), ("kind", .string("rectification")), ("organs", .integer(organs.count)),
        ])
        files.append(BundleFile(path: Manifest.path, text: marker.pretty))
        return files
    }

    private func organs() -> [Organ] {
        var order: [String] = []
        var groups: [String: [Finding]] = [:]
        for finding in findings {
            let key = "\(finding.district ?? "") \(finding.organ ?? finding.source)"
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(finding)
        }
        var names: [String: Int] = [:]
        return order.map { key in
            let own = groups[key]!.enumerated().sorted {
                ($0.element.year ?? 0, $0.offset) < ($1.element.year ?? 0, $1.offset)
            }.map(\.element)
            let name = own[0].organ ?? own[0].source
            let file = Self.fileName([own[0].district ?? "", name])
            names[file, default: 0] += 1
            return Organ(file: names[file]! > 1 ? "\(file)-\(names[file]!)" : file, name: name, findings: own)
        }
    }

    /// Letters, digits and ideographs only: a name out of a document may hold anything.
    private static func fileName(_ parts: [String]) -> String {
        let safe = parts.filter { !$0.isEmpty }.joined(separator: "-").unicodeScalars.map { scalar -> Character in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-" ? Character(scalar) : "_"
        }
        return String(safe.prefix(60))
    }

    // MARK: Rows

    private var header: [String] {
        Words(
            "序号,年度,问题,说明,左,左值,右,右值,差额,文件,行,列,原文,处理建议,规则,编号",
            "No.,Year,Problem,Description,Left,Left value,Right,Right value,Difference,File,Line,Column,Printed,What to do,Rule,Fingerprint"
        )[language]
        .split(separator: ",").map(String.init)
    }

    private func rows(_ organ: Organ) -> [[String]] {
        [header]
            + organ.findings.enumerated().map { index, finding in
                let citation = finding.evidence.first
                let place = citation?.evidence.place
                return [
                    String(index + 1), finding.year.map(String.init) ?? "",
                    AllChecks.check(finding.rule)?.name[language] ?? finding.rule,
                    finding.message[language], finding.left?.text ?? "", finding.left?.value.description ?? "",
                    finding.right?.text ?? "",
                    finding.right?.value.description ?? "", finding.difference?.description ?? "",
                    citation?.source ?? finding.source,
                    place.map { String($0.line) } ?? "", place.map { String($0.column) } ?? "",
                    citation?.evidence.text ?? "",
                    finding.advice?[language] ?? "", finding.rule, finding.fingerprint,
                ]
            }
    }

    // MARK: Pages

    private func page(_ organ: Organ) throws(PublishingError) -> String {
        let title = Words("\(organ.name)整改清单", "\(organ.name): what to put right")[language]
        let items = organ.findings.enumerated().map { index, finding -> [String: Any] in
            [
                "number": index + 1, "year": finding.year.map(String.init) ?? "",
                "name": AllChecks.check(finding.rule)?.name[language] ?? finding.rule,
                "message": finding.message[language], "advice": finding.advice?[language] ?? "",
                "fingerprint": finding.fingerprint,
                "evidence": finding.evidence.prefix(4).map { citation -> [String: Any] in
                    [
                        "place": citation.source + (citation.evidence.place.map { ":\($0.line):\($0.column)" } ?? ""),
                        "text": citation.evidence.text,
                    ]
                },
            ]
        }
        let lede = Words(
            "共 \(organ.findings.count) 项，请逐项核实更正，并于更正后重新公布。",
            "\(organ.findings.count) items. Please check and correct each, and publish again.")[language]
        return try render(["title": title, "lede": lede, "csv": organ.file + ".csv", "isList": true, "items": items])
    }

    private func index(_ organs: [Organ]) throws(PublishingError) -> String {
        let title = Words("整改清单", "What to put right")[language]
        let lede = Words(
            "\(organs.count) 个机关，\(findings.count) 项。", "\(organs.count) organs, \(findings.count) items.")[language]
        let items = organs.map { organ -> [String: Any] in
            ["file": organ.file + ".html", "name": organ.name, "count": organ.findings.count]
        }
        return try render(["title": title, "lede": lede, "isIndex": true, "items": items])
    }

    /// The template escapes all text.
    private func render(_ context: [String: Any]) throws(PublishingError) -> String {
        var context = context
        context["lang"] = language == .zh ? "zh-CN" : "en"
        context["words"] =
            language == .zh
            ? [
                "number": "序号", "year": "年度", "problem": "问题", "place": "出处", "advice": "处理建议", "organ": "机关",
                "count": "项数", "table": "表格文件",
            ]
            : [
                "number": "No.", "year": "Year", "problem": "Problem", "place": "Where", "advice": "What to do",
                "organ": "Organ", "count": "Items", "table": "As a table",
            ]
        do {
            let html = try MustacheTemplate(string: library.template("rectification.mustache")).render(context)
            return String(
                String.UnicodeScalarView(
                    html.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 || $0 == "\n" || $0 == "\t" }))
        } catch {
            throw .template("\(error)")
        }
    }
}
