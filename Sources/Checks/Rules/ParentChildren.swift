import Filings

/// A government's total against the sum of its departments. Asserted only when a register says that all are there.
package struct ParentChildren: Check {
    package let id = "parent-children"
    package let name = Words("汇总与分项", "area and departments")
    package let page = CheckPage(
        whatItVerifies: Words(
            "政府（全域汇总）报告的新收、办结件数，等于本区划内已报机关与下级政府之和。登记表表明齐全时才断定差额；不齐全的只报告覆盖面和差额。",
            "Requests received and resolved in a government's filing equal the sum over the organs of its division and the governments below. A residual is asserted only when a register shows that all are there; else coverage and residual are noted."),
        whyItMatters: Words("汇总漏掉或重复一个部门，全区数字就不可用。", "A department left out or counted twice makes the figures of the whole area useless."),
        legalBasis: Words("条例第四十九条：政府报告汇总所属部门情况。", "Article 49 of the Regulations: a government's report covers its departments."),
        example: Words("区政府新收 120 件，所属 24 个部门齐全，合计 131 件。", "A district received 120 requests; its 24 departments, all there, 131."),
        whatToDo: Words("核对汇总范围与各部门报告。", "Compare what was compiled with the departments' filings."))

    private static let measures = ["requests.received.total", "requests.resolved.total"].map(Measures.known)
    private let register: Register?

    package init(register: Register? = nil) { self.register = register }

    package func findings(in set: FilingSet) -> [Finding] {
        let coverage = register.map { FilingCoverage(of: $0, in: set) }
        let families = Families(set)
        return set.current.flatMap { parent -> [Finding] in
            guard parent.organ?.coverage == .wholeArea, let code = parent.area.code, let year = parent.year else { return [] }
            let children = families.children(of: parent)
            guard children.count > 1 else { return [] }
            let known = coverage?.completeness(ofDistrict: code, besides: parent.organ?.name, in: year)
            return Self.measures.compactMap { finding($0, parent, children, known) }
        }
    }

    private func finding(_ id: MeasureID, _ parent: Filing, _ children: [Filing], _ known: (filed: Int, expected: Int)?) -> Finding? {
        let values = children.compactMap { $0.figure(id)?.value }
        guard let total = parent.figure(id)?.value, !values.isEmpty else { return nil }
        let sum = values.reduce(.zero, +)
        let isComplete = known.map { $0.expected > 0 && $0.filed == $0.expected && values.count == children.count } ?? false
        // What is missing can only raise the sum: short of the total nothing is said unless a register counts.
        guard sum != total, isComplete || known != nil || sum > total else { return nil }
        let scope = known.map { Words("登记 \($0.expected) 个机关中已报 \($0.filed) 个", "\($0.filed) of \($0.expected) organs of the register") }
            ?? Words("已读 \(children.count) 个下级机关", "\(children.count) organs that were read")
        let label = ComparedMeasures.label(id)
        return Finding(
            rule: self.id, severity: isComplete ? .warning : .note, verdict: isComplete ? .violated : .notAssessable,
            filing: parent, sources: children.map(\.source), measures: [id],
            left: Finding.Side(text: "政府报告", value: total), right: Finding.Side(text: "所属合计", value: sum),
            cause: isComplete ? "residual" : "incomplete",
            message: Words(
                "“\(label.zh)”：政府报告 \(total)，所属合计 \(sum)（\(scope.zh)），差额 \(signed(total - sum))",
                "\(label.en): \(total) in the government's filing, \(sum) in its organs' (\(scope.en)), residual \(signed(total - sum))"),
            evidence: [Citations.citation(parent.readings[id], of: parent)]
                + children.prefix(3).map { Citations.citation($0.readings[id], of: $0) })
    }
}

/// Organs of a division and whole areas right below it, by year.
private struct Families {
    private var byArea: [String: [Filing]] = [:]

    init(_ set: FilingSet) {
        for filing in set.current {
            guard let year = filing.year, let code = filing.area.code else { continue }
            let isWhole = filing.organ?.coverage == .wholeArea
            guard let above = isWhole ? filing.area.district?.parent : code else { continue }
            byArea["\(year) \(above)", default: []].append(filing)
        }
    }

    func children(of parent: Filing) -> [Filing] { byArea["\(parent.year ?? 0) \(parent.area.code ?? "")"] ?? [] }
}
