/// Two sums of measures that must be equal within one filing: the printed arithmetic of the form.
package final class Identity: Sendable {
    /// The rule that reports a violation: `requests-balance` ...
    package let rule: String
    package let left: [MeasureID]
    package let right: [MeasureID]
    /// The sides in the form's words.
    package let leftText: String
    package let rightText: String
    /// The applicant column, line or block to which the identity belongs, in the form's words.
    package let subject: String

    /// Those of the left side, then those of the right.
    package let measures: [MeasureID]

    init(
        rule: String, left: [MeasureID], right: [MeasureID], leftText: String, rightText: String, subject: String
    ) {
        self.rule = rule
        self.left = left
        self.right = right
        self.leftText = leftText
        self.rightText = rightText
        self.subject = subject
        measures = left + right
    }

    package enum Result: Hashable, Sendable {
        case holds
        case violated(left: ExactDecimal, right: ExactDecimal)
        /// A figure is missing.
        case notAssessable
    }

    /// Evaluates both sums; `value` gives a measure's figure, nil where there is none.
    package func evaluate(_ value: (MeasureID) -> ExactDecimal?) -> Result {
        var sums = (left: ExactDecimal.zero, right: ExactDecimal.zero)
        for id in left {
            guard let figure = value(id) else { return .notAssessable }
            sums.left = sums.left + figure
        }
        for id in right {
            guard let figure = value(id) else { return .notAssessable }
            sums.right = sums.right + figure
        }
        return sums.left == sums.right ? .holds : .violated(left: sums.left, right: sums.right)
    }
}

/// A sum over this year's filing that equals a sum over the same organ's filing of the year before.
package struct YearChain: Sendable {
    package struct Term: Sendable {
        package let measure: MeasureID
        /// 1 or -1.
        package let sign: Int
    }

    /// The rule that reports a break: `carry-over`, `stock-flow`, `form-chain`.
    package let rule: String
    package let current: [Term]
    package let previous: [Term]
    package let currentText: String
    package let previousText: String
    /// Whether the chain also runs from the form before into this one.
    package let crossesForms: Bool
}
