enum StackedBarMark: Mark {
    static let rule = MarkRule(category: .x, value: .y, series: .color, categoryKinds: [.temporal, .ordinal, .nominal])
    static func draws(_ mark: MarkSpec) -> Bool { mark.kind == .bar && mark.orientation == .vertical && mark.stack != .none }
    static func layout(_ chart: ResolvedChart, in plot: PlotArea) -> [SceneItem] { [] }
}
enum GroupedBarMark: Mark {
    static let rule = MarkRule(category: .x, value: .y, series: .color, categoryKinds: [.temporal, .ordinal, .nominal])
    static func draws(_ mark: MarkSpec) -> Bool { mark.kind == .bar && mark.orientation == .vertical && mark.stack == .none }
    static func layout(_ chart: ResolvedChart, in plot: PlotArea) -> [SceneItem] { [] }
}
enum RankedBarMark: Mark {
    static let rule = MarkRule(category: .y, value: .x, categoryKinds: [.ordinal, .nominal])
    static func draws(_ mark: MarkSpec) -> Bool { mark.kind == .bar && mark.orientation == .horizontal && mark.stack == .none }
    static func layout(_ chart: ResolvedChart, in plot: PlotArea) -> [SceneItem] { [] }
}
enum RankedPointMark: Mark {
    static let rule = MarkRule(category: .y, value: .x, categoryKinds: [.ordinal, .nominal])
    static func draws(_ mark: MarkSpec) -> Bool { mark.kind == .point && mark.orientation == .horizontal }
    static func layout(_ chart: ResolvedChart, in plot: PlotArea) -> [SceneItem] { [] }
}
enum CellMark: Mark {
    static let rule = MarkRule(category: .x, value: .color, row: .y, categoryKinds: [.temporal, .ordinal, .nominal])
    static func draws(_ mark: MarkSpec) -> Bool { mark.kind == .cell }
    static func layout(_ chart: ResolvedChart, in plot: PlotArea) -> [SceneItem] { [] }
}
