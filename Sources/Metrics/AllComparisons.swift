/// Every comparison, in the order of catalogues.
package enum AllComparisons {
    package static let all: [Comparison] = [.level, .yearOverYear, .shareOfParent, .rank]

    package static func comparison(_ id: String) -> Comparison? { all.first { $0.id == id } }
}
