import Filings

/// The cells of a form by the places of their figures, where each is one printed figure that nothing else decided.
struct PrintedCells {
    private var measures: [Place: MeasureID] = [:]
    private let readings: ReadingTable

    init?(form: StatutoryForm, readings: ReadingTable) {
        self.readings = readings
        for measure in form.measures {
            let reading = readings[measure]
            guard reading.state == .reported, reading.reason == nil, let place = reading.place,
                measures.updateValue(measure, forKey: place) == nil
            else { return nil }
        }
    }

    var count: Int { measures.count }

    /// The cell whose figure stands at a place with this text.
    func measure(at place: Place, text: String) -> MeasureID? {
        measures[place].flatMap { readings[$0].text == text ? $0 : nil }
    }
}
