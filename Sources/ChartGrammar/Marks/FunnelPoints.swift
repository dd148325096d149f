/// The points of a funnel plot: those outside of the limits, which are all drawn, and those inside, of which no more are
/// drawn than an eye can tell apart. What is left out is said in the notes.
struct FunnelPoints {
    let outside: [Datum]
    let inside: [Datum]
    /// Of the inside: every second, third ... by rows, and the subject in any case.
    let drawnInside: [Datum]
    /// Of the outside: those that are named where there is room. Their number bounds the search for room.
    let named: Set<CategoryKey>

    /// More points inside would be one blot.
    static let mostPoints = 5_000
    static let mostNames = 300

    init(_ chart: ResolvedChart) {
        let drawn = chart.data.filter { $0.value != nil && ($0.facts.n ?? 0) > 0 }
        let (outside, inside) = (drawn.filter(\.facts.isAlert), drawn.filter { !$0.facts.isAlert })
        let every = (inside.count + Self.mostPoints - 1) / Self.mostPoints
        drawnInside =
            every <= 1
            ? inside : inside.indices.filter { $0 % every == 0 || inside[$0].facts.isSubject }.map { inside[$0] }
        let order = outside.indices.sorted { left, right in
            (-(outside[left].facts.n ?? 0), left) < (-(outside[right].facts.n ?? 0), right)
        }
        named = Set(order.prefix(Self.mostNames).map { outside[$0].key })
        (self.outside, self.inside) = (outside, inside)
    }
}
