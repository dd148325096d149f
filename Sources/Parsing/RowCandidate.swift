import Filings

/// One way to read a row: a figure, an empty cell or nothing for every column.
struct RowCandidate: Sendable, Hashable {
    enum Slot: Sendable, Hashable {
        case figure(ExactDecimal, ValueToken)
        case blank(Place)
        case illegible(ValueToken)
        /// The row has no cell for this column.
        case none

        var value: ExactDecimal? {
            if case .figure(let value, _) = self { return value }
            return nil
        }

        /// The value for sums: an empty cell counts as 0, a lost one is unknown.
        var summand: ExactDecimal? {
            switch self {
            case .figure(let value, _): value
            case .blank: .zero
            case .illegible, .none: nil
            }
        }
    }

    var slots: [Slot]
    /// How much has to be assumed for this reading; 0 when the row is printed as the form has it.
    var cost: Double
    /// The part of the cost that printed figures were left out for.
    var surplusCost = 0.0
    /// Which cell of the row (counted from its first) stands in which column; tells patterns apart that recur.
    var pattern: [Int?]

    var values: [ExactDecimal?] { slots.map(\.value) }

    /// No column has a figure.
    static func nothing(_ width: Int) -> RowCandidate {
        RowCandidate(slots: Array(repeating: .none, count: width), cost: 0, pattern: [])
    }
}

/// A sum that a row must satisfy by itself: some columns add up to another.
struct RowSum: Sendable {
    let parts: Range<Int>
    let total: Int
}

/// What the reader assumes at which price. One place, so that the prices can be weighed against one another.
enum AssumptionCost {
    /// A printed figure is left out that repeats its neighbour.
    static let repeatedFigure = 2.0
    /// A printed figure is left out that its neighbours do not repeat: dearer than an organ's wrong sum, and cheaper than
    /// one of them left out in a row that does not add up without it.
    static let leftOutFigure = 6.0
    /// The same where rows of as many figures recur, so that no page's number among them explains it.
    static let leftOutFigureOfMany = 10.0
    /// A column has no cell.
    static let lostColumn = 2.0
    /// The header names a column that the reading lacks, or the reverse.
    static let againstHeader = 3.0
    /// An empty cell counts as a cell.
    static let emptyCell = 0.3
    /// A cell does not stand below its header.
    static let offHeader = 0.1
    /// The row's own sum fails.
    static let brokenSum = 5.0
    /// The row's own sum cannot be computed.
    static let unprovenSum = 0.5
    /// The row's total is empty although its parts are not.
    static let emptyTotal = 3.5
    /// A cell's digits are parted although cells are separated otherwise.
    static let partedCell = 5.0
    /// The same where every row of the table that could be parted adds up when it is.
    static let partedTable = 1.0
    /// A figure stands in two cells.
    static let joinedCells = 3.0
    /// Readings whose sums fail alike are told apart only beyond this.
    static let openMargin = 2.5
    /// An identity of a column fails.
    static let brokenColumn = 1.5
    /// A pattern that fits all rows of a shape best is that much cheaper.
    static let recurrence = 1.0
    /// The same where many rows fit no other pattern: as much as a broken sum, and surplus figures cost nothing more.
    static let provenPattern = 5.0
    /// The row's own sum fails as that of a row does whose figures are all printed.
    static let repeatedBrokenSum = 2.0
    /// A 0 stands in the place of a lost label.
    static let zeroForLabel = 1.5
}

extension RowCandidate {
    /// The price of the row's own sums: broken, unproven or free.
    static func sumCost(_ slots: [Slot], _ sums: [RowSum]) -> Double {
        sums.reduce(0) { cost, sum in
            guard let total = slots[sum.total].value else {
                let isPrinted = if case .blank = slots[sum.total] { true } else { false }
                let isNothing = slots[sum.parts].allSatisfy { $0.value?.isZero ?? true }
                return cost + (isPrinted && !isNothing ? AssumptionCost.emptyTotal : AssumptionCost.unprovenSum)
            }
            var known = ExactDecimal.zero
            var isComplete = true
            for slot in slots[sum.parts] {
                guard let summand = slot.summand else {
                    isComplete = false
                    continue
                }
                known = known + summand
            }
            if isComplete ? known == total : known <= total {
                return cost + (isComplete ? 0 : AssumptionCost.unprovenSum)
            }
            return cost + AssumptionCost.brokenSum
        }
    }
}
