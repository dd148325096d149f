import Filings
import Ingest

/// Finds the day on which a filing was published: a page's metadata, else a line above the text that says so.
enum PublicationReader {
    private static let labels = ["发布日期", "发布时间", "公开日期", "公布日期"].map {
        (characters: $0.count, bytes: $0.utf8Bytes)
    }
    /// Paragraphs above the text in which such a line stands.
    private static let headLines = 12

    static func read(_ metadata: [Evidence], _ prose: Prose) -> (day: CalendarDay, evidence: IdentityEvidence)? {
        for item in metadata where item.text.hasPrefix("published:") {
            let text = String(item.text.dropFirst("published:".count))
            if let day = CalendarDay(printed: text) { return (day, evidence(day, text, item.place, .metadata)) }
        }
        for paragraph in prose.paragraphs.prefix(headLines) where paragraph.byteCount < 240 {
            let label = paragraph.withBytes { text in
                labels.first { ByteSearch.stands($0.bytes, at: 0, in: text) }
            }
            guard let label, paragraph.count < 60 else { continue }
            let rest = paragraph.text.dropFirst(label.characters).drop { $0 == "：" || $0 == ":" }
            if let day = CalendarDay(printed: String(rest)) {
                return (day, evidence(day, String(rest), paragraph.place(at: 0), .preamble))
            }
        }
        return nil
    }

    private static func evidence(
        _ day: CalendarDay, _ text: String, _ place: Place?, _ source: EvidenceSource
    ) -> IdentityEvidence {
        IdentityEvidence(
            field: .publicationDate, source: source, value: day.description,
            evidence: Evidence(text: text, place: place))
    }
}
