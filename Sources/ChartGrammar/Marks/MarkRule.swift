package enum ChannelName: String, Hashable, Sendable, CaseIterable { case x, y, color, facet, detail, text }

extension Encoding {
    package subscript(name: ChannelName) -> Channel? {
        switch name {
        case .x: x
        case .y: y
        case .color: color
        case .facet: facet
        case .detail: detail
        case .text: text
        }
    }
}

/// Which channel of a mark is what: read by the resolver, and by documentation.
package struct MarkRule: Hashable, Sendable {
    package var category: ChannelName
    package var value: ChannelName
    /// Of cells: the names beside the rows.
    package var row: ChannelName?
    package var series: ChannelName?
    package var categoryKinds: [Channel.Kind]

    package init(
        category: ChannelName, value: ChannelName, row: ChannelName? = nil, series: ChannelName? = nil,
        categoryKinds: [Channel.Kind]
    ) {
        self.category = category
        self.value = value
        self.row = row
        self.series = series
        self.categoryKinds = categoryKinds
    }

    package func kinds(of channel: ChannelName) -> [Channel.Kind] {
        if channel == value { return [.quantitative] }
        return channel == category ? categoryKinds : [.nominal, .ordinal]
    }
}

/// A way to draw a table: which specs it draws, what its channels mean, and its layout.
protocol Mark: Sendable {
    static var rule: MarkRule { get }
    static func draws(_ mark: MarkSpec) -> Bool
    /// How the values of such a mark may become points.
    static func scales(_ mark: MarkSpec) -> [ScaleSpec.Kind]
    /// What the notes must say of a layout into this plot: what was left out, merged or thinned.
    static func notes(_ chart: ResolvedChart, in plot: PlotArea) -> [String]
    static func layout(_ chart: ResolvedChart, in plot: PlotArea) -> [SceneItem]
}

extension Mark {
    /// A length is its value, so that it begins at zero and grows evenly.
    static func scales(_ mark: MarkSpec) -> [ScaleSpec.Kind] { [.linear] }
    static func notes(_ chart: ResolvedChart, in plot: PlotArea) -> [String] { [] }
}

/// In the order in which they are asked.
enum AllMarks {
    static let marks: [any Mark.Type] = [
        LineMark.self, StackedBarMark.self, GroupedBarMark.self, RankedBarMark.self, RankedPointMark.self,
        CellMark.self, RankedShareMark.self, SlopeMark.self, BumpMark.self, FacetMark.self, ChangeMark.self,
        FunnelMark.self, FlowMark.self, TileMark.self, TableMark.self,
    ]

    static func mark(for spec: MarkSpec) -> (any Mark.Type)? { marks.first { $0.draws(spec) } }
}

extension MarkSpec {
    /// What the channels of this mark mean; nil for a combination nobody draws.
    package var rule: MarkRule? { AllMarks.mark(for: self)?.rule }

    /// The scales that its values may have.
    package var scales: [ScaleSpec.Kind] { AllMarks.mark(for: self)?.scales(self) ?? [.linear] }
}
