import Filings

/// A government's total against the sum of its departments. Asserted only when a register says that all are there.
package struct ParentChildren: Check {
    package let id = "parent-children"
    package let name = Words("汇总与分项", "area and departments")
    package let page = CheckPage(
        whatItVerifies: Words(
            "政府（全域汇总）报告的数字，等于本区划内已报机关与下级政府之和。登记表表明齐全，或者其余数字（至少十个、八成以上）逐一相符时，才断定差额；否则只报告覆盖面和差额。",
            "The figures of a government's filing equal the sums over the organs of its division and the governments below. A residual is asserted only when a register shows that all are there, or when ten other figures and four fifths of all agree; else coverage and residual are noted."
        ),
        whyItMatters: Words(
            "汇总漏掉或重复一个部门，全区数字就不可用。",
            "A department left out or counted twice makes the figures of the whole area useless."),
        legalBasis: Words(
            "条例第四十九条：政府报告汇总所属部门情况。", "Article 49 of the Regulations: a government's report covers its departments."),
        example: Words(
            "区政府新收 120 件，所属 24 个部门齐全，合计 131 件。", "A district received 120 requests; its 24 departments, all there, 131."
        ),
        whatToDo: Words("核对汇总范围与各部门报告。", "Compare what was compiled with the departments' filings."))

    /// What is compared when a register shows that all are there.
    private static let main = [
        "requests.received.total", "requests.resolved.total", "proactive.licensing.decisions",
        "proactive.penalties.decisions",
        "proactive.coercion.decisions", "proactive.fees.amount",
    ].map(Measures.known)
    /// That many figures, and that share of those that are not zero, agree to the unit only when nobody is missing.
    private static let fewestAgreeing = 10
    private static let agreeing = 0.8
    private let register: Register?

    package init(register: Register? = nil) { self.register = register }

    package func findings(in set: FilingSet) -> [Finding] {
        let coverage = register.map { FilingCoverage(of: $0, in: set) }
        let families = Families(set)
        return set.current.flatMap { parent -> [Finding] in
            guard parent.organ?.coverage == .wholeArea, let form = parent.form, let code = parent.area.code,
                let year = parent.year
            else { return [] }
            let children = families.children(of: parent)
            guard children.count > 1 else { return [] }
            let sums = AllForms.form(form).measures.compactMap { AreaSum($0, parent, children) }.filter {
                !$0.total.isZero || !$0.sum.isZero
            }
            let agreeing = sums.count { $0.residual.isZero }
            if agreeing >= Self.fewestAgreeing, Double(agreeing) >= Self.agreeing * Double(sums.count) {
                let scope = Words("其余 \(agreeing) 个数字逐一相符", "\(agreeing) other figures agree")
                return sums.filter { !$0.residual.isZero }.map {
                    finding($0, parent, children, scope, isComplete: true)
                }
            }
            let known = coverage?.completeness(ofDistrict: code, besides: parent.organ?.name, in: year)
            return sums.filter { Self.main.contains($0.measure) && !$0.residual.isZero }.compactMap {
                finding($0, parent, children, known)
            }
        }
    }

    /// What is missing can only raise the sum: where it falls short nothing is said unless a register counts.
    private func finding(_ sum: AreaSum, _ parent: Filing, _ children: [Filing], _ known: (filed: Int, expected: Int)?)
        -> Finding?
    {
        guard let known else {
            let scope = Words("已读 \(children.count) 个下级机关", "\(children.count) organs that were read")
            return sum.residual < .zero ? finding(sum, parent, children, scope, isComplete: false) : nil
        }
        let scope = Words(
            "登记 \(known.expected) 个机关中已报 \(known.filed) 个", "\(known.filed) of \(known.expected) organs of the register"
        )
        return finding(sum, parent, children, scope, isComplete: known.expected > 0 && known.filed == known.expected)
    }

    private func finding(_ sum: AreaSum, _ parent: Filing, _ children: [Filing], _ scope: Words, isComplete: Bool)
        -> Finding
    {
        let label = ComparedMeasures.label(sum.measure)
        return Finding(
            rule: id, severity: isComplete ? .warning : .note, verdict: isComplete ? .violated : .notAssessable,
            filing: parent, sources: children.map(\.source), measures: [sum.measure],
            left: Finding.Side(text: "政府报告", value: sum.total), right: Finding.Side(text: "所属合计", value: sum.sum),
            cause: isComplete ? "residual" : "incomplete",
            message: Words(
                "“\(label.zh)”：政府报告 \(sum.total)，所属合计 \(sum.sum)（\(scope.zh)），差额 \(signed(sum.residual))",
                "\(label.en): \(sum.total) in the government's filing, \(sum.sum) in its organs' (\(scope.en)), residual \(signed(sum.residual))"
            ),
            evidence: [Citations.citation(parent.readings[sum.measure], of: parent)]
                + sum.largest.map { Citations.citation($0.readings[sum.measure], of: $0) })
    }
}

/// A figure of a whole area and its sum over the filings it is compiled from.
private struct AreaSum {
    let measure: MeasureID
    let total: ExactDecimal
    let sum: ExactDecimal
    /// The three that weigh most.
    let largest: [Filing]
    var residual: ExactDecimal { total - sum }

    /// Nil where a figure is missing on either side.
    init?(_ measure: MeasureID, _ parent: Filing, _ children: [Filing]) {
        let values = children.compactMap { child in child.figure(measure).map { (filing: child, value: $0.value) } }
        guard let total = parent.figure(measure)?.value, values.count == children.count else { return nil }
        self.measure = measure
        self.total = total
        sum = values.reduce(ExactDecimal.zero) { $0 + $1.value }
        largest = values.enumerated().sorted { ($1.element.value, $0.offset) < ($0.element.value, $1.offset) }.prefix(3)
            .map(\.element.filing)
    }
}
