/// Every comparison, in the order of catalogues.
package enum AllComparisons {
    package static let all: [Comparison] = [
        .level,
        .yearOverYear,
        .indexToBase,
        .compoundGrowth,
        .rollingThree,
        .shareOfParent,
        .distanceFromMedian,
        .rank,
        .percentile,
        .quantileBand,
        .contribution,
        .leaveOneOut,
        .shiftShare,
        .proportionDifference,
        .trend,
        .outlier,
        .concentration,
        .funnel,
        .meanOfRates,
    ]

    package static func comparison(_ id: String) -> Comparison? { all.first { $0.id == id } }
}
