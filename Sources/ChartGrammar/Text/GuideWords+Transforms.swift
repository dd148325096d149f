/// What transforms did to the rows, for the notes.
extension GuideWords {
    var lowerBoundsBelong: String { word("各组含下界、不含上界。", "Lower bounds belong to their class.") }

    func merged(_ name: String, _ kind: AggregateKind) -> String {
        word("“\(name)”为\(self.kind(kind))。", "'\(name)' is their \(self.kind(kind)).")
    }

    /// Rows that are in no group.
    func ungrouped(_ tally: StateTally) -> String? {
        guard tally.absentCount > 0 else { return nil }
        let states = list(tally.absent)
        return word(
            "\(tally.absentCount) 项无数值，不在任何一组（\(states)）。",
            "\(tally.absentCount) without a value are in no class (\(states)).")
    }

    /// What a sum, mean or count is made of besides plain figures.
    func combined(_ tally: StateTally) -> String? {
        var parts: [String] = []
        if tally.absentCount > 0 {
            let states = list(tally.absent)
            parts.append(
                word(
                    "\(tally.absentCount) 项无数值，未计入（\(states)）",
                    "\(tally.absentCount) without a value are left out (\(states))"))
        }
        if !tally.flagged.isEmpty { parts.append(word("含", "includes ") + list(tally.flagged)) }
        if parts.isEmpty { return nil }
        let text = parts.joined(separator: word("；", "; "))
        return text.prefix(1).uppercased() + text.dropFirst() + word("。", ".")
    }

    private func list(_ states: [MarkState: Int]) -> String {
        MarkState.allCases.compactMap { state in
            states[state].map { word("\(name(state)) \($0) 项", "\($0) \(name(state))") }
        }.joined(separator: word("、", ", "))
    }

    /// A state as a phrase within a sentence.
    private func name(_ state: MarkState) -> String {
        switch state {
        case .smallDenominator: word("分母过小", "small denominators")
        case .derived: word("推算值", "derived")
        case .assumedZero: word("空白按 0 计", "blanks taken as 0")
        case .revised: word("事后更正", "revised")
        case .noRequests: word("无申请", "no requests")
        case .missing: word("缺数据", "missing")
        case .doubtful: word("勾稽不符", "inconsistent")
        case .notAsked: word("表式未列", "not in the form")
        case .notEstablished: word("机构未设立", "not yet set up")
        case .ordinary, .zero: state.rawValue
        }
    }

    private func kind(_ kind: AggregateKind) -> String {
        switch kind {
        case .sum: word("合计", "sum")
        case .mean: word("简单平均", "plain mean")
        case .median: word("中位数", "median")
        case .min: word("最小值", "minimum")
        case .max: word("最大值", "maximum")
        case .count, .valid, .missing: word("个数", "number")
        }
    }
}
