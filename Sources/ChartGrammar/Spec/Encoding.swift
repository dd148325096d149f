/// Which field of the table drives which channel, in Vega-Lite's words.
package struct Encoding: Hashable, Sendable {
    package var x: Channel
    package var y: Channel
    /// Series of lines and bars (nominal), or the value of a cell (quantitative).
    package var color: Channel?
    /// The panel of small multiples.
    package var facet: Channel?
    /// What a point or tile is, where it stands at no axis.
    package var detail: Channel?
    /// The figure printed in a column of a table.
    package var text: Channel?

    package init(
        x: Channel, y: Channel, color: Channel? = nil, facet: Channel? = nil, detail: Channel? = nil,
        text: Channel? = nil
    ) {
        self.x = x
        self.y = y
        self.color = color
        self.facet = facet
        self.detail = detail
        self.text = text
    }
}

package struct Channel: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable { case quantitative, temporal, nominal, ordinal }

    package var field: String
    package var kind: Kind
    /// Printed where the channel has a head: over a column of names, over a legend.
    package var title: String?
    package var scale: ScaleSpec
    package var format: NumberFormat
    package var sort: Sort

    package init(
        _ field: String, _ kind: Kind, title: String? = nil, scale: ScaleSpec = ScaleSpec(),
        format: NumberFormat = NumberFormat(), sort: Sort = .none
    ) {
        self.field = field
        self.kind = kind
        self.title = title
        self.scale = scale
        self.format = format
        self.sort = sort
    }

    package enum Sort: String, Hashable, Sendable, CaseIterable {
        /// As the rows come.
        case none
        /// By value; rows without one last.
        case ascending, descending
    }
}

package struct ScaleSpec: Hashable, Sendable {
    /// How values become points; names and years have scales of their own.
    package enum Kind: String, Hashable, Sendable, CaseIterable { case linear, log, symlog }

    package var kind: Kind
    /// Nil: from the data, with 0.
    package var domain: ClosedRange<Double>?
    /// Lines of rates over a narrow range may leave 0 out; the chart then says so.
    package var includesZero: Bool
    /// Lower bounds of the classes of a colour scale but the first, ascending ([30, 40, 50, 60, 70]).
    package var breaks: [Double]
    /// Of small multiples: one scale for all panels, or one for each.
    package var isShared: Bool

    package init(
        _ kind: Kind = .linear, domain: ClosedRange<Double>? = nil, includesZero: Bool = true, breaks: [Double] = [],
        isShared: Bool = false
    ) {
        self.kind = kind
        self.domain = domain
        self.includesZero = includesZero
        self.breaks = breaks
        self.isShared = isShared
    }
}

/// How numbers are printed where the table gives no text.
package struct NumberFormat: Hashable, Sendable {
    package var decimals: Int
    /// Thousands separated by commas.
    package var isGrouped: Bool
    /// "%" or " 件": after every value at a mark.
    package var suffix: String
    /// Printed once, on the last tick.
    package var tickSuffix: String

    package init(decimals: Int = 0, isGrouped: Bool = true, suffix: String = "", tickSuffix: String = "") {
        self.decimals = decimals
        self.isGrouped = isGrouped
        self.suffix = suffix
        self.tickSuffix = tickSuffix
    }
}
